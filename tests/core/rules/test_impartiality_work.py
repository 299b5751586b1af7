"""Whose work an act is, on which day, for which client and under which standard: what rules about ties look at."""

from datetime import date

import pytest

import assignment_cases as work
import product_cases as product
import system_case as system
from assignment_cases import FIRST, LAST
from certification_cases import APPLICATION, CASE, CLIENT, DORA, EVA, PAUL, RITA
from certwright.core.acts.act import Act
from certwright.core.dossiers import Application, Assignment, Dossier
from certwright.core.entry import Proposal
from certwright.core.known import Known
from certwright.core.rules.impartiality import at_work, client_of, day_of, standard_of
from people_cases import PRODUCT, SYSTEM, case, decide, judgement, someone, tie
from small_body import ANNA, BEN, TODAY, act, dossier, evidence

APPOINT, CARRIED, RESULTS, REPORT = (
    work.appoint(EVA, "auditor"),
    work.carry_out(present=[EVA, RITA]),
    work.results(),
    work.report("test"),
)
VERIFIED, PLANNED = system.verified("2026-02-20", by=RITA), system.plan("assignment:more", "special", "special")


def known(said: Act) -> Known:
    """What is known of an act that Anna enters today, whoever did the work."""
    return Known(Proposal("proposal-1", CASE, said, ANNA, TODAY), TODAY, {})


@pytest.mark.parametrize(
    ("said", "people"),
    [
        (APPOINT, {EVA}),
        (CARRIED, {EVA, RITA}),
        (RESULTS, {EVA}),
        (work.results(taken_over="Laboratory report of 2025."), set()),
        (REPORT, {EVA}),
        (VERIFIED, {RITA}),
        (product.review(), {RITA}),
        (product.decide(deciders=[DORA, BEN]), {DORA, BEN}),
        (PLANNED, {ANNA}),
    ],
    ids=lambda each: each.spec.name if isinstance(each, Act) else "",
)
def test_those_who_work_count_and_not_who_enters_it(said: Act, people: set[str]) -> None:
    assert at_work(said, known(said)) == people


@pytest.mark.parametrize(
    ("said", "day"),
    [(APPOINT, TODAY), (CARRIED, FIRST), (RESULTS, LAST), (REPORT, TODAY), (PLANNED, TODAY)],
    ids=lambda each: each.spec.name if isinstance(each, Act) else "",
)
def test_V9_work_counts_by_the_day_it_is_done(said: Act, day: date) -> None:
    assert day_of(said, work.assignment("test"), known(said)) == day


def test_V9_whoever_is_appointed_counts_by_the_first_planned_day_still_to_come() -> None:
    later = work.assignment("test", from_day="2026-04-01", to_day="2026-04-02")
    assert day_of(APPOINT, later, known(APPOINT)) == date(2026, 4, 1)
    assert day_of(APPOINT, Assignment(id="assignment:new"), known(APPOINT)) == TODAY


def test_a_dossier_that_belongs_to_no_case_has_no_client_and_no_standard() -> None:
    for empty in (dossier("document:d-1"), Application(id=APPLICATION)):
        assert (client_of(empty), standard_of(empty)) == ("", "")
    for about in (product.case()[CASE], product.case()[APPLICATION]):
        assert (client_of(about), standard_of(about)) == (CLIENT, PRODUCT)
    opened = system.opened(client="client:c-7")
    assert (client_of(dossier(CASE), opened), standard_of(dossier(CASE), opened)) == ("client:c-7", SYSTEM)


TIED = "impartiality.nobody-tied-to-the-client"


def test_R33_nobody_opens_a_certification_for_a_client_they_are_tied_to() -> None:
    paul = someone(PAUL, ("planning", "application-review"), tie("employment"))
    found = judgement(system.opened(), {**case(SYSTEM), PAUL: paul}, dossier("certification:c-2"))
    assert evidence(found, TIED) == [{"person": PAUL, "client": CLIENT, "kind": "employment"}]


def test_SD08_a_sales_target_counts_for_whoever_decides() -> None:
    gathered: dict[str, Dossier] = {**case(PRODUCT), DORA: someone(DORA, ("decision",), tie("sales-target"))}
    found = judgement(decide(PRODUCT), gathered, CASE, by=BEN)
    assert evidence(found, "impartiality.no-sales-target") == [{"person": DORA, "client": CLIENT}]


@pytest.mark.parametrize(
    ("kind", "rule", "free"),
    [
        ("consultancy", "impartiality.period-after-consultancy", "2026-04-10"),
        ("employment", "impartiality.past-employment-is-judged", "2028-10-10"),
    ],
)
def test_R28_each_period_is_the_one_the_body_chose_for_it(kind: str, rule: str, free: str) -> None:
    """Six months after consultancy on a product, three years for the rest; both counted from 10 October 2025."""
    periods = act("body.choose-periods", product_distance=6, distance=36, basis="Minute 7 of the management.")
    dora = someone(DORA, ("decision",), tie(kind, until="2025-10-10"))
    found = judgement(decide(PRODUCT), case(PRODUCT, periods, **{DORA: dora}), CASE, by=DORA)
    assert [each["free"] for each in evidence(found, rule)] == [free]
