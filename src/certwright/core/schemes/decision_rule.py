"""The decision rule as data: whether it may stand in a scheme (R-08), and what it still lacks in a case."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from certwright.core.schemes.problem import SchemeProblem, Weight
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.decision import DecisionRule, PlanAccepted
from certwright.packs.model.scheme.words import Subject


def loose_decision_rule(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-08: no requirement escapes the rule, and none on the product is left to a plan (17065 7.6, 7.7.3 b)."""
    rule = scheme.decision_rule
    if rule is None:
        return  # R-07 says so
    used = {each.nonconformity_class for each in scheme.requirements if each.nonconformity_class}
    planned = set(left_to_plan(rule))
    for name in sorted(used - set(rule.conform) - planned):
        says = f"Requirements of class {name} may be unmet when certification is granted."
        yield _problem("class-outside-decision", ("decision_rule", "conform"), says, f"Add {name} to conform.")
    for name in sorted(used - set(rule.none_open) - planned):
        says = f"A nonconformity of class {name} may be open when certification is granted."
        yield _problem("open-class-at-grant", ("decision_rule", "none_open"), says, f"Add {name} to none_open.")


def granting_with_a_plan(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-08: granting with an accepted plan is for requirements on the system only; where used, assessors will ask."""
    if scheme.decision_rule is None:
        return
    path = ("decision_rule", "plan_accepted", "classes")
    for name in left_to_plan(scheme.decision_rule):
        if beyond := sorted(scheme.subjects_of_class(name) - {Subject.SYSTEM}):
            subjects = " and the ".join(beyond)
            says = f"Class {name} is left to an accepted plan, and holds requirements on the {subjects}."
            yield _problem("plan-for-product", path, says, "Only requirements on the system may wait for a plan.")
        else:
            says = f"Certification may be granted while nonconformities of class {name} wait for a plan."
            remedy = "Be ready to show why; assessors read this differently."
            yield _problem("grants-with-plan", path, says, remedy, Weight.WARNS)


def left_to_plan(rule: DecisionRule) -> tuple[str, ...]:
    """The classes of nonconformity that an accepted plan is enough for at the grant."""
    return rule.plan_accepted.classes if isinstance(rule.plan_accepted, PlanAccepted) else ()


def _problem(
    name: str, path: tuple[str | int, ...], says: str, remedy: str, weight: Weight = Weight.BLOCKS
) -> SchemeProblem:
    return SchemeProblem(name, "R-08", "17065:2012 7.7.3 b", path, says, remedy, weight)


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What the evaluation of one case came to.

    ``met`` and ``judged`` are ids of requirements; ``open_classes`` the classes with an open nonconformity,
    ``planned_classes`` those of them whose every nonconformity has an accepted plan. The two last fields: ``None`` if
    there was none to accept, otherwise whether all were accepted.
    """

    applicable: Set[str]
    judged: Set[str]
    met: Set[str]
    open_classes: Set[str]
    planned_classes: Set[str]
    sampling_accepted: bool | None
    prior_results_accepted: bool | None


@dataclass(frozen=True, slots=True)
class Lack:
    """Something the decision rule wants and the case lacks. ``of`` names requirements or classes, in order."""

    says: str
    of: tuple[str, ...] = ()


def lacks(scheme: ProductScheme, case: Evaluated) -> tuple[Lack, ...]:
    """What keeps the case from being granted under the scheme's decision rule; empty if nothing does.

    Raises ``ValueError`` for a scheme without decision rule, which cannot have been released.
    """
    rule = scheme.decision_rule
    if rule is None:
        raise ValueError(f"{scheme.pack} {scheme.edition} has no decision rule")
    classes = {each.id: each.nonconformity_class for each in scheme.requirements}
    may_wait = set(left_to_plan(rule)) & case.planned_classes
    unmet = {name for name in case.judged - case.met if classes.get(name) in rule.conform}
    found = [
        Lack("decision.requirement-not-judged", tuple(sorted(case.applicable - case.judged))),
        Lack("decision.requirement-not-met", tuple(sorted(name for name in unmet if classes[name] not in may_wait))),
        Lack("decision.nonconformity-open", tuple(sorted((case.open_classes & set(rule.none_open)) - may_wait))),
        Lack("decision.plan-missing", tuple(sorted((case.open_classes & set(left_to_plan(rule))) - may_wait))),
    ]
    answer = [lack for lack in found if lack.of]
    if rule.sampling == "accepted" and case.sampling_accepted is False:
        answer.append(Lack("decision.sampling-not-accepted"))
    if case.prior_results_accepted is False or (rule.prior_results == "not-used" and case.prior_results_accepted):
        answer.append(Lack("decision.prior-results-not-accepted"))
    return tuple(answer)
