"""A visit in a calendar: one event for good, told anew with a higher sequence, called off in the end."""

from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from certwright.outbox.invitation import Visited, icalendar
from certwright.outbox.library import letters
from certwright.outbox.queueing import Ways, write
from outbox.occasions import BY_KIND, occasion

VISIT = Visited(
    dossier="assignment:s",
    body="act-00000001",
    sequence=1,
    told_at=datetime(2026, 11, 1, 9, tzinfo=UTC),
    first=date(2026, 11, 23),
    last=date(2026, 11, 25),
    summary="Surveillance, ISO 9001: Helmets & Sons; x\r\nATTENDEE:evil",
    where="Works, York",
)


def event(content: bytes) -> Event:
    (found,) = Calendar.from_ical(content).walk("VEVENT")
    assert isinstance(found, Event)
    return found


def test_the_same_visit_is_the_same_event_with_a_higher_sequence_when_it_changes() -> None:
    first = event(icalendar(VISIT, "invite"))
    moved = event(icalendar(replace(VISIT, sequence=5, first=date(2026, 12, 1), last=date(2026, 12, 1)), "invite"))
    assert first["UID"] == moved["UID"]
    assert (first["SEQUENCE"], moved["SEQUENCE"]) == (1, 5)
    assert first.decoded("dtstart") == date(2026, 11, 23)
    assert first.decoded("dtend") == date(2026, 11, 26), "the end is the first day after it"
    assert moved.decoded("dtend") == date(2026, 12, 2)


def test_another_body_s_visit_of_the_same_name_is_another_event() -> None:
    assert event(icalendar(VISIT, "invite"))["UID"] != event(icalendar(replace(VISIT, body="other"), "invite"))["UID"]


def test_a_visit_that_is_called_off_is_cancelled() -> None:
    content = icalendar(VISIT, "cancel")
    assert Calendar.from_ical(content)["METHOD"] == "CANCEL"
    assert event(content)["STATUS"] == "CANCELLED"


def test_the_same_facts_make_the_same_bytes_and_no_name_begins_a_line() -> None:
    assert icalendar(VISIT, "invite") == icalendar(VISIT, "invite")
    assert b"\r\nATTENDEE" not in icalendar(VISIT, "invite")


def test_letters_of_a_visit_carry_it_and_share_its_event() -> None:
    ways = Ways(None, lambda to: "de", lambda client: None, datetime(2026, 11, 23, tzinfo=UTC))
    told = {name: write(letters()[name], occasion(letters()[name]), ways).calendar for name in CARRYING}
    assert len({event(text.encode())["UID"] for text in told.values()}) == 1
    assert "METHOD:CANCEL" in told["visit-called-off"]
    assert event(told["visit-days"].encode())["SEQUENCE"] == BY_KIND["assignment:s"].seq
    assert str(event(told["visit-days"].encode())["SUMMARY"]) == "Überwachung, ISO 9001: Helmets & Sons"


CARRYING = ("visit-days", "visit-moved", "plan-and-team", "visit-called-off")
