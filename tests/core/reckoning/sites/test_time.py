"""Audit time over several sites: the floor of a site, the central function, the sum, rounded once."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.audit_time import Adjustment, AuditTimeQuestion, ExtraDays, Policy, audit_time
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.sites import MultiSiteQuestion, MultiSiteTime, SiteWork, multi_site_time
from certwright.packs.model.audit_time import AuditKind, RoundingPolicy

QMS = "iso-9001"


def site(
    name: str, persons: int, central: object = 0, *adjustments: Adjustment, first: bool = False, standard: str = QMS
) -> SiteWork:
    facts = AuditTimeQuestion(standard, persons, adjustments=adjustments)
    return SiteWork(name, facts, central, "planning and purchasing", first)  # type: ignore[arg-type]


def ask(
    *sites: SiteWork, central: int = 10, audit: AuditKind = AuditKind.INITIAL, persons: int = 1, standard: str = QMS
) -> MultiSiteQuestion:
    organization = AuditTimeQuestion(standard, persons, audit)
    return MultiSiteQuestion(organization, AuditTimeQuestion(standard, central), sites)


def test_single_values_stay_unrounded_until_the_sum(book: RuleBook) -> None:
    """A site of up to five persons at the limit takes 0.75 days (European Accreditation, question 38.2)."""
    reduced = site("a", 5, 20, Adjustment(-30, "simple"))
    time = multi_site_time(ask(reduced, reduced, reduced), book)
    assert [each.exact for each in time.sites] == [Fraction(3, 4)] * 3
    assert (time.central.exact, time.exact, time.days) == (2, Fraction(17, 4), Fraction(9, 2))


def test_a_body_may_round_each_site(book: RuleBook) -> None:
    rounding = RuleBook(book.packs, {"iaf-md1": {"round-each-site": True}})
    reduced = site("a", 5, 20, Adjustment(-30, "simple"))
    assert multi_site_time(ask(reduced, reduced, reduced), rounding).exact == 5


@pytest.mark.parametrize(
    ("work", "says"),
    [
        (site("a", 55, 21), "percent-outside"),
        (site("a", 55, -1), "percent-outside"),
        (replace(site("a", 55, 20), central_reason=""), "reason-missing"),
        (site("a", 55, 0, Adjustment(-31, "x")), "past-limit"),
        (site("a", 0), "too-small"),
    ],
)
def test_what_a_site_may_not_save(work: SiteWork, says: str, book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match=says):
        multi_site_time(ask(work), book)


def test_a_site_never_falls_below_half_its_table_time(book: RuleBook) -> None:
    """Where a body settled a wider limit for a document of its own, MD 1 7.3 still holds for a site."""
    wide = RuleBook(book.packs, {"iaf-md9": {"most-reduction-percent": 40}})
    standard = "iso-13485"
    works = [site("a", 55, central, Adjustment(-40, "x"), standard=standard) for central in (10, 11)]
    assert multi_site_time(ask(works[0], standard=standard), wide).sites[0].exact == Fraction(7, 2)
    with pytest.raises(CannotReckon, match="past-site-limit"):
        multi_site_time(ask(works[1], standard=standard), wide)


def test_the_central_function_takes_its_full_time(book: RuleBook) -> None:
    question = ask(site("a", 55))
    less = replace(question, central=replace(question.central, adjustments=(Adjustment(-10, "x"),)))
    with pytest.raises(CannotReckon, match="central-reduced"):
        multi_site_time(less, book)
    more = replace(question, central=replace(question.central, adjustments=(Adjustment(50, "two houses"),)))
    assert multi_site_time(more, book).central.exact == 3


@pytest.mark.parametrize(
    ("audit", "share"), [(AuditKind.SURVEILLANCE, Fraction(1, 3)), (AuditKind.RECERTIFICATION, Fraction(2, 3))]
)
def test_later_audits_take_their_share_of_every_site(audit: AuditKind, share: Fraction, book: RuleBook) -> None:
    time = multi_site_time(ask(site("a", 55), site("b", 100), audit=audit), book)
    assert time.exact == (5 + 7 + 2) * share


def test_a_first_visit_takes_the_initial_time_where_the_body_settled_it(book: RuleBook, settled_book: RuleBook) -> None:
    question = ask(site("a", 55, first=True), site("b", 55), audit=AuditKind.SURVEILLANCE)
    assert [each.exact for each in multi_site_time(question, settled_book).sites] == [5, Fraction(5, 3)]
    unset = multi_site_time(question, book)
    assert [each.exact for each in unset.sites] == [Fraction(5, 3)] * 2
    assert any(step.says == "sites.first-visit" and step.value is None for step in unset.derivation.steps)


def test_information_security_is_not_less_than_as_one_site(book: RuleBook) -> None:
    standard = "iso-iec-27001"
    small = [site(name, 10, 20, Adjustment(-30, "x"), standard=standard) for name in "ab"]
    raised = multi_site_time(ask(*small, central=10, persons=300, standard=standard), book)
    assert raised.exact == 15  # 300 persons as one site
    enough = multi_site_time(ask(*small, central=10, persons=20, standard=standard), book)
    assert enough.exact == Fraction(5, 2) * 2 + 5


def test_one_standard_at_a_time_and_at_least_one_site(book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match="other-standard"):
        multi_site_time(ask(site("a", 5, standard="iso-14001")), book)
    with pytest.raises(CannotReckon, match=r"sites\.none"):
        multi_site_time(ask(), book)


def test_extra_days_belong_to_the_organization(book: RuleBook) -> None:
    question = ask(site("a", 55))
    organization = replace(question.organization, extra_days=(ExtraDays(1, "interpreter"),))
    assert multi_site_time(replace(question, organization=organization), book).days == 8


works = st.lists(
    st.builds(
        lambda persons, central, net: site("x", persons, central, *([Adjustment(net, "y")] if net else [])),
        st.integers(1, 10_700),
        st.integers(0, 20),
        st.integers(-30, 30),
    ),
    min_size=1,
    max_size=8,
)


@given(works, st.sampled_from(list(AuditKind)), st.sampled_from(list(RoundingPolicy)))
def test_floors_parts_and_order(
    book: RuleBook, sites: list[SiteWork], audit: AuditKind, rounding: RoundingPolicy
) -> None:
    policy = Policy(rounding=rounding)
    time = multi_site_time(ask(*sites, audit=audit), book, policy)
    thirds = {AuditKind.INITIAL: 3, AuditKind.SURVEILLANCE: 1, AuditKind.RECERTIFICATION: 2}
    for each in time.sites:
        assert each.exact >= each.table_days * Fraction(thirds[audit], 6)
    assert sum((each.exact for each in time.sites), time.central.exact) == time.exact
    assert time.days >= time.least
    assert same(time, multi_site_time(ask(*sites[::-1], audit=audit), book, policy))


def same(one: MultiSiteTime, other: MultiSiteTime) -> bool:
    return (one.exact, one.days) == (other.exact, other.days)


def test_the_limit_for_several_sites_is_not_one_for_a_single_site(book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match="past-limit"):
        audit_time(AuditTimeQuestion(QMS, 55, adjustments=(Adjustment(-50, "x"),)), book)


def test_rounding_does_not_take_from_the_central_function(book: RuleBook) -> None:
    """0.75 and 2 days are the least for both; the tie may not go down."""
    question = ask(site("a", 5, 20, Adjustment(-30, "simple")))
    policy = Policy(rounding=RoundingPolicy.NEAREST_HALF_TIES_DOWN)
    time = multi_site_time(question, book, policy)
    assert (time.exact, time.least, time.days) == (Fraction(11, 4), Fraction(11, 4), 3)
