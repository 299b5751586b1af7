"""A standard's matrix made ready to be read: clauses under their themes, each with what answers it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.core.matrix import ClauseRow, Enforcement, Evidence, Registered, clause_rows
from certwright.packs.both_standards import clauses_of
from certwright.packs.model.clauses import ClausePack

TONES: Mapping[Enforcement, tuple[str, str | Promise]] = {
    Enforcement.IN_FULL: ("good", _("Enforced in full")),
    Enforcement.IN_PART: ("info", _("Enforced in part")),
    Enforcement.PROCEDURE: ("quiet", _("Procedure only")),
    Enforcement.OPEN: ("warn", _("Open")),
}


@dataclass(frozen=True, slots=True)
class ShownClause:
    """A clause as it is shown. ``anchor`` is where other pages link to."""

    anchor: str
    row: ClauseRow
    tone: str
    enforcement: str | Promise
    documents: Sequence[Registered]


@dataclass(frozen=True, slots=True)
class Count:
    """How many clauses are enforced in one way."""

    tone: str
    label: str | Promise
    number: int


@cache
def _rows(pack: str) -> tuple[ClauseRow, ...]:
    return clause_rows(clauses_of(pack))


def anchor(clause: str) -> str:
    """Where a clause stands on its page: ``4.1.2.2 a`` → ``4.1.2.2-a``."""
    return clause.replace(" ", "-")


def themes(pack: ClausePack, evidence: Evidence) -> list[tuple[str, list[ShownClause]]]:
    """The clauses of a standard in its order, those of one theme that follow one another together."""
    shown = (
        ShownClause(anchor(row.clause.id), row, *TONES[row.enforcement], evidence.of(row.clause.id))
        for row in _rows(pack.pack)
    )
    return [(theme, list(group)) for theme, group in groupby(shown, key=lambda one: one.row.clause.theme)]


def counts(pack: ClausePack) -> list[Count]:
    """How much of a standard is enforced, counted in clauses."""
    found = Counter(row.enforcement for row in _rows(pack.pack))
    return [Count(*TONES[how], found[how]) for how in Enforcement if found[how]]
