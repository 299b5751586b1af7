"""The end of a person's tie to the body: once, and everything the person held ends with it."""

from datetime import date
from typing import Any

import pytest

from certwright.core.acts.act import Act
from certwright.core.dossiers import BODY, Body, Person, holds_by_founding
from certwright.core.functions import Function
from small_body import ANNA, BEN, FOUNDING, NOTHING, act, dossier, founded, judged, said

REGISTERED = act("person.register", basis="employment", since="2026-01-01")


def granted(**changes: Any) -> Act:
    fields = {"function": "auditing", "valid_from": "2026-01-01", "evidence": "Interview and file."}
    return act("person.grant-authorisation", **{**fields, **changes})


def end(last_day: str) -> Act:
    return act("person.end-tie", last_day=last_day, reason="Left for another employer.")


def dora(*acts: Act) -> Person:
    made = dossier("person:dora", REGISTERED, *acts)
    assert isinstance(made, Person)
    return made


@pytest.mark.parametrize("last_day", ["2026-01-01", "2026-03-02"])
def test_a_tie_ends_on_any_day_of_its_time(last_day: str) -> None:
    assert said(judged(end(last_day), dora(), by=BEN)) == NOTHING


def test_a_tie_does_not_end_before_it_began() -> None:
    assert said(judged(end("2025-12-31"), dora(), by=BEN)) == [("tie.ends-once", "tie-ended-before-it-began")]


def test_a_tie_ends_once() -> None:
    assert said(judged(end("2026-02-02"), dora(end("2026-02-01")), by=BEN)) == [("tie.ends-once", "tie-ended-already")]


def test_every_authorisation_ends_with_the_tie_and_none_is_lengthened_by_it() -> None:
    left = dora(granted(), granted(valid_until="2026-01-31"), end("2026-02-10"))
    assert [held.valid_until for held in left.authorisations] == [date(2026, 2, 10), date(2026, 1, 31)]
    assert any(left.authorised(Function.AUDITING, date(2026, 2, 10)))
    assert not any(left.authorised(Function.AUDITING, date(2026, 2, 11)))


def test_what_the_founding_act_gave_ends_too() -> None:
    body = dossier(BODY, act("body.found", **FOUNDING))
    here = founded()[ANNA]
    left = dossier(ANNA, REGISTERED, end("2026-03-01"))
    assert isinstance(body, Body)
    assert isinstance(here, Person)
    assert isinstance(left, Person)
    assert holds_by_founding(body, here, Function.COMPETENCE_EVALUATION)
    assert not holds_by_founding(body, left, Function.COMPETENCE_EVALUATION)
