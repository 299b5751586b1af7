"""The rows of a running portfolio, written straight into the tables: so many certifications and all that hangs on them.

There is no journal behind them, and no page that only lists and counts can tell. The same number and seed give the same
rows. Most of the work is done; of every hundred certifications about three are under way in one step or another.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from django.db import connections, transaction

from certwright.rows.deriving import fields_of
from certwright.rows.deriving.words import words_in
from certwright.rows.models import (
    AgreementRow,
    ApplicationRow,
    AppointmentRow,
    AssignmentRow,
    AttestationRow,
    BelongingRow,
    CertificationRow,
    ClientRow,
    DecisionRow,
    DossierRow,
    EnquiryRow,
    FindingRow,
    MatterRow,
    PartRow,
    PersonRow,
    PieceRow,
    ReviewRow,
    Row,
    WordRow,
)

PACKS = ("iso-9001", "iso-14001", "iso-45001", "safety-helmets", "organic-food")
FIRST = ("Amber", "Birch", "Cobalt", "Delta", "Ember", "Fjord", "Granite", "Harbour", "Indigo", "Juniper", "Kestrel")
SECOND = ("Castings", "Dairy", "Engines", "Foods", "Glass", "Helmets", "Instruments", "Logistics", "Metals", "Optics")
TOWNS = ("Exampleton", "Fictonbury", "Inventham", "Sampleford", "Testwick")
AUDITORS = 200
_MOVED = datetime(2026, 1, 1, 9, tzinfo=UTC).isoformat(sep=" ")
_AT_ONCE = 2_000

Made = tuple[type[Row], dict[str, Any]]


def write(certifications: int, today: date, using: str = "default", seed: int = 17) -> None:
    """Write the rows of a portfolio of this size, as it stands on ``today``."""
    rng = Random(seed)
    cases = (_case(number, today, rng) for number in range(certifications))
    with transaction.atomic(using=using):
        _put(_people(), using)
        while some := list(islice(cases, _AT_ONCE)):
            _put((row for case in some for row in case), using)
    with connections[using].cursor() as cursor:
        cursor.execute("ANALYZE")


def _put(rows: Iterator[Made], using: str) -> None:
    by_table: dict[type[Row], list[tuple[Any, ...]]] = defaultdict(list)
    for table, given in rows:
        by_table[table].append(tuple(_plain(table, name, given) for name in fields_of(table)))
    with connections[using].cursor() as cursor:
        for table, values in by_table.items():
            names = ", ".join(f'"{name}"' for name in fields_of(table))
            marks = ", ".join(["%s"] * len(fields_of(table)))
            cursor.executemany(f"INSERT INTO {table._meta.db_table} ({names}) VALUES ({marks})", values)


def _plain(table: type[Row], name: str, given: dict[str, Any]) -> Any:
    value = given.get(name)
    if value is None:
        return None if table._meta.get_field(name).null else ""
    return value.isoformat() if isinstance(value, date) else value


def _people() -> Iterator[Made]:
    for number in range(AUDITORS):
        person = f"person:auditor-{number:04}"
        yield PersonRow, {"dossier": person, "name": f"Auditor No. {number}", "basis": "contract"}
        yield from _known(person, f"Auditor No. {number}")


def _known(dossier: str, title: str, *texts: str) -> Iterator[Made]:
    kind, _, key = dossier.partition(":")
    yield DossierRow, {"dossier": dossier, "kind": kind, "title": title, "seq": 9, "recorded_at": _MOVED}
    words = dict.fromkeys((key, *(word for text in (title, *texts) for word in words_in(text))))
    for word in words if texts or kind in ("client", "person") else (key,):
        yield WordRow, {"dossier": dossier, "word": word, "kind": kind}


def _case(number: int, today: date, rng: Random) -> Iterator[Made]:
    """A certification with its client; three of five clients have one alone, the others share."""
    client = f"client:c-{number - number % 5 % 3:07}"
    pack = PACKS[number % len(PACKS)]
    opened = today - timedelta(days=rng.randrange(30, 3_000))
    if number % 5 % 3 == 0:
        name = f"{rng.choice(FIRST)} {rng.choice(SECOND)} {number}"
        yield ClientRow, _client(client, name, number, rng)
        yield from _known(client, name, f"HRB {number}")
        agreed = {"dossier": f"agreement:g-{number:07}", "client": client, "packs": f'["{pack}"]', "valid_from": opened}
        yield AgreementRow, agreed
    yield from _before(number, client, pack, opened, rng)
    yield from _certification(number, client, pack, opened, today, rng)


def _client(client: str, name: str, number: int, rng: Random) -> dict[str, Any]:
    return {
        "dossier": client,
        "name": name,
        "status": "legal-person",
        "country": rng.choice(("DE", "FR", "GB", "PL")),
        "town": rng.choice(TOWNS),
        "register_number": f"HRB {number}",
        "sites": rng.choice((1, 1, 1, 2, 5)),
    }


def _before(number: int, client: str, pack: str, opened: date, rng: Random) -> Iterator[Made]:
    case = {"client": client, "received_on": opened - timedelta(days=rng.randrange(20, 60))}
    waits = rng.random() < 0.01
    done = None if waits else opened
    yield EnquiryRow, {"dossier": f"enquiry:e-{number:07}", "standard": "iso-iec-17021-1", "settled_on": done, **case}
    application = {"dossier": f"application:a-{number:07}", "pack": pack, "standard": "iso-iec-17021-1", **case}
    yield ApplicationRow, {**application, "enquiry": f"enquiry:e-{number:07}", "accepted_on": done}
    yield from _known(f"application:a-{number:07}", f"application:a-{number:07}")
    if rng.random() < 0.01:
        matter = {"dossier": f"matter:m-{number:07}", "kind": "complaint", "standard": "iso-iec-17021-1"}
        closed = None if rng.random() < 0.1 else opened + timedelta(days=90)
        yield MatterRow, {**matter, "received_on": opened, "client": client, "closed_on": closed}


def _certification(number: int, client: str, pack: str, opened: date, today: date, rng: Random) -> Iterator[Made]:
    itself = f"certification:c-{number:07}"
    granted = opened + timedelta(days=90)
    ends = granted + timedelta(days=1_095 if today - granted < timedelta(days=1_095) or rng.random() < 0.3 else 2_190)
    certificate = f"CW-{opened.year}-{number:07}" if granted <= today else ""
    paused = granted + timedelta(days=400) if rng.random() < 0.03 else None
    turns = [(date.min, "none"), (granted, "valid")] if granted <= today else [(date.min, "none")]
    turns += [(paused, "suspended")] if paused and paused < ends else []
    turns += [(ends + timedelta(days=1), "expired")] if granted <= today else []
    fields = {
        "dossier": itself,
        "client": client,
        "application": f"application:a-{number:07}",
        "standard": "iso-iec-17021-1",
        "pack": pack,
        "text_digest": "sha256:" + "0" * 64,
        "object_kind": "management-system",
        "scope": "Design and manufacture of invented goods",
        "number": certificate,
        "opened_on": opened,
        "granted_on": granted if certificate else None,
        "last_day": ends if certificate else None,
        "looked_at_on": max(granted, today - timedelta(days=rng.randrange(5, 250))) if certificate else None,
        "next_on": today + timedelta(days=rng.randrange(10, 300)) if rng.random() < 0.9 else None,
        "next_what": "surveillance",
    }
    for place, (first, standing) in enumerate(turns):
        last = turns[place + 1][0] - timedelta(days=1) if place + 1 < len(turns) else date.max
        yield CertificationRow, {**fields, "from_day": first, "until_day": last, "standing": standing}
    yield from _known(itself, certificate or f"{pack} for {client}", certificate)
    yield BelongingRow, {"dossier": itself, "client": client, "certification": itself, "told": True}
    for place in range(4):
        held = granted + timedelta(days=365 * place - 30)
        yield from _round(f"{number:07}-{place}", itself, client, pack, held, today, rng)


def _round(name: str, of: str, client: str, pack: str, held: date, today: date, rng: Random) -> Iterator[Made]:
    """An evaluation with what it led to, as far as time has come."""
    case = {"client": client, "pack": pack, "standard": "iso-iec-17021-1"}
    assignment, auditor = f"assignment:s-{name}", f"person:auditor-{rng.randrange(AUDITORS):04}"
    over = held < today and rng.random() > 0.01
    purpose = "initial" if name.endswith("-0") else "surveillance"
    decided = held + timedelta(days=30) if over and held + timedelta(days=30) <= today else None
    planned = {"planned_from": held - timedelta(days=1), "planned_to": held}
    piece = {"dossier": of, "assignment": assignment, "kind": "stage-2", "purpose": purpose, "settled_on": decided}
    yield PieceRow, {**piece, **case, **planned}
    if held > today + timedelta(days=90):
        return
    yield (
        AssignmentRow,
        {
            "dossier": assignment,
            "certification": of,
            "kind": "stage-2" if purpose == "initial" else "surveillance",
            "confirmed_on": held - timedelta(days=40) if over or rng.random() < 0.5 else None,
            "held_from": held if over else None,
            "held_to": held if over else None,
            "reported_on": held + timedelta(days=5) if over else None,
            "conclusion": "negative" if over and rng.random() < 0.1 else "positive" if over else "",
            "leader": auditor,
            "members": 1,
            **case,
            **planned,
        },
    )
    yield from _known(assignment, f"stage-2, {held}")
    part = {"dossier": assignment, "person": auditor, "client": client, "certification": of}
    yield PartRow, part
    yield BelongingRow, {"dossier": assignment, "client": client, "certification": of, "told": True}
    appointed = {"number": 1, "role": "team-leader", "appointed_on": held - timedelta(days=50)}
    yield AppointmentRow, {"dossier": assignment, "person": auditor, **appointed}
    if over and rng.random() < 0.6:
        yield from _finding(f"finding:f-{name}", of, assignment, auditor, case, held, rng)
    if decided:
        yield from _decided(name, of, case, decided, auditor)


def _finding(
    finding: str, of: str, assignment: str, auditor: str, case: dict[str, Any], held: date, rng: Random
) -> Iterator[Made]:
    settled = None if rng.random() < 0.01 else held + timedelta(days=25)
    yield (
        FindingRow,
        {
            "dossier": finding,
            "certification": of,
            "assignment": assignment,
            "grade": rng.choice(("minor", "minor", "major")),
            "requirement": rng.choice(("7.1.5", "8.4", "9.2", "10.2")),
            "raised_on": held,
            "raised_by": auditor,
            "told_on": held,
            "answer_due": held + timedelta(days=30),
            "answered_on": settled,
            "judged": "accepted" if settled else "",
            "accepted_on": settled,
            "verified_on": settled,
            "settled_on": settled,
            **case,
        },
    )
    yield from _known(finding, f"minor: {held}")
    yield BelongingRow, {"dossier": finding, "client": case["client"], "certification": of, "told": True}


def _decided(name: str, of: str, case: dict[str, Any], decided: date, reviewer: str) -> Iterator[Made]:
    given = {"dossier": of, "client": case["client"], "pack": case["pack"]}
    kind = "grant" if name.endswith("-0") else "maintain"
    review = {"act_id": f"r-{name}", "reviewer": reviewer, "recommendation": kind, "reviewed_on": decided}
    yield ReviewRow, {**given, **review, "decided_on": decided}
    act = {"act_id": f"d-{name}", "kind": kind, "decided_on": decided, "deciders": f'["{reviewer}"]'}
    attested = decided if kind == "grant" else None
    yield DecisionRow, {**given, **act, "effective_from": decided, "attested_on": attested}
    if kind == "grant":
        issued = {"act_id": f"i-{name}", "number": f"CW-{decided.year}-{name}", "version": 1, "issued_on": decided}
        yield AttestationRow, {**given, **issued, "valid_from": decided}
