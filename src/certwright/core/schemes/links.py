"""A scheme names only what it defines: documents, tasks, categories, sampling plans (R-07, 17065 7.1.1)."""

from collections.abc import Iterable, Iterator

from certwright.core.schemes.problem import SchemeProblem
from certwright.packs.model.base import Path
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.evaluation import TypeSampling


def broken_links(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-07: every name of a document, task, category or sampling plan is defined in the scheme."""
    defined = {
        "document": {each.id for each in scheme.documents},
        "task": {each.id for each in scheme.tasks},
        "category": {each.id for each in scheme.categories},
        "sampling": {each.id for each in scheme.sampling_plans},
    }
    for path, kind, name in _links(scheme):
        if name not in defined[kind]:
            yield SchemeProblem(
                f"unknown-{kind}",
                "R-07",
                "17065:2012 7.1.1",
                path,
                f"'{name}' is no {kind} of this scheme.",
                f"Correct the name, or define the {kind}.",
            )


def idle_tasks(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-07: every requirement has a task, and every task determines some requirement (17065 7.4.1)."""
    used = {requirement.task for requirement in scheme.requirements}
    for at, task in enumerate(scheme.tasks):
        if task.id not in used:
            says = f"No requirement is determined by the task {task.id}."
            remedy = "Remove the task, or name it at the requirements it determines."
            yield SchemeProblem("idle-task", "R-07", "17065:2012 7.4.1", ("tasks", at, "id"), says, remedy)


def _links(scheme: ProductScheme) -> Iterator[tuple[Path, str, str]]:
    for at, requirement in enumerate(scheme.requirements):
        yield ("requirements", at, "document"), "document", requirement.document
        yield ("requirements", at, "task"), "task", requirement.task
        yield from _each(("requirements", at, "categories"), "category", requirement.categories)
    for at, category in enumerate(scheme.categories):
        if category.part_of is not None:
            yield ("categories", at, "part_of"), "category", category.part_of
    for at, plan in enumerate(scheme.sampling_plans):
        if isinstance(plan, TypeSampling):
            yield from _each(("sampling", at, "counts"), "task", (count.task for count in plan.counts))
    for at, activity in enumerate(scheme.plan.activities if scheme.plan else ()):
        place = ("surveillance", "activities", at)
        yield from _each((*place, "sampling"), "sampling", activity.sampling)
        yield from _each((*place, "tasks"), "task", activity.tasks)
    for at, criteria in enumerate(scheme.competence):
        yield from _each(("competence", at, "areas"), "category", criteria.areas)


def _each(path: Path, kind: str, names: Iterable[str]) -> Iterator[tuple[Path, str, str]]:
    return (((*path, at), kind, name) for at, name in enumerate(names))
