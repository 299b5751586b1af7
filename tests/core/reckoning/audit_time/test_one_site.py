"""Audit time of one system at one site: the document's numbers, and properties that hold for all."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.audit_time import (
    Adjustment,
    AuditTimeQuestion,
    EnergyUse,
    ExtraDays,
    FoodWork,
    Lookup,
    ManualDays,
    Policy,
    Proxy,
    audit_time,
)
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.model.audit_time import AuditKind, RoundingPolicy

SYSTEMS = [
    ("iso-9001", ""),
    ("iso-14001", "high"),
    ("iso-14001", "limited"),
    ("iso-45001", "medium"),
    ("iso-13485", ""),
    ("iso-iec-27001", ""),
]
SHARES = {
    AuditKind.INITIAL: Fraction(1),
    AuditKind.SURVEILLANCE: Fraction(1, 3),
    AuditKind.RECERTIFICATION: Fraction(2, 3),
}
systems = st.sampled_from(SYSTEMS)
audits = st.sampled_from(list(AuditKind))
persons = st.integers(1, 10700)
roundings = st.sampled_from(list(RoundingPolicy))


def ask(
    standard: str, complexity: str, number: int, audit: AuditKind = AuditKind.INITIAL, **more: object
) -> AuditTimeQuestion:
    return AuditTimeQuestion(standard, number, audit, complexity, **more)  # type: ignore[arg-type]


def test_55_persons_under_iso_9001_take_5_days(book: RuleBook) -> None:
    time = audit_time(AuditTimeQuestion("iso-9001", 55), book)
    assert (time.days, time.on_site, time.off_site) == (5, 4, 1)
    assert [step.says for step in time.derivation.steps] == [
        "personnel.given",
        "audit-time.band",
        "audit-time.full-share",
        "audit-time.exact",
        "audit-time.rounded",
        "audit-time.on-site",
    ]
    assert time.derivation.packs == {"iaf-md5": "2023"}
    assert all(step.source.document for step in time.derivation.steps)


@pytest.mark.parametrize("name", ["iso-9001", "ISO 9001:2015", "QMS", "qms", "ISO9001"])
def test_a_standard_is_known_by_the_names_people_write(name: str, book: RuleBook) -> None:
    assert audit_time(AuditTimeQuestion(name, 55), book).days == 5


def test_isms_is_known_with_and_without_iec(book: RuleBook) -> None:
    assert audit_time(AuditTimeQuestion("ISO 27001", 10), book).days == 5
    assert audit_time(AuditTimeQuestion("ISO/IEC 27001:2022", 11), book).days == 6


@given(systems, audits, persons, persons, roundings)
def test_more_people_never_take_less_time(
    book: RuleBook, system: tuple[str, str], audit: AuditKind, one: int, other: int, rounding: RoundingPolicy
) -> None:
    fewer, more = sorted((one, other))
    policy = Policy(rounding=rounding)
    assert (
        audit_time(ask(*system, fewer, audit), book, policy).days
        <= audit_time(ask(*system, more, audit), book, policy).days
    )


@given(systems, audits, persons, roundings, st.integers(-30, 60))
def test_floors_are_never_crossed_and_parts_sum_to_the_whole(
    settled_book: RuleBook, system: tuple[str, str], audit: AuditKind, number: int, rounding: RoundingPolicy, net: int
) -> None:
    adjustments = (Adjustment(net, "because"),) if net else ()
    policy = Policy(rounding=rounding, stage1_share=Fraction(3, 10))
    time = audit_time(ask(*system, number, audit, adjustments=adjustments), settled_book, policy)
    least = time.table_days * Fraction(7, 10) * SHARES[audit]
    assert time.days >= least
    assert time.exact >= least
    assert time.days >= 1
    assert (time.days * 2).denominator == 1
    assert time.on_site + time.off_site == time.days
    assert time.on_site >= time.days * Fraction(7, 10)
    assert sum(time.stages) == time.days
    assert all(stage > 0 for stage in time.stages)


@given(persons, st.integers(1, 4))
def test_visits_of_a_year_sum_to_the_year(book: RuleBook, number: int, visits: int) -> None:
    question = AuditTimeQuestion("iso-9001", number, AuditKind.SURVEILLANCE, visits_per_year=visits)
    time = audit_time(question, book)
    assert sum(time.visits) == time.days
    assert len(time.visits) == visits
    assert max(time.visits) - min(time.visits) <= Fraction(1, 2)


@given(st.lists(st.integers(-30, 40), max_size=4), st.randoms())
def test_the_order_of_adjustments_does_not_matter(book: RuleBook, percents: list[int], random: object) -> None:
    if sum(percents) < -30:
        percents = [abs(percent) for percent in percents]
    adjustments = [Adjustment(percent, "because") for percent in percents]
    forward = audit_time(AuditTimeQuestion("iso-9001", 100, adjustments=tuple(adjustments)), book)
    backward = audit_time(AuditTimeQuestion("iso-9001", 100, adjustments=tuple(adjustments[::-1])), book)
    assert (forward.exact, forward.days) == (backward.exact, backward.days)


def test_a_reduction_of_30_per_cent_is_the_last_one_allowed(book: RuleBook) -> None:
    def reduced(percent: object) -> AuditTimeQuestion:
        return AuditTimeQuestion("iso-9001", 55, adjustments=(Adjustment(percent, "mature"),))  # type: ignore[arg-type]

    assert audit_time(reduced(-30), book).exact == Fraction(7, 2)
    with pytest.raises(CannotReckon) as cannot:
        audit_time(reduced(Decimal("-30.01")), book)
    assert (cannot.value.says, cannot.value.source.document) == ("adjustment.past-limit", "IAF MD 5:2023")


def test_increases_offset_reductions_because_the_net_is_limited(book: RuleBook) -> None:
    adjustments = (Adjustment(-45, "one"), Adjustment(15, "other"))
    assert audit_time(AuditTimeQuestion("iso-9001", 55, adjustments=adjustments), book).exact == Fraction(7, 2)


def test_rounding_does_not_go_below_the_limit(book: RuleBook) -> None:
    """1.5 days less 30 per cent are 1.05; the nearest half day would be a reduction of a third."""
    time = audit_time(AuditTimeQuestion("iso-9001", 5, adjustments=(Adjustment(-30, "mature"),)), book)
    assert (time.exact, time.days) == (Fraction(21, 20), Fraction(3, 2))
    assert "audit-time.rounded-up-to-limit" in [step.says for step in time.derivation.steps]


@pytest.mark.parametrize("standard", ["iso-13485", "iso-22000", "iso-50001"])
def test_an_unread_limit_refuses_reductions_until_the_body_settles_it(
    standard: str, book: RuleBook, settled_book: RuleBook
) -> None:
    question = AuditTimeQuestion(
        standard,
        50,
        complexity="low" if standard == "iso-50001" else "",
        food=FoodWork(("E",)) if standard == "iso-22000" else None,
        adjustments=(Adjustment(-10, "simple"),),
    )
    with pytest.raises(CannotReckon, match="limit-unset"):
        audit_time(question, book)
    if standard == "iso-13485":  # the suggestion is 30; for the others it is 0
        assert audit_time(question, settled_book).exact == Fraction(63, 10)
    else:
        with pytest.raises(CannotReckon, match="past-limit"):
            audit_time(question, settled_book)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"adjustments": (Adjustment(-10),)}, "input.reason-missing"),
        ({"adjustments": (Adjustment(-10, "x", "no-such-reason"),)}, "adjustment.unknown-reason"),
        ({"adjustments": (Adjustment(10, "x", "mature-system"),)}, "adjustment.wrong-way"),
        ({"adjustments": (Adjustment(10, "x", "accident-rate"),)}, "adjustment.unknown-reason"),  # of OH&SMS only
        ({"extra_days": (ExtraDays(1, " "),)}, "input.reason-missing"),
        ({"extra_days": (ExtraDays(0, "interpreter"),)}, "input.not-positive"),
        ({"manual": ManualDays(7, "I think so")}, "audit-time.manual-not-needed"),
        ({"complexity": "high"}, "class.not-asked"),
        ({"food": FoodWork(("CI",))}, "food.not-asked"),
        ({"energy": EnergyUse({"energy-types": 2})}, "class.no-score"),
        ({"visits_per_year": 2}, "audit-time.one-visit"),
        ({"proxy": Proxy("iso-14001", "")}, "input.reason-missing"),
    ],
)
def test_what_breaks_a_demand_is_refused(more: dict[str, object], says: str, book: RuleBook) -> None:
    with pytest.raises(CannotReckon) as cannot:
        audit_time(AuditTimeQuestion("iso-9001", 55, **more), book)  # type: ignore[arg-type]
    assert (cannot.value.says, cannot.value.needs) == (says, "other-input")
    assert cannot.value.source.document


@pytest.mark.parametrize("number", [0, -1, Fraction(11, 2), Decimal("0.5")])
def test_people_are_whole_and_at_least_one(number: int, book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match=r"input\.(not-whole|too-small)"):
        audit_time(AuditTimeQuestion("iso-9001", number), book)


@pytest.mark.parametrize("number", [55.0, True])
def test_a_float_or_a_truth_value_is_no_number(number: int, book: RuleBook) -> None:
    with pytest.raises(TypeError, match="not an exact number"):
        audit_time(AuditTimeQuestion("iso-9001", number), book)


def test_above_the_last_band_a_person_sets_the_time(book: RuleBook) -> None:
    assert audit_time(AuditTimeQuestion("iso-9001", 10700), book).days == 22
    with pytest.raises(CannotReckon) as cannot:
        audit_time(AuditTimeQuestion("iso-9001", 10701), book)
    assert cannot.value.needs == "manual-value"
    assert cannot.value.inputs["suggested"] == 23
    time = audit_time(AuditTimeQuestion("iso-9001", 10701, manual=ManualDays(23, "follows the progression")), book)
    assert time.days == 23
    (step,) = (step for step in time.derivation.steps if step.says == "audit-time.manual")
    assert step.inputs["reason"] == "follows the progression"


@pytest.mark.parametrize(
    ("manual", "says"), [(ManualDays(23, ""), "reason-missing"), (ManualDays(0, "x"), "not-positive")]
)
def test_a_manual_value_is_reasoned_and_positive(manual: ManualDays, says: str, book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match=says):
        audit_time(AuditTimeQuestion("iso-9001", 10701, manual=manual), book)


def test_a_standard_without_document_goes_by_another_table_with_a_reason(book: RuleBook) -> None:
    with pytest.raises(CannotReckon) as cannot:
        audit_time(AuditTimeQuestion("iso-22301", 55), book)
    assert cannot.value.needs == "manual-value"
    time = audit_time(AuditTimeQuestion("iso-22301", 55, proxy=Proxy("iso-9001", "nearest in kind")), book)
    assert (time.standard, time.days) == ("iso-22301", 5)
    assert time.derivation.steps[0].says == "audit-time.proxy"


def test_extra_days_are_on_top_and_never_reduced(book: RuleBook) -> None:
    question = AuditTimeQuestion(
        "iso-9001",
        55,
        adjustments=(Adjustment(-30, "mature"),),
        extra_days=(ExtraDays(1, "interpreter"), ExtraDays(Fraction(1, 2), "transition")),
    )
    time = audit_time(question, book)
    assert (time.exact, time.extra, time.days) == (Fraction(7, 2), Fraction(3, 2), 5)


@given(persons)
def test_interpolation_lies_between_the_step_and_the_next_one(book: RuleBook, number: int) -> None:
    question = AuditTimeQuestion("iso-9001", number)
    stepped = audit_time(question, book).table_days
    between = audit_time(question, book, Policy(lookup=Lookup.INTERPOLATED)).table_days
    assert stepped <= between <= stepped + 1


def test_interpolation_is_exact(book: RuleBook) -> None:
    """46 persons take 5 days, 66 take 6; 56 lie in the middle."""
    policy = Policy(lookup=Lookup.INTERPOLATED)
    assert audit_time(AuditTimeQuestion("iso-9001", 56), book, policy).table_days == Fraction(11, 2)
    assert audit_time(AuditTimeQuestion("iso-9001", 46), book, policy).table_days == 5


@pytest.mark.parametrize("share", [0, 1, -1, Fraction(3, 2)])
def test_stage_1_takes_a_real_part(share: int, book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match="stage-share"):
        audit_time(AuditTimeQuestion("iso-9001", 55), book, Policy(stage1_share=share))


def test_stages(book: RuleBook) -> None:
    policy = Policy(stage1_share=Fraction(3, 10))
    assert audit_time(AuditTimeQuestion("iso-9001", 55), book, policy).stages == (Fraction(3, 2), Fraction(7, 2))
    surveillance = AuditTimeQuestion("iso-9001", 55, AuditKind.SURVEILLANCE)
    assert audit_time(surveillance, book, policy).stages == (Fraction(3, 2),)


def test_the_body_may_choose_a_longer_least_time(book: RuleBook) -> None:
    question = AuditTimeQuestion("iso-9001", 5, AuditKind.SURVEILLANCE)
    assert audit_time(question, book).days == 1
    assert audit_time(question, book, Policy(least_days=Fraction(3, 2))).days == Fraction(3, 2)


def test_the_least_time_of_a_body_is_no_debt(book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match="too-small"):
        audit_time(AuditTimeQuestion("iso-9001", 5), book, Policy(least_days=-1))


def test_stage_2_is_never_nothing(book: RuleBook) -> None:
    """Nine tenths of one day would round to the whole of it."""
    question = AuditTimeQuestion("iso-9001", 5, adjustments=(Adjustment(-30, "mature"),))
    policy = Policy(stage1_share=Fraction(9, 10))
    assert audit_time(question, book, policy).stages == (1, Fraction(1, 2))
    assert audit_time(question, book, Policy(stage1_share=Fraction(1, 100))).stages == (Fraction(1, 2), 1)
