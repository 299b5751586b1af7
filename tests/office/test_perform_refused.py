"""What the door does not record, and that it says why: each refusal leaves every table as it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from building import CLIENT_ID, Building, attach, propose, record
from certwright.core.acts.act import Act
from certwright.core.acts.record import PutRight
from certwright.core.entry import Deviation, OnBehalf, Proposal
from certwright.journal import heads
from certwright.journal.attachments import name_in_store
from certwright.journal.envelope import CONTENT_LIMIT, canonical
from certwright.journal.models import Content
from office.soundness import evidence, must_be_sound, refused
from small_body import BEN, CARA, CLIENT, act

pytestmark = pytest.mark.django_db

REGISTER = act("client.register", **CLIENT)
RIGHT = {"act": "act-00000001", "form": "client.register@1", "reason": "Wrong box ticked"}


def test_a_dossier_of_another_kind(here: Building) -> None:
    assert refused(here, propose(here, BEN, REGISTER, by=BEN)) == [("", "dossier-of-another-kind")]
    assert refused(here, propose(here, "body:other", act("record.annul", act="act-00000001", reason="Not ours at all")))


@pytest.mark.parametrize("dossier", ["helmets", "helmets:1", ":1", "", "Client:1"])
def test_a_dossier_of_no_kind(here: Building, dossier: str) -> None:
    assert refused(here, propose(here, dossier, REGISTER, by=BEN)) == [("", "no-such-kind-of-dossier")]


Change = Callable[[Proposal], Proposal]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda p: replace(p, id="short"), "id"),
        (lambda p: replace(p, id="ACT-00000001"), "id"),
        (lambda p: replace(p, id="a" * 41), "id"),
        (lambda p: replace(p, id="act-0000\x001"), "id"),
        (lambda p: replace(p, dossier="client:"), "dossier"),
        (lambda p: replace(p, dossier="client:" + "x" * 61), "dossier"),
        (lambda p: replace(p, dossier="client:Jan Kowalski"), "dossier"),
        (lambda p: replace(p, dossier="client:a\n"), "dossier"),
        (lambda p: replace(p, actor="ben"), "actor"),
        (lambda p: replace(p, actor=CLIENT_ID), "actor"),
        (lambda p: replace(p, actor="person:\ud800"), "actor"),
        (lambda p: replace(p, effective_on=datetime(2026, 3, 2, 9)), "effective_on"),  # noqa: DTZ001
        (lambda p: replace(p, on_behalf=OnBehalf("somebody", "A letter.")), "on_behalf.whom"),
        (lambda p: replace(p, on_behalf=OnBehalf(CARA, "")), "on_behalf.evidence"),
        (lambda p: replace(p, on_behalf=OnBehalf(CARA, "A\x00 letter.")), "on_behalf.evidence"),
        (lambda p: replace(p, deviations=(Deviation("no rule", "Known client", CARA),)), "deviations[0].rule"),
        (lambda p: replace(p, deviations=(Deviation("client.x", "short", CARA),)), "deviations[0].reason"),
        (lambda p: replace(p, deviations=(Deviation("client.x", "Known client", "Cara"),)), "deviations[0].approver"),
    ],
)
def test_an_id_text_or_day_that_is_none(here: Building, change: Change, field: str) -> None:
    """They would stand in the record for ever, and not every database would take them."""
    wrong = change(propose(here, CLIENT_ID, REGISTER, by=BEN))
    assert refused(here, wrong) == [("", "field-wrong")]
    assert evidence(here, wrong)["field"] == field


def test_the_longest_ids_are_accepted(here: Building) -> None:
    longest = propose(here, "client:" + "x" * 60, REGISTER, by=BEN, id="a" * 40)
    record(here, longest)


NESTED: dict[str, Any] = {}
for _ in range(230):
    NESTED = {"deeper": NESTED}


@pytest.mark.parametrize(
    "fields",
    [{"sites": float("nan")}, {"sites": float("inf")}, {"sites": 10**5_000}, {"name": "\ud800"}, NESTED],
    ids=["nan", "infinite", "5000 digits", "half a character", "230 levels deep"],
)
def test_something_that_could_not_be_read_again(here: Building, fields: dict[str, Any]) -> None:
    """JSON has no such number, UTF-8 no such character, and readers stop at a depth."""
    wrong = propose(here, CLIENT_ID, PutRight(fields=fields, **RIGHT), by=BEN)
    assert refused(here, wrong) == [("", "field-wrong")]
    assert evidence(here, wrong)["field"] == "record.put-right"


def test_an_act_that_went_around_its_own_model(here: Building) -> None:
    unchecked = REGISTER.model_copy(update={"sites": ()})
    assert refused(here, propose(here, CLIENT_ID, unchecked, by=BEN)) == [("", "field-wrong")]


def long_act(characters: int) -> Act:
    """A registration whose stored content is exactly so long."""
    site = {"name": "x" * 200, "street": "x" * 200, "town": "y", "country": "GB"}
    sites = [{**site, "code": f"{number:04}"} for number in range(2_000)]
    fields = {**CLIENT, "sites": sites}
    missing = characters - len(canonical({"fields": act("client.register", **fields).model_dump(mode="json")}))
    for one in sites:
        more = min(missing, 199)
        one["town"], missing = "y" * (1 + more), missing - more
    return act("client.register", **fields)


def test_a_content_as_long_as_it_may_be_and_one_character_longer(here: Building) -> None:
    too_long = propose(here, CLIENT_ID, long_act(CONTENT_LIMIT + 1), by=BEN)
    assert refused(here, too_long) == [("", "content-too-large")]
    assert evidence(here, too_long) == {"size": str(CONTENT_LIMIT + 1), "limit": str(CONTENT_LIMIT)}
    (entry,) = record(here, propose(here, CLIENT_ID, long_act(CONTENT_LIMIT), by=BEN))
    assert len(Content.objects.get(position=entry.position).text) == CONTENT_LIMIT


def test_a_dossier_that_has_moved_on_since_it_was_seen(here: Building) -> None:
    today = here.clock.today.isoformat()
    granted = act("person.grant-authorisation", function="review", valid_from=today, evidence="Interview.")
    seen = heads.standing(BEN, "default")
    assert seen is not None
    record(here, propose(here, BEN, granted, expects=seen[0]))
    stale = propose(here, BEN, granted, expects=seen[0])
    assert refused(here, stale) == [("", "dossier-has-moved")]
    assert evidence(here, stale) == {"dossier": BEN, "seen": str(seen[0]), "stands": str(seen[0] + 1)}
    assert refused(here, propose(here, BEN, granted, expects=seen[0] + 2)) == [("", "dossier-has-moved")]
    both_seen_before = [propose(here, BEN, granted, expects=seen[0] + 1) for _ in range(2)]
    assert [entry.seq for entry in record(here, *both_seen_before)] == [seen[0] + 2, seen[0] + 3]


def test_a_dossier_expected_to_be_new_that_is_not(here: Building) -> None:
    record(here, propose(here, CLIENT_ID, REGISTER, by=BEN, expects=0))
    assert refused(here, propose(here, CLIENT_ID, REGISTER, by=BEN, expects=0)) == [("", "dossier-has-moved")]


def test_an_actor_without_the_function(here: Building) -> None:
    lacking = propose(here, CLIENT_ID, REGISTER, by=CARA)
    assert refused(here, lacking) == [("competence.actor-is-authorised", "actor-lacks-function")]
    assert evidence(here, lacking)["person"] == CARA


def test_all_reasons_are_told_at_once(here: Building) -> None:
    yesterday = here.clock.today - timedelta(days=1)
    stranger = propose(here, CLIENT_ID, REGISTER, by="person:stranger", effective_on=yesterday)
    assert set(refused(here, stranger)) == {
        ("competence.actor-is-authorised", "actor-lacks-function"),
        ("record.actor-is-registered", "actor-not-registered"),
        ("record.authority-is-not-back-dated", "authority-back-dated"),
    }


def granted_with(here: Building, **documents: Any) -> Proposal:
    today = here.clock.today.isoformat()
    said = act("person.grant-authorisation", function="review", valid_from=today, evidence="Interview.", **documents)
    return propose(here, BEN, said)


def test_an_attachment_that_is_not_in_store(here: Building) -> None:
    missing = f"sha256:{'0' * 64}"
    assert refused(here, granted_with(here, documents=[missing])) == [("", "attachment-missing")]
    letter = propose(here, CLIENT_ID, REGISTER, by=BEN, on_behalf=OnBehalf(CARA, missing))
    assert refused(here, letter) == [("", "attachment-missing")]


def test_an_attachment_that_was_altered_in_store(here: Building) -> None:
    document = attach(here, b"Interview of 2 March, signed.")
    path = here.attachments.root / name_in_store(document)
    path.write_bytes(b"Interview of 3 March, signed.")
    assert refused(here, granted_with(here, documents=[document])) == [("", "attachment-altered")]
    attach(here, b"Interview of 2 March, signed.")
    record(here, granted_with(here, documents=[document]))


def test_every_attachment_at_fault_is_named(here: Building) -> None:
    wrong = granted_with(here, documents=[f"sha256:{digit * 64}" for digit in "ab"])
    assert refused(here, wrong) == [("", "attachment-missing")] * 2


def registered_as(number: str | None, **entity: Any) -> Act:
    legal_entity = {**CLIENT["legal_entity"], "register_name": "HRB", "register_number": number, **entity}
    return act("client.register", **{**CLIENT, "legal_entity": legal_entity})


def test_a_register_number_that_belongs_to_another_client(here: Building) -> None:
    record(here, propose(here, CLIENT_ID, registered_as("4711 B"), by=BEN))
    again = propose(here, "client:oak", registered_as("4711 b", register_name="hrb"), by=BEN)
    assert refused(here, again) == [("", "already-claimed")]
    assert evidence(here, again)["holder"] == CLIENT_ID
    record(here, propose(here, "client:oak", registered_as("4711 B", country="FR"), by=BEN))
    record(here, propose(here, "client:elm", registered_as(None), by=BEN))
    must_be_sound("default", here.means.attachments)


def test_the_longest_register_name_and_number(here: Building) -> None:
    """Folding case makes some letters three; the claim must still fit the table."""
    long = {"register_name": "\u0390" * 200, "register_number": "\u0390" * 200}
    legal_entity = {**CLIENT["legal_entity"], **long}
    said = act("client.register", **{**CLIENT, "legal_entity": legal_entity})
    record(here, propose(here, CLIENT_ID, said, by=BEN))
    assert refused(here, propose(here, "client:oak", said, by=BEN)) == [("", "already-claimed")]


def test_two_claims_of_one_transaction(here: Building) -> None:
    both = [propose(here, f"client:{name}", registered_as("4711 B"), by=BEN) for name in ("oak", "elm")]
    assert refused(here, *both) == [("", "already-claimed")]


def test_a_claim_is_free_again_when_the_act_that_made_it_is_annulled(here: Building) -> None:
    (first,) = record(here, propose(here, CLIENT_ID, registered_as("4711 B"), by=BEN))
    record(here, propose(here, CLIENT_ID, act("record.annul", act=first.id, reason="Entered twice by mistake"), by=BEN))
    record(here, propose(here, "client:oak", registered_as("4711 B"), by=BEN))
    must_be_sound("default", here.means.attachments)
