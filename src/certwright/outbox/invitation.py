"""A visit as a calendar knows it (iCalendar, RFC 5545): one event whose UID stays, told anew with a higher sequence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

METHODS = {"invite": "REQUEST", "cancel": "CANCEL"}


@dataclass(frozen=True, slots=True)
class Visited:
    """What a calendar is told: ``dossier`` and ``body`` make the UID, ``sequence`` counts its changes."""

    dossier: str
    body: str
    sequence: int
    told_at: datetime
    first: date
    last: date
    summary: str
    where: str = ""
    says: str = ""


def icalendar(visit: Visited, how: Literal["invite", "cancel"]) -> bytes:
    """The visit as a file, the same bytes for the same facts. Whole days: the plan says the hours."""
    calendar = Calendar()
    calendar.add("prodid", "-//Certwright//visits//EN")
    calendar.add("version", "2.0")
    calendar.add("method", METHODS[how])
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"certwright:{visit.body}:{visit.dossier}")))
    event.add("sequence", visit.sequence)
    event.add("dtstamp", visit.told_at)
    event.add("dtstart", visit.first)
    event.add("dtend", visit.last + timedelta(days=1))  # the end of an event is the first day after it
    event.add("summary", visit.summary)
    if visit.where:
        event.add("location", visit.where)
    if visit.says:
        event.add("description", visit.says)
    event.add("status", "CANCELLED" if how == "cancel" else "CONFIRMED")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def first_act(acts: Sequence[str]) -> str:
    """What tells one body's dossiers from another's: the id of its founding act."""
    return acts[0] if acts else ""
