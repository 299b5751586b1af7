"""A body settles every uncertain value of a pack in the form it asks for, or is told what is missing."""

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.packs.adoption import NotSettled, Value, meaning, settled, unsettled
from certwright.packs.load import read_pack
from certwright.packs.model.base import Confidence, Pack, Source, UncertainValue, ValueForm


@pytest.fixture
def pack(clauses: str) -> Pack:
    """A pack that asks for one whole number."""
    return read_pack(clauses)


def asking(form: ValueForm) -> UncertainValue:
    choices = ("old-expiry", "decision") if form is ValueForm.CHOICE else ()
    source = Source(document="Imagination", confidence=Confidence.UNSURE)
    return UncertainValue(name="x", meaning="m", unit="months", form=form, choices=choices, source=source)


def test_settled_values_have_their_meaning(pack: Pack) -> None:
    assert settled(pack, {"longest-wait": " 12 "}) == {"longest-wait": 12}
    assert unsettled(pack, {"longest-wait": "12"}) == ()


def test_a_pack_without_uncertain_values_is_settled(rows: str) -> None:
    assert settled(read_pack(rows), {}) == {}


def test_an_unset_value_is_told_with_the_suggestion(pack: Pack) -> None:
    (problem,) = unsettled(pack, {})
    assert (problem.code, problem.name) == ("unset", "longest-wait")
    assert "6" in problem.remedy


def test_a_value_of_wrong_form_and_one_nobody_asked_for(pack: Pack) -> None:
    problems = unsettled(pack, {"longest-wait": "half a year", "colour": "red"})
    assert [(problem.code, problem.name) for problem in problems] == [
        ("wrong-form", "longest-wait"),
        ("unknown-value", "colour"),
    ]
    with pytest.raises(NotSettled) as caught:
        settled(pack, {"longest-wait": "half a year", "colour": "red"})
    assert caught.value.problems == problems


@pytest.mark.parametrize(
    ("form", "written", "value"),
    [
        (ValueForm.WHOLE_NUMBER, "-3", -3),
        (ValueForm.DECIMAL, "1.50", Decimal("1.50")),
        (ValueForm.DECIMAL, "2", Decimal(2)),
        (ValueForm.DAY, "2028-02-29", date(2028, 2, 29)),
        (ValueForm.PERIOD, "12 months", "12 months"),
        (ValueForm.PERIOD, "1 working days", "1 working day"),
        (ValueForm.YES_NO, "yes", True),
        (ValueForm.YES_NO, "no", False),
        (ValueForm.CHOICE, "decision", "decision"),
        (ValueForm.TEXT, "as agreed", "as agreed"),
    ],
)
def test_what_is_written_means(form: ValueForm, written: str, value: Value) -> None:
    read = meaning(asking(form), written)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("form", "written"),
    [
        (ValueForm.WHOLE_NUMBER, "1.0"),
        (ValueForm.WHOLE_NUMBER, "٣"),
        (ValueForm.DECIMAL, "1,5"),
        (ValueForm.DECIMAL, "1e3"),
        (ValueForm.DECIMAL, "NaN"),
        (ValueForm.DAY, "2027-02-29"),
        (ValueForm.DAY, "20280229"),
        (ValueForm.PERIOD, "a year"),
        (ValueForm.PERIOD, "12"),
        (ValueForm.YES_NO, "true"),
        (ValueForm.CHOICE, "sometimes"),
        (ValueForm.TEXT, "  "),
        (ValueForm.WHOLE_NUMBER, ""),
    ],
)
def test_what_has_not_the_form_is_refused(form: ValueForm, written: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        meaning(asking(form), written)


@given(st.sampled_from(ValueForm), st.text())
def test_any_text_has_a_meaning_or_is_refused(form: ValueForm, written: str) -> None:
    with contextlib.suppress(ValueError):
        assert meaning(asking(form), written) is not None
