"""The machine an installation runs on: settings, folders, disk, time zones, the signing key."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings

from certwright.cli.doctor_finding import Finding, fail, ok, warn
from certwright.core.dossiers import Body
from certwright.journal.root_keys import DEMONSTRATION_MARK, KeyUnusable, key_id, private_key

LITTLE, TOO_LITTLE = 2_000_000_000, 200_000_000
"""Bytes of free disk below which somebody should see to it, and below which the record is in danger."""


def look() -> Iterator[Finding]:
    """Everything that can be seen without the database."""
    mode = settings.CERTWRIGHT_MODE
    if mode == "production":
        yield ok("settings", "production; every setting that protects the record is given")
    else:
        yield warn("settings", f"{mode} mode: nothing here is meant in earnest", "Set CERTWRIGHT_MODE=production.")
    yield from _data_folder()
    yield from _key()


def _data_folder() -> Iterator[Finding]:
    data = Path(settings.CERTWRIGHT_DATA)
    if not data.is_dir():
        yield fail("data folder", f"{data} is not there", "Run: certwright init")
        return
    if os.access(data, os.W_OK):
        yield ok("data folder", f"{data} can be written")
    else:
        yield fail("data folder", f"{data} cannot be written", "Give it to the user the program runs as.")
    yield _disk(data)


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    says = f"{free / 1e9:,.1f} GB are free where {folder} lies"
    if free < TOO_LITTLE:
        return fail("disk", says, "Make room now: a full disk stops every recording.")
    return warn("disk", says, "Make room.") if free < LITTLE else ok("disk", says)


def _key() -> Iterator[Finding]:
    file = Path(settings.CERTWRIGHT_ROOT_KEY)
    try:
        key = private_key(file)
    except KeyUnusable as unusable:
        yield fail("signing key", str(unusable), "Run “certwright init”, or put the key back from where it is kept.")
        return
    says = f"{file}, key id {key_id(key.public_key())}"
    if file.stat().st_mode & 0o077:
        yield fail("signing key", f"{says}, can be read by others", f"Run: chmod 600 {file}")
    elif file.read_bytes().startswith(DEMONSTRATION_MARK):
        yield warn(
            "signing key", f"{says}, made by a demonstration", "Make one of your own before you go on in earnest."
        )
    else:
        yield ok("signing key", says)


def time_zone(body: Body) -> Finding:
    """Whether this machine knows the zone in which the body counts its days."""
    try:
        ZoneInfo(body.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        remedy = "Install the time zone data of the system, or the Python package tzdata."
        return fail("time zone", f"this machine does not know {body.time_zone}", remedy)
    return ok("time zone", f"{body.time_zone} is known here")
