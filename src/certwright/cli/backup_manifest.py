"""The table of contents of a backup: which files belong to it, and how far the journal in it goes."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import Any

FILE = "manifest.json"
FORMAT = 1


class NoBackup(Exception):
    """A folder is no backup, or one of a later release. The text says why."""


@dataclass(frozen=True, slots=True)
class Held:
    """One file of a backup: its size in bytes and its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds.

    ``database`` is ``sqlite`` or ``postgresql``; ``position``, ``hash`` and ``recorded_at`` are where the journal in it
    ends (0 and empty: nothing is recorded). ``files`` are all files but the manifest, by path within the backup.
    """

    made_at: str
    release: str
    database: str
    position: int
    hash: str
    recorded_at: str
    files: Mapping[str, Held] = field(default_factory=dict)
    format: int = FORMAT


def held(path: Path) -> Held:
    """Size and digest of a file."""
    with path.open("rb") as file:
        return Held(path.stat().st_size, file_digest(file, "sha256").hexdigest())


def contents(backup: Path) -> Iterator[Path]:
    """Every file of a backup but its manifest."""
    yield from sorted(path for path in backup.rglob("*") if path.is_file() and path != backup / FILE)


def write(backup: Path, manifest: Manifest) -> None:
    """Write the manifest, synced: a backup without one is not complete."""
    with (backup / FILE).open("w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())


def read(backup: Path) -> Manifest:
    """Read the manifest of a backup. Raises :class:`NoBackup`."""
    try:
        said: dict[str, Any] = json.loads((backup / FILE).read_text(encoding="utf-8"))
        files = {path: Held(**each) for path, each in said.pop("files").items()}
        manifest = Manifest(**said, files=files)
    except FileNotFoundError as error:
        raise NoBackup(f"{backup} holds no {FILE}: it is no backup, or one that was not finished.") from error
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise NoBackup(f"{backup / FILE} cannot be read: {error}") from error
    if manifest.format != FORMAT:
        raise NoBackup(f"{backup} was made by a later release ({manifest.release}); check it with that one.")
    return manifest


def differences(backup: Path, manifest: Manifest) -> Iterator[str]:
    """Each file that is missing, altered or not of the backup, as a sentence."""
    found = {path.relative_to(backup).as_posix(): path for path in contents(backup)}
    for name, expected in manifest.files.items():
        if name not in found:
            yield f"{name} is missing."
        elif held(found[name]) != expected:
            yield f"{name} was altered."
    for name in sorted(found.keys() - manifest.files.keys()):
        yield f"{name} does not belong to the backup."
