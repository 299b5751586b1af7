"""A journal with everything in it that can be tampered with, and the hands of somebody who holds the database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.apps import apps
from django.db import connection, models, transaction
from pydantic_core import from_json

from building import CLIENT_ID, Building, adopt, attach, building, found_body, propose, record, register_client
from certwright.core.entry import OnBehalf
from certwright.journal import root, triggers
from certwright.journal.attachments import Attachments
from certwright.journal.envelope import canonical, digest, running_hash
from certwright.journal.models import Content, Envelope, Head, Tail
from certwright.journal.root import Exported, Root
from certwright.journal.root_keys import key_id
from certwright.journal.tail import TAIL
from certwright.journal.verifying import Verification, verify
from small_body import BEN, CARA, CLIENT, act

DORA = "person:dora"
TABLES: tuple[type[models.Model], ...] = tuple(apps.get_app_config("journal").get_models())
COLUMNS = [(table, field.column) for table in TABLES for field in table._meta.concrete_fields]
LAST = CLIENT | {"legal_entity": {"name": "Last & Co", "form": "Ltd", "town": "Hull", "country": "GB"}}
KEYS = {table: str(table._meta.pk.column) for table in TABLES if table._meta.pk}
SITES = [{"code": "1", "name": "Works", "town": "Leeds", "country": "GB"}]
SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@dataclass(frozen=True)
class Journal:
    """A journal without triggers, and the roots that were exported while it was honest."""

    here: Building
    attachments: Attachments
    roots: tuple[Exported, ...]

    def verify(self, *, roots: bool = True) -> Verification:
        """What verifying it says."""
        return verify("default", self.attachments, self.roots if roots else ())


def a_journal(folder: Path) -> Journal:
    """A body with people, a pack, a client, an attachment, two erasures, a correction; a root half-way and one now."""
    here = building(folder)
    found_body(here)
    adopt(here, "iso-iec-17065")
    half_way = root.make("default", None, here.clock.today, here.clock())
    here.clock.go_on(days=1)
    evidence, today = attach(here, b"Interview of 3 March, signed."), here.clock.today.isoformat()
    granted = act(
        "person.grant-authorisation", function="review", valid_from=today, evidence="Interview.", documents=[evidence]
    )
    record(here, propose(here, BEN, granted))
    for person in (DORA, "person:emil"):
        _register_and_erase(here, person)
    wrong = register_client(here)
    fields = {**from_json(Content.objects.get(position=wrong.position).text)["fields"], "sites": SITES}
    right = act("record.put-right", act=wrong.id, form=wrong.form, fields=fields, reason="Wrong box ticked")
    record(here, propose(here, CLIENT_ID, right, by=BEN))
    letter = OnBehalf(whom=CLIENT_ID, evidence=attach(here, b"Letter of 3 March."))
    record(here, propose(here, "client:last", act("client.register", **LAST), by=BEN, on_behalf=letter))
    now = root.make("default", half_way, here.clock.today, here.clock())
    roots = tuple(Exported(f"root-{item.day}-{item.position}.json", item) for item in (half_way, now))
    triggers.remove(connection)
    return Journal(here, here.means.attachments, roots)


def _register_and_erase(here: Building, person: str) -> None:
    record(here, propose(here, person, act("person.register", basis="outside", since="2026-01-01"), by=BEN))
    stated = propose(here, person, act("person.state-particulars", name="Somebody who asks to be forgotten"), by=BEN)
    record(here, stated)
    erasure = act(
        "person.erase-particulars", ground="request-of-the-person", reason="Letter of 3 March.", acts=[stated.id]
    )
    record(here, propose(here, person, erasure, by=CARA))


@contextmanager
def for_a_moment() -> Iterator[None]:
    """What is done inside is undone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def keys(table: type[models.Model]) -> list[Any]:
    """The primary keys of all rows."""
    return list(table._default_manager.order_by("pk").values_list("pk", flat=True))


def changed(table: type[models.Model], column: str, value: Any) -> list[Any]:
    """Values that differ from ``value`` in one byte, or by one, and that the table's constraints let in."""
    if isinstance(value, int):
        return [10_000 + value, -value] if column in (KEYS[table], "seq") else [value + 1, value - 1, value ^ 1 << 8]
    if isinstance(value, str):
        places = {0, len(value) // 2, len(value) - 1}
        return [f"{value[:place]}{'~' if value[place] != '~' else '^'}{value[place + 1 :]}" for place in sorted(places)]
    return [value + timedelta(microseconds=1), value - timedelta(days=1)]


def update(table: type[models.Model], key: Any, **values: Any) -> None:
    """Change columns of one row, as an administrator would."""
    assert table._default_manager.filter(pk=key).update(**values) == 1


def swap(table: type[models.Model], one: Any, other: Any, *columns: str) -> None:
    """Exchange columns of two rows."""
    rows = {key: table._default_manager.filter(pk=key).values(*columns).get() for key in (one, other)}
    if KEYS[table] in columns:
        _move(table, one, -7)
        _move(table, other, one)
        _move(table, -7, other)
    else:
        parked = {column: -7 if isinstance(value, int) else "parked" for column, value in rows[one].items()}
        update(table, one, **parked)
        update(table, other, **rows[one])
        update(table, one, **rows[other])


def _move(table: type[models.Model], key: Any, to: Any) -> None:
    update(table, key, **{KEYS[table]: to})


def forge(position: int, /, **fields: Any) -> None:
    """Rewrite what an envelope says, with the hash that belongs to it, and nothing else."""
    said = from_json(Envelope.objects.get(position=position).text) | fields
    update(Envelope, position, text=canonical(said), hash=digest(canonical(said)))


def rewrite_from(position: int, change: Callable[[dict[str, Any]], None]) -> None:
    """Change what an envelope says and make everything after it, heads and tail consistent with that."""
    heads: dict[str, tuple[int, str]] = {}
    running = ""
    for envelope in Envelope.objects.order_by("position"):
        said = from_json(envelope.text)
        if envelope.position == position:
            change(said)
        if envelope.position > position:
            said["previous"] = heads.get(said["dossier"], (0, ""))[1]
            said["proof"]["read"] = {name: heads[name] for name in said["proof"]["read"]}
        text = canonical(said)
        update(Envelope, envelope.position, text=text, hash=digest(text))
        heads[said["dossier"]] = (said["seq"], digest(text))
        running = running_hash(running, digest(text))
    for dossier, (seq, head) in heads.items():
        update(Head, dossier, seq=seq, hash=head)
    update(Tail, TAIL, hash=running)


def named(verification: Verification) -> list[tuple[str, int | None]]:
    """Each fault as (what, position)."""
    return [(fault.what.value, fault.place.position) for fault in verification.faults]


def signed_root(item: Root) -> Exported:
    """A root as it comes back from its file."""
    return root.read("root.json", root.signed(item, SIGNER), {key_id(SIGNER.public_key()): SIGNER.public_key()})
