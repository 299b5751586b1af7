"""Two kinds of time: when an act was recorded (UTC, never backwards) and the body's calendar day it took effect."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from building import CLIENT_ID, Building, building, found_body, propose, record, register_client
from certwright.core.entry import Proposal
from certwright.journal import heads
from certwright.journal.models import Tail
from certwright.office.door import perform
from certwright.office.outcome import Outcome, Performed, Refused
from office.soundness import evidence, must_be_sound, refused
from small_body import ANNA, BEN, CLIENT, FOUNDING, act

pytestmark = pytest.mark.django_db

REGISTER = act("client.register", **CLIENT)


def founded_in(zone: str, folder: Path, *, at: datetime) -> Building:
    """A body in a time zone, founded by Anna, with Ben who administers clients."""
    here = building(folder, at=at)
    day = at.astimezone(ZoneInfo(zone)).date()
    acts = [
        ("body:self", act("body.found", **{**FOUNDING, "time_zone": zone})),
        (ANNA, act("person.register", basis="employment", since=day)),
        (BEN, act("person.register", basis="employment", since=day)),
        (BEN, act("person.grant-authorisation", function="client-administration", valid_from=day, evidence="Known.")),
    ]
    record(here, *[propose(here, dossier, said, effective_on=day) for dossier, said in acts])
    return here


def register_on(here: Building, day: date, client: str = CLIENT_ID) -> Proposal:
    return propose(here, client, REGISTER, by=BEN, effective_on=day)


@pytest.mark.parametrize(
    ("zone", "moment", "today"),
    [
        ("Europe/London", "2026-03-02T23:59:58+00:00", date(2026, 3, 2)),
        ("Europe/London", "2026-07-01T23:30:00+00:00", date(2026, 7, 2)),  # summer time: an hour ahead of UTC
        ("Europe/Warsaw", "2026-03-02T23:00:00+00:00", date(2026, 3, 3)),
        ("Pacific/Kiritimati", "2026-03-02T10:00:00+00:00", date(2026, 3, 3)),
        ("Pacific/Pago_Pago", "2026-03-02T10:00:00+00:00", date(2026, 3, 1)),
    ],
)
def test_today_is_the_day_of_the_bodys_time_zone(db: None, tmp_path: Path, zone: str, moment: str, today: date) -> None:
    at = datetime.fromisoformat(moment)
    here = founded_in(zone, tmp_path, at=at - timedelta(days=3))
    here.clock.now = at - timedelta(seconds=1)
    one = timedelta(days=1)
    assert refused(here, register_on(here, today - one)) == [
        ("record.authority-is-not-back-dated", "authority-back-dated")
    ]
    here.clock.now = at - timedelta(seconds=1)
    assert refused(here, register_on(here, today + one)) == [("record.day-has-come", "day-not-come")]
    here.clock.now = at
    (entry,) = record(here, register_on(here, today))
    assert (entry.effective_on, entry.recorded_at) == (today, at + timedelta(seconds=1))
    must_be_sound("default", here.means.attachments)


def test_a_clock_in_any_zone_is_recorded_in_utc(here: Building) -> None:
    warsaw = replace(here.means, clock=lambda: datetime(2026, 3, 2, 20, 30, tzinfo=ZoneInfo("Europe/Warsaw")))
    outcome = perform([register_on(here, date(2026, 3, 2))], warsaw)
    assert isinstance(outcome, Performed)
    assert outcome.entries[0].recorded_at == datetime(2026, 3, 2, 19, 30, tzinfo=UTC)
    assert outcome.entries[0].recorded_at.utcoffset() == timedelta(0)


def test_a_fact_may_be_recorded_with_the_day_it_happened(here: Building) -> None:
    stated = act("person.state-particulars", name="Benjamin Example")
    (entry,) = record(here, propose(here, BEN, stated, effective_on=date(2025, 12, 24)))
    assert (entry.effective_on, entry.recorded_at.date()) == (date(2025, 12, 24), date(2026, 3, 2))


def test_recorded_at_never_goes_backwards(here: Building) -> None:
    """The clock is put back by an hour; the next acts bear the time of the last one before."""
    last = register_client(here)
    here.clock.go_on(hours=-1)
    for client in ("client:oak", "client:elm"):
        assert register_client(here, client).recorded_at == last.recorded_at
    here.clock.go_on(hours=2)
    assert register_client(here, "client:ash").recorded_at > last.recorded_at
    must_be_sound("default", here.means.attachments)


def test_a_clock_put_back_by_days_does_not_open_the_past(here: Building) -> None:
    """The body's day is that of the last act, wherever in the journal it stands; the reason is told."""
    here.clock.go_on(days=3)
    last = register_client(here)
    here.clock.go_on(days=-2)
    past = register_on(here, here.clock.today, "client:oak")
    assert refused(here, past) == [("record.authority-is-not-back-dated", "authority-back-dated")]
    assert evidence(here, past)["today"] == last.recorded_at.date().isoformat()
    (entry,) = record(here, register_on(here, last.recorded_at.date(), "client:oak"))
    assert entry.recorded_at == last.recorded_at
    must_be_sound("default", here.means.attachments)


EVENING = datetime(2026, 3, 2, 23, 59, 59, 900_000, tzinfo=UTC)
MORNING = EVENING + timedelta(seconds=1)


def test_midnight_between_judging_and_recording(here: Building, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another act, behind which these have to stand, was recorded after midnight and after these were judged."""
    here.clock.now = MORNING - timedelta(seconds=1)
    record(here, register_on(here, MORNING.date(), "client:oak"))
    evening = replace(here.means, clock=lambda: EVENING)

    def perform_before_midnight(proposal: Proposal) -> Outcome:
        before, after = iter([EVENING]), heads.last_moment("default")
        monkeypatch.setattr(heads, "last_moment", lambda using: next(before, after))
        outcome = perform([proposal], evening)
        assert next(before, None) is None
        monkeypatch.undo()
        return outcome

    authority = perform_before_midnight(register_on(here, EVENING.date()))
    assert isinstance(authority, Refused)
    assert [item.says for item in authority.refusals] == ["authority-back-dated"]
    fact = propose(here, BEN, act("person.state-particulars", name="Ben"), effective_on=EVENING.date())
    recorded = perform_before_midnight(fact)
    assert isinstance(recorded, Performed)
    assert (recorded.entries[0].effective_on, recorded.entries[0].recorded_at) == (EVENING.date(), MORNING)
    must_be_sound("default", here.means.attachments)


def test_on_its_first_day_the_body_counts_by_the_zone_it_is_founded_with(db: None, tmp_path: Path) -> None:
    here = building(tmp_path, at=datetime(2026, 3, 2, 12, tzinfo=UTC))
    there = act("body.found", **{**FOUNDING, "time_zone": "Pacific/Kiritimati"})
    assert refused(here, propose(here, "body:self", there, effective_on=date(2026, 3, 2))) == [
        ("record.authority-is-not-back-dated", "authority-back-dated")
    ]
    (entry,) = record(here, propose(here, "body:self", there, effective_on=date(2026, 3, 3)))
    assert entry.recorded_at.date() == date(2026, 3, 2)
    must_be_sound("default", here.means.attachments)


def test_the_clock_is_read_after_everything_it_must_not_precede(here: Building) -> None:
    """A clock read before the dossiers were locked could put an act before one that was in the way."""
    seen: list[int] = []
    proposal = register_on(here, date(2026, 3, 2))
    position = Tail.objects.get().position

    def clock() -> datetime:
        seen.append(Tail.objects.get().position)
        return here.clock()

    assert isinstance(perform([proposal], replace(here.means, clock=clock)), Performed)
    assert seen == [position]


@pytest.mark.usefixtures("db")
def test_a_founded_body_keeps_its_zone_whatever_is_proposed_later(tmp_path: Path) -> None:
    here = building(tmp_path)
    found_body(here)
    other = act("body.found", **{**FOUNDING, "time_zone": "Pacific/Kiritimati"})
    assert refused(here, propose(here, "body:self", other)) == [
        ("record.dossier-is-opened-once", "dossier-already-open")
    ]
