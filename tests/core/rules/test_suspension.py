"""Suspension, restoration, withdrawal, termination of a management system, by name of the papers' rules."""

from datetime import date

import pytest

import certification_cases as cases
import system_case as system
from certification_cases import DORA, EVA, LIMITS
from certwright.core.acts.act import Act
from certwright.core.dossiers import fold
from certwright.core.dossiers.certification import Standing
from certwright.core.entry import Deviation
from small_body import BEN, CARA, NOTHING, act, judged, person, said
from system_case import FINDING, SURVEILLANCE, certification, decide, says, suspend

DAY = date(2026, 3, 2)
SUSPENDED = (suspend(), DAY)
PLANNED = (system.plan(SURVEILLANCE, "surveillance", "surveillance"), date(2026, 1, 2))
OVER_A_FINDING = (suspend(findings=[FINDING], rests_on=[SURVEILLANCE]), DAY)
HELD = {SURVEILLANCE: system.audit(SURVEILLANCE, "surveillance", date(2026, 2, 10), FINDING)}


def test_T22_T25_a_suspension_says_what_ends_it_by_when_and_who_sees_to_it() -> None:
    assert says(suspend(), certification(), DAY) == NOTHING
    for without in (suspend(actions=None), suspend(None), suspend(handler=None)):
        assert says(without, certification(), DAY) == [("suspension.says-what-ends-it", "suspension-without")]


@pytest.mark.parametrize(("limit", "late"), [("2026-09-02", False), ("2026-09-03", True)])
def test_TR14_six_months_at_most_unless_a_reason_is_approved(limit: str, late: bool) -> None:
    refused = [("suspension.no-longer-than-usual", "suspension-too-long")]
    assert says(suspend(limit), certification(), DAY) == (refused if late else NOTHING)


def test_TR14_a_longer_one_needs_a_recorded_reason_with_its_approver() -> None:
    about = certification()
    approved = Deviation("suspension.no-longer-than-usual", "The works burnt down and is built anew.", CARA)
    found = judged(
        suspend("2027-03-02"),
        about,
        by=DORA,
        on=DAY,
        today=DAY,
        gathered=system.around(about),
        packs=cases.packs(system.QMS, LIMITS),
        deviations=(approved,),
    )
    assert said(found) == NOTHING
    assert found.deviations == ("suspension.no-longer-than-usual",)


@pytest.mark.parametrize(("limit", "early"), [("2026-03-03", False), ("2026-03-02", True)])
def test_the_limit_lies_after_the_first_day(limit: str, early: bool) -> None:
    refused = [("suspension.limit-lies-ahead", "limit-before-suspension")]
    assert says(suspend(limit), certification(), DAY) == (refused if early else NOTHING)


def test_a_later_first_day_may_be_chosen_but_none_after_expiry() -> None:
    assert says(suspend("2026-09-01", effective_from="2026-04-01"), certification(), DAY) == NOTHING
    refused = says(suspend("2028-09-01", effective_from="2028-04-10"), certification(), DAY)
    assert refused == [("decision.is-possible-now", "decision-not-possible-now")]
    back = says(suspend(effective_from="2026-03-01"), certification(), DAY)
    assert back == [("validity.effective-not-before-decision", "effective-before-decision")]


def test_T22_only_what_is_valid_is_suspended() -> None:
    refused = [("decision.is-possible-now", "decision-not-possible-now")]
    assert says(suspend(), certification(SUSPENDED), DAY) == refused
    assert says(suspend(), certification(first=system.begun()), DAY) == refused


def test_T25_a_part_is_named_by_sites_or_products() -> None:
    refused = [("suspension.part-is-of-it", "suspended-part-unclear")]
    assert says(suspend(scope="The foundry."), certification(), DAY) == refused
    assert says(suspend(sites=["1"], scope="The foundry."), certification(), DAY) == NOTHING
    beyond = says(suspend(sites=["9"]), certification(), DAY)
    assert beyond == [("scope.changes-by-its-own-decision", "scope-added")]


def test_T26_lifted_once_the_finding_it_rested_on_is_verified() -> None:
    about = certification(PLANNED, OVER_A_FINDING)
    restore = decide("restore", findings=[FINDING], rests_on=[SURVEILLANCE])
    solved = {**HELD, FINDING: system.finding("major", system.verified("2026-04-01"))}
    assert says(restore, about, "2026-04-02", solved) == NOTHING
    unsolved = {**HELD, FINDING: system.finding("major")}
    assert says(restore, about, "2026-04-02", unsolved) == [
        ("nonconformity.majors-are-verified", "major-not-verified"),
        ("restoration.issue-is-resolved", "suspension-not-resolved"),
    ]
    unnamed = says(decide("restore"), about, "2026-04-02", solved)
    assert unnamed == [("restoration.issue-is-resolved", "suspension-not-resolved")]


def test_T26_a_finding_proposed_to_suspend_over_is_not_forgotten() -> None:
    proposed = act(
        "certification.propose-measure", measure="suspend", trigger="misuse", evidence="Seen.", findings=[FINDING]
    )
    about = certification((proposed, DAY), SUSPENDED)
    assert about.suspensions[0].findings == (FINDING,)
    refused = says(decide("restore"), about, "2026-04-02")
    assert refused == [("restoration.issue-is-resolved", "suspension-not-resolved")]


def test_T26_over_a_late_surveillance_it_is_lifted_on_one_that_was_reported_and_kept_nothing_up_before() -> None:
    proposed = act(
        "certification.propose-measure", measure="suspend", trigger="surveillance-late", evidence="None in a year."
    )
    about = certification(PLANNED, (proposed, DAY), SUSPENDED)
    assert about.suspensions[0].triggers == {"surveillance-late"}
    missing = [("restoration.late-surveillance-was-held", "surveillance-still-missing")]
    audit = {SURVEILLANCE: system.audit(SURVEILLANCE, "surveillance", date(2026, 3, 20))}
    restore = decide("restore", rests_on=[SURVEILLANCE])
    assert says(decide("restore"), about, "2026-04-02", audit) == missing
    assert says(restore, about, "2026-04-02", audit) == NOTHING
    unreported = fold(SURVEILLANCE, [])
    assert missing[0] in says(restore, about, "2026-04-02", {SURVEILLANCE: unreported})
    kept = (act("certification.maintain", pack=system.QMS, surveillance=SURVEILLANCE), date(2026, 2, 20))
    stale = certification(PLANNED, kept, (proposed, DAY), SUSPENDED)
    assert missing[0] in says(restore, stale, "2026-04-02", audit)
    other_reason = certification(PLANNED, SUSPENDED)
    assert says(decide("restore"), other_reason, "2026-04-02", audit) == NOTHING


def test_T26_SD01_no_auditor_of_the_case_lifts_it() -> None:
    about = certification(PLANNED, OVER_A_FINDING)
    solved = {**HELD, FINDING: system.finding("major", system.verified("2026-04-01"))}
    both = {EVA: person(EVA, "auditing", "decision")}
    restore = decide("restore", findings=[FINDING], rests_on=[SURVEILLANCE], deciders=[EVA])
    refused = says(restore, about, "2026-04-02", {**solved, **both}, by=EVA)
    assert refused == [("decision.independent-of-evaluation", "decider-evaluated")]


@pytest.mark.parametrize(("day", "late"), [("2026-09-01", False), ("2026-09-02", True)])
def test_T24_T27_restored_on_the_last_day_and_not_one_day_later(day: str, late: bool) -> None:
    refused = [("restoration.within-the-time-given", "suspension-limit-passed")]
    assert says(decide("restore"), certification(SUSPENDED), day) == (refused if late else NOTHING)


@pytest.mark.parametrize(("verified_on", "late"), [("2026-09-01", False), ("2026-09-02", True)])
def test_T27_the_decision_may_follow_what_was_resolved_in_time(verified_on: str, late: bool) -> None:
    about = certification(PLANNED, OVER_A_FINDING)
    solved = {**HELD, FINDING: system.finding("major", system.verified(verified_on))}
    restore = decide("restore", findings=[FINDING], rests_on=[SURVEILLANCE])
    refused = [("restoration.within-the-time-given", "suspension-limit-passed")]
    assert says(restore, about, "2026-09-10", solved) == (refused if late else NOTHING)


def test_T24_T27_T28_after_the_limit_it_is_withdrawn_and_that_is_final() -> None:
    about = certification(SUSPENDED)
    assert says(decide("withdraw"), about, "2026-09-02") == NOTHING
    gone = certification(SUSPENDED, (decide("withdraw"), date(2026, 9, 2)))
    for kind in ("restore", "withdraw", "reduce", "extend", "maintain"):
        refused = says(decide(kind), gone, "2026-09-03")
        assert ("decision.is-possible-now", "decision-not-possible-now") in refused
    assert gone.standing(date(2026, 9, 1)) is Standing.SUSPENDED
    assert gone.standing(date(2030, 1, 1)) is Standing.WITHDRAWN


def test_T28_once_its_end_is_decided_nothing_else_is() -> None:
    ending = certification((decide("withdraw", effective_from="2026-06-01"), DAY))
    refused = says(decide("restore"), ending, "2026-03-10")
    assert ("decision.is-possible-now", "end-is-decided") in refused
    assert says(decide("withdraw", effective_from="2026-04-01"), ending, "2026-03-10") == NOTHING


def terminate(**changes: object) -> Act:
    fields = {
        "requested_on": "2026-02-27",
        "request": "Please end it.",
        "last_day": "2026-03-31",
        "agreement": cases.AGREEMENT,
    }
    return act("certification.terminate", **{**fields, **changes})


def test_T25_T28_terminated_at_the_clients_request_on_a_day_not_gone() -> None:
    about = certification()
    assert says(terminate(), about, DAY, by=BEN) == NOTHING
    assert says(terminate(last_day="2026-03-02"), about, DAY, by=BEN) == NOTHING
    assert says(terminate(last_day="2026-03-01"), about, DAY, by=BEN) == [
        ("suspension.terminated-while-it-lasts", "terminated-in-the-past")
    ]
    ended = certification((terminate(), DAY))
    assert ended.standing(date(2026, 3, 31)) is Standing.VALID
    assert ended.standing(date(2026, 4, 1)) is Standing.TERMINATED
    again = says(terminate(requested_on="2026-04-01", last_day="2026-04-02"), ended, "2026-04-01", by=BEN)
    assert again == [("suspension.terminated-while-it-lasts", "decision-not-possible-now")]


@pytest.mark.parametrize(("last_day", "outlasts"), [("2026-03-20", False), ("2026-03-21", True)])
def test_T28_a_certification_does_not_outlast_its_agreement(last_day: str, outlasts: bool) -> None:
    end = act("agreement.end", by_whom="client", last_day="2026-03-20", reason="The client moves to another body.")
    ended = {cases.AGREEMENT: cases.agreement(system.QMS, end, valid_from="2025-01-07")}
    refused = [("suspension.terminated-as-requested", "outlasts-agreement")]
    found = says(terminate(last_day=last_day), certification(), DAY, ended, by=BEN)
    assert found == (refused if outlasts else NOTHING)


def test_T28_terminated_under_the_clients_own_agreement_after_the_request() -> None:
    assert says(terminate(agreement="agreement:none"), certification(), DAY, by=BEN)[-1:] == [
        ("suspension.terminated-as-requested", "agreement-of-another")
    ]


def test_T21_a_measure_is_proposed_against_what_lasts_and_stands_until_it_is_decided() -> None:
    propose = act(
        "certification.propose-measure", measure="suspend", trigger="surveillance-late", evidence="V3: none in 2027."
    )
    about = certification()
    assert says(propose, about, DAY, by=BEN) == NOTHING
    assert says(propose, certification(first=system.begun()), DAY, by=BEN) == [
        ("suspension.proposed-of-what-lasts", "decision-not-possible-now")
    ]
    proposed = certification((propose, DAY))
    assert [made.trigger for made in proposed.open_proposals] == ["surveillance-late"]
    assert certification((propose, DAY), SUSPENDED).open_proposals == ()


def test_close_down_is_confirmed_of_what_ended_or_rests() -> None:
    confirm = act(
        "certification.confirm-closed-down", checked_on="2026-03-02", checked_by=BEN, evidence="Website seen."
    )
    assert says(confirm, certification(SUSPENDED), DAY, by=BEN) == NOTHING
    refused = says(confirm, certification(), DAY, by=BEN)
    assert refused == [("suspension.closed-down-after-its-end", "nothing-to-close-down")]


def test_V10_a_suspension_does_not_stop_the_clock_and_an_expired_one_is_only_renewed() -> None:
    about = certification(SUSPENDED)
    assert [about.standing(day) for day in (system.LAST_DAY, date(2028, 4, 10))] == [
        Standing.SUSPENDED,
        Standing.EXPIRED,
    ]
    refused = says(decide("restore"), about, "2028-04-10")
    assert ("decision.is-possible-now", "decision-not-possible-now") in refused
