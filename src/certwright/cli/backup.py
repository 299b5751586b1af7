"""Copy everything the record needs into a new folder below TARGET, while people work.

A backup holds the database as it stood at one moment, all attachments, the signed roots and the public keys, and a
manifest with the SHA-256 of every file. It does not hold the private key that signs roots: whoever has the key and the
database could write another record and sign it. Keep a copy of the key in other hands. Check every backup you rely on:
certwright restore-check
"""

import shutil
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from certwright import __version__
from certwright.cli import backup_manifest, progress, roots
from certwright.cli.backup_database import copy_database
from certwright.cli.backup_manifest import Manifest
from certwright.cli.outcome import BadInput, Outcome, Problem, Status, Unavailable
from certwright.cli.ready import must_be_ready
from certwright.journal.attachments import Attachments, Folder
from certwright.office import installation

JSON = {
    "backup": "the folder of the backup",
    "position": "the last act in it",
    "hash": "the hash over all envelopes in it",
    "files": "how many files",
    "bytes": "how large they are together",
    "altered_attachments": "attachments that no longer were what acts name, and were copied as they are",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("target", metavar="TARGET", type=Path, help="the folder in which the backup's folder is made")
    progress.add_argument(parser)


def run(options: Namespace) -> Outcome:
    """Make one."""
    must_be_ready()
    backup, manifest, altered = make_backup(options.target, datetime.now(UTC), options)
    size = sum(held.size for held in manifest.files.values())
    data = {
        "backup": str(backup),
        "position": manifest.position,
        "hash": manifest.hash,
        "files": len(manifest.files),
        "bytes": size,
        "altered_attachments": altered,
    }
    lines = [f"{backup}: {manifest.position:,} acts, {len(manifest.files):,} files, {size / 1e6:,.1f} MB"]
    lines += [f"Attachment {attachment} was altered before it was copied." for attachment in altered]
    return Outcome(data, "\n".join(lines), Status.FAULT if altered else Status.DONE)


def make_backup(target: Path, now: datetime, options: Namespace) -> tuple[Path, Manifest, list[str]]:
    """A backup in a new folder below ``target``; its manifest; the attachments that no longer are what they were.

    Raises:
        BadInput: the folder is there already, or there can be none.
        Unavailable: the copy could not be made. Nothing is left of it.
    """
    backup = target / f"certwright-{now:%Y-%m-%dT%H%M%SZ}"
    arriving = backup.with_name(f"{backup.name}.incomplete")
    try:
        target.mkdir(parents=True, exist_ok=True)
        if backup.exists():
            raise BadInput(Problem(f"{backup} is there already.", "Try again in a second."))
        arriving.mkdir(mode=0o700)
        manifest, altered = _fill(arriving, now, options)
        arriving.rename(backup)
    except OSError as error:
        shutil.rmtree(arriving, ignore_errors=True)
        raise Unavailable(f"The backup cannot be written to {target}: {error.strerror or error}.") from error
    except BaseException:
        shutil.rmtree(arriving, ignore_errors=True)
        raise
    return backup, manifest, altered


def _fill(folder: Path, now: datetime, options: Namespace) -> tuple[Manifest, list[str]]:
    # The database first: whatever an act in it names was in store before the act was recorded.
    position, journal_hash, recorded_at = copy_database(folder)
    altered = _copy_attachments(installation.attachments(), folder, options)
    _copy_files(roots.folder(), "root-*.json", folder / "roots")
    _copy_files(Path(settings.CERTWRIGHT_ROOT_KEY).parent, "*.pub.pem", folder / "keys")
    files = {
        path.relative_to(folder).as_posix(): backup_manifest.held(path) for path in backup_manifest.contents(folder)
    }
    kind = "sqlite" if "database.sqlite3" in files else "postgresql"
    manifest = Manifest(now.isoformat(), __version__, kind, position, journal_hash, recorded_at, files)
    backup_manifest.write(folder, manifest)
    return manifest, altered


def _copy_attachments(store: Attachments, folder: Path, options: Namespace) -> list[str]:
    copies, altered = Folder(folder / "attachments"), []
    with progress.telling(options) as tell:
        for done, attachment in enumerate(store.ids(), 1):
            with store.open(attachment) as file:
                copied, _ = copies.put(file, limit=1 << 62)
            if copied != attachment:
                altered.append(attachment)
            tell("attachments copied", done, None)
    return altered


def _copy_files(source: Path, pattern: str, target: Path) -> None:
    for path in sorted(source.glob(pattern)):
        target.mkdir(exist_ok=True)
        shutil.copy2(path, target / path.name)
