"""What a certification is from which day to which: the spans of its rows against the comparison of dates."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from certwright.core.dossiers import Certification
from certwright.core.dossiers.certification import Standing
from certwright.core.dossiers.certification_parts import Span, Suspension
from certwright.rows.deriving.certifying import standings

FIRST = date(2024, 1, 1)
DAYS = st.integers(0, 60).map(lambda number: FIRST + timedelta(days=number))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first = draw(DAYS)
    return Span(first, draw(st.none() | st.integers(-1, 30).map(lambda days: first + timedelta(days=days))))


@st.composite
def certifications(draw: st.DrawFn) -> Certification:
    pauses = [
        Suspension("act", span, None, sites=draw(st.sampled_from(((), ("1",))))) for span in draw(st.lists(spans()))
    ]
    return Certification(
        id="certification:c-1",
        spans=tuple(draw(st.lists(spans(), max_size=4))),
        suspensions=tuple(pauses),
        withdrawn_from=draw(st.none() | DAYS),
        terminated_after=draw(st.none() | DAYS),
    )


@given(certifications())
def test_on_every_day_the_span_that_holds_says_what_the_dates_say(certification: Certification) -> None:
    found = list(standings(certification))
    for number in range(-2, 100):
        day = FIRST + timedelta(days=number)
        holding = [standing for standing, first, last in found if first <= day <= last]
        assert holding == [certification.standing(day)]


@given(certifications())
def test_the_spans_follow_each_other_over_the_whole_calendar_and_each_says_something_new(
    certification: Certification,
) -> None:
    found = list(standings(certification))
    assert (found[0][1], found[-1][2]) == (date.min, date.max)
    for (before, _, last), (after, first, _) in pairwise(found):
        assert first == last + timedelta(days=1)
        assert before is not after


def test_the_last_day_is_valid_and_the_day_after_is_not() -> None:
    certification = Certification(id="certification:c-1", spans=(Span(date(2024, 3, 1), date(2027, 2, 28)),))
    assert list(standings(certification)) == [
        (Standing.NONE, date.min, date(2024, 2, 29)),
        (Standing.VALID, date(2024, 3, 1), date(2027, 2, 28)),
        (Standing.EXPIRED, date(2027, 3, 1), date.max),
    ]
