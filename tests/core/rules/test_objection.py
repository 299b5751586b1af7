"""Objections of the client to members of the team: SD14, T09 and the correction 13."""

from datetime import date

import pytest

from assignment_cases import (
    ADAM,
    BEFORE,
    EVA,
    PAUL,
    SENT,
    appoint,
    assignment,
    breached,
    carry_out,
    confirm,
    judged,
    refused,
    skilled,
)
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from small_body import NOTHING, act

AUDIT = "surveillance"
HEARD = pytest.mark.parametrize(("answers", "stands"), [((), True), (("upheld",), True), (("not-upheld",), False)])


def objects(to: str = EVA) -> Act:
    return act("assignment.client-objects", person=to, objection="Worked for a competitor.")


def answer(outcome: str = "not-upheld", person: str = EVA) -> Act:
    return act("assignment.answer-objection", person=person, outcome=outcome, reason="Looked at with the client")


def objected(*answers: str, to: str = EVA) -> list[tuple[Act, date]]:
    return [(objects(to), SENT), *((answer(each, to), SENT) for each in answers)]


def says(said: Act, about: Dossier, *, by: str = PAUL) -> list[tuple[str, str]]:
    return refused(judged(said, about, AUDIT, by=by), "objection")


def test_the_client_objects_to_a_member() -> None:
    assert says(objects(), assignment(AUDIT)) == NOTHING
    assert says(objects(ADAM), assignment(AUDIT)) == [("objection.is-to-a-member", "not-on-the-team")]


def test_an_answer_answers_an_objection_that_is_open() -> None:
    nothing_open = [("objection.awaits-an-answer", "no-open-objection")]
    assert says(answer(), assignment(AUDIT, *objected())) == NOTHING
    assert says(answer(), assignment(AUDIT)) == nothing_open
    assert says(answer(), assignment(AUDIT, *objected("upheld"))) == nothing_open
    again = assignment(AUDIT, *objected("not-upheld"), *objected())
    assert says(answer(), again) == NOTHING


OUTSIDE = "objection.judged-from-outside"
PLANS_TOO = skilled(EVA, "audit-team-leading", "planning")


def test_SD14_an_objection_is_judged_from_outside_the_team() -> None:
    own = judged(answer(), assignment(AUDIT, *objected()), AUDIT, by=EVA, beside=(PLANS_TOO,))
    assert refused(own, "objection") == [(OUTSIDE, "objection-judged-by-the-team")]


def test_SD14_is_the_bodys_policy_and_may_be_departed_from() -> None:
    team = assignment(AUDIT, *objected())
    departed = judged(answer(), team, AUDIT, by=EVA, beside=(PLANS_TOO,), departs=OUTSIDE)
    assert (refused(departed, "objection"), departed.deviations) == (NOTHING, (OUTSIDE,))


@HEARD
def test_T09_a_team_is_confirmed_when_objections_are_heard(answers: tuple[str, ...], stands: bool) -> None:
    expected = [("objection.heard-before-the-team-is-confirmed", "objection-stands")] if stands else NOTHING
    assert says(confirm(), assignment(AUDIT, *objected(*answers))) == expected


def test_T09_an_upheld_objection_is_over_when_the_member_is_gone() -> None:
    release = act("assignment.release", person=ADAM, reason="The objection was upheld")
    rebuilt = assignment(AUDIT, (appoint(ADAM, "auditor"), BEFORE), *objected("upheld", to=ADAM), (release, SENT))
    assert says(confirm(), rebuilt) == NOTHING


@HEARD
def test_T09_nobody_takes_part_whom_the_client_objected_to(answers: tuple[str, ...], stands: bool) -> None:
    """It happened, and is recorded as the breach it is."""
    judgement = judged(carry_out(), assignment(AUDIT, *objected(*answers)), AUDIT)
    expected = [("objection.heard-before-the-work", "objection-stands")] if stands else NOTHING
    assert (refused(judgement, "objection"), breached(judgement, "objection")) == (NOTHING, expected)


def test_T09_an_objection_to_somebody_else_bars_nobody() -> None:
    team = assignment(AUDIT, (appoint(ADAM, "auditor"), BEFORE), *objected(to=ADAM))
    assert breached(judged(carry_out(), team, AUDIT), "objection") == NOTHING
