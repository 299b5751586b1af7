"""Audit days of a food safety management system on one site: T_s = T_D + T_H (n - 1) + T_FTE (ISO 22003-1 Annex B).

T_D holds the first hazard-control study; with several categories the largest T_D and the largest T_H count once.
The superseded ISO/TS 22003:2013 adds T_MS where the client has no other certified management system.
"""

from fractions import Fraction

from certwright.core.reckoning.audit_time.question import FoodWork
from certwright.core.reckoning.demands import whole
from certwright.core.reckoning.derivation import CannotReckon, Trail, doubted
from certwright.core.reckoning.rule_book import Rules
from certwright.packs.model.audit_time_methods import Doubt, FoodCategory, FoodChain
from certwright.packs.model.base import Source
from certwright.packs.model.time_table import TimeTable


def food_time(work: FoodWork | None, persons: int, rules: Rules, table: TimeTable, trail: Trail) -> Fraction:
    """Audit days on site. ``persons`` are full-time equivalents involved in food safety.

    Raises CannotReckon without categories, for unknown ones, for no study, and with ``manual-value`` above the table.
    """
    chain = rules.pack.food_chain
    assert chain is not None  # the model of the pack sees to it
    categories = _categories(work, chain)
    assert work is not None  # _categories saw to it
    studies = whole(work.studies, "food.studies", chain.source)
    band = table.band_of(persons)
    if band is None:
        raise CannotReckon(
            "audit-time.above-last-band",
            "personnel",
            rules.pack.above_last_band,
            {"persons": persons},
            needs="manual-value",
        )
    basic = max(categories, key=lambda each: each.basic_days)
    further = max(categories, key=lambda each: each.further_study_days)
    total = trail.step(
        "food.basic", basic.basic_days, "audit days", _source(chain, basic, "basic_days"), category=basic.code
    )
    total += trail.step(
        "food.studies",
        further.further_study_days * (studies - 1),
        "audit days",
        _source(chain, further, "further_study_days"),
        category=further.code,
        studies=studies,
        each=further.further_study_days,
    )
    total += trail.step(
        "food.persons", band.days["all"], "audit days", table.source, persons=persons, low=band.low, high=band.high
    )
    if chain.no_system_days is not None and not work.has_certified_system:
        total += trail.step("food.no-system", chain.no_system_days, "audit days", chain.source)
    return trail.step("food.sum", total, "audit days", chain.source)


def least_days(work: FoodWork | None, rules: Rules) -> Fraction | None:
    """The shortest audit of the categories (the largest of theirs); ``None`` outside the food chain."""
    if rules.pack.food_chain is None:
        return None
    return max(category.least_days for category in _categories(work, rules.pack.food_chain))


def _source(chain: FoodChain, category: FoodCategory, cell: Doubt) -> Source:
    return doubted(chain.source) if cell in category.unsure else chain.source


def _categories(work: FoodWork | None, chain: FoodChain) -> tuple[FoodCategory, ...]:
    if work is None or not work.categories:
        raise CannotReckon("food.category-missing", "food.categories", chain.source)
    by_code = {category.code: category for category in chain.categories}
    for code in work.categories:
        if code not in by_code:
            raise CannotReckon(
                "food.unknown-category", "food.categories", chain.source, {"code": code, "known": ", ".join(by_code)}
            )
    return tuple(by_code[code] for code in sorted(set(work.categories)))
