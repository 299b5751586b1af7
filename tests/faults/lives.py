"""What somebody records until they are killed: transactions that touch every table of the record."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from uuid import UUID

from building import Building, attach, building, people, propose
from certwright.core.entry import Proposal
from small_body import ANNA, BEN, CARA, CLIENT, ENTITY, FOUNDING, act

Transactions = Iterator[list[Proposal]]


def means(folder: Path) -> Building:
    """The means of somebody who works beside the test, on the same database and attachments."""
    return building(folder)


def one(life: str, here: Building, rng: Random) -> Transactions:
    """The transactions of a life, by its name."""
    return _LIVES[life](here, rng)


def founding(here: Building, rng: Random) -> Transactions:
    """The very first transaction: body, people, authorisations, the rule catalogue."""
    yield [propose(here, "body:self", act("body.found", **FOUNDING)), *people(here)]


def everything_at_once(here: Building, rng: Random) -> Transactions:
    """One transaction with a new dossier and a moved one, an attachment, a claim, a correction and an erasure."""
    yield [*_person(here, rng, forgotten=True), *_client(here, rng)]


def busy(here: Building, rng: Random) -> Transactions:
    """One transaction after the other, without end."""
    while True:
        yield _person(here, rng, forgotten=rng.random() < 0.3)
        yield _client(here, rng)[: rng.randint(1, 2)]
        yield [_grant(here, rng, BEN)]


def _person(here: Building, rng: Random, *, forgotten: bool) -> list[Proposal]:
    person = f"person:{_id(rng)}"
    opened = _propose(here, rng, person, "person.register", BEN, basis="contract", since="2026-01-01")
    stated = _propose(here, rng, person, "person.state-particulars", BEN, name="Somebody")
    if not forgotten:
        return [opened, stated, _grant(here, rng, person)]
    given = {"ground": "request-of-the-person", "reason": "Letter of 2 March", "acts": [stated.id]}
    return [opened, stated, _propose(here, rng, person, "person.erase-particulars", CARA, **given)]


def _grant(here: Building, rng: Random, person: str) -> Proposal:
    interview = attach(here, rng.randbytes(2_000))
    given = {"function": "review", "valid_from": here.clock.today.isoformat(), "evidence": "Interview."}
    return _propose(here, rng, person, "person.grant-authorisation", ANNA, **given, documents=[interview])


def _client(here: Building, rng: Random) -> list[Proposal]:
    client = f"client:{_id(rng)}"
    entity = {**ENTITY, "register_name": "HRB", "register_number": _id(rng)}
    registered = _propose(here, rng, client, "client.register", BEN, legal_entity=entity, sites=CLIENT["sites"])
    other = {"act": registered.id, "form": "client.register@1", "fields": CLIENT, "reason": "Wrong number"}
    return [registered, _propose(here, rng, client, "record.put-right", BEN, **other), _grant(here, rng, BEN)]


def _propose(here: Building, rng: Random, dossier: str, name: str, by: str, /, **fields: object) -> Proposal:
    return propose(here, dossier, act(name, **fields), by=by, id=_id(rng))


def _id(rng: Random) -> str:
    return UUID(int=rng.getrandbits(128)).hex


_LIVES: dict[str, Callable[[Building, Random], Transactions]] = {
    life.__name__: life for life in (founding, everything_at_once, busy)
}
