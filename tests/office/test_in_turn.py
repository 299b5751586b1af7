"""Several acts in one transaction are judged in turn, each in the dossiers as the ones before would leave them."""

import json
from pathlib import Path

import pytest

from building import adopt, building, found_body, propose, record
from certwright.core.acts.pack import AdoptPack
from certwright.core.dossiers import Client, Person, fold
from certwright.journal import reading
from certwright.journal.envelope import read_proof
from certwright.journal.models import Envelope
from certwright.office.folded import folded
from small_body import BEN, CARA, CLIENT, act

pytestmark = pytest.mark.django_db

DORA = "person:dora"
RIGHT = {"basis": "contract", "since": "2026-01-01"}


def test_an_act_and_its_correction_and_what_rests_on_both(tmp_path: Path) -> None:
    here = building(tmp_path)
    found_body(here)
    wrong = propose(here, DORA, act("person.register", basis="employment", since="2026-01-01"), by=BEN)
    named = propose(here, DORA, act("person.state-particulars", name="Dora"), by=BEN)
    said = act("record.put-right", act=wrong.id, form="person.register@1", fields=RIGHT, reason="She is contracted")
    right = propose(here, DORA, said, by=CARA)
    today = here.clock.today.isoformat()
    granted = act("person.grant-authorisation", function="review", valid_from=today, evidence="Interview.")
    record(here, wrong, named, right, propose(here, DORA, granted))
    dora = folded("default").at({DORA: (4, "")}, [DORA])[DORA]
    assert isinstance(dora, Person)
    assert (dora.basis, dora.title, len(dora.authorisations)) == ("contract", "Dora", 1)
    assert dora == fold(DORA, reading.entries({DORA: 0}, "default")[DORA])


def test_a_correction_is_judged_in_what_the_acts_before_it_made(tmp_path: Path) -> None:
    """The correction corrects the second of two provisional acts, which only the first one allows."""
    here = building(tmp_path)
    found_body(here)
    opened = propose(here, DORA, act("person.register", basis="employment", since="2026-01-01"), by=BEN)
    named = propose(here, DORA, act("person.state-particulars", name="Dora"), by=BEN)
    fields = {"name": "Dora Double"}
    said = act("record.put-right", act=named.id, form="person.state-particulars@1", fields=fields, reason="Wed in May")
    record(here, opened, named, propose(here, DORA, said, by=CARA))
    dora = fold(DORA, reading.entries({DORA: 0}, "default")[DORA])
    assert dora.title == "Dora Double"


def test_particulars_stated_and_erased_in_one_go_are_not_remembered(tmp_path: Path) -> None:
    here = building(tmp_path)
    found_body(here)
    opened = propose(here, DORA, act("person.register", basis="outside", since="2026-01-01"), by=BEN)
    named = propose(here, DORA, act("person.state-particulars", name="Dora"), by=BEN)
    erasure = act("person.erase-particulars", ground="recorded-unlawfully", reason="Typed by mistake", acts=(named.id,))
    entries = record(here, opened, named, propose(here, DORA, erasure, by=CARA))
    assert [entry.erased for entry in entries] == [False, True, False]


def test_a_dossier_kept_in_memory_is_the_dossier_read_anew(tmp_path: Path) -> None:
    here = building(tmp_path)
    found_body(here)
    client = "client:oak"
    (first,) = record(here, propose(here, client, act("client.register", **CLIENT), by=BEN))
    fields = {**CLIENT, "legal_entity": {**CLIENT["legal_entity"], "name": "Oak Helmets"}}
    said = act("record.put-right", act=first.id, form=first.form, fields=fields, reason="The name was misspelt")
    (second,) = record(here, propose(here, client, said, by=BEN))
    kept = folded("default").at({client: (2, second.hash)}, [client])[client]
    assert isinstance(kept, Client)
    assert kept == fold(client, reading.entries({client: 0}, "default")[client])
    assert kept.title == "Oak Helmets"


def test_an_authorisation_bound_to_a_pack_can_be_put_right(tmp_path: Path) -> None:
    """The correction gathers what the corrected act gathers, and reads the packs it reads."""
    here = building(tmp_path)
    found_body(here)
    adopted, today = adopt(here, "iso-iec-17065"), here.clock.today.isoformat()
    fields = {"function": "review", "packs": ["iso-iec-17065"], "valid_from": today, "evidence": "Interview."}
    (granted,) = record(here, propose(here, BEN, act("person.grant-authorisation", **fields)))
    right = {**fields, "function": "decision"}
    said = act("record.put-right", act=granted.id, form=granted.form, fields=right, reason="Wrong box ticked")
    record(here, propose(here, BEN, said, by=CARA))
    assert isinstance(adopted.act, AdoptPack)
    right = {**adopted.act.model_dump(mode="json"), "basis": "Decided by the board, not by its chair."}
    said = act("record.put-right", act=adopted.id, form=adopted.form, fields=right, reason="Wrong basis named")
    (corrected,) = record(here, propose(here, "pack:iso-iec-17065", said, by=BEN))
    stored = Envelope.objects.get(position=corrected.position)
    assert read_proof(json.loads(stored.text)).packs == {"iso-iec-17065 2012": adopted.act.text}
