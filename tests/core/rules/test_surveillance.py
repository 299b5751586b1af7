"""Surveillance and its conclusion, by name of the papers' rules: SD04, T17, T17b, T18, R-61, V2, V4."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

import certification_cases as cases
import product_cases as product
import system_case as system
from certification_cases import CASE, EVA, RITA
from certwright.core.acts.act import Act
from certwright.core.acts.determination import CarryOut, Report
from certwright.core.dossiers import Assignment, Certification, Dossier
from certwright.core.entry import Breach
from small_body import NOTHING, act, judged, person
from system_case import FINDING, SURVEILLANCE, certification, decide, says

DAY = date(2026, 3, 2)
PLANNED = (system.plan(SURVEILLANCE, "surveillance", "surveillance"), date(2026, 1, 10))
MAINTAIN = act("certification.maintain", pack=system.QMS, surveillance=SURVEILLANCE)
WITH_FINDING = act("certification.maintain", pack=system.QMS, surveillance=SURVEILLANCE, findings=[FINDING])


def held(*findings: str, **changes: object) -> dict[str, Dossier]:
    audit = system.audit(SURVEILLANCE, "surveillance", date(2026, 2, 10), *findings)
    return {SURVEILLANCE: replace(audit, **changes)}


def by_leader(what: Act, about: Certification, beside: Mapping[str, Dossier]) -> list[tuple[str, str]]:
    return says(what, about, DAY, beside, by=EVA)


def test_T17_SD04_the_leader_alone_maintains_on_a_positive_conclusion() -> None:
    assert by_leader(MAINTAIN, certification(PLANNED), held()) == NOTHING
    minor = {**held(FINDING), FINDING: system.finding("minor")}
    assert by_leader(WITH_FINDING, certification(PLANNED), minor) == NOTHING


def test_T17b_SD04_a_major_needs_somebody_who_was_not_there() -> None:
    major = {**held(FINDING), FINDING: system.finding("major")}
    assert by_leader(WITH_FINDING, certification(PLANNED), major) == [
        ("surveillance.maintained-on-a-positive-conclusion", "major-needs-review")
    ]


def test_T17b_SD04_a_finding_is_not_kept_from_the_conclusion() -> None:
    minor = {**held(FINDING), FINDING: system.finding("minor")}
    assert by_leader(MAINTAIN, certification(PLANNED), minor) == [
        ("surveillance.maintained-on-a-positive-conclusion", "finding-left-out")
    ]


@pytest.mark.parametrize(
    ("grade", "named", "refused"),
    [
        ("minor", MAINTAIN, ["finding-left-out"]),
        ("minor", WITH_FINDING, []),
        ("major", WITH_FINDING, ["major-needs-review"]),
    ],
)
def test_T17b_SD04_a_finding_that_was_raised_and_not_reported_counts(
    grade: str, named: Act, refused: list[str]
) -> None:
    raised = {**held(), FINDING: system.finding(grade)}
    found = by_leader(named, certification(PLANNED), raised)
    assert found == [("surveillance.maintained-on-a-positive-conclusion", says) for says in refused]


def test_T17b_SD04_findings_of_other_work_do_not() -> None:
    elsewhere = {**held(), FINDING: system.finding("major", about=system.SPECIAL)}
    assert by_leader(MAINTAIN, certification(PLANNED), elsewhere) == NOTHING
    assert MAINTAIN.searches() == {(SURVEILLANCE, "finding.raise")}


def test_T17b_SD04_a_finding_of_an_earlier_report_is_not_dropped_by_a_later_one() -> None:
    audit = held(FINDING)[SURVEILLANCE]
    assert isinstance(audit, Assignment)
    (report,) = audit.reports
    twice = replace(audit, reports=(report, replace(report, act="act-surveillance-005", findings=())))
    found = by_leader(MAINTAIN, certification(PLANNED), {SURVEILLANCE: twice, FINDING: system.finding("minor")})
    assert found == [("surveillance.maintained-on-a-positive-conclusion", "finding-left-out")]


def test_T17b_SD04_a_negative_conclusion_is_reviewed() -> None:
    negative = Report.model_validate(
        {"pack": system.QMS, "author": EVA, "certification": CASE, "conclusion": "negative", "summary": "It fails."}
    )
    audit = cases.assignment(SURVEILLANCE, system.QMS, system.STANDARD, "surveillance", date(2026, 2, 10), negative)
    two_reports = replace(audit, reports=audit.reports[:1])  # type: ignore[call-arg,attr-defined]
    assert by_leader(MAINTAIN, certification(PLANNED), {SURVEILLANCE: two_reports}) == [
        ("surveillance.maintained-on-a-positive-conclusion", "conclusion-not-positive")
    ]


def test_SD04_only_the_leader_of_that_audit_concludes() -> None:
    other = {**held(), RITA: person(RITA, "audit-team-leading")}
    found = says(MAINTAIN, certification(PLANNED), DAY, other, by=RITA)
    assert found == [("surveillance.leader-concludes", "not-the-leader")]


def test_T17_only_what_lasts_is_maintained_on_what_was_planned() -> None:
    unplanned = by_leader(MAINTAIN, certification(), held())
    assert unplanned == [("surveillance.maintained-while-certified", "evaluation-not-planned")]
    gone = certification(PLANNED, (decide("withdraw"), date(2026, 2, 20)))
    assert ("surveillance.maintained-while-certified", "decision-not-possible-now") in by_leader(MAINTAIN, gone, held())


def test_T17b_with_a_suspension_in_force_or_proposed_it_is_decided() -> None:
    paused = certification(PLANNED, (system.suspend(), date(2026, 2, 20)))
    assert by_leader(MAINTAIN, paused, held()) == [
        ("surveillance.nothing-speaks-for-a-measure", "suspension-needs-decision")
    ]
    propose = act("certification.propose-measure", measure="suspend", trigger="misuse", evidence="The mark on a van.")
    proposed = certification(PLANNED, (propose, date(2026, 2, 20)))
    assert by_leader(MAINTAIN, proposed, held()) == [("surveillance.nothing-speaks-for-a-measure", "measure-proposed")]


def test_V2_T17b_a_late_surveillance_is_recorded_and_then_reviewed_and_decided() -> None:
    """Corrections, 2: late is a breach on the audit, and speaks for a suspension."""
    breach = Breach("audit.first-surveillance-within-twelve-months", "surveillance-late")
    late = held(breaches=(("act-surveillance-003", breach),))
    assert by_leader(MAINTAIN, certification(PLANNED), late) == [
        ("surveillance.nothing-speaks-for-a-measure", "late-surveillance-needs-review")
    ]


REVIEWED = system.review(recommendation="maintain", rests_on=[SURVEILLANCE], findings=[FINDING])


def test_T17b_SD04_escalated_it_is_reviewed_and_decided_by_people_who_were_not_there() -> None:
    about = certification(PLANNED, (REVIEWED, date(2026, 2, 20)))
    beside = {**held(FINDING), FINDING: system.finding("major")}
    keep = decide("maintain", rests_on=[SURVEILLANCE], findings=[FINDING], review="act-c-1-006")
    assert says(keep, about, DAY, beside) == NOTHING
    assert says(decide("maintain", rests_on=[SURVEILLANCE], findings=[FINDING]), about, DAY, beside) == [
        ("decision.rests-on-a-review", "decision-without-review")
    ]
    both = {**beside, EVA: person(EVA, "auditing", "review", "decision")}
    by_eva = decide("maintain", rests_on=[SURVEILLANCE], findings=[FINDING], review="act-c-1-006", deciders=[EVA])
    assert says(by_eva, about, DAY, both, by=EVA) == [("decision.independent-of-evaluation", "decider-evaluated")]
    review_by_eva = system.review(recommendation="maintain", rests_on=[SURVEILLANCE], findings=[FINDING], reviewer=EVA)
    assert says(review_by_eva, certification(PLANNED), DAY, both, by=EVA) == [
        ("review.of-surveillance-by-somebody-not-there", "reviewer-evaluated")
    ]


def test_a_product_is_never_kept_on_an_evaluators_conclusion() -> None:
    leader = {EVA: person(EVA, "audit-team-leading")}
    keep = act("certification.maintain", pack=product.HELMETS, surveillance=cases.TEST)
    refused = product.says(keep, product.granted(**leader), by=EVA)
    assert ("surveillance.maintained-on-a-positive-conclusion", "conclusion-is-no-decision") in refused


MARKET = "assignment:market"


def test_T18_surveillance_of_a_product_that_evaluates_is_reviewed_and_decided() -> None:
    planned = cases.plan(product.HELMETS, (MARKET, "market-sample"), purpose="surveillance")
    reviewed = product.review(recommendation="maintain", rests_on=[MARKET])
    sampled = cases.assignment(MARKET, product.HELMETS, product.STANDARD, "market-sample", date(2026, 2, 20))
    about = product.granted(planned, reviewed, **{MARKET: sampled})
    keep = product.decide(kind="maintain", rests_on=[MARKET], review="act-c-1-006", last_day=None)
    assert product.says(keep, about) == NOTHING
    unreviewed = product.decide(kind="maintain", rests_on=[MARKET], review=None, last_day=None)
    assert product.says(unreviewed, about) == [("decision.rests-on-a-review", "decision-without-review")]


@pytest.mark.parametrize(("held_on", "late"), [("2027-05-01", False), ("2027-05-02", True)])
def test_T17_R61_surveillance_of_a_product_in_the_schemes_interval_or_a_breach(held_on: str, late: bool) -> None:
    """Granted on 1 March 2026; a sample from the market every 12 months, 2 months of tolerance."""
    assert _breaches(held_on) == ([("surveillance.as-often-as-the-scheme-says", "surveillance-late")] if late else [])


def test_T17_R61_the_interval_counts_from_the_last_time() -> None:
    before = "assignment:market-1"
    earlier = cases.assignment(before, product.HELMETS, product.STANDARD, "market-sample", date(2026, 12, 1))
    assert _breaches("2028-02-01", earlier=earlier) == []
    assert _breaches("2028-02-02", earlier=earlier) == [
        ("surveillance.as-often-as-the-scheme-says", "surveillance-late")
    ]


def _breaches(held_on: str, earlier: Dossier | None = None) -> list[tuple[str, str]]:
    day = date.fromisoformat(held_on)
    planned = cases.plan(product.HELMETS, (MARKET, "market-sample"), purpose="surveillance")
    done = cases.assignment(MARKET, product.HELMETS, product.STANDARD, "market-sample", day)
    waiting = replace(done, held_from=None, held_to=None, reports=(), present=())  # type: ignore[call-arg]
    gathered = product.granted(planned, **{MARKET: waiting, **({earlier.id: earlier} if earlier else {})})
    carried_out = CarryOut.model_validate(
        {
            "from_day": day,
            "to_day": day,
            "present": [EVA],
            "certification": CASE,
            "earlier": [earlier.id] if earlier else [],
        }
    )
    found = judged(
        carried_out, waiting, by=EVA, on=day, today=day, gathered=gathered, packs=cases.packs(product.HELMETS)
    )
    return [(breach.rule, breach.says) for breach in found.breaches if breach.rule.startswith("surveillance.")]
