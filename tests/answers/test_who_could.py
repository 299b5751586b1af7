"""Whom a refusal can send somebody to: the people who hold a function by the very rule that refused."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from building import Building, adopt, building, found_body, propose, record
from certwright.answers.who_could import who_could
from certwright.core.dossiers import BODY, fold
from certwright.core.entry import Proposal
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.journal import reading
from small_body import ANNA, BEN, CARA, FOUNDING, act

pytestmark = pytest.mark.django_db

DORA = "person:dora"
OTHER = "iso-iec-17065-time-limits"


@pytest.fixture
def here(tmp_path: Path) -> Building:
    """A founded body."""
    made = building(tmp_path)
    found_body(made)
    return made


def grant(here: Building, person: str, function: str, **given: Any) -> str:
    fields = {"function": function, "valid_from": here.clock.today.isoformat(), "evidence": "Interview.", **given}
    (entry,) = record(here, propose(here, person, act("person.grant-authorisation", **fields)))
    return entry.id


def test_whoever_is_listed_holds_the_function_by_the_rules_and_nobody_else(here: Building) -> None:
    """For every function and several days the rows give the very people the rules would let act."""
    first = here.clock.today
    record(here, propose(here, DORA, act("person.register", basis="contract", since="2026-01-01"), by=BEN))
    limited = (first + timedelta(days=10)).isoformat()
    grant(here, DORA, "review", valid_until=limited)
    grant(here, BEN, "review", valid_from=limited)
    ended = grant(here, CARA, "decision")
    grant(here, DORA, "competence-evaluation")
    here.clock.go_on(days=5)
    last_day = {"authorisation": ended, "last_day": here.clock.today.isoformat(), "reason": "Left for good"}
    record(here, propose(here, CARA, act("person.end-authorisation", **last_day)))
    wrong = grant(here, CARA, "planning")
    record(here, propose(here, CARA, act("record.annul", act=wrong, reason="Was never granted")))
    people = (ANNA, BEN, CARA, DORA)
    gathered = {name: fold(name, reading.entries({name: 0}, "default")[name]) for name in (BODY, *people)}
    known = Known(Proposal("x", BODY, act("body.found", **FOUNDING), ANNA, first), first, gathered)
    for function in Function:
        for day in (first + timedelta(days=number) for number in (-1, 0, 4, 5, 6, 9, 10, 11, 400)):
            by_rule = tuple(person for person in people if known.holds(person, function, day))
            assert who_could(function, day) == by_rule, (function, day)


def test_the_founding_names_people_before_they_are_registered(tmp_path: Path) -> None:
    here = building(tmp_path)
    record(here, propose(here, BODY, act("body.found", **FOUNDING), by=BEN))
    day = here.clock.today
    assert who_could(Function.COMPETENCE_EVALUATION, day) == (ANNA,)
    assert who_could(Function.TOP_MANAGEMENT, day) == (BEN,)
    assert who_could(Function.DECISION, day) == ()


def test_an_authorisation_of_the_first_authoriser_governs_from_then_on(here: Building) -> None:
    record(here, propose(here, DORA, act("person.register", basis="contract", since="2026-01-01"), by=BEN))
    grant(here, DORA, "competence-evaluation")
    until = (here.clock.today + timedelta(days=3)).isoformat()
    said = act(
        "person.grant-authorisation",
        function="competence-evaluation",
        valid_from=here.clock.today.isoformat(),
        valid_until=until,
        evidence="Evaluated by Dora.",
    )
    record(here, propose(here, ANNA, said, by=DORA))
    assert who_could(Function.COMPETENCE_EVALUATION, date.fromisoformat(until)) == (ANNA, DORA)
    assert who_could(Function.COMPETENCE_EVALUATION, date.fromisoformat(until) + timedelta(days=1)) == (DORA,)


def test_nobody_could_while_their_authorisation_is_suspended(here: Building) -> None:
    first = here.clock.today
    granted = grant(here, CARA, "decision")
    here.clock.go_on(days=2)
    given = {"authorisation": granted, "from_day": here.clock.today.isoformat(), "reason": "Monitoring has lapsed"}
    record(here, propose(here, CARA, act("person.suspend-authorisation", **given)))
    here.clock.go_on(days=3)
    given = {"authorisation": granted, "from_day": here.clock.today.isoformat(), "evidence": "Witnessed again."}
    record(here, propose(here, CARA, act("person.restore-authorisation", **given)))
    could = [who_could(Function.DECISION, first + timedelta(days=number)) for number in range(7)]
    assert could == [(CARA,), (CARA,), (), (), (), (CARA,), (CARA,)]


def test_nobody_has_a_function_before_the_body_is_founded() -> None:
    assert who_could(Function.COMPETENCE_EVALUATION, date(2026, 3, 2)) == ()


def test_somebody_whose_registration_was_annulled_is_not_listed(here: Building) -> None:
    """The rules would refuse them, too: whoever acts is a person on record."""
    opened = propose(here, DORA, act("person.register", basis="contract", since="2026-01-01"), by=BEN)
    record(here, opened)
    grant(here, DORA, "review")
    record(here, propose(here, DORA, act("record.annul", act=opened.id, reason="Another person"), by=CARA))
    assert who_could(Function.REVIEW, here.clock.today) == ()


def test_only_those_who_hold_it_for_all_the_packs_asked_for(here: Building) -> None:
    adopt(here, "iso-iec-17065")
    adopt(here, OTHER)
    grant(here, BEN, "review", packs=["iso-iec-17065"])
    grant(here, CARA, "review")
    day = here.clock.today
    assert who_could(Function.REVIEW, day) == (BEN, CARA)
    assert who_could(Function.REVIEW, day, packs=("iso-iec-17065",)) == (BEN, CARA)
    assert who_could(Function.REVIEW, day, packs=("iso-iec-17065", OTHER)) == (CARA,)
    grant(here, BEN, "review", packs=[OTHER])
    assert who_could(Function.REVIEW, day, packs=("iso-iec-17065", OTHER)) == (BEN, CARA)
