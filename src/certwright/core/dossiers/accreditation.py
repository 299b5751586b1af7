"""What the dossier of one of our accreditations says: what may be claimed on a day."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.accreditation import (
    ChangeAccreditation,
    RecordAccreditation,
    ScopeLine,
    SetScope,
    TellClients,
)
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry


@dossier_kind("accreditation")
@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAccreditation(Dossier):
    """An accreditation of the body. ``scopes`` and ``changes`` stand in the order of their first day.

    ``told`` are certifications whose clients were told of a change, each with the day.
    """

    accreditation_body: str = ""
    standard: str = ""
    number: str = ""
    arrangement: str | None = None
    mark: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    scopes: tuple[tuple[date, tuple[ScopeLine, ...]], ...] = ()
    changes: tuple[tuple[date, str], ...] = ()
    told: frozenset[tuple[str, date]] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether the accreditation is on record."""
        return self.valid_from is not None

    @property
    def title(self) -> str:
        """Who accredited us, for which standard."""
        return f"{self.accreditation_body}, {self.standard}" if self.standard else self.id

    def in_force_on(self, day: date) -> bool:
        """Whether it is neither over nor suspended nor ended on ``day``."""
        if (
            self.valid_from is None
            or day < self.valid_from
            or (self.valid_until is not None and self.valid_until < day)
        ):
            return False
        return self.last_change(day) in (None, "restored")

    def last_change(self, day: date) -> str | None:
        """What the accreditation body did last, as of ``day``: suspended, restored or ended it; ``None``: nothing."""
        effective = [change for first, change in self.changes if first <= day]
        return effective[-1] if effective else None

    def in_scope(self, pack: str, areas: frozenset[str], day: date) -> bool:
        """Whether the scope stated for ``day`` holds ``pack`` for all of ``areas`` (a line without areas: any)."""
        stated = [lines for first, lines in self.scopes if first <= day]
        lines = [line for line in (stated[-1] if stated else ()) if line.pack == pack and line.from_day <= day]
        if any(not line.areas for line in lines):
            return True
        return bool(lines) and areas <= frozenset(area for line in lines for area in line.areas)


@moves(OwnAccreditation, RecordAccreditation)
def _recorded(accreditation: OwnAccreditation, act: RecordAccreditation, entry: Entry) -> OwnAccreditation:
    return replace(
        accreditation,
        accreditation_body=act.accreditation_body,
        standard=act.standard,
        number=act.number,
        arrangement=act.arrangement,
        mark=act.mark,
        valid_from=act.valid_from,
        valid_until=act.valid_until,
    )


@moves(OwnAccreditation, SetScope)
def _scope_set(accreditation: OwnAccreditation, act: SetScope, entry: Entry) -> OwnAccreditation:
    scopes = sorted([*accreditation.scopes, (act.from_day, act.lines)], key=lambda scope: scope[0])
    return replace(accreditation, scopes=tuple(scopes))


@moves(OwnAccreditation, ChangeAccreditation)
def _changed(accreditation: OwnAccreditation, act: ChangeAccreditation, entry: Entry) -> OwnAccreditation:
    changes = sorted([*accreditation.changes, (act.from_day, act.change)], key=lambda change: change[0])
    return replace(accreditation, changes=tuple(changes))


@moves(OwnAccreditation, TellClients)
def _clients_told(accreditation: OwnAccreditation, act: TellClients, entry: Entry) -> OwnAccreditation:
    told = {(certification, act.told_on) for certification in act.certifications}
    return replace(accreditation, told=accreditation.told | told)
