"""Acts about a visit: assignments done together at a client. One visit may serve both standards (corrections, 19)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.functions import Function
from certwright.core.words import AssignmentId, ClientId, Day, Line, Reason

Together = Annotated[tuple[AssignmentId, ...], Field(min_length=2, max_length=50)]


class PlanVisit(
    Act,
    name="visit.plan",
    about="visit",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING},
    says="Planned a visit from {act.from_day} to {act.to_day} for {count:assignments}.",
):
    """Plan to do assignments together at a client (17021-1 9.1.6; 17065 7.4.1).

    Each keeps its team, time, plan, results and report; each certification is decided by itself. ``how`` is
    *integrated* where several management systems are audited as one, which alone may shorten audit time (IAF MD 11).
    """

    client: ClientId
    assignments: Together
    site: Line
    from_day: Day
    to_day: Day
    how: Literal["side-by-side", "combined", "joint", "integrated"]


class ChangeVisit(
    Act,
    name="visit.change",
    about="visit",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING},
    says="Changed the visit: {act.from_day} to {act.to_day}, {count:assignments}.",
):
    """Change the days of a visit, or what is done together on it. What is planned is stated anew."""

    assignments: Together
    site: Line
    from_day: Day
    to_day: Day
    how: Literal["side-by-side", "combined", "joint", "integrated"]
    reason: Reason


class CallOffVisit(
    Act,
    name="visit.call-off",
    about="visit",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING},
    says="Called the visit off: {act.reason}",
):
    """Call a visit off. Its assignments stay as they are."""

    reason: Reason
