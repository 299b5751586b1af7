"""Sign how far the journal goes and the hash over all of it, and write that to a file that leaves the machine.

Do it daily, and copy the file to where the administrator of this machine cannot change it: a journal that is later cut
off or written anew no longer fits. Nothing is signed if the journal is not a continuation of the last root.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.conf import settings

from certwright.cli import roots
from certwright.cli.outcome import BadInput, Outcome, Problem, Status
from certwright.journal.root import Root, RootRefused, export, last, make
from certwright.journal.root_keys import KeyUnusable, key_id, private_key
from certwright.office import installation

JSON = {
    "root": "day, position, hash, recorded_at, dossiers, made_at, format",
    "key": "id of the key that signed it",
    "files": "the files written",
    "says": "why nothing was signed (status fault)",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Where a copy goes."""
    parser.add_argument("--to", metavar="FOLDER", type=Path, help="write the signed root into this folder as well")


def run(options: Namespace) -> Outcome:
    """Make, sign, write."""
    means = installation.means()
    if options.to and not options.to.is_dir():
        raise BadInput(Problem(f"There is no folder {options.to}.", "Make it, or mount it.", field="--to"))
    try:
        key = private_key(Path(settings.CERTWRIGHT_ROOT_KEY))
        before = last(roots.held())
        root = make(means.using, before, installation.today(means), means.clock())
    except KeyUnusable as unusable:
        raise BadInput(Problem(str(unusable))) from unusable
    except RootRefused as refused:
        return Outcome({"says": str(refused)}, str(refused), Status.FAULT)
    files = [export(folder, root, key) for folder in (roots.folder(), options.to) if folder]
    data = {"root": _data(root), "key": key_id(key.public_key()), "files": [str(file) for file in files]}
    text = f"Signed: {root.position:,} acts in {root.dossiers:,} dossiers, hash {root.hash}\n"
    return Outcome(data, text + "\n".join(f"Written to {file}" for file in files))


def _data(root: Root) -> dict[str, object]:
    return {
        "day": root.day,
        "position": root.position,
        "hash": root.hash,
        "recorded_at": root.recorded_at,
        "dossiers": root.dossiers,
        "made_at": root.made_at,
        "format": root.format,
    }
