"""Every step and refusal of acceptance sampling can be said, in both languages, without a gap."""

import re
from pathlib import Path
from string import Formatter

import pytest

from certwright.core.reckoning import acceptance
from certwright.core.reckoning.acceptance.aql import AqlRequest, plan_by_aql
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.say import Language, explained, refused
from certwright.core.reckoning.say.sampling_de import SAMPLING_DE, SAMPLING_REFUSALS_DE
from certwright.core.reckoning.say.sampling_en import SAMPLING_EN, SAMPLING_REFUSALS_EN
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity

CODE = "\n".join(path.read_text() for path in Path(acceptance.__file__).parent.glob("*.py"))


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_both_languages_tell_the_same() -> None:
    assert list(SAMPLING_EN) == list(SAMPLING_DE)
    assert list(SAMPLING_REFUSALS_EN) == list(SAMPLING_REFUSALS_DE)
    for says, template in SAMPLING_EN.items():
        assert names(SAMPLING_DE[says]) <= names(template) | {"value"}, says
    for says, pair in SAMPLING_REFUSALS_EN.items():
        assert names("".join(SAMPLING_REFUSALS_DE[says])) == names("".join(pair)), says


def test_whatever_the_code_says_has_a_sentence() -> None:
    """Ids written out in the code; verdicts and turns, whose ids are put together, are told in their own tests."""
    raised = set(re.findall(r'CannotReckon\(\s*"([a-z.-]+)"', CODE))
    stepped = set(re.findall(r'step\(\s*"([a-z.-]+)"', CODE))
    assert raised <= set(SAMPLING_REFUSALS_EN)
    assert stepped <= set(SAMPLING_EN)
    assert len(raised) > 10
    assert len(stepped) > 8


def test_a_plan_in_words(iso: AqlScheme) -> None:
    plan = plan_by_aql(iso, AqlRequest(lot_size=40, level="II", aql="1.0"))
    letter, arrow, last = explained(plan.derivation, Language.ENGLISH)
    assert letter.startswith("A lot of 40 items lies in the range from 26 to 50; at inspection level II its")
    assert "it leads to the plan of letter E, with that letter's sample size." in arrow
    assert last == (
        "Letter E, AQL 1.0, normal inspection: 13 items, accepted up to 0, not accepted from 1 on."
        " [ISO 2859-1:1999, Table 2-A; verified]"
    )


def test_severities_are_translated(z14: AqlScheme) -> None:
    plan = plan_by_aql(z14, AqlRequest(lot_size=600_000, level="II", aql="1.0", severity=Severity.TIGHTENED))
    first, last = explained(plan.derivation, Language.GERMAN)
    assert "im Bereich ab 500001; bei" in first
    assert "Prüfschärfe verschärft: 1250 Einheiten" in last


@pytest.mark.parametrize("language", Language)
def test_a_refusal_in_words(iso: AqlScheme, language: Language) -> None:
    for request in (
        AqlRequest(lot_size=1, level="II", aql="1.0"),
        AqlRequest(lot_size=9, level="IV", aql="1.0"),
        AqlRequest(lot_size=9, level="II", aql="1.1"),
        AqlRequest(lot_size=9, level="II", aql="15"),
        AqlRequest(lot_size=9, level="II", aql="1.0", severity=Severity.REDUCED),
    ):
        with pytest.raises(CannotReckon) as problem:
            plan_by_aql(iso, request)
        wrong, lift = refused(problem.value, language)
        assert wrong.endswith(".")
        assert lift.endswith(".")
        assert "{" not in wrong + lift
