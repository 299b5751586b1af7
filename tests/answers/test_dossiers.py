"""A dossier now, as it was known at a moment, and as it stood on a day by what is known now."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import CLIENT_ID, Building, building, found_body, propose, record, register_client
from certwright.answers.dossiers import (
    NoSuchDossier,
    as_it_stands,
    end_in,
    end_of,
    entries_of,
    is_as_now,
    known,
    known_at,
    standing_on,
)
from certwright.core.dossiers import BODY, Client, Person
from small_body import BEN, CARA, CLIENT, act

pytestmark = pytest.mark.django_db

DORA = "person:dora"


@pytest.fixture
def here(tmp_path: Path) -> Building:
    """A founded body."""
    made = building(tmp_path)
    found_body(made)
    return made


def renamed(name: str) -> dict[str, Any]:
    return {**CLIENT, "legal_entity": {**CLIENT["legal_entity"], "name": name}}


def put_right(here: Building, act_id: str, fields: dict[str, Any], form: str = "client.register@1") -> datetime:
    """Put an act right a day later, and give back the moment before."""
    before = here.clock.now
    here.clock.go_on(days=1)
    dossier = CLIENT_ID if form.startswith("client") else DORA
    said = act("record.put-right", act=act_id, form=form, fields=fields, reason="It was mistyped")
    record(here, propose(here, dossier, said, by=CARA))
    return before


def test_a_correction_is_not_known_before_it_was_recorded_but_tells_of_days_before(here: Building) -> None:
    entry = register_client(here)
    registered_on = here.clock.today
    before = put_right(here, entry.id, renamed("Oak Helmets"))
    entries = entries_of(CLIENT_ID)
    assert as_it_stands(entries).title == "Oak Helmets"
    assert known(CLIENT_ID, known_at(entries, before)).title == "Helmets & Sons"
    assert standing_on(CLIENT_ID, entries, registered_on).title == "Oak Helmets"
    day_before = standing_on(CLIENT_ID, entries, registered_on - timedelta(days=1))
    assert isinstance(day_before, Client)
    assert not day_before.is_open


def test_what_was_annulled_since_was_known_then_and_was_not_so_on_any_day(here: Building) -> None:
    entry = register_client(here)
    registered_on, before = here.clock.today, here.clock.now
    here.clock.go_on(days=1)
    record(here, propose(here, CLIENT_ID, act("record.annul", act=entry.id, reason="Registered twice"), by=CARA))
    entries = entries_of(CLIENT_ID)
    assert known(CLIENT_ID, known_at(entries, before)).is_open
    assert not standing_on(CLIENT_ID, entries, registered_on).is_open
    assert not as_it_stands(entries).is_open


def test_what_was_erased_since_is_erased_on_every_day(here: Building) -> None:
    opened = propose(here, DORA, act("person.register", basis="contract", since="2026-01-01"), by=BEN)
    named = propose(here, DORA, act("person.state-particulars", name="Dora Doe"), by=BEN)
    record(here, opened, named)
    day = here.clock.today
    before = put_right(here, named.id, {"name": "Dora Double"}, "person.state-particulars@1")
    corrected = here.clock.now
    here.clock.go_on(days=1)
    carried = tuple(entry.id for entry in entries_of(DORA)[1:])
    erasure = act("person.erase-particulars", ground="recorded-unlawfully", reason="As she asked for", acts=carried)
    record(here, propose(here, DORA, erasure, by=CARA))
    entries = entries_of(DORA)
    assert [entry.erased for entry in entries] == [False, True, True, False]
    for view in (
        as_it_stands(entries),
        known(DORA, known_at(entries, before)),
        known(DORA, known_at(entries, corrected)),
        standing_on(DORA, entries, day),
    ):
        assert isinstance(view, Person)
        assert view.basis == "contract"
        assert view.particulars is None
        assert "Dora" not in view.title


@given(st.integers(0, 6))
def test_known_at_is_exact_to_the_moment(number: int) -> None:
    """An act is known from the very moment it was recorded at."""
    entries = EXACT
    moment = entries[number].recorded_at
    assert len(known_at(entries, moment)) == number + 1
    assert len(known_at(entries, moment - timedelta(microseconds=1))) == number


def _exact() -> Any:
    from small_body import entry

    said = act("person.state-particulars", name="Ben")
    return [entry(BEN, seq, said, recorded_at=datetime(2026, 3, 1, 9, 0, seq, tzinfo=UTC)) for seq in range(1, 8)]


EXACT = _exact()


def test_the_end_of_a_day_is_the_body_s_own(tmp_path: Path) -> None:
    here = building(tmp_path)
    assert end_of(date(2026, 7, 1)) == datetime(2026, 7, 1, 23, 59, 59, 999_999, tzinfo=UTC)
    found_body(here)  # Europe/London: an hour ahead of UTC in summer
    assert end_of(date(2026, 7, 1)) == datetime(2026, 7, 1, 22, 59, 59, 999_999, tzinfo=UTC)
    assert end_of(date(2026, 1, 1)) == datetime(2026, 1, 1, 23, 59, 59, 999_999, tzinfo=UTC)


def test_a_day_the_clocks_change_has_an_end_too(here: Building) -> None:
    assert end_of(date(2026, 3, 29)) - end_of(date(2026, 3, 28)) == timedelta(hours=23)
    assert end_of(date(2026, 10, 25)) - end_of(date(2026, 10, 24)) == timedelta(hours=25)


@pytest.mark.parametrize(("asked", "says"), [("client:nobody", "Nothing is on record"), ("beast:x", "no kind")])
def test_what_is_not_on_record_is_said_so(here: Building, asked: str, says: str) -> None:
    with pytest.raises(NoSuchDossier, match=says):
        entries_of(asked)


def test_before_its_first_act_a_dossier_is_empty(here: Building) -> None:
    entries = entries_of(BODY)
    long_ago = datetime(2000, 1, 1, tzinfo=UTC)
    assert not known(BODY, known_at(entries, long_ago)).exists
    assert not standing_on(BODY, entries, date(2000, 1, 1)).exists


def test_a_dossier_is_as_now_only_where_a_fold_of_what_was_then_says_so(here: Building) -> None:
    register_client(here)
    here.clock.go_on(days=3)
    record(here, propose(here, BEN, act("person.sign-undertaking", signed_on="2026-03-02", covers=["rules"])))
    here.clock.go_on(days=3)
    put_right(here, entries_of(CLIENT_ID)[0].id, renamed("Better Helmets"))
    body_acts = entries_of(BODY)
    as_now = 0
    for name in (CLIENT_ID, BEN, BODY):
        entries = entries_of(name)
        now = as_it_stands(entries)
        for shift in range(-3, 10):
            day = body_acts[0].recorded_at.date() + timedelta(days=shift)
            until = end_in(day, as_it_stands(body_acts))
            for bound, stood in ((until, None), (None, day), (until, day)):
                recorded = known_at(entries, bound) if bound else entries
                then = standing_on(name, recorded, stood) if stood else known(name, recorded)
                if is_as_now(now, bound, stood):
                    as_now += 1
                    assert then == now
    assert as_now > 20
