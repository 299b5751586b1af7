"""All rules for the release of a scheme, R-01 to R-09 (R-06 compares two versions: :mod:`~.versions`)."""

from collections.abc import Callable, Iterator

from certwright.core.schemes.classes import product_cured_by_plan, unclassed_requirements, undefined_classes
from certwright.core.schemes.completeness import (
    documents_without_edition,
    functions_without_competence,
    requirements_without_criterion,
    silences,
)
from certwright.core.schemes.conflicts import unscreened_conflicts
from certwright.core.schemes.decision_rule import granting_with_a_plan, loose_decision_rule
from certwright.core.schemes.functions import (
    determination_without_function,
    functions_out_of_step,
    missing_functions,
    undescribed_functions,
)
from certwright.core.schemes.label import mislabelled
from certwright.core.schemes.links import broken_links, idle_tasks
from certwright.core.schemes.marks import mark_without_surveillance
from certwright.core.schemes.problem import SchemeProblem, Weight
from certwright.packs.model.product import ProductScheme

Demand = Callable[[ProductScheme], Iterator[SchemeProblem]]

DEMANDS: tuple[Demand, ...] = (
    missing_functions,
    mark_without_surveillance,
    mislabelled,
    undescribed_functions,
    determination_without_function,
    functions_out_of_step,
    unscreened_conflicts,
    silences,
    documents_without_edition,
    requirements_without_criterion,
    functions_without_competence,
    broken_links,
    idle_tasks,
    loose_decision_rule,
    granting_with_a_plan,
    unclassed_requirements,
    undefined_classes,
    product_cured_by_plan,
)


def problems(scheme: ProductScheme) -> tuple[SchemeProblem, ...]:
    """Everything that is wrong with the scheme, warnings included; empty for a scheme that may be released."""
    return tuple(problem for demand in DEMANDS for problem in demand(scheme))


def blocking(scheme: ProductScheme) -> tuple[SchemeProblem, ...]:
    """What keeps the scheme from release and adoption (ISO/IEC 17065:2012 7.1.1)."""
    return tuple(problem for problem in problems(scheme) if problem.weight is Weight.BLOCKS)
