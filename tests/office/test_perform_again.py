"""Asking twice: the id of an act makes asking again harmless, and cannot be used for anything else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from building import CLIENT_ID, Building, attach, propose, record
from certwright.core.entry import Deviation, OnBehalf, Proposal
from certwright.office.door import perform
from certwright.office.outcome import Performed
from office.soundness import everything, evidence, must_be_sound, refused
from small_body import ANNA, BEN, CARA, CLIENT, act

pytestmark = pytest.mark.django_db

DORA = "person:dora"
LEEDS = {"code": "1", "name": "Works", "town": "Leeds", "country": "GB"}


def register(here: Building, client: str = CLIENT_ID) -> Proposal:
    return propose(here, client, act("client.register", **CLIENT), by=BEN)


def repeated(here: Building, *proposals: Proposal) -> Performed:
    """Ask again; nothing may be written."""
    before = everything(here)
    outcome = perform(proposals, here.means)
    assert isinstance(outcome, Performed)
    assert outcome.repeated
    assert everything(here) == before
    return outcome


def test_the_same_act_again_is_answered_with_what_is_recorded(here: Building) -> None:
    proposal = register(here)
    first = record(here, proposal)
    assert repeated(here, proposal).entries == first
    here.clock.go_on(days=400)
    assert repeated(here, proposal).entries == first


def test_the_same_acts_again_come_in_the_order_they_are_asked_for(here: Building) -> None:
    one, other = register(here), register(here, "client:oak")
    first = record(here, one, other)
    assert repeated(here, other, one).entries == first[::-1]
    assert repeated(here, other).entries == first[1:]


def test_what_was_seen_before_does_not_count_when_asking_again(here: Building) -> None:
    """``expects`` says what the asker had seen then; their own act has moved the dossier."""
    proposal = replace(register(here), expects=0)
    first = record(here, proposal)
    assert repeated(here, proposal).entries == first


@pytest.mark.parametrize("field", ["dossier", "actor", "effective_on", "act", "on_behalf", "deviations"])
def test_something_else_under_the_same_id_is_refused(here: Building, field: str) -> None:
    proposal = register(here)
    record(here, proposal)
    other = {
        "dossier": "client:oak",
        "actor": CARA,
        "effective_on": proposal.effective_on - timedelta(days=1),
        "act": act("client.register", **{**CLIENT, "sites": [LEEDS]}),
        "on_behalf": OnBehalf(CARA, "Letter in binder 4."),
        "deviations": (Deviation("client.some-policy", "Known client of the group", CARA),),
    }
    assert refused(here, replace(proposal, **{field: other[field]})) == [("", "act-id-taken")]  # type: ignore[arg-type]


def test_another_kind_of_act_under_the_same_id_is_refused(here: Building) -> None:
    proposal = register(here)
    (entry,) = record(here, proposal)
    annul = propose(here, CLIENT_ID, act("record.annul", act=entry.id, reason="Entered twice by mistake"), by=BEN)
    assert refused(here, replace(annul, id=proposal.id)) == [("", "act-id-taken")]


def test_a_recorded_act_beside_a_new_one_is_refused(here: Building) -> None:
    """All or none: half of it stands already, so it is not what was asked for then."""
    recorded, new = register(here), register(here, "client:oak")
    record(here, recorded)
    for order in ([recorded, new], [new, recorded]):
        assert refused(here, *order) == [("", "act-id-taken")]
        assert evidence(here, *order) == {"act_id": recorded.id}
    record(here, new)
    assert len(repeated(here, recorded, new).entries) == 2


def test_an_act_whose_content_was_erased_is_still_answered(here: Building) -> None:
    opened = propose(here, DORA, act("person.register", basis="outside", since="2026-01-01"), by=BEN)
    stated = propose(here, DORA, act("person.state-particulars", name="Dora"), by=BEN)
    record(here, opened, stated)
    fields = {"ground": "request-of-the-person", "reason": "Letter of 2 March.", "acts": [stated.id]}
    erasure = propose(here, DORA, act("person.erase-particulars", **fields), by=CARA)
    record(here, erasure)
    (entry,) = repeated(here, stated).entries
    assert (entry.act, entry.erased) == (None, True)
    repeated(here, erasure)
    assert refused(here, replace(stated, actor=ANNA)) == [("", "act-id-taken")]


def test_an_act_is_still_answered_when_its_attachment_is_gone(here: Building) -> None:
    document, today = attach(here, b"Interview."), here.clock.today.isoformat()
    given = {"function": "review", "valid_from": today, "evidence": "Interview.", "documents": [document]}
    proposal = propose(here, BEN, act("person.grant-authorisation", **given))
    record(here, proposal)
    here.attachments.remove(document)
    repeated(here, proposal)


def test_an_id_whose_act_was_refused_is_free(here: Building) -> None:
    proposal = replace(register(here), actor=CARA)
    refused(here, proposal)
    record(here, replace(proposal, actor=BEN))
    must_be_sound("default", here.means.attachments)
