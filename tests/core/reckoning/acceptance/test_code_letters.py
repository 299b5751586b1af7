"""Lot size and level → code letter, at both ends of every range."""

import pytest

from certwright.core.reckoning.acceptance.code_letter import code_letter
from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.packs.model.acceptance_sampling import AqlScheme

LEVELS = ["S-1", "S-2", "S-3", "S-4", "I", "II", "III"]
ROWS = {  # first lot size of each range → letters, as any printed chart shows them
    2: "AAAAAAB",
    9: "AAAAABC",
    16: "AABBBCD",
    26: "ABBCCDE",
    51: "BBCCCEF",
    91: "BBCDDFG",
    151: "BCDEEGH",
    281: "BCDEFHJ",
    501: "CCEFGJK",
    1201: "CDEGHKL",
    3201: "CDFGJLM",
    10001: "CDFHKMN",
    35001: "DEGJLNP",
    150001: "DEGJMPQ",
    500001: "DEHKNQR",
}
FIRSTS = list(ROWS)


def letter(scheme: AqlScheme, lot: int, level: str) -> str:
    return code_letter(scheme, lot, level, Trail())


@pytest.mark.parametrize("first", FIRSTS)
def test_both_ends_of_the_range(z14: AqlScheme, iso: AqlScheme, first: int) -> None:
    at = FIRSTS.index(first)
    last = FIRSTS[at + 1] - 1 if at + 1 < len(FIRSTS) else 10**9
    for scheme in (z14, iso):
        for lot in (first, last):
            assert "".join(letter(scheme, lot, level) for level in LEVELS) == ROWS[first]


@pytest.mark.parametrize("lot", [1, 0, -5])
def test_a_lot_of_fewer_than_two_is_not_sampled(z14: AqlScheme, lot: int) -> None:
    with pytest.raises(CannotReckon) as refused:
        letter(z14, lot, "II")
    assert refused.value.says == "acceptance-sampling.lot-too-small"
    assert refused.value.field == "lot"
    assert (refused.value.source.document, refused.value.source.clause) == ("ANSI/ASQ Z1.4-2003", "Table I")


@pytest.mark.parametrize("level", ["IV", "ii", "", "S-5"])
def test_an_unknown_level_is_refused(iso: AqlScheme, level: str) -> None:
    with pytest.raises(CannotReckon) as refused:
        letter(iso, 100, level)
    assert refused.value.says == "acceptance-sampling.level-unknown"
    assert refused.value.inputs["levels"] == "S-1, S-2, S-3, S-4, I, II, III"


def test_the_letters_rise_with_lot_and_level(z14: AqlScheme) -> None:
    for lot in FIRSTS[1:]:
        for level in LEVELS:
            assert letter(z14, lot - 1, level) <= letter(z14, lot, level)
        assert [letter(z14, lot, level) for level in LEVELS] == sorted(letter(z14, lot, level) for level in LEVELS)


def test_the_step_tells_the_range(z14: AqlScheme) -> None:
    trail = Trail()
    code_letter(z14, 40, "II", trail)
    (step,) = trail.derivation().steps
    assert step.value == "D"
    assert dict(step.inputs) == {"lot": 40, "level": "II", "lot_min": 26, "lot_max": 50}
