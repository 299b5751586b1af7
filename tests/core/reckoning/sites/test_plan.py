"""Which sites are visited: groups, judgement, the draw, and what may not be done to shrink it."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.sites import (
    Chosen,
    GroupIncrease,
    Increase,
    SamplingQuestion,
    Site,
    SiteKind,
    Visit,
    by_need,
    coverage,
    plan_sample,
)
from certwright.packs.model.site_sampling import Occasion

MET = dict.fromkeys(
    ("one-system", "central-function", "central-review", "internal-audits", "central-authority", "legal-link"), True
)


def shops(number: int) -> tuple[Site, ...]:
    return tuple(Site(f"shop {place:03}", "shop") for place in range(1, number + 1))


def ask(
    *sites: Site, occasion: Occasion = Occasion.INITIAL, seed: str = "seed", standard: str = "iso-9001", **more: object
) -> SamplingQuestion:
    return SamplingQuestion(standard, "head office", sites, occasion, seed, MET, **more)  # type: ignore[arg-type]


def test_each_process_and_each_level_is_sampled_on_its_own(book: RuleBook) -> None:
    """A bank of 4 national, 27 regional and 1,700 local offices (an example recalled from IAF MD 1 6.1.3)."""
    offices = [
        Site(f"{level} {place}", "office", level)
        for level, number in (("national", 4), ("regional", 27), ("local", 1700))
        for place in range(number)
    ]
    plan = plan_sample(ask(*offices), book)
    assert {each.group.level: (each.size.sampled, each.size.random) for each in plan.groups} == {
        "national": (2, 1),
        "regional": (6, 2),
        "local": (42, 11),
    }
    assert len(plan.visited) == 50
    mixed = plan_sample(ask(*shops(9), *(Site(f"depot {place}", "depot") for place in range(4))), book)
    assert [(each.group.process, each.size.sampled) for each in mixed.groups] == [("depot", 2), ("shop", 3)]


@given(st.integers(1, 60), st.text(min_size=1, max_size=10), st.sampled_from(list(Occasion)), st.data())
def test_a_plan_visits_as_many_as_asked_each_once(
    book: RuleBook, number: int, seed: str, occasion: Occasion, data: st.DataObject
) -> None:
    sites = shops(number)
    question = ask(*sites, occasion=occasion, seed=seed, proven="audits without majors")
    plan = plan_sample(question, book)
    (group,) = plan.groups
    free = group.size.sampled - group.size.random
    names = data.draw(st.lists(st.sampled_from([site.id for site in sites]), max_size=free, unique=True))
    judged = plan_sample(replace(question, chosen=tuple(Chosen(name, "why") for name in names)), book)
    for each in (plan, judged):
        assert len(each.visited) == len(set(each.visited)) == group.size.sampled
        assert set(each.visited) <= {site.id for site in sites}
        assert len(each.groups[0].drawn) >= group.size.random
    assert set(names) <= set(judged.visited)
    assert not set(names) & set(judged.groups[0].drawn)


def test_a_draw_is_reproducible_and_does_not_depend_on_the_order_of_the_list(book: RuleBook) -> None:
    forward, backward = plan_sample(ask(*shops(40)), book), plan_sample(ask(*shops(40)[::-1]), book)
    assert forward == backward
    assert plan_sample(ask(*shops(40), seed="other"), book).visited != forward.visited


def test_every_site_is_equally_likely(book: RuleBook) -> None:
    """Chi-square over ten sites of which four are drawn; 27.9 is the 99.9 % point with 9 degrees of freedom."""
    rounds = 2_000
    plans = (plan_sample(ask(*shops(10), seed=f"{turn}"), book) for turn in range(rounds))
    seen = Counter(site for plan in plans for site in plan.visited)
    expected = rounds * 4 / 10
    assert len(seen) == 10
    assert sum((hits - expected) ** 2 / expected for hits in seen.values()) < 27.9


@pytest.mark.parametrize("condition", sorted(MET))
def test_every_condition_of_eligibility_is_asked_for(condition: str, book: RuleBook) -> None:
    for met in ({**MET, condition: False}, {name: True for name in MET if name != condition}):
        with pytest.raises(CannotReckon, match="not-eligible") as cannot:
            plan_sample(replace(ask(*shops(9)), met=met), book)
        assert cannot.value.inputs["unmet"] == condition


def test_the_pack_has_the_conditions_the_tests_know(book: RuleBook) -> None:
    assert {condition.id for condition in book.sites().eligibility} == set(MET)


def test_sites_are_not_merged_to_shrink_the_sample(book: RuleBook) -> None:
    merged = Site("north", addresses=("1 Mill Lane", "8 Harbour Road"))
    with pytest.raises(CannotReckon, match=r"sites\.merged"):
        plan_sample(ask(merged, *shops(3)), book)
    complex_ = replace(merged, one_complex="one fence, one gate, shared stores")
    assert len(plan_sample(ask(complex_), book).visited) == 1


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (ask(*shops(2), *shops(1)), "named-twice"),
        (ask(*shops(9), chosen=(Chosen("shop 001", ""),)), "reason-missing"),
        (ask(*shops(9), chosen=(Chosen("shop 010", "new"),)), "chosen-unknown"),
        (ask(*shops(9), chosen=tuple(Chosen(f"shop 00{place}", "new") for place in (1, 2, 3))), "too-many-chosen"),
        (ask(*shops(9), increases=(GroupIncrease("depot", "site", Increase(1, "risk")),)), "group-unknown"),
        (ask(*shops(9), occasion=Occasion.RECERTIFICATION_PROVEN), "reason-missing"),
        (ask(*shops(9), unsampled={"shop": ""}), "reason-missing"),
        (ask(*shops(9), standard="iso-22000"), "own-rules"),
        (ask(*shops(9), standard="iso-50001"), "own-rules"),
        (ask(*shops(9), standard="iso-99999"), "no-document"),
    ],
)
def test_what_breaks_a_demand_is_refused(question: SamplingQuestion, says: str, book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match=says):
        plan_sample(question, book)


def test_an_increase_belongs_to_its_group(book: RuleBook) -> None:
    question = ask(*shops(9), Site("d", "depot"), increases=(GroupIncrease("shop", "site", Increase(2, "risk")),))
    assert {each.group.process: each.size.sampled for each in plan_sample(question, book).groups} == {
        "depot": 1,
        "shop": 5,
    }


def test_design_and_manufacture_of_medical_devices_are_not_sampled(book: RuleBook) -> None:
    plants = [Site(f"plant {place}", "plant", activities=("manufacturing",)) for place in range(9)]
    depots = [Site(f"depot {place}", "depot", activities=("storage",)) for place in range(9)]
    plan = plan_sample(ask(*plants, *depots, standard="iso-13485"), book)
    assert {each.group.process: each.size.sampled for each in plan.groups} == {"plant": 9, "depot": 3}
    assert len(plan_sample(ask(*plants), book).visited) == 3  # a quality management system may sample them


def test_temporary_sites_are_not_part_of_the_number_and_virtual_ones_are_one_each(book: RuleBook) -> None:
    building = [Site(f"building {place}", "building", kind=SiteKind.TEMPORARY) for place in range(30)]
    plan = plan_sample(ask(*shops(4), Site("home offices", "shop", kind=SiteKind.VIRTUAL), *building), book)
    assert [each.size.sites for each in plan.groups] == [5]
    assert any(step.says == "sites.temporary" for step in plan.derivation.steps)


def test_production_at_the_central_function_is_for_the_body_to_settle(book: RuleBook, settled_book: RuleBook) -> None:
    question = ask(*shops(4), Site("head office", "shop"))
    with pytest.raises(CannotReckon, match="central-production-unset"):
        plan_sample(question, book)
    assert plan_sample(question, settled_book).groups[0].size.sites == 5
    no = RuleBook(book.packs, {"iaf-md1": {"production-at-central-function-is-a-site": False}})
    assert plan_sample(question, no).groups[0].size.sites == 4


def test_the_second_surveillance_takes_other_sites_where_there_is_no_sampling(book: RuleBook) -> None:
    question = ask(*shops(10), occasion=Occasion.SURVEILLANCE, unsampled={"shop": "the client wishes it"})
    first = plan_sample(question, book).visited
    visits = tuple(Visit(site, date(2026, 3, 1), Occasion.SURVEILLANCE) for site in first)
    initial = tuple(Visit(site.id, date(2025, 3, 1), Occasion.INITIAL) for site in shops(10))
    second = plan_sample(replace(question, visits=initial + visits), book).visited
    assert len(first) == len(second) == 3
    assert not set(first) & set(second)


def test_coverage_remembers_the_cycle() -> None:
    visits = [
        Visit("a", date(2024, 5, 1), Occasion.INITIAL),
        Visit("b", date(2026, 5, 1), Occasion.SURVEILLANCE),
        Visit("b", date(2025, 5, 1), Occasion.SURVEILLANCE),
        Visit("x", date(2026, 1, 1), Occasion.INITIAL),
    ]
    found = coverage(["a", "b", "c"], visits, since=date(2025, 1, 1))
    assert found.visited == (("b", date(2026, 5, 1)),)
    assert found.never == ("a", "c")
    assert not found.is_whole
    assert coverage(["a", "b"], visits, since=date(2024, 5, 1)).is_whole
    assert by_need(["b", "a", "c"], visits) == ("c", "a", "b")


def test_without_sampling_a_cycle_covers_every_site(book: RuleBook) -> None:
    plan = plan_sample(ask(*shops(7), unsampled={"shop": "processes differ"}), book)
    visits = [Visit(site, date(2026, 1, 1), Occasion.INITIAL) for site in plan.visited]
    assert coverage([site.id for site in shops(7)], visits, since=date(2026, 1, 1)).is_whole
