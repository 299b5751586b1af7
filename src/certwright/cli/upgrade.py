"""Bring the installation to this release: look, back up, migrate, put the rows in step, verify, prove a sample.

Stop the pages first. Whatever goes wrong, the backup is named; going back means restoring it with the release that made
it. Where nothing has to be migrated, everything is only looked at, and no backup is made.
"""

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from certwright import __version__
from certwright.cli import progress, roots
from certwright.cli.backup import make_backup
from certwright.cli.journal_verify import verification_lines, verified
from certwright.cli.outcome import Outcome, Status, Unavailable
from certwright.cli.prove import proved_lines
from certwright.journal import triggers
from certwright.office.proving import prove, prove_sample
from certwright.office.tables import unapplied
from certwright.rows.rebuilding import rebuild

SAMPLE = 200
"""How many acts are judged again, unless all are asked for."""

JSON = {
    "release": "the release the installation is at",
    "steps": "what was done and found, in sentences",
    "backup": "the folder of the backup that was made first (null: nothing had to be migrated)",
}


@dataclass(slots=True)
class _Upgrade:
    """What was done so far, and whether it may go on."""

    options: Namespace
    steps: list[str] = field(default_factory=list)
    backup: Path | None = None
    sound: bool = True

    def tell(self, *says: str) -> None:
        """Note what was done."""
        self.steps += says


def add_arguments(parser: ArgumentParser) -> None:
    """Where the backup goes, and how much is proved."""
    parser.add_argument(
        "--backup-to",
        metavar="FOLDER",
        type=Path,
        help="where the backup is made; default: “backups” in the data folder",
    )
    parser.add_argument("--prove-all", action="store_true", help=f"judge every act again, not a sample of {SAMPLE}")
    roots.add_argument(parser)
    progress.add_argument(parser)


def run(options: Namespace) -> Outcome:
    """Step by step; the first fault ends it."""
    _must_not_be_newer()
    upgrade = _Upgrade(options)
    for step in (_look, _migrate, _rows, _verify, _prove):
        step(upgrade)
        if not upgrade.sound:
            upgrade.tell("STOPPED here. Find out what happened before anybody works on.")
            if upgrade.backup:
                upgrade.tell(f"The installation as it was is in {upgrade.backup}.")
            break
    else:
        upgrade.tell(f"The installation is at release {__version__}.")
    data = {
        "release": __version__,
        "steps": upgrade.steps,
        "backup": str(upgrade.backup) if upgrade.backup else None,
    }
    return Outcome(data, "\n".join(upgrade.steps), Status.DONE if upgrade.sound else Status.FAULT)


def _must_not_be_newer() -> None:
    """A database of a later release is left alone; so is one nobody founded."""
    if "journal_envelope" not in connection.introspection.table_names():
        raise Unavailable("There is no installation here yet: certwright init")
    loader = MigrationLoader(connection)
    ours = {migration.app_label for migration in loader.disk_migrations.values()}
    unknown = loader.applied_migrations.keys() - loader.disk_migrations.keys()
    if later := sorted(f"{app}.{name}" for app, name in unknown if app in ours):
        raise Unavailable(f"The database is of a later release than {__version__}: it has {', '.join(later)}.")


def _look(upgrade: _Upgrade) -> None:
    """The record before anything is changed: nobody should carry a fault over into a new release unnoticed."""
    found = verified(upgrade.options, "default")
    upgrade.tell(*verification_lines(found))
    upgrade.sound = found.clean


def _migrate(upgrade: _Upgrade) -> None:
    missing = unapplied()
    if not missing:
        upgrade.tell("The tables are those of this release already.")
        _guarded(upgrade)
        return
    target = upgrade.options.backup_to or Path(settings.CERTWRIGHT_DATA) / "backups"
    upgrade.backup, manifest, _ = make_backup(target, datetime.now(UTC), upgrade.options)
    upgrade.tell(f"Backed up to {upgrade.backup}, {manifest.position:,} acts.")
    call_command("migrate", verbosity=0, interactive=False)
    upgrade.tell(f"Migrated: {', '.join(missing)}.")
    _guarded(upgrade)


def _guarded(upgrade: _Upgrade) -> None:
    """Nobody works on without the triggers, whoever or whatever took them away."""
    if gone := triggers.missing(connection):
        upgrade.tell(f"Triggers that protect the record are missing: {', '.join(sorted(gone))}. {triggers.REMEDY}")
        upgrade.sound = False


def _rows(upgrade: _Upgrade) -> None:
    with progress.telling(upgrade.options) as tell:
        changed = rebuild("default", partial(tell, "acts gone through"))
    upgrade.tell(f"Rows put in step with the journal: {changed:,} removed or written.")


def _verify(upgrade: _Upgrade) -> None:
    if upgrade.backup:
        _look(upgrade)


def _prove(upgrade: _Upgrade) -> None:
    with progress.telling(upgrade.options) as tell:
        told = partial(tell, "acts judged again")
        found = prove("default", told) if upgrade.options.prove_all else prove_sample(SAMPLE, "default", told)
    upgrade.tell(*proved_lines(found))
    upgrade.sound = found.clean
