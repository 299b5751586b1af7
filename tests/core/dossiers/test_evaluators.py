"""R-11 and SD01: who took part in an evaluation, by each standard's circle (corrections, 10)."""

import pytest

from assignment_cases import (
    ADAM,
    BEFORE,
    EVA,
    LAST,
    OLAF,
    SENT,
    TINA,
    XENA,
    appoint,
    assignment,
    carry_out,
    report,
    results,
)
from certwright.core.dossiers import Assignment
from certwright.core.dossiers.evaluators import evaluators_of
from small_body import act


def made(kind: str, *more: object) -> Assignment:
    found = assignment(kind, *more)  # type: ignore[arg-type]
    assert isinstance(found, Assignment)
    return found


@pytest.mark.parametrize("kind", ["stage-1", "test"])
@pytest.mark.parametrize("role", ["auditor", "evaluator", "sampler", "technical-expert", "trainee"])
def test_R11_SD01_whoever_works_is_an_evaluator(kind: str, role: str) -> None:
    assert evaluators_of([made(kind, (appoint(XENA, role), BEFORE))]) == {EVA, XENA}


@pytest.mark.parametrize("role", ["observer", "guide", "interpreter"])
def test_R11_SD12_whoever_only_stands_by_is_none(role: str) -> None:
    team = ((appoint(OLAF, role), BEFORE), (carry_out(present=[EVA, OLAF]), LAST))
    assert evaluators_of([made("test", *team)]) == {EVA}


def test_R11_a_bystander_who_produced_results_or_the_report_is_one() -> None:
    stands_by = (appoint(OLAF, "observer"), BEFORE)
    for produced in (results(whose=OLAF), report("test", author=OLAF)):
        assert evaluators_of([made("test", stands_by, (produced, LAST))]) == {EVA, OLAF}


def test_R11_whoever_was_there_without_being_appointed_is_one() -> None:
    assert evaluators_of([made("test", (carry_out(present=[EVA, ADAM]), LAST))]) == {EVA, ADAM}


def test_R11_whoever_left_the_team_stays_one() -> None:
    left = act("assignment.release", person=ADAM, reason="Needed elsewhere now")
    assert evaluators_of([made("test", (appoint(ADAM, "evaluator"), BEFORE), (left, SENT))]) == {EVA, ADAM}


def test_R11_every_assignment_counts() -> None:
    first, again = made("test", (appoint(ADAM, "evaluator"), BEFORE)), made("test", (appoint(TINA, "trainee"), BEFORE))
    assert evaluators_of([first, again]) == {EVA, ADAM, TINA}
    assert evaluators_of([]) == set()
