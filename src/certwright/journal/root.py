"""The daily root: a signed statement of how far the journal goes and of the hash over all its envelopes.

A root leaves the machine. Whoever holds one can show that the journal was cut off, restored from an old backup or
rewritten since. ``docs/reference/journal-format.md`` describes the file.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.db import connections

from certwright.journal.envelope import canonical, running_hash
from certwright.journal.models import Head, Tail
from certwright.journal.root_keys import key_id
from certwright.journal.snapshot import standing_still

FORMAT = 1
PAGE = 5_000


class RootRefused(Exception):
    """The journal is not what the last root says it was, or there is nothing to sign. The text says what is wrong."""


@dataclass(frozen=True, slots=True)
class Root:
    """Where the journal stood: ``position`` and time of its last act, ``hash`` over all envelopes, and how many
    dossiers there were. ``day`` is the body's calendar day the root is made for; times are UTC in ISO 8601."""

    day: str
    position: int
    hash: str
    recorded_at: str
    dossiers: int
    made_at: str
    format: int = FORMAT

    @property
    def text(self) -> str:
        """What is signed, in UTF-8."""
        return canonical(asdict(self))


@dataclass(frozen=True, slots=True)
class Exported:
    """A root file. ``root`` is ``None`` if it cannot be trusted; ``fault`` then says why."""

    name: str
    root: Root | None
    fault: str = ""


def make(using: str, last: Root | None, day: date, made_at: datetime) -> Root:
    """The root of the journal as it stands. Only what was recorded after the ``last`` root is read.

    Raises:
        RootRefused: nothing is recorded yet, the journal is not a continuation of ``last``, or ``day`` is before it.
    """
    with standing_still(using):
        tail = Tail.objects.using(using).first()
        if tail is None:
            raise RootRefused("Nothing is recorded yet, so there is nothing to sign.")
        recorded_at = _written(tail.recorded_at)
        if last:
            _must_continue(last, tail.position, recorded_at, day)
        position, running = _run(using, last.position, last.hash) if last else _run(using, 0, "")
        if (position, running) != (tail.position, tail.hash):
            raise RootRefused(
                f"The acts recorded since the last root end at {position} with the hash {running}, the journal is said "
                f"to stand at {tail.position} with {tail.hash}. Run “certwright journal verify”."
            )
        dossiers = Head.objects.using(using).count()
    return Root(day.isoformat(), position, running, recorded_at, dossiers, _written(made_at))


def _must_continue(last: Root, position: int, recorded_at: str, day: date) -> None:
    if position < last.position:
        raise RootRefused(
            f"The journal ends at act {position}, but the root of {last.day} was signed at act {last.position}. Acts "
            f"{position + 1} to {last.position} are gone: was an old backup restored? Nothing was signed."
        )
    if recorded_at < last.recorded_at:
        raise RootRefused(f"The last act is older than the one of the root of {last.day}. Nothing was signed.")
    if day.isoformat() < last.day:
        raise RootRefused(f"A root of {last.day} is there already, and today is said to be {day}. Look at the clock.")


def _run(using: str, position: int, running: str) -> tuple[int, str]:
    """The last position and the running hash there, from those at ``position`` on. Each envelope is hashed anew."""
    query = f"SELECT position, hash, text FROM journal_envelope WHERE position > %s ORDER BY position LIMIT {PAGE}"
    while True:
        with connections[using].cursor() as cursor:
            cursor.execute(query, [position])
            page = cursor.fetchall()
        for found, stored, text in page:
            computed = sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
            if found != position + 1 or computed != stored:
                raise RootRefused(f"Act {position + 1} is missing or altered. Run “certwright journal verify”.")
            position, running = found, running_hash(running, stored)
        if len(page) < PAGE:
            return position, running


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def export(folder: Path, root: Root, key: Ed25519PrivateKey) -> Path:
    """Sign a root and write it to ``root-<day>-<position>.json``, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"root-{root.day}-{root.position}.json"
    arriving = path.with_suffix(".incoming")
    with arriving.open("w", encoding="utf-8") as file:
        file.write(signed(root, key) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return arriving.replace(path)


def signed(root: Root, key: Ed25519PrivateKey) -> str:
    """The text of a root file."""
    signature = key.sign(root.text.encode()).hex()
    return canonical({"root": asdict(root), "key": key_id(key.public_key()), "signature": signature})


def exported(folder: Path, keys: Mapping[str, Ed25519PublicKey]) -> list[Exported]:
    """The roots in a folder by name, each checked against the key it names."""
    return [read(path.name, path.read_text("utf-8", "replace"), keys) for path in sorted(folder.glob("root-*.json"))]


def read(name: str, text: str, keys: Mapping[str, Ed25519PublicKey]) -> Exported:
    """Read one root file and check its signature."""
    try:
        file: dict[str, Any] = json.loads(text)
        root = Root(**file["root"])
        signature = bytes.fromhex(file["signature"])
        key = keys.get(file["key"])
    except (ValueError, KeyError, TypeError):
        return Exported(name, None, "not a root file")
    if key is None:
        return Exported(name, None, f"the key {file['key']} is not known")
    try:
        key.verify(signature, root.text.encode())
    except InvalidSignature:
        return Exported(name, None, "the signature is wrong")
    return Exported(name, root) if root.format == FORMAT else Exported(name, None, "of a later format")


def last(roots: Iterable[Exported]) -> Root | None:
    """The root that goes furthest.

    Raises:
        RootRefused: one of the files cannot be trusted.
    """
    found: list[Root] = []
    for item in roots:
        if item.root is None:
            raise RootRefused(f"{item.name} is no root to go on from: {item.fault}.")
        found.append(item.root)
    return max(found, key=lambda root: (root.position, root.made_at), default=None)
