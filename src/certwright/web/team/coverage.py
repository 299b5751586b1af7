"""What a team covers and lacks: a leader, somebody who does the work, every technical area.

ISO/IEC 17065 7.4.2; ISO/IEC 17021-1 9.2.2. It asks the same as the rule ``team.suffices-together`` and takes in
whoever is about to be appointed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from certwright.core.dossiers import Assignment
from certwright.core.dossiers.assignment_parts import Member
from certwright.core.rules.team import ACCOMPANYING, SYSTEM_AUDITS, workers


@dataclass(frozen=True, slots=True)
class Covered:
    """One thing a team must bring: what it is, and who brings it (nobody: it is lacking). ``new`` names whoever would
    bring it only by the appointment at hand."""

    what: str
    by: tuple[str, ...]
    new: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """All of it, and those who accompany without doing the work."""

    wanted: tuple[Covered, ...]

    @property
    def lacking(self) -> int:
        """How much nobody brings yet."""
        return sum(not one.by for one in self.wanted)


def coverage(own: Assignment, choice: Member | None, names: Mapping[str, str]) -> Coverage:
    """What the team of ``own`` brings together with ``choice``; people by ``names``."""
    chosen = () if choice is None or own.serving(choice.person) else (choice,)
    members = (*own.serving_members, *chosen)
    works = workers(own.what)
    found = [_covered(gettext("Does the work"), [one for one in members if one.role in works], choice, names)]
    if own.what in SYSTEM_AUDITS:
        leading = [one for one in members if one.role == "team-leader"]
        found.insert(0, _covered(gettext("Leads the team"), leading, choice, names))
    bringing = works | {"technical-expert"} if own.what in SYSTEM_AUDITS else works
    for area in own.areas:
        brings = [one for one in members if one.role in bringing and area in one.areas]
        found.append(_covered(gettext("Area %(area)s") % {"area": area}, brings, choice, names))
    return Coverage(tuple(found))


def accompanied_first(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """The members in the order of a team: those who do the work, then those who accompany."""
    return tuple(sorted(members, key=lambda one: (one.role in ACCOMPANYING, one.role != "team-leader")))


def _covered(what: str, members: list[Member], choice: Member | None, names: Mapping[str, str]) -> Covered:
    by = tuple(names.get(one.person, one.person) for one in members)
    return Covered(
        what, by, new=bool(members) and choice is not None and {one.person for one in members} == {choice.person}
    )
