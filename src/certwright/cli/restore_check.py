"""Open a backup in a temporary place and look whether it is whole and tells the record as it was.

Every file is held against the manifest; the journal is verified as “certwright journal verify” does, with the roots
and attachments of the backup and any roots kept elsewhere; the rows are compared with the journal. Neither the backup
nor the installation is changed. A backup nobody has checked is a hope.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings

from certwright.cli import backup_manifest, progress, roots
from certwright.cli.backup_manifest import Manifest, NoBackup
from certwright.cli.journal_verify import verification_data, verification_lines
from certwright.cli.outcome import BadInput, Outcome, Problem, Status
from certwright.cli.restored import bring_to_this_release, restored
from certwright.cli.rows_rebuild import difference_data, difference_lines
from certwright.journal.attachments import Folder
from certwright.journal.models import Tail
from certwright.journal.root import Exported, exported
from certwright.journal.root_keys import KeyUnusable, public_keys
from certwright.journal.verifying import Verification, verify
from certwright.rows.comparing import Difference
from certwright.rows.rebuilding import check

JSON = {
    "whole": "whether nothing at all is wrong",
    "files": "what is wrong with files, in sentences",
    "manifest": "made_at, release, database, position, hash, recorded_at",
    "journal": "as of journal verify",
    "rows": "differences, as of rows rebuild --check",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found out about a backup."""

    manifest: Manifest
    files: Sequence[str]
    journal: Verification
    rows: Sequence[Difference]

    @property
    def whole(self) -> bool:
        """Whether the backup may be relied on."""
        return not self.files and self.journal.clean and not self.rows


def add_arguments(parser: ArgumentParser) -> None:
    """Which backup, against which roots."""
    parser.add_argument("backup", metavar="BACKUP", type=Path, help="the folder of one backup")
    roots.add_argument(parser)
    progress.add_argument(parser)


def run(options: Namespace) -> Outcome:
    """Check it."""
    found = checked(options.backup, options)
    manifest = found.manifest
    data: Mapping[str, Any] = {
        "whole": found.whole,
        "files": list(found.files),
        "manifest": {
            "made_at": manifest.made_at,
            "release": manifest.release,
            "database": manifest.database,
            "position": manifest.position,
            "hash": manifest.hash,
            "recorded_at": manifest.recorded_at,
        },
        "journal": verification_data(found.journal),
        "rows": [difference_data(each) for each in found.rows],
    }
    lines = [*found.files, *verification_lines(found.journal), *difference_lines(found.rows)]
    verdict = "The backup is whole." if found.whole else "The backup is NOT whole."
    lines.append(f"Made {manifest.made_at} by release {manifest.release}. {verdict}")
    return Outcome(data, "\n".join(lines), Status.DONE if found.whole else Status.FAULT)


def checked(backup: Path, options: Namespace) -> Checked:
    """Look at everything. Raises BadInput if it is no backup."""
    try:
        manifest = backup_manifest.read(backup)
    except NoBackup as error:
        raise BadInput(Problem(str(error))) from error
    held = _roots(backup, options.roots)
    files = list(backup_manifest.differences(backup, manifest))
    with restored(backup) as alias, progress.telling(options) as tell:
        journal = verify(alias, Folder(backup / "attachments"), held, tell)
        files += _end(alias, manifest)
        bring_to_this_release(alias)
        rows = check(alias, partial(tell, "acts compared with their rows"))
    return Checked(manifest, files, journal, rows)


def _end(alias: str, manifest: Manifest) -> list[str]:
    """Whether the journal in the copy ends where the manifest says."""
    tail = Tail.objects.using(alias).first()
    position, journal_hash = (tail.position, tail.hash) if tail else (0, "")
    if (position, journal_hash) == (manifest.position, manifest.hash):
        return []
    says = f"The journal ends at act {position:,} with {journal_hash}, "
    return [f"{says}the manifest says {manifest.position:,} with {manifest.hash}."]


def _roots(backup: Path, further: Sequence[Path]) -> list[Exported]:
    """The roots in the backup and elsewhere. The installation's own keys are believed before those in the backup."""
    try:
        keys = {
            **public_keys(backup / "keys" / "root.pem"),
            **public_keys(Path(settings.CERTWRIGHT_ROOT_KEY)),
        }
    except KeyUnusable as unusable:
        raise BadInput(Problem(str(unusable))) from unusable
    return [root for folder in (backup / "roots", *further) for root in exported(folder, keys)]
