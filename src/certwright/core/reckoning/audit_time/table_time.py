"""The table time: audit days of an initial audit by effective personnel and class, before any adjustment."""

from fractions import Fraction

from certwright.core.reckoning.audit_time.class_of_client import class_for
from certwright.core.reckoning.audit_time.food_chain import food_time
from certwright.core.reckoning.audit_time.question import AuditTimeQuestion, Lookup
from certwright.core.reckoning.demands import amount, reason, whole
from certwright.core.reckoning.derivation import CannotReckon, Exact, Trail
from certwright.core.reckoning.personnel import effective_personnel
from certwright.core.reckoning.rule_book import RuleBook, Rules
from certwright.packs.model.time_table import Band, TimeTable


def persons_of(question: AuditTimeQuestion, rules: Rules, trail: Trail) -> int:
    """The effective number of persons, whole; at least one. Raises CannotReckon."""
    source = rules.pack.counting[0].source
    if isinstance(question.personnel, tuple):
        counted = effective_personnel(question.personnel, rules)
        trail.follow(counted.derivation)
        return counted.persons
    persons = whole(question.personnel, "personnel", source)
    return trail.step("personnel.given", persons, "persons", source)


def table_time(
    question: AuditTimeQuestion, persons: int, rules: Rules, book: RuleBook, lookup: Lookup, trail: Trail
) -> Fraction:
    """Audit days from the table, or from the manual value where the document has no number.

    Raises CannotReckon: with ``manual-value`` above the last band and for a class without column; and for a manual
    value that is given although the document has a number.
    """
    try:
        days = _by_document(question, persons, rules, book, lookup, trail)
    except CannotReckon as gap:
        if gap.needs != "manual-value" or question.manual is None:
            raise
        why = reason(question.manual.reason, "manual.reason", gap.source)
        days = amount(question.manual.days, "manual.days", gap.source)
        return trail.step("audit-time.manual", days, "audit days", gap.source, because=gap.says, reason=why)
    if question.manual is not None:
        raise CannotReckon("audit-time.manual-not-needed", "manual", rules.pack.above_last_band, {"days": days})
    return days


def _by_document(
    question: AuditTimeQuestion, persons: int, rules: Rules, book: RuleBook, lookup: Lookup, trail: Trail
) -> Fraction:
    table = rules.pack.table(rules.rule_set.tables[question.audit])
    column = class_for(question, rules, book, trail)
    if rules.rule_set.method == "food-chain":
        return food_time(question.food, persons, rules, table, trail)
    if question.food is not None:
        raise CannotReckon("food.not-asked", "food", table.source, {"standard": rules.standard})
    return read(table, column, persons, rules, lookup, trail)


def read(table: TimeTable, column: str, persons: int, rules: Rules, lookup: Lookup, trail: Trail) -> Fraction:
    """Audit days from one table. Raises CannotReckon (``manual-value``) above its last band."""
    band = table.band_of(persons)
    if band is None:
        last = table.bands[-1]
        raise CannotReckon(
            "audit-time.above-last-band",
            "personnel",
            rules.pack.above_last_band,
            {
                "persons": persons,
                "last": last.high,
                "last_days": last.days[column],
                "suggested": _followed(table, column, persons),
            },
            needs="manual-value",
        )
    days = trail.step(
        "audit-time.band",
        band.days[column],
        "audit days",
        table.source,
        table=table.title,
        persons=persons,
        low=band.low,
        high=band.high,
        column=column,
    )
    following = _after(table, band)
    if lookup is Lookup.STEPPED or following is None:
        return days
    part = Fraction(persons - band.low, following.low - band.low)
    between = days + part * (following.days[column] - days)
    return trail.step(
        "audit-time.interpolated",
        between,
        "audit days",
        table.source,
        persons=persons,
        next=following.low,
        next_days=following.days[column],
    )


def _after(table: TimeTable, band: Band) -> Band | None:
    place = table.bands.index(band) + 1
    return table.bands[place] if place < len(table.bands) else None


def _followed(table: TimeTable, column: str, persons: int) -> Exact:
    """Our continuation of the table, as a suggestion only: bands go on growing as the last one did.

    Each further band ends at the same multiple of the one before it as the last band does, and adds as many days.
    """
    before, last = table.bands[-2:]
    assert before.high is not None
    assert last.high is not None  # a table with an open end has a band for everybody
    growth, step = Fraction(last.high, before.high), last.days[column] - before.days[column]
    high, days = Fraction(last.high), last.days[column]
    while high < persons:
        high, days = high * growth, days + step
    return days
