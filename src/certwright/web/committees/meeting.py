"""The meeting of a committee: who sits on it, whether it can vote, and the items before it one by one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise

from certwright.answers.agenda import Waiting, agenda
from certwright.answers.attendance import Attendance, dominating
from certwright.answers.captions import captions
from certwright.answers.readers import names_of_circles
from certwright.answers.viewer import Viewer
from certwright.core.acts.committee import AnswerAdvice, HoldSession
from certwright.core.dossiers import Committee, Dossier
from certwright.web.acting.beginning import is_for, next_url
from certwright.web.acting.next_act import Next
from certwright.web.committees.items import Around, around, rests_on
from certwright.web.committees.outcomes import Outcome, outcomes

ACT = "committee.hold-session"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda: who may stay, the documents to read, where it is taken up."""

    waiting: Waiting
    attendance: Attendance
    documents: tuple[str, ...]
    url: str

    @property
    def leaving(self) -> tuple[tuple[str, str | Promise], ...]:
        """Who leaves, and why."""
        return tuple((one.seat.person, one.leaves) for one in self.attendance.members if one.leaves)


def meeting_of(committee: Committee, viewer: Viewer) -> dict[str, Any]:
    """What the template of the meeting of today is given."""
    day = viewer.today
    waits = agenda(committee, viewer)
    held = tuple(one for one in committee.sessions if one.held_on == day)
    seen = around(committee, {one.dossier for one in waits} | {one.item for one in held}, day)
    taken = {one.item for one in held}
    waiting = (one for one in waits if one.dossier not in taken)
    items = tuple(_item(one, at, seen, day) for at, one in enumerate(waiting, len(held) + 1))
    members = committee.members_on(day)
    return {
        **_of_day(committee, held, seen, viewer),
        "day": day,
        "members": members,
        "has_quorum": len(members) >= committee.quorum,
        "items": items,
        "unanswered": _unanswered(committee, seen),
        "days": sorted({one.held_on for one in committee.sessions}, reverse=True),
        "can_hold": is_for(HoldSession, viewer),
        "may_answer": is_for(AnswerAdvice, viewer),
        "hold_url": next_url(Next(ACT, committee.id, _brings(None, len(held) + 1, day))),
        "names": _names(seen, {each for one in items for each in (*one.documents, one.waiting.dossier)}),
    }


def minutes_of(committee: Committee, day: date, viewer: Viewer) -> dict[str, Any]:
    """What the template of the minutes of a day is given; nothing ``held`` if the committee did not meet then."""
    held = tuple(one for one in committee.sessions if one.held_on == day)
    seen = around(committee, {one.item for one in held}, day)
    return {
        **_of_day(committee, held, seen, viewer),
        "day": day,
        "members": committee.members_on(day),
        "names": _names(seen, set()),
    }


def _of_day(committee: Committee, held: tuple[HoldSession, ...], seen: Around, viewer: Viewer) -> dict[str, Any]:
    """What both pages tell: the items taken up, and whether one interest dominates those who advise."""
    there = {person for one in held for person in one.present}
    seats = [seat for seat in committee.members_on(held[0].held_on) if seat.person in there] if held else ()
    advising = seats or committee.members_on(viewer.today)
    found = dominating(advising, committee.predominance) if committee.purpose == "impartiality" else {}
    return {
        "committee": committee,
        "held": outcomes(held, committee, seen.found),
        "there": [seat for seat in committee.seats if seat.person in there],
        "sees_votes": "votes" in names_of_circles(viewer, committee),
        "dominating": [(interest, _percent(share)) for interest, share in found.items()],
    }


def _unanswered(committee: Committee, seen: Around) -> tuple[Outcome, ...]:
    """The items of earlier days whose advice top management has not answered (17065 5.2.3)."""
    if committee.purpose != "impartiality":
        return ()
    waiting = tuple(one for one in committee.sessions if committee.answer_to(one.session) is None)
    return outcomes(waiting, committee, seen.found)


def _item(waiting: Waiting, at: int, seen: Around, day: date) -> Item:
    about = seen.found[waiting.dossier]
    url = next_url(Next(ACT, seen.committee.id, _brings(waiting, at, day)))
    return Item(waiting, seen.attendance(about.id, day), rests_on(about, seen.found), url)


def _brings(waiting: Waiting | None, at: int, day: date) -> tuple[tuple[str, str], ...]:
    """What the form of the session begins with: its number, the day, the item with its question."""
    own = (("session", f"{day.isoformat()}/{at}"), ("held_on", day.isoformat()))
    if waiting is None:
        return own
    proposes = (("proposes", waiting.proposes),) if waiting.proposes else ()
    return (*own, ("item", waiting.dossier), ("question", waiting.question), *proposes)


def _percent(share: Fraction) -> int:
    return int(share * 100)


def _names(seen: Around, more: Iterable[str]) -> Mapping[str, str]:
    known: Mapping[str, Dossier] = seen.found
    named = {seen.committee.id, *known, *(seat.person for seat in seen.committee.seats), *more}
    return captions(named - {""}, {name: one.title for name, one in known.items()})
