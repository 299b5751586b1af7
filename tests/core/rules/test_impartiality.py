"""Ties between people and clients, judged by name of the papers' rules (corrections, 5 decides the two years)."""

from datetime import date

import pytest

import certification_cases as cases
import small_body
from certification_cases import CASE, CLIENT, DORA, EVA, PAUL, RITA
from certwright.core.acts.application import AcceptApplication
from certwright.core.acts.determination import CarryOut, RecordResults
from certwright.core.acts.finding import Verify
from certwright.core.dossiers import BODY, Body
from certwright.core.entry import Deviation
from certwright.packs.model.period import Period, TimeUnit, months
from certwright.packs.model.time_limits import TimeLimit, TimeLimitPack
from people_cases import (
    AUDIT,
    PRODUCT,
    SYSTEM,
    against,
    appoint,
    assignment,
    case,
    decide,
    judgement,
    review,
    someone,
    tie,
)
from small_body import CARA, NOTHING, TODAY, act, dossier, said

TWO_YEARS = [("impartiality.two-years-after-consultancy", "tied-too-lately")]
PERIOD = [("impartiality.period-after-consultancy", "tied-too-lately")]
TIED = [("impartiality.nobody-tied-to-the-client", "tied-to-the-client")]


@pytest.mark.parametrize("kind", ["consultancy", "internal-audit"])
@pytest.mark.parametrize(("day", "refused"), [(date(2025, 5, 30), TWO_YEARS), (date(2025, 5, 31), NOTHING)])
def test_V9_TR15_two_calendar_years_after_the_end(kind: str, day: date, refused: list[tuple[str, str]]) -> None:
    """17021-1 5.2.10: an audit on the last day of the two years is barred, on the day after it is allowed."""
    gathered = case(SYSTEM, **{EVA: someone(EVA, ("auditing",), tie(kind, "2023-05-31"))})
    when = date(2025, 5, 1)
    assert against(appoint(), gathered, assignment(SYSTEM, day), on=when, today=when) == refused


def test_V9_two_years_end_on_the_last_day_of_a_shorter_month() -> None:
    """Acceptance test 9 of 17065-rules.md, as corrected: 24 months are counted, not 730 days."""
    gathered = case(SYSTEM, **{EVA: someone(EVA, ("auditing",), tie("consultancy", "2024-02-29"))})
    when = date(2026, 2, 1)
    assert against(appoint(), gathered, assignment(SYSTEM, date(2026, 2, 27)), on=when, today=when) == TWO_YEARS
    assert against(appoint(), gathered, assignment(SYSTEM, date(2026, 2, 28)), on=when, today=when) == NOTHING


def test_TR15_the_refusal_says_from_when_the_person_is_free() -> None:
    gathered = case(SYSTEM, **{EVA: someone(EVA, ("auditing",), tie("consultancy", "2025-05-31"))})
    [found] = [
        one
        for one in judgement(appoint(), gathered, assignment(SYSTEM, TODAY)).refusals
        if one.rule == "impartiality.two-years-after-consultancy"
    ]
    assert (found.evidence["ended"], found.evidence["free"]) == ("2025-05-31", "2027-05-31")
    assert "17021-1:2015 5.2.10" in found.asks


def test_TR15_binds_everybody_in_the_certification() -> None:
    lately = tie("consultancy", "2025-01-01")
    gathered = case(
        SYSTEM,
        **{DORA: someone(DORA, ("decision",), lately), RITA: someone(RITA, ("review",), lately)},
        **{PAUL: someone(PAUL, ("application-review", "planning"), lately)},
    )
    assert against(decide(SYSTEM), gathered, CASE, by=DORA) == TWO_YEARS
    assert against(review(SYSTEM), gathered, CASE, by=RITA) == TWO_YEARS
    submitted = cases.application("iso-9001", SYSTEM, "management-system")
    accept = AcceptApplication.model_validate(
        {
            "client": CLIENT,
            "pack": "iso-9001",
            "edition": "2015",
            "text": "sha256:" + "0" * 64,
            "answers": [{"question": "a", "answer": "yes"}],
            "conflict_screen": "clear",
        }
    )
    assert against(accept, gathered, submitted, by=PAUL) == TWO_YEARS


def test_TR15_binds_also_who_opens_plans_maintains_and_verifies() -> None:
    lately = tie("internal-audit", "2025-01-01")
    gathered = case(SYSTEM, **{PAUL: someone(PAUL, ("application-review", "planning", "auditing"), lately)})
    opening = cases.opening("iso-9001", SYSTEM, "management-system")
    planned = cases.plan("iso-9001", (AUDIT, "stage-2"))
    maintained = act("certification.maintain", pack="iso-9001", surveillance=AUDIT)
    assert against(opening, gathered, dossier("certification:c-2")) == TWO_YEARS
    assert against(planned, gathered, CASE) == TWO_YEARS
    assert against(maintained, gathered, CASE) == TWO_YEARS
    verified = Verify.model_validate(
        {
            "verified_on": TODAY,
            "verified_by": PAUL,
            "method": "documents",
            "outcome": "effective",
            "evidence": "The new procedure.",
        }
    )
    finding = cases.finding("finding:f-1", AUDIT, "iso-9001", SYSTEM, "minor")
    assert against(verified, gathered, finding) == TWO_YEARS


def test_TR15_a_body_may_only_lengthen_the_two_years() -> None:
    longer = act("body.choose-periods", distance=36, basis="Minute 4.")
    gathered = case(SYSTEM, longer, **{EVA: someone(EVA, ("auditing",), tie("consultancy", "2023-05-31"))})
    when = date(2026, 5, 1)
    assert against(appoint(), gathered, assignment(SYSTEM, date(2026, 5, 30)), on=when, today=when) == TWO_YEARS
    assert against(appoint(), gathered, assignment(SYSTEM, date(2026, 5, 31)), on=when, today=when) == NOTHING
    with pytest.raises(ValueError, match="greater than or equal to 24"):
        act("body.choose-periods", distance=23)


@pytest.mark.parametrize(("day", "refused"), [(date(2025, 5, 30), PERIOD), (date(2025, 5, 31), NOTHING)])
@pytest.mark.parametrize("signing", ["review", "decide"])
def test_R28_R52_consultants_neither_review_nor_decide(day: date, refused: list[tuple[str, str]], signing: str) -> None:
    lately = tie("consultancy", "2023-05-31")
    gathered = case(PRODUCT, **{RITA: someone(RITA, ("review",), lately), DORA: someone(DORA, ("decision",), lately)})
    signed = (review(PRODUCT), RITA) if signing == "review" else (decide(PRODUCT), DORA)
    assert against(signed[0], gathered, CASE, by=signed[1], on=day, today=day) == refused


def test_R28_the_period_is_the_bodys_own() -> None:
    dora = {DORA: someone(DORA, ("decision",), tie("consultancy", "2025-02-01"))}
    assert against(decide(PRODUCT), case(PRODUCT, **dora), CASE, by=DORA) == PERIOD
    twelve = act("body.choose-periods", product_distance=12, basis="The scheme asks for twelve months.")
    assert against(decide(PRODUCT), case(PRODUCT, twelve, **dora), CASE, by=DORA) == NOTHING


def test_R28_does_not_keep_a_former_consultant_from_evaluating_a_product() -> None:
    """Corrections, 5: ISO/IEC 17065 4.2.10 binds review and decision only."""
    gathered = case(PRODUCT, **{EVA: someone(EVA, ("evaluation",), tie("consultancy", "2026-01-31"))})
    assert against(appoint(role="evaluator"), gathered, assignment(PRODUCT, TODAY)) == NOTHING


@pytest.mark.parametrize("standard", [PRODUCT, SYSTEM])
@pytest.mark.parametrize("kind", ["employment", "consultancy", "internal-audit", "design-or-manufacture"])
def test_R33_nobody_tied_to_the_client_evaluates(standard: str, kind: str) -> None:
    tied = case(standard, **{EVA: someone(EVA, ("evaluation", "auditing"), tie(kind))})
    assert against(appoint(), tied, assignment(standard, TODAY)) == TIED
    other = case(standard, **{EVA: someone(EVA, ("evaluation",), tie(kind, client="client:other"))})
    assert against(appoint(), other, assignment(standard, TODAY)) == NOTHING


def test_R33_a_tie_counts_on_its_last_day() -> None:
    last = tie("design-or-manufacture", TODAY.isoformat())
    gathered = case(PRODUCT, **{EVA: someone(EVA, ("evaluation",), last)})
    assert against(appoint(), gathered, assignment(PRODUCT, TODAY)) == TIED
    assert against(appoint(), gathered, assignment(PRODUCT, small_body.TOMORROW)) == NOTHING


@pytest.mark.parametrize(
    "told", [{"kind": "family"}, {"kind": "financial"}, {"kind": "employment", "whose": "employer"}]
)
def test_R33_other_ties_are_judged_by_somebody_else(told: dict[str, str]) -> None:
    gathered = case(PRODUCT, **{EVA: someone(EVA, ("evaluation",), tie(**told))})
    found = assignment(PRODUCT, TODAY)
    rule = "impartiality.other-ties-are-judged"
    assert against(appoint(), gathered, found) == [(rule, "tie-not-judged")]
    approved = Deviation(rule, "A cousin in the canteen, who profits by nothing", CARA)
    assert against(appoint(), gathered, found, deviations=(approved,)) == NOTHING


def test_R36_nothing_overrides_a_hard_rule() -> None:
    """An emergency is met by somebody else, never by an override."""
    gathered = case(SYSTEM, **{EVA: someone(EVA, ("auditing",), tie("consultancy", "2025-12-31"))})
    approved = Deviation(TWO_YEARS[0][0], "Nobody else was free this week", CARA)
    found = judgement(appoint(), gathered, assignment(SYSTEM, TODAY), deviations=(approved,))
    assert ("record.deviation-is-approved", "rule-not-a-policy") in said(found)
    assert TWO_YEARS[0] in said(found)


def test_SD08_no_sales_target_for_the_client() -> None:
    """An application reviewer may also decide; one with a sales target for the client may do neither."""
    plain = case(SYSTEM, **{DORA: someone(DORA, ("decision", "application-review"))})
    assert against(decide(SYSTEM), plain, CASE, by=DORA) == NOTHING
    sells = case(SYSTEM, **{DORA: someone(DORA, ("decision", "application-review"), tie("sales-target"))})
    assert against(decide(SYSTEM), sells, CASE, by=DORA) == [
        ("impartiality.no-sales-target", "sales-target-for-the-client")
    ]


def test_TR15_what_happened_all_the_same_is_recorded_as_a_breach() -> None:
    gathered = case(SYSTEM, **{EVA: someone(EVA, ("audit-team-leading",), tie("consultancy", "2025-12-31"))})
    held = CarryOut.model_validate({"from_day": TODAY, "to_day": TODAY, "present": [EVA], "certification": CASE})
    found = judgement(held, gathered, assignment(SYSTEM, TODAY), by=EVA)
    assert TWO_YEARS[0] in [(breach.rule, breach.says) for breach in found.breaches]
    assert TWO_YEARS[0] not in said(found)


def test_results_taken_over_are_nobodys_work_here() -> None:
    gathered = case(PRODUCT, **{EVA: someone(EVA, ("evaluation",), tie("employment"))})
    lines = [{"requirement": "shock", "verdict": "met"}]
    fields = {"whose": EVA, "examined_on": TODAY, "lines": lines}
    theirs = RecordResults.model_validate({**fields, "taken_over": "Report 7 of the client's laboratory."})
    rules = [breach.rule for breach in judgement(theirs, gathered, assignment(PRODUCT, TODAY), by=EVA).breaches]
    assert "impartiality.nobody-tied-to-the-client" not in rules
    ours = RecordResults.model_validate(fields)
    rules = [breach.rule for breach in judgement(ours, gathered, assignment(PRODUCT, TODAY), by=EVA).breaches]
    assert "impartiality.nobody-tied-to-the-client" in rules


def test_past_employment_is_judged_for_two_years() -> None:
    dora = {DORA: someone(DORA, ("decision",), tie("employment", "2024-03-03"))}
    refused = [("impartiality.past-employment-is-judged", "tied-too-lately")]
    assert against(decide(SYSTEM), case(SYSTEM, **dora), CASE, by=DORA) == refused
    dora = {DORA: someone(DORA, ("decision",), tie("employment", "2024-03-02"))}
    assert against(decide(SYSTEM), case(SYSTEM, **dora), CASE, by=DORA) == NOTHING


def test_a_tie_told_anew_gets_its_end() -> None:
    again = someone(DORA, ("decision",), tie("employment"), tie("employment", "2020-12-31"))
    assert against(decide(SYSTEM), case(SYSTEM, **{DORA: again}), CASE, by=DORA) == NOTHING


def test_the_customary_periods_are_those_of_the_packs_of_time_limits() -> None:
    periods = Body(id=BODY).periods
    products = {limit.id: limit.period for limit in limits("iso-iec-17065-time-limits")}
    systems = {limit.id: limit.period for limit in limits("iso-iec-17021-1-time-limits")}
    assert products["cooling-off"] == months(periods.product_distance)
    assert products["complaint-cooling-off"] == systems["cooling-off"] == months(periods.distance)
    assert products["impartiality-risk-review"] == months(periods.threat_review)
    working_days = Period(periods.acknowledgement, TimeUnit.WORKING_DAYS)
    assert products["acknowledgement"] == systems["acknowledgement"] == working_days
    assert systems["auditor-on-site-evaluation"] == months(periods.on_site_evaluation)


def limits(name: str) -> tuple[TimeLimit, ...]:
    pack = cases.volume(name).pack
    assert isinstance(pack, TimeLimitPack)
    return pack.limits
