"""What a scheme asks of whoever evaluates for the body, requirement by requirement (17065 6.2; R-40 to R-43)."""

from collections.abc import Iterable

from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.evaluation import EvaluationTask, Resource
from certwright.packs.model.scheme.words import Performer
from certwright.packs.model.uncertain import NoneBecause


def tasks_of(scheme: ProductScheme, requirements: Iterable[str]) -> tuple[EvaluationTask, ...]:
    """The tasks that determine these requirements; all tasks, if one of them is none of the scheme's."""
    tasks = {requirement.id: requirement.task for requirement in scheme.requirements}
    names = {tasks.get(requirement) for requirement in requirements}
    return tuple(task for task in scheme.tasks if task.id in names or None in names)


def resources_of(scheme: ProductScheme, requirements: Iterable[str]) -> tuple[Resource, ...]:
    """What the scheme says of whoever performs those tasks, by kind of determination."""
    kinds = {task.determination for task in tasks_of(scheme, requirements)}
    return tuple(resource for resource in scheme.resources if resource.determination in kinds)


def demands_accreditation(scheme: ProductScheme, requirements: Iterable[str]) -> bool:
    """Whether these requirements are evaluated under accreditation only. ISO/IEC 17065 itself demands none (R-42)."""
    wanted = tuple(requirements)
    by_task = any(task.accreditation_demanded for task in tasks_of(scheme, wanted))
    return by_task or any(resource.accreditation == "demanded" for resource in resources_of(scheme, wanted))


def may_perform(scheme: ProductScheme, requirements: Iterable[str], performer: Performer) -> bool:
    """Whether the scheme lets such a performer evaluate these requirements; what it is silent on, it lets be.

    A client's own facility is let where the scheme lists it or says under which controls it is used (R-43).
    """
    said = resources_of(scheme, requirements)
    return all(
        performer in resource.performers
        or (performer is Performer.CLIENT and not isinstance(resource.client_facility, NoneBecause))
        for resource in said
    )
