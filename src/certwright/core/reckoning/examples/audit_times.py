"""Kinds of example about audit time: a whole cycle by a table, an integrated audit."""

from fractions import Fraction

from certwright.core.reckoning.audit_time import AuditTime, AuditTimeQuestion, FoodWork, audit_time
from certwright.core.reckoning.demands import percent
from certwright.core.reckoning.derivation import CannotReckon, Derivation, Trail
from certwright.core.reckoning.examples.computed import Computed, Figures
from certwright.core.reckoning.examples.inputs import EXAMPLE, Inputs
from certwright.core.reckoning.examples.policy import stated_policy
from certwright.core.reckoning.integration import allowed_reduction
from certwright.core.reckoning.rounding import to_half_days
from certwright.core.reckoning.rule_book import RuleBook, Rules
from certwright.packs.model.audit_time import AuditKind


def cycle_time(inputs: Inputs, policy: Inputs, book: RuleBook) -> Computed:
    """Initial audit, surveillance of a year and recertification; by class where the example names none."""
    rules = book.rules(inputs.text("standard"))
    classes = complexities(inputs, rules)
    chosen = stated_policy(policy)
    persons = inputs.both_ends("effective_personnel")
    food = _food(inputs)
    figures: dict[str, Fraction | Figures] = {}
    derivations: list[tuple[str, Derivation]] = []
    for audit in AuditKind:
        by_class: dict[str, Fraction] = {}
        for each in classes:
            time = _same_at_all(
                tuple(
                    audit_time(AuditTimeQuestion(rules.standard, end, audit, each, food=food), book, chosen)
                    for end in persons
                )
            )
            by_class[each] = time.days
            derivations.append((f"{audit.value} {each}".strip(), time.derivation))
        figures[audit.value] = by_class if len(classes) > 1 else by_class[classes[0]]
    return Computed(figures, tuple(derivations))


def integrated_audit(inputs: Inputs, policy: Inputs, book: RuleBook) -> Computed:
    """The table time of each standard, and the reduced sum; rounded only if the example states how."""
    pack, trail = book.integration(), Trail()
    trail.reads(pack.pack, pack.edition)
    table: dict[str, Fraction] = {}
    derivations: list[tuple[str, Derivation]] = []
    for standard in inputs.words("standards"):
        rules = book.rules(standard)
        complexity = inputs.text(f"{standard.lower()}_complexity", "complexity", default="")
        time = _same_at_all(
            tuple(
                audit_time(AuditTimeQuestion(rules.standard, end, complexity=complexity), book)
                for end in inputs.both_ends("effective_personnel")
            )
        )
        table[standard] = trail.step(
            "integration.part", time.exact, "audit days", pack.demand("on-the-sum").source, standard=standard
        )
        derivations.append((standard, time.derivation))
    total = trail.step(
        "integration.sum",
        sum(table.values(), Fraction(0)),
        "audit days",
        pack.demand("on-the-sum").source,
        standards=len(table),
    )
    if inputs.has("reduction_percent"):
        off = percent(
            inputs.number("reduction_percent"), "reduction_percent", pack.limit_source, pack.most_reduction_percent
        )
    else:
        level, ability = inputs.number("level_percent", "integration_level"), inputs.number("ability_percent")
        off = allowed_reduction(level, ability, pack, trail)
    reduced = trail.step(
        "integration.reduced", total * (1 - off / 100), "audit days", pack.limit_source, total=total, percent=off
    )
    chosen = stated_policy(policy)
    days = reduced if chosen.rounding is None else to_half_days(reduced, chosen.rounding)
    derivations.append(("integrated", trail.derivation()))
    return Computed({"table_days": table, "sum": total, "reduction_percent": off, "total": days}, tuple(derivations))


def complexities(inputs: Inputs, rules: Rules) -> tuple[str, ...]:
    """The class that the example names, or every class with a column, or none where the table has one column."""
    named = inputs.text(f"{rules.rule_set.system.lower()}_complexity", "complexity", default="")
    if named:
        return (named,)
    return rules.rule_set.classes or ("",)


def _same_at_all(times: tuple[AuditTime, ...]) -> AuditTime:
    """The one time that holds at both ends of a range, and so everywhere between, because tables never fall."""
    if len({time.days for time in times}) > 1:
        raise CannotReckon(
            "example.range-spans", "effective_personnel", EXAMPLE, {"low": times[0].persons, "high": times[-1].persons}
        )
    return times[0]


def _food(inputs: Inputs) -> FoodWork | None:
    categories = inputs.words("categories", "category")
    return FoodWork(categories, inputs.number("studies", "haccp_studies", default=Fraction(1))) if categories else None
