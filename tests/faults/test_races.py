"""Two at once: whoever comes second waits and is judged by what the first one recorded, or is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.db import connection

from building import CLIENT_ID, Building, building, propose, record
from certwright.core.entry import Proposal
from certwright.journal import heads, reading
from certwright.journal.models import Envelope
from certwright.office import door
from certwright.office.door import perform
from certwright.office.outcome import Outcome, Performed, Refused
from faults.together import Gate, Person, gate_before, must_be_waiting
from office.soundness import must_be_sound
from small_body import ANNA, BEN, CARA, CLIENT, ENTITY, FOUNDING, act

on_postgresql = pytest.mark.skipif(connection.vendor == "sqlite", reason="on SQLite nobody else begins meanwhile")

DORA, EMIL = "person:dora", "person:emil"


def register(here: Building, client: str = CLIENT_ID, **given: Any) -> Proposal:
    return propose(here, client, act("client.register", **CLIENT), **({"by": BEN} | given))


def end_authorisation(here: Building, person: str, by: str = ANNA) -> Proposal:
    """End what the person may do, so that yesterday was the last day."""
    granted = [e for e in reading.entries({person: 0}, "default")[person] if e.form.startswith("person.grant")]
    yesterday = (here.clock.today - timedelta(days=1)).isoformat()
    said = act("person.end-authorisation", authorisation=granted[0].id, last_day=yesterday, reason="Left the body")
    return propose(here, person, said, by=by)


def granting(here: Building, person: str, function: str, by: str) -> Proposal:
    today = here.clock.today.isoformat()
    said = act("person.grant-authorisation", function=function, valid_from=today, evidence="Interview.")
    return propose(here, person, said, by=by)


def doing(here: Building, *proposals: Proposal) -> Callable[[], Outcome]:
    return lambda: perform(proposals, here.means)


def says(outcome: Outcome) -> list[str]:
    return [refusal.says for refusal in outcome.refusals] if isinstance(outcome, Refused) else []


def position(outcome: Outcome) -> int:
    assert isinstance(outcome, Performed), outcome
    return outcome.entries[0].position


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Where “first” stops: the act is judged, and nothing is written yet."""
    return gate_before(monkeypatch, door, "append", "first")


def test_a_forbidding_fact_waits_until_the_judged_act_is_recorded(here: Building, judged: Gate) -> None:
    """Without the wait, an act would be recorded behind the end of the authorisation it was judged by."""
    acting = Person("first", doing(here, register(here)))
    judged.wait_until_reached()
    forbidding = Person("second", doing(here, end_authorisation(here, BEN)))
    must_be_waiting(forbidding)
    judged.open()
    assert position(acting.outcome) < position(forbidding.outcome)
    must_be_sound("default", here.means.attachments)


def test_an_act_waits_for_the_forbidding_fact_and_is_judged_by_it(here: Building, judged: Gate) -> None:
    forbidding = Person("first", doing(here, end_authorisation(here, BEN)))
    judged.wait_until_reached()
    acting = Person("second", doing(here, register(here)))
    must_be_waiting(acting)
    judged.open()
    assert position(forbidding.outcome)
    assert says(acting.outcome) == ["actor-lacks-function"]
    must_be_sound("default", here.means.attachments)


@on_postgresql
def test_a_forbidding_fact_recorded_while_the_act_is_gathered_is_seen(
    here: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It commits after the act's transaction began and before its dossiers are locked."""
    gathering = gate_before(monkeypatch, heads, "lock", "first")
    acting = Person("first", doing(here, register(here)))
    gathering.wait_until_reached()
    record(here, end_authorisation(here, BEN))
    gathering.open()
    assert says(acting.outcome) == ["actor-lacks-function"]
    must_be_sound("default", here.means.attachments)


@on_postgresql
def test_acts_that_only_look_at_the_same_dossier_do_not_wait(here: Building, judged: Gate) -> None:
    """Ben's own dossier is looked at by all he does: locked for reading, not for writing."""
    first = Person("first", doing(here, register(here)))
    judged.wait_until_reached()
    assert position(perform([register(here, "client:oak")], here.means))
    judged.open()
    assert position(first.outcome)
    must_be_sound("default", here.means.attachments)


def opening(here: Building, person: str, by: str) -> Proposal:
    return propose(here, person, act("person.register", basis="contract", since="2026-01-01"), by=by)


@on_postgresql
def test_a_dossier_opened_meanwhile_is_looked_at_after_all(
    transactional_db: None, judged: Gate, tmp_path: Path
) -> None:
    """What is not there cannot be locked: the first authoriser acts before she is registered. Meanwhile she is
    registered, authorised, and her authorisation ended, all in one transaction."""
    here = building(tmp_path)
    founding = propose(here, "body:self", act("body.found", **FOUNDING))
    people = [opening(here, person, ANNA) for person in (BEN, DORA, EMIL)]
    functions = [
        granting(here, BEN, "client-administration", ANNA),
        granting(here, EMIL, "competence-evaluation", ANNA),
    ]
    record(here, founding, *people, *functions)
    acting = Person("first", doing(here, granting(here, DORA, "review", ANNA)))
    judged.wait_until_reached()
    authorised = granting(here, ANNA, "competence-evaluation", EMIL)
    yesterday = (here.clock.today - timedelta(days=1)).isoformat()
    said = act("person.end-authorisation", authorisation=authorised.id, last_day=yesterday, reason="Left the body")
    record(here, opening(here, ANNA, BEN), authorised, propose(here, ANNA, said, by=EMIL))
    judged.open()
    assert says(acting.outcome) == ["actor-lacks-function"]
    must_be_sound("default", here.means.attachments)


def test_two_who_open_one_dossier(here: Building, judged: Gate) -> None:
    first = Person("first", doing(here, register(here)))
    judged.wait_until_reached()
    second = Person("second", doing(here, register(here)))
    if connection.vendor == "sqlite":
        must_be_waiting(second)
        judged.open()
    else:  # neither can lock what is not there; the first to write wins
        assert position(second.outcome)
        judged.open()
    outcomes = [first.outcome, second.outcome]
    assert sorted(says(outcome) for outcome in outcomes) == [[], ["dossier-already-open"]]
    must_be_sound("default", here.means.attachments)


def test_one_act_asked_for_twice_at_once(here: Building, judged: Gate) -> None:
    """A double click: the act is recorded once, and both are told so."""
    proposal = register(here)
    first = Person("first", doing(here, proposal))
    judged.wait_until_reached()
    second = Person("second", doing(here, proposal))
    if connection.vendor == "sqlite":
        must_be_waiting(second)
        judged.open()
    else:
        assert position(second.outcome)
        judged.open()
    outcomes = [first.outcome, second.outcome]
    assert all(isinstance(outcome, Performed) for outcome in outcomes)
    assert sorted(isinstance(outcome, Performed) and outcome.repeated for outcome in outcomes) == [False, True]
    assert Envelope.objects.filter(act_id=proposal.id).count() == 1
    must_be_sound("default", here.means.attachments)


def test_one_act_asked_for_twice_at_once_in_a_dossier_both_had_seen(here: Building, judged: Gate) -> None:
    """The second one waits, and finds a dossier that has moved on: by the very act it asks for."""
    seen = heads.standing(BEN, "default")
    proposal = replace(granting(here, BEN, "review", ANNA), expects=seen[0] if seen else None)
    first = Person("first", doing(here, proposal))
    judged.wait_until_reached()
    second = Person("second", doing(here, proposal))
    must_be_waiting(second)
    judged.open()
    outcomes = [first.outcome, second.outcome]
    assert [isinstance(outcome, Performed) and outcome.repeated for outcome in outcomes] == [False, True]
    must_be_sound("default", here.means.attachments)


def test_two_who_had_seen_the_same_dossier(here: Building, judged: Gate) -> None:
    """Nobody overwrites unseen work: the second is told that the dossier has moved."""
    seen = heads.standing(BEN, "default")
    both = [replace(granting(here, BEN, "review", ANNA), expects=seen[0] if seen else None) for _ in range(2)]
    first = Person("first", doing(here, both[0]))
    judged.wait_until_reached()
    second = Person("second", doing(here, both[1]))
    must_be_waiting(second)
    judged.open()
    assert position(first.outcome)
    assert says(second.outcome) == ["dossier-has-moved"]


def test_one_register_number_claimed_twice_at_once(here: Building, monkeypatch: pytest.MonkeyPatch) -> None:
    entity = {**ENTITY, "register_name": "HRB", "register_number": "4711"}
    said = act("client.register", **{**CLIENT, "legal_entity": entity})
    writing_rows = gate_before(monkeypatch, door, "keep", "first")
    first = Person("first", doing(here, propose(here, "client:oak", said, by=BEN)))
    writing_rows.wait_until_reached()
    second = Person("second", doing(here, propose(here, "client:elm", said, by=BEN)))
    must_be_waiting(second)
    writing_rows.open()
    assert position(first.outcome)
    assert says(second.outcome) == ["already-claimed"]
    must_be_sound("default", here.means.attachments)


@on_postgresql
def test_an_act_of_the_next_day_overtakes_one_judged_before_midnight(here: Building, judged: Gate) -> None:
    """The journal's order is its time: what stands behind an act of the morning is of the morning."""
    here.clock.now = datetime(2026, 3, 2, 23, 59, 58, tzinfo=UTC)
    stated = propose(here, CARA, act("person.state-particulars", name="Cara"), by=BEN)
    evening = [Person("first", doing(here, stated))]
    judged.wait_until_reached()
    (morning,) = record(here, register(here, effective_on=datetime(2026, 3, 3, tzinfo=UTC).date()))
    judged.open()
    outcome = evening[0].outcome
    assert isinstance(outcome, Performed)
    assert outcome.entries[0].recorded_at >= morning.recorded_at == datetime(2026, 3, 3, tzinfo=UTC)
    must_be_sound("default", here.means.attachments)


PEOPLE = tuple(f"person:p{number}" for number in range(6))


def anything(here: Building, rng: Random) -> Proposal:
    """An act in a dossier drawn at random, which may well be refused."""
    person, function = rng.choice(PEOPLE), rng.choice(["review", "competence-evaluation"])
    proposals = (
        propose(here, person, act("person.state-particulars", name="Somebody"), by=BEN),
        granting(here, person, function, rng.choice([ANNA, ANNA, *PEOPLE])),
        opening(here, f"person:new{rng.randint(1, 30)}", rng.choice([BEN, *PEOPLE])),
        register(here, f"client:c{rng.randint(1, 30)}", by=rng.choice([BEN, CARA])),
    )
    return rng.choice(proposals)


def test_many_acts_in_the_same_dossiers_never_stop_each_other_for_good(here: Building) -> None:
    """Four people, each 40 transactions in up to four of the same dossiers, in no order: nobody is left waiting, the
    database never has to break a deadlock, and nobody is told that the record is unavailable."""
    record(here, *[opening(here, person, BEN) for person in PEOPLE])
    deadlocks = _deadlocks()

    def busy(seed: int) -> list[Outcome]:
        rng = Random(seed)
        return [perform([anything(here, rng) for _ in range(rng.randint(1, 4))], here.means) for _ in range(40)]

    outcomes = [
        outcome for person in [Person(f"busy {n}", partial(busy, n)) for n in range(4)] for outcome in person.outcome
    ]
    performed = [entry for outcome in outcomes if isinstance(outcome, Performed) for entry in outcome.entries]
    assert len(performed) > 80
    assert "overtaken" not in [refusal for outcome in outcomes for refusal in says(outcome)]
    assert _deadlocks() == deadlocks
    positions = {entry.position for entry in performed}
    assert set(Envelope.objects.values_list("position", flat=True)) >= positions
    assert len(positions) == len(performed)
    must_be_sound("default", here.means.attachments)


def _deadlocks() -> int:
    """How many deadlocks PostgreSQL had to break in this database."""
    if connection.vendor == "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_stat_clear_snapshot(), deadlocks FROM pg_stat_database WHERE datname = current_database()"
        )
        return int(cursor.fetchone()[1])
