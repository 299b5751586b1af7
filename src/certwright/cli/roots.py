"""Where exported roots lie and the keys they are checked by, for the commands that read or write them."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from certwright.cli.outcome import BadInput, Problem
from certwright.journal.root import Exported, exported
from certwright.journal.root_keys import KeyUnusable, public_keys


def folder() -> Path:
    """The folder of the installation's own exported roots, which are copied from there to places outside."""
    return Path(settings.CERTWRIGHT_ROOTS)


def add_argument(parser: ArgumentParser) -> None:
    """Let a command be given roots that were kept outside the machine."""
    parser.add_argument(
        "--roots", metavar="FOLDER", type=Path, action="append", default=[],
        help="also hold the journal against the signed roots in this folder, such as copies kept outside the machine",
    )  # fmt: skip


def held(further: Iterable[Path] = ()) -> list[Exported]:
    """The roots of the installation and of ``further`` folders, each checked by the key it names. Raises BadInput."""
    folders = [folder(), *further]
    if missing := [path for path in folders[1:] if not path.is_dir()]:
        raise BadInput(*(Problem(f"There is no folder {path}.", field="--roots") for path in missing))
    try:
        keys = public_keys(Path(settings.CERTWRIGHT_ROOT_KEY))
    except KeyUnusable as unusable:
        raise BadInput(Problem(str(unusable))) from unusable
    return [root for path in folders for root in exported(path, keys)]
