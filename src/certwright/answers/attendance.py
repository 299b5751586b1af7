"""Who of a committee may stay for an item, and why others leave it: a tie to the client, a declared conflict, or that
they took part in what is decided on (17065 4.2.12, 5.1.4, 7.6.2, 7.13.5; 17021-1 5.2.12, 6.1.4, 9.5.1.1, 9.7.2).

Told before the session; the rules judge the session and the decision by the same facts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.core.dossiers import Assignment, Certification, Committee, Dossier, Matter, Person
from certwright.core.dossiers.belonging import belonging
from certwright.core.dossiers.committee import Seat
from certwright.core.dossiers.evaluators import evaluators_of
from certwright.core.dossiers.performers import performers_of

TIED, CONFLICT = _("tied to the client"), _("declared a conflict")
EVALUATED, TOOK_PART = _("took part in the evaluation"), _("took part in what it is about")


@dataclass(frozen=True, slots=True)
class Present:
    """A member on the day of a session. ``leaves`` says why they leave the item; empty: they stay."""

    seat: Seat
    leaves: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Everybody who could be there for an item, and the quorum it needs, counted without those who leave."""

    members: tuple[Present, ...]
    quorum: int

    @property
    def staying(self) -> tuple[Seat, ...]:
        """The seats of those who stay."""
        return tuple(one.seat for one in self.members if not one.leaves)

    @property
    def has_quorum(self) -> bool:
        """Whether enough can stay."""
        return len(self.staying) >= self.quorum


def attendance(
    committee: Committee, item: Dossier, work: Iterable[Dossier], people: Mapping[str, Person], on: date, months: int,
    quorum: int | None = None,
) -> Attendance:  # fmt: skip
    """The members on day ``on``, held against ``item`` and the ``work`` it rests on.

    ``months`` is how long a tie weighs after its end; ``quorum`` a scheme's own, where it asks for more.
    """
    involved = _involved(item, tuple(work))
    members = tuple(
        Present(seat, _leaves(people.get(seat.person) or Person(id=seat.person), item, involved, on, months))
        for seat in committee.members_on(on)
    )
    return Attendance(members, max(committee.quorum, quorum or 0))


def _involved(item: Dossier, work: tuple[Dossier, ...]) -> Mapping[str, Promise]:
    """Who took part in what the item decides on. Whoever decided before may decide again; in an appeal nobody may."""
    if isinstance(item, Matter):
        return dict.fromkeys(performers_of(work), TOOK_PART)
    evaluated = evaluators_of(one for one in work if isinstance(one, Assignment))
    return dict.fromkeys(evaluated, EVALUATED) if isinstance(item, Certification) else {}


def _leaves(person: Person, item: Dossier, involved: Mapping[str, Promise], on: date, months: int) -> str | Promise:
    of = belonging(item)
    if any(tie.weighs_on(on, months) for tie in person.tied_to(frozenset({of.client} - {""}))):
        return TIED
    declared = person.declared_for(of.certification) if of.certification else None
    if declared is not None and declared.conflict != "none":
        return CONFLICT
    return involved.get(person.id, "")


def dominating(seats: Iterable[Seat], predominance: int) -> Mapping[str, Fraction]:
    """The interests that hold at least ``predominance`` per cent of ``seats``, with their share (17065 5.2.2 a)."""
    counted = Counter(seat.interest for seat in seats)
    shares = {interest: Fraction(number, counted.total()) for interest, number in counted.items()}
    return {interest: share for interest, share in sorted(shares.items()) if share * 100 >= predominance}
