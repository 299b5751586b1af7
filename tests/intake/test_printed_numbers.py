"""Numbers as printed, and the normal form by which near-duplicates are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.intake.printed_numbers import near_duplicates, normal_form


@pytest.mark.parametrize(
    "printed", ["CE 668821", "CE668821", "ce-668821", "CE–668821", "CE\u00a0668821", " Ce.668 821 "]
)
def test_blanks_dashes_and_case_make_no_other_number(printed: str) -> None:
    assert normal_form(printed) == "CE668821"


def test_near_duplicates_are_told_with_all_their_ways() -> None:
    assert near_duplicates(["CE 1", "CE1", "CE1", "CE 2"]) == {"CE1": ("CE 1", "CE1")}


@given(st.text(max_size=40))
def test_a_normal_form_is_its_own(printed: str) -> None:
    assert normal_form(normal_form(printed)) == normal_form(printed)
