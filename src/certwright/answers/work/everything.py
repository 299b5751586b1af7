"""All that waits for somebody: by function, by date, counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from certwright.answers.viewer import Viewer
from certwright.answers.work import (
    application_review,
    client_administration,
    competence,
    deciding,
    enquiries,
    evaluating,
    management,
    matters,
    planning,
    quality,
    reviewing,
    schemes,
)
from certwright.answers.work.item import Group, Item, group
from certwright.core.functions import Function

Waiting = Callable[[Viewer, str], Iterator[Item]]

SOURCES: Mapping[Function, tuple[Waiting, ...]] = {
    Function.TOP_MANAGEMENT: (management.waiting,),
    Function.COMPETENCE_EVALUATION: (competence.waiting,),
    Function.CLIENT_ADMINISTRATION: (enquiries.to_inform, client_administration.waiting),
    Function.SCHEME_MANAGEMENT: (schemes.waiting,),
    Function.APPLICATION_REVIEW: (enquiries.to_settle, application_review.waiting),
    Function.PLANNING: (planning.waiting,),
    Function.AUDIT_TEAM_LEADING: (evaluating.waiting,),
    Function.AUDITING: (evaluating.waiting,),
    Function.TECHNICAL_EXPERTISE: (evaluating.waiting,),
    Function.EVALUATION: (evaluating.waiting,),
    Function.REVIEW: (reviewing.waiting,),
    Function.DECISION: (deciding.waiting,),
    Function.COMPLAINTS_AND_APPEALS: (matters.waiting,),
    Function.QUALITY_MANAGEMENT: (matters.waiting, quality.waiting),
    Function.IMPARTIALITY: (quality.threats,),
}
"""What may wait for each function. Internal auditors plan their own work."""


TEAM: Mapping[Function, tuple[Waiting, ...]] = {**SOURCES, Function.EVALUATION: (evaluating.of_everybody,)}
"""What waits for everybody of the body in a function, for those who coordinate."""

_ONE_FOR_ALL = {Function.AUDIT_TEAM_LEADING, Function.AUDITING, Function.TECHNICAL_EXPERTISE, Function.IMPARTIALITY}

COORDINATING = frozenset(
    {Function.PLANNING, Function.SCHEME_MANAGEMENT, Function.QUALITY_MANAGEMENT, Function.TOP_MANAGEMENT}
)
"""Functions whose people see what waits for the others."""


@dataclass(frozen=True, slots=True)
class Work:
    """What waits, in the order of the page: grouped by when it is to be done, in each group by date."""

    groups: tuple[tuple[Group, tuple[Item, ...]], ...]

    @property
    def pressing(self) -> int:
        """How much is overdue or due today."""
        return sum(len(items) for one, items in self.groups if one in (Group.OVERDUE, Group.TODAY))

    @property
    def total(self) -> int:
        """How much waits that somebody can do."""
        return sum(len(items) for one, items in self.groups if one is not Group.OTHERS)


def functions_at_work(viewer: Viewer) -> tuple[Function, ...]:
    """The viewer's functions for which something may wait."""
    return tuple(function for function in Function if function in viewer.functions and function in SOURCES)


def functions_of_team(viewer: Viewer) -> tuple[Function, ...]:
    """The functions whose waiting work the viewer may look at, because they coordinate it."""
    if not viewer.functions & COORDINATING:
        return ()
    return tuple(function for function in Function if function in TEAM and function not in _ONE_FOR_ALL)


def work(viewer: Viewer, using: str = "default") -> Work:
    """What waits for the viewer. What waits in several of their functions stands once."""
    return _sorted((source for function in functions_at_work(viewer) for source in SOURCES[function]), viewer, using)


def work_of_team(viewer: Viewer, function: Function, using: str = "default") -> Work:
    """What waits in a function for whoever does it."""
    return _sorted(TEAM.get(function, ()), viewer, using)


def _sorted(sources: Iterable[Waiting], viewer: Viewer, using: str) -> Work:
    sources = dict.fromkeys(sources)
    if enquiries.to_inform in sources and enquiries.to_settle in sources:  # the same rows, read once
        sources = {one: None for one in sources if one not in (enquiries.to_inform, enquiries.to_settle)}
        sources[enquiries.to_settle_and_inform] = None
    found = {(item.act, item.dossier, item.pack, str(item.why)): item for one in sources for item in one(viewer, using)}
    grouped: dict[Group, list[Item]] = {one: [] for one in Group}
    for item in found.values():
        grouped[group(item, viewer.today)].append(item)
    return Work(tuple((one, tuple(sorted(items, key=_by_date))) for one, items in grouped.items() if items))


def _by_date(item: Item) -> tuple[date, date, str]:
    return item.due or date.max, item.since or date.max, item.dossier
