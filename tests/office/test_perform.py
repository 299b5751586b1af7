"""What the one door records: the entry, the chain, heads, tail, rows and proof of typical acts."""

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from building import CLIENT_ID, Building, adopt, attach, building, found_body, propose, record, register_client
from certwright import __version__
from certwright.core.dossiers import Client, Person
from certwright.core.entry import OnBehalf
from certwright.core.judge import catalogue, catalogue_digest
from certwright.journal import heads, reading
from certwright.journal.envelope import digest, read_proof
from certwright.journal.models import Content, Envelope, Tail, Text
from certwright.office.door import perform
from certwright.office.folded import Folded, folded
from certwright.office.outcome import Performed
from certwright.rows.models import AuthorisationRow, ClientRow, DossierRow, LinkRow, SiteRow
from office.soundness import everything, must_be_sound, refused
from small_body import ANNA, BEN, CARA, CLIENT, FOUNDING, act

pytestmark = pytest.mark.django_db


def test_an_act_becomes_an_envelope_a_content_a_head_a_tail_and_rows(here: Building) -> None:
    before = Tail.objects.get()
    entry = register_client(here)
    envelope = Envelope.objects.get(act_id=entry.id)
    assert (envelope.position, envelope.dossier, envelope.seq) == (before.position + 1, CLIENT_ID, 1)
    assert envelope.hash == entry.hash == digest(envelope.text)
    assert json.loads(Content.objects.get(position=envelope.position).text)["fields"]["legal_entity"]["town"] == "York"
    assert heads.standing(CLIENT_ID, "default") == (1, entry.hash)
    assert Tail.objects.get().position == envelope.position
    assert (ClientRow.objects.get().name, SiteRow.objects.get().code) == ("Helmets & Sons", "1")
    assert DossierRow.objects.get(dossier=CLIENT_ID).title == "Helmets & Sons"


def test_the_proof_names_what_the_act_was_judged_by(here: Building) -> None:
    entry = register_client(here)
    proof = read_proof(json.loads(Envelope.objects.get(act_id=entry.id).text))
    assert (proof.release, proof.catalogue) == (__version__, catalogue_digest())
    assert Text.objects.get(digest=proof.catalogue).text == catalogue()
    assert proof.read == {name: heads.standing(name, "default") for name in ("body:self", BEN)}


def test_what_comes_back_is_what_is_read_later(here: Building) -> None:
    entry = register_client(here)
    assert reading.entries({CLIENT_ID: 0}, "default")[CLIENT_ID] == [entry]
    assert [found for found, _ in reading.by_id([entry.id], "default")] == [entry]


def test_a_body_at_work_is_sound(here: Building) -> None:
    adopt(here, "iso-iec-17065")
    register_client(here)
    document = attach(here, b"Interview of 2 March, signed.")
    today = here.clock.today.isoformat()
    given = {"function": "review", "packs": ["iso-iec-17065"], "documents": [document]}
    granted = act("person.grant-authorisation", **given, valid_from=today, evidence="Interview.")
    (entry,) = record(here, propose(here, BEN, granted))
    ended = act("person.end-authorisation", authorisation=entry.id, last_day=today, reason="He moved to planning")
    record(here, propose(here, BEN, ended))
    assert AuthorisationRow.objects.get(act_id=entry.id).valid_until == here.clock.today
    assert LinkRow.objects.filter(dossier=BEN, target="pack:iso-iec-17065").exists()
    must_be_sound("default", here.means.attachments)


def test_a_body_is_founded_once_by_whoever_is_named(db: None, tmp_path: Path) -> None:
    here = building(tmp_path)
    first = found_body(here)
    assert [entry.position for entry in first] == list(range(1, len(first) + 1))
    assert len({entry.recorded_at for entry in first}) == 1  # one transaction, one moment
    again = propose(here, "body:self", act("body.found", **FOUNDING))
    assert refused(here, again) == [("record.dossier-is-opened-once", "dossier-already-open")]
    must_be_sound("default", here.means.attachments)


def test_nothing_comes_before_the_founding_act(db: None, tmp_path: Path) -> None:
    here = building(tmp_path)
    early = propose(here, CLIENT_ID, act("client.register", **CLIENT), by=BEN)
    assert ("record.body-is-founded", "body-not-founded") in refused(here, early)
    assert not Envelope.objects.exists()
    assert not Tail.objects.exists()


def test_several_acts_are_recorded_all_or_none(here: Building) -> None:
    """The third of four is refused: none of the four leaves a trace, in whichever order they stand."""
    good = [propose(here, f"client:{name}", act("client.register", **CLIENT), by=BEN) for name in ("oak", "elm")]
    bad = propose(here, "client:ash", act("client.register", **CLIENT), by=CARA)
    last = propose(here, "person:dora", act("person.register", basis="contract", since="2026-01-01"), by=BEN)
    for order in ([*good, bad, last], [bad, *good], [*good, last, bad]):
        assert refused(here, *order) == [("competence.actor-is-authorised", "actor-lacks-function")]
    assert [entry.seq for entry in record(here, *good, last)] == [1, 1, 1]
    must_be_sound("default", here.means.attachments)


def test_acts_of_one_transaction_are_judged_in_turn(here: Building) -> None:
    """Whoever is authorised by the second act may do the third, but not the first."""
    dora, today = "person:dora", here.clock.today.isoformat()
    opened = propose(here, dora, act("person.register", basis="contract", since=today), by=BEN)
    given = {"function": "client-administration", "valid_from": today, "evidence": "Interview."}
    granted = propose(here, dora, act("person.grant-authorisation", **given), by=ANNA)
    used = propose(here, CLIENT_ID, act("client.register", **CLIENT), by=dora)
    assert ("competence.actor-is-authorised", "actor-lacks-function") in refused(here, opened, used, granted)
    assert [entry.actor for entry in record(here, opened, granted, used)] == [BEN, ANNA, dora]
    proof = read_proof(json.loads(Envelope.objects.get(act_id=used.id).text))
    assert proof.read[dora] == heads.standing(dora, "default")
    must_be_sound("default", here.means.attachments)


def test_an_act_entered_for_somebody_else_says_so(here: Building) -> None:
    note = attach(here, b"Please register us. The Helmets family.")
    said = act("client.register", **CLIENT)
    asked = propose(here, CLIENT_ID, said, by=BEN, on_behalf=OnBehalf(CARA, note))
    (entry,) = record(here, asked)
    assert (entry.actor, entry.on_behalf) == (BEN, OnBehalf(CARA, note))
    assert CARA in read_proof(json.loads(Envelope.objects.get(act_id=entry.id).text)).read
    kept_elsewhere = OnBehalf(CARA, "Letter in binder 4 of the archive.")
    (entry,) = record(here, propose(here, "client:oak", said, by=BEN, on_behalf=kept_elsewhere))
    assert entry.on_behalf == kept_elsewhere
    must_be_sound("default", here.means.attachments)


def test_a_dossier_nobody_remembers_reads_like_the_one_in_memory(here: Building) -> None:
    register_client(here)
    wanted = [CLIENT_ID, BEN]
    standings = {name: found for name in wanted if (found := heads.standing(name, "default"))}
    anew = Folded("default").at(standings, wanted)
    assert anew == folded("default").at(standings, wanted)
    assert isinstance(anew[CLIENT_ID], Client)
    assert isinstance(anew[BEN], Person)


def test_there_must_be_something_to_record_under_ids_of_their_own(here: Building) -> None:
    one = propose(here, CLIENT_ID, act("client.register", **CLIENT), by=BEN)
    before = everything(here)
    for wrong in ([], [one, one]):
        with pytest.raises(ValueError, match="at least one proposal, each with an id of its own"):
            perform(wrong, here.means)
    assert everything(here) == before


def test_a_typical_act_takes_few_statements(here: Building) -> None:
    """Every statement is a way to the database and back. Savepoints are the test's own, not the door's."""
    register_client(here)
    proposal = propose(here, "client:oak", act("client.register", **CLIENT), by=BEN)
    with CaptureQueriesContext(connection) as statements:
        assert isinstance(perform([proposal], here.means), Performed)
    assert len([one for one in statements.captured_queries if "SAVEPOINT" not in one["sql"]]) <= 17
