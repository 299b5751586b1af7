"""What the dossier of a visit says: which assignments are done together, where and when."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.visit import CallOffVisit, ChangeVisit, PlanVisit
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry


@dossier_kind("visit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Dossier):
    """Assignments done together at a client. It holds no results: those are the assignments'."""

    client: str = ""
    assignments: tuple[str, ...] = ()
    site: str = ""
    from_day: date | None = None
    to_day: date | None = None
    how: str = ""
    called_off_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the visit was planned by an act that still stands."""
        return bool(self.assignments)

    @property
    def title(self) -> str:
        """Whom, where and when."""
        return f"{self.client}, site {self.site}, {self.from_day}" if self.assignments else self.id


@moves(Visit, PlanVisit)
def _planned(visit: Visit, act: PlanVisit, entry: Entry) -> Visit:
    return _stated(replace(visit, client=act.client), act)


@moves(Visit, ChangeVisit)
def _changed(visit: Visit, act: ChangeVisit, entry: Entry) -> Visit:
    return _stated(visit, act)


def _stated(visit: Visit, act: PlanVisit | ChangeVisit) -> Visit:
    return replace(
        visit, assignments=act.assignments, site=act.site, from_day=act.from_day, to_day=act.to_day, how=act.how
    )


@moves(Visit, CallOffVisit)
def _called_off(visit: Visit, act: CallOffVisit, entry: Entry) -> Visit:
    return replace(visit, called_off_on=entry.effective_on)
