"""Vectors V3, V4, V9 and V12 of the paper on ISO/IEC 17021-1, shown by decisions as the rules judge them.

What they reckon is tested beside the reckoning; V1, V2, V5 to V8, V10 and V11 stand with the rules they are about.
"""

from datetime import date

import pytest

import certification_cases as cases
import system_case as system
from certification_cases import CLIENT, DORA, LIMITS
from certwright.core.dossiers import Certification, Dossier
from certwright.core.dossiers.certification import Standing
from certwright.core.entry import Proposal
from certwright.core.known import Known
from certwright.core.measures_due import measures_due
from certwright.core.reckoning.limits import Limits
from certwright.core.reckoning.retention import management_system_records
from people_cases import someone, tie
from small_body import NOTHING, act
from system_case import certification, decide, says

S1, S2, RECERT = "assignment:s1", "assignment:s2", "assignment:recert"
MISSED = act("certification.propose-measure", measure="suspend", trigger="surveillance-late", evidence="None in 2027.")


def limits() -> Limits:
    """The time limits as the body adopted them in these cases."""
    seen = {f"pack:{LIMITS}": cases.adopted(LIMITS)}
    found = Known(Proposal("p", "d", MISSED, DORA, date(2026, 1, 1)), date(2026, 1, 1), seen, cases.packs(LIMITS))
    adopted = found.limits(LIMITS)
    assert adopted is not None
    return adopted


def due_on(about: Certification, day: date, *work: Dossier) -> list[tuple[str, str, date]]:
    """What is to be proposed on a day: measure, time rule, last day."""
    found = measures_due(about, work, [], day, pack=cases.volume(system.QMS).pack, limits=limits(), settled={})
    return [(one.measure, one.due.rule if one.due else "", one.last_day) for one in found]


def surveyed(*more: system.Dated) -> Certification:
    """V1's certification with a first surveillance planned, and what came later."""
    return certification((system.plan(S1, "surveillance", "surveillance"), date(2026, 1, 10)), *more)


def test_V3_a_calendar_year_without_surveillance_leads_to_a_suspension_that_only_surveillance_lifts() -> None:
    first = system.audit(S1, "surveillance", date(2026, 2, 10))
    about = surveyed()
    assert due_on(about, date(2027, 12, 31), first) == []  # the window that passed on 10 April only warns
    assert due_on(about, date(2028, 1, 1), first) == [("suspend", "TR05", date(2027, 12, 31))]
    proposed = surveyed((MISSED, date(2028, 1, 3)))
    assert due_on(proposed, date(2028, 1, 3), first) == []
    pause = system.suspend("2028-04-01")
    assert says(pause, proposed, "2028-01-05") == NOTHING
    planned = (system.plan(S2, "surveillance", "surveillance"), date(2028, 1, 10))
    paused = surveyed((MISSED, date(2028, 1, 3)), (pause, date(2028, 1, 5)), planned)
    assert paused.standing(date(2028, 1, 5)) is Standing.SUSPENDED
    words_alone = says(decide("restore"), paused, "2028-02-20", {S1: first})
    assert words_alone == [("restoration.late-surveillance-was-held", "surveillance-still-missing")]
    held = {S1: first, S2: system.audit(S2, "surveillance", date(2028, 2, 15))}
    assert says(decide("restore", rests_on=[S2]), paused, "2028-02-20", held) == NOTHING


def test_V4_both_time_rules_kept_it_is_renewed() -> None:
    """Decided 2024-01-15, surveillance 2025-01-10 and 2025-12-01: 2026 is the year of recertification."""
    granted = date(2024, 1, 15)
    first = [(made, date(2024, 1, 2)) for made, _ in system.begun()]
    cycle = (system.grant(last_day="2027-01-14"), granted)
    plans = [
        (system.plan(name, kind, purpose), date(2024, 2, 1))
        for name, kind, purpose in (
            (S1, "surveillance", "surveillance"),
            (S2, "surveillance", "surveillance"),
            (RECERT, "recertification", "recertification"),
        )
    ]
    reviewed = (system.review(recommendation="renew", rests_on=[RECERT]), date(2026, 11, 20))
    about = certification(first=[*first, cycle, *plans, reviewed])
    held = [
        system.audit(S1, "surveillance", date(2025, 1, 10)),
        system.audit(S2, "surveillance", date(2025, 12, 1)),
        system.audit(RECERT, "recertification", date(2026, 11, 4)),
    ]
    for day in (date(2025, 1, 16), date(2026, 1, 1), date(2027, 1, 14)):
        assert due_on(about, day, *held) == []
    beside = {one.id: one for one in held}
    for last_day, refused in (
        ("2029-09-30", NOTHING),  # the transition to the next edition ends before the new cycle would, on 2030-01-14
        ("2030-01-14", [("validity.expiry-is-computed", "expiry-too-late")]),
    ):
        renewal = decide("renew", rests_on=[RECERT], review="act-c-1-008", last_day=last_day)
        assert says(renewal, about, "2026-12-01", beside) == refused


@pytest.mark.parametrize(
    ("day", "refused"),
    [
        ("2025-05-30", [("impartiality.two-years-after-consultancy", "tied-too-lately")]),
        ("2025-05-31", NOTHING),
    ],
)
def test_V9_a_former_consultant_decides_two_calendar_years_later(day: str, refused: list[tuple[str, str]]) -> None:
    consultant = {DORA: someone(DORA, ("decision",), tie("consultancy", "2023-05-31", client=CLIENT))}
    first = system.begun()
    last_day = date.fromisoformat(day).replace(year=2028)
    grant = system.grant(last_day=last_day.replace(day=last_day.day - 1).isoformat())
    assert says(grant, certification(first=first), day, consultant) == refused


def test_V12_after_a_withdrawal_records_are_kept_beyond_the_nominal_end_of_the_cycle() -> None:
    withdrawal = decide("withdraw")
    assert says(withdrawal, certification(), "2026-03-01") == NOTHING
    about = certification((withdrawal, date(2026, 3, 1)))
    assert about.standing(date(2026, 3, 1)) is Standing.WITHDRAWN
    assert about.last_day == date(2028, 4, 9)  # a withdrawal moves no end of a cycle
    kept = management_system_records(about.last_day, limits())
    assert kept.last_day == date(2031, 4, 9)
    assert kept.forbids_removal(date(2031, 4, 9))
    assert not kept.forbids_removal(date(2031, 4, 10))


def test_V2_V3_what_was_held_late_is_weighed_by_a_decision_and_not_told_again() -> None:
    late = system.audit(S1, "surveillance", date(2026, 4, 13))
    assert due_on(surveyed(), date(2026, 4, 10)) == []
    assert due_on(surveyed(), date(2026, 4, 11)) == [("suspend", "TR04", date(2026, 4, 10))]
    assert due_on(surveyed(), date(2026, 4, 13), late) == [("suspend", "TR04", date(2026, 4, 10))]
    kept = surveyed((decide("maintain", rests_on=[S1]), date(2026, 4, 20)))
    assert due_on(kept, date(2026, 4, 20), late) == []
    gone = surveyed((decide("withdraw"), date(2026, 4, 12)))
    assert due_on(gone, date(2026, 4, 12)) == []
