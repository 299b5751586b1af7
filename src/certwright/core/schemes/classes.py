"""Classes of nonconformity are the scheme's own; ISO/IEC 17065 knows conforming and nonconforming only (R-09)."""

from collections.abc import Iterator

from certwright.core.schemes.problem import SchemeProblem
from certwright.packs.model.base import Path
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.decision import PlanAccepted
from certwright.packs.model.scheme.evaluation import LotSampling
from certwright.packs.model.scheme.requirements import Cure
from certwright.packs.model.scheme.words import Subject


def unclassed_requirements(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-09: every requirement belongs to a class, so that what its failure means is settled beforehand."""
    for at, requirement in enumerate(scheme.requirements):
        if requirement.nonconformity_class is None:
            says = f"The requirement {requirement.id} belongs to no class of nonconformity."
            yield _problem(
                "requirement-without-class",
                "7.4.6",
                ("requirements", at, "nonconformity_class"),
                says,
                "Name one of the scheme's classes.",
            )


def undefined_classes(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-09: every class that is named is one the scheme defines; none is borrowed from another standard."""
    defined = {each.id for each in scheme.nonconformity_classes}
    for path, name in _named_classes(scheme):
        if name not in defined:
            says = f"'{name}' is no class of nonconformity of this scheme."
            remedy = f"Define it; defined are: {', '.join(sorted(defined)) or 'none'}."
            yield _problem("unknown-class", "7.4.6", path, says, remedy)


def product_cured_by_plan(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-09: an unmet requirement on the product is cured by new determination, not by a plan (17065 7.4.7, 7.7.3 b)."""
    for at, each in enumerate(scheme.nonconformity_classes):
        beyond = scheme.subjects_of_class(each.id) - {Subject.SYSTEM}
        if each.cure is Cure.ACCEPTED_PLAN and beyond:
            subjects = " and the ".join(sorted(beyond))
            says = f"Class {each.id} is closed by a plan, and holds requirements on the {subjects}."
            yield _problem(
                "product-cured-by-plan",
                "7.7.3 b",
                ("nonconformity_classes", at, "cure"),
                says,
                "Ask for new determination, or put these requirements into another class.",
            )


def _named_classes(scheme: ProductScheme) -> Iterator[tuple[Path, str]]:
    for at, requirement in enumerate(scheme.requirements):
        if requirement.nonconformity_class is not None:
            yield ("requirements", at, "nonconformity_class"), requirement.nonconformity_class
    for at, plan in enumerate(scheme.sampling_plans):
        if isinstance(plan, LotSampling):
            yield ("sampling", at, "nonconformity_class"), plan.nonconformity_class
    if (rule := scheme.decision_rule) is not None:
        for field, names in (("conform", rule.conform), ("none_open", rule.none_open)):
            yield from (((("decision_rule", field, at)), name) for at, name in enumerate(names))
        if isinstance(rule.plan_accepted, PlanAccepted):
            for at, name in enumerate(rule.plan_accepted.classes):
                yield ("decision_rule", "plan_accepted", "classes", at), name


def _problem(name: str, clause: str, path: Path, says: str, remedy: str) -> SchemeProblem:
    return SchemeProblem(name, "R-09", f"17065:2012 {clause}", path, says, remedy)
