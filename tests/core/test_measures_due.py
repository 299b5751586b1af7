"""What a certification calls for on a day, though nobody has proposed it yet."""

from collections.abc import Iterable
from datetime import date

import pytest

import certification_cases as cases
import product_cases as product
import system_case as system
from certwright.core.dossiers import Certification, Dossier, Finding
from certwright.core.entry import Proposal
from certwright.core.known import Known
from certwright.core.measures_due import MeasureDue, measures_due
from certwright.core.reckoning.limits import Limits
from small_body import act
from system_case import FINDING, SURVEILLANCE, certification, decide, suspend

DAY = date(2026, 3, 2)


def limits() -> Limits:
    seen = {f"pack:{cases.LIMITS}": cases.adopted(cases.LIMITS)}
    asked = Proposal("p", "d", suspend(), cases.DORA, DAY)
    found = Known(asked, DAY, seen, cases.packs(cases.LIMITS)).limits(cases.LIMITS)
    assert found is not None
    return found


def due(about: Certification, day: date, work: Iterable[Dossier] = (), *findings: Dossier) -> list[MeasureDue]:
    pack = cases.volume(system.QMS).pack
    nonconformities = [one for one in findings if isinstance(one, Finding)]
    found = measures_due(about, work, nonconformities, day, pack=pack, limits=limits(), settled={})  # type: ignore[arg-type]
    return [*found]


def test_a_sentence_says_why() -> None:
    (late,) = due(certification(), date(2026, 4, 11))
    assert late.sentence == ("Suspension is to be proposed: surveillance was due by 2026-04-10 and has not been held.")
    assert late.due is not None
    assert late.due.derivation.steps
    (held,) = due(certification(), date(2026, 4, 14), [system.audit(SURVEILLANCE, "surveillance", date(2026, 4, 13))])
    assert held.sentence.endswith("was due by 2026-04-10 and held on 2026-04-13.")


def test_what_is_proposed_suspended_or_over_calls_for_nothing_more() -> None:
    day = date(2026, 4, 11)
    late = act("certification.propose-measure", measure="suspend", trigger="surveillance-late", evidence="None held.")
    other = act("certification.propose-measure", measure="suspend", trigger="misuse", evidence="The mark on a van.")
    assert due(certification((late, day)), day) == []
    assert len(due(certification((other, day)), day)) == 1
    assert due(certification((suspend(), day)), day) == []
    assert due(certification((decide("withdraw"), day)), day) == []
    assert due(certification(first=system.begun()), day) == []
    assert due(certification(), date(2028, 4, 10)) == []  # expired


def test_a_suspension_in_part_still_calls_for_it() -> None:
    part = (suspend("2026-05-01", sites=["1"]), date(2026, 4, 1))
    assert [one.trigger for one in due(certification(part), date(2026, 4, 11))] == ["surveillance-late"]


@pytest.mark.parametrize(("day", "called"), [(date(2026, 9, 1), False), (date(2026, 9, 2), True)])
def test_9654_what_is_not_resolved_in_time_is_withdrawn_or_reduced(day: date, called: bool) -> None:
    found = due(certification((suspend("2026-09-01"), DAY)), day)
    assert [(one.measure, one.last_day) for one in found] == ([("withdraw", date(2026, 9, 1))] if called else [])


@pytest.mark.parametrize(("day", "called"), [(date(2026, 5, 11), False), (date(2026, 5, 12), True)])
def test_a_major_of_surveillance_that_nobody_verified_in_the_bodys_time(day: date, called: bool) -> None:
    """Ninety days after the audit of 10 February 2026."""
    audit = system.audit(SURVEILLANCE, "surveillance", date(2026, 2, 10), FINDING)
    expected = [("major-not-resolved", FINDING)] if called else []
    found = due(certification(), day, [audit], system.finding("major"))
    assert [(one.trigger, one.about) for one in found] == expected
    assert due(certification(), day, [audit], system.finding("minor")) == []
    assert due(certification(), day, [audit], system.finding("major", system.verified("2026-03-01"))) == []


def of_helmets(day: date, *work: Dossier) -> list[tuple[str, date | None]]:
    """Helmets granted on 1 March 2026: each kind of surveillance every twelve months, two months of tolerance."""
    about = product.granted(grant=product.decide(last_day="2031-02-28"))[cases.CASE]
    assert isinstance(about, Certification)
    settled = {one.name: one.suggested for one in product.scheme().uncertain}
    found = measures_due(about, work, [], day, pack=product.scheme(), limits=None, settled=settled)  # type: ignore[arg-type]
    assert {one.due.rule for one in found if one.due} <= {"R-61"}
    return [(one.says, one.met_on) for one in found]


def test_R61_surveillance_of_a_product_by_the_interval_of_its_scheme() -> None:
    overdue = ("surveillance-overdue", None)
    assert of_helmets(date(2027, 5, 1)) == []
    assert of_helmets(date(2027, 5, 2)) == [overdue] * 4  # market, factory, production, system
    market = cases.assignment("assignment:m", product.HELMETS, product.STANDARD, "market-sample", date(2027, 4, 1))
    assert of_helmets(date(2027, 5, 2), market) == [overdue] * 3
    late = cases.assignment("assignment:m", product.HELMETS, product.STANDARD, "market-sample", date(2027, 5, 3))
    assert of_helmets(date(2027, 5, 4), late).count(("surveillance-held-late", date(2027, 5, 3))) == 1


def test_without_pack_or_limits_nothing_is_guessed() -> None:
    about = certification()
    assert measures_due(about, [], [], date(2027, 6, 1), pack=None, limits=None, settled={}) == ()
