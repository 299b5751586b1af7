"""Several nonconformity classes of one lot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.acceptance.aql import AqlRequest, plan_by_aql
from certwright.core.reckoning.acceptance.classes import ClassRequest, Sizing, ZeroAcceptance, plans_by_class
from certwright.core.reckoning.acceptance.plan import Counting, Index
from certwright.core.reckoning.acceptance.verdict import Judgement, verdict
from certwright.core.reckoning.derivation import CannotReckon
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.model.base import Confidence, Source

SCHEME = Source(document="Scheme for safety helmets", clause="6.3", confidence=Confidence.VERIFIED)


def asked(name: str, aql: str, severity: Severity = Severity.NORMAL, lot: int = 1000) -> AqlRequest:
    return AqlRequest(lot_size=lot, level="II", aql=aql, severity=severity, nonconformity_class=name)


def critical(n: int | None = None, lot: int = 1000) -> ZeroAcceptance:
    return ZeroAcceptance(lot_size=lot, nonconformity_class="critical", n=n, source=SCHEME)


def test_each_class_on_its_own_size(iso: AqlScheme) -> None:
    major, minor = plans_by_class(iso, [asked("major", "0.10"), asked("minor", "2.5")], Sizing.OWN_SIZES)
    assert (major.plan_letter, major.n, major.ac) == ("K", 125, 0)
    assert (minor.plan_letter, minor.n, minor.ac) == ("J", 80, 5)


def test_one_letter_for_all(iso: AqlScheme) -> None:
    major, minor = plans_by_class(iso, [asked("major", "0.10"), asked("minor", "2.5")], Sizing.ONE_LETTER)
    assert (major.n, major.ac) == (125, 0)
    assert (minor.letters, minor.n, minor.ac, minor.re) == (("J", "K"), 125, 7, 8)
    assert minor.letter == "J"  # the lot's own letter stays what it is
    assert "acceptance-sampling.one-letter" in [step.says for step in minor.derivation.steps]


def test_an_arrow_back_keeps_the_smaller_sample(iso: AqlScheme) -> None:
    """At letter K the cell of AQL 0.15 points up to J: that class is judged on the first 80 items."""
    _, other = plans_by_class(iso, [asked("major", "0.10"), asked("minor", "0.15")], Sizing.ONE_LETTER)
    assert (other.letters, other.n, other.ac) == (("J", "K", "J"), 80, 0)


def test_a_letter_that_one_table_lacks_changes_nothing(z14: AqlScheme) -> None:
    """Letter S exists for one AQL of tightened inspection only."""
    rare = AqlRequest(lot_size=600_000, level="III", aql="0.025", severity=Severity.TIGHTENED, nonconformity_class="a")
    usual = AqlRequest(lot_size=600_000, level="III", aql="0.10", nonconformity_class="b")
    first, second = plans_by_class(z14, [rare, usual], Sizing.ONE_LETTER)
    assert (first.n, first.plan_letter) == (3150, "S")
    assert (second.n, second.plan_letter) == (2000, "R")


usual_aqls = st.sampled_from(["0.10", "0.25", "0.65", "1.0", "2.5", "4.0", "6.5", "10"])


@given(st.integers(2, 600_000), st.lists(usual_aqls, min_size=1, max_size=5, unique=True))
def test_one_letter_is_stable_and_never_smaller(iso: AqlScheme, lot: int, aqls: list[str]) -> None:
    requests: list[ClassRequest] = [asked(aql, aql, lot=lot) for aql in aqls]
    own = plans_by_class(iso, requests, Sizing.OWN_SIZES)
    common = plans_by_class(iso, requests, Sizing.ONE_LETTER)
    assert max(plan.n for plan in common) >= max(plan.n for plan in own)
    letter = max(plan.plan_letter or "" for plan in common)
    for plan, aql in zip(common, aqls, strict=True):
        row = iso.tables[Severity.NORMAL].rows[letter]
        if "/" in row[iso.aql_series.index(aql)]:
            assert plan.plan_letter == letter


def test_a_class_in_which_nothing_passes_has_no_aql(iso: AqlScheme) -> None:
    whole, some = plans_by_class(iso, [critical(), asked("minor", "2.5")], Sizing.ONE_LETTER)
    assert (whole.n, whole.ac, whole.re, whole.takes_every_item) == (1000, 0, 1, True)
    assert (whole.identity.index, whole.identity.quality, whole.identity.severity) == (Index.SCHEME, None, None)
    assert whole.identity.document == "Scheme for safety helmets"
    assert some.n == 80
    assert verdict(whole, 1).judgement is Judgement.NOT_ACCEPTED
    assert plans_by_class(iso, [critical(50)], Sizing.OWN_SIZES)[0].n == 50


@pytest.mark.parametrize("n", [0, -1, 1001])
def test_a_sample_must_fit_into_the_lot(iso: AqlScheme, n: int) -> None:
    with pytest.raises(CannotReckon) as refused:
        plans_by_class(iso, [critical(n)], Sizing.OWN_SIZES)
    assert refused.value.says == "acceptance-sampling.sample-not-in-lot"
    assert refused.value.source is SCHEME


@pytest.mark.parametrize(
    "requests",
    [
        [asked("major", "1.0"), asked("major", "2.5")],
        [asked("major", "1.0"), asked("minor", "2.5", lot=999)],
        [asked("major", "1.0"), critical(lot=1001)],
        [asked("major", "1.0"), AqlRequest(lot_size=1000, level="I", aql="2.5", nonconformity_class="minor")],
    ],
)
def test_classes_must_be_different_and_of_one_lot(iso: AqlScheme, requests: list[ClassRequest]) -> None:
    with pytest.raises(CannotReckon) as refused:
        plans_by_class(iso, requests, Sizing.OWN_SIZES)
    assert refused.value.says == "acceptance-sampling.classes-of-several-lots"


def test_severity_and_counting_are_of_the_class(z14: AqlScheme) -> None:
    loose = AqlRequest(
        lot_size=1000,
        level="II",
        aql="15",
        nonconformity_class="looks",
        severity=Severity.REDUCED,
        counting=Counting.NONCONFORMITIES,
    )
    strict, other = plans_by_class(z14, [asked("major", "1.0", Severity.TIGHTENED), loose], Sizing.OWN_SIZES)
    assert strict == plan_by_aql(z14, asked("major", "1.0", Severity.TIGHTENED))
    assert other == plan_by_aql(z14, loose)
