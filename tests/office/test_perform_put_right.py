"""Annulling, putting right and erasing: nothing recorded is changed, and only what was erased is gone."""

from typing import Any

import pytest

from building import CLIENT_ID, Building, propose, record, register_client
from certwright.core.dossiers import Client, Person, fold
from certwright.core.entry import Proposal
from certwright.journal import reading
from certwright.journal.models import Content, Envelope, Erasure
from certwright.office.folded import folded
from certwright.rows.models import ClientRow, DossierRow, PersonRow
from office.soundness import everything, evidence, must_be_sound, refused
from small_body import ANNA, BEN, CARA, CLIENT, act

pytestmark = pytest.mark.django_db

DORA = "person:dora"
REASON = "Entered twice by mistake"
LEEDS: dict[str, Any] = {**CLIENT, "sites": [{"code": "1", "name": "Works", "town": "Leeds", "country": "GB"}]}


def annul(here: Building, dossier: str, act_id: str, by: str = CARA) -> Proposal:
    return propose(here, dossier, act("record.annul", act=act_id, reason=REASON), by=by)


def put_right(here: Building, dossier: str, act_id: str, fields: dict[str, Any], **given: Any) -> Proposal:
    form = given.pop("form", "client.register@1")
    said = act("record.put-right", act=act_id, form=form, fields=fields, reason=REASON)
    return propose(here, dossier, said, **({"by": BEN} | given))


def envelopes_and_contents() -> list[Any]:
    return [list(Envelope.objects.order_by("pk").values()), list(Content.objects.order_by("pk").values())]


def client() -> Client:
    found = fold(CLIENT_ID, reading.entries({CLIENT_ID: 0}, "default")[CLIENT_ID])
    assert isinstance(found, Client)
    return found


def test_an_annulled_act_stays_and_counts_no_longer(here: Building) -> None:
    wrong = register_client(here)
    before = envelopes_and_contents()
    (entry,) = record(here, annul(here, CLIENT_ID, wrong.id))
    assert [now[: len(then)] for now, then in zip(envelopes_and_contents(), before, strict=True)] == before
    assert client().acts[wrong.id].annulled_by == entry.id
    assert not client().is_open
    assert not ClientRow.objects.exists()
    assert DossierRow.objects.get(dossier=CLIENT_ID).seq == 2
    register_client(here)
    assert client().is_open
    must_be_sound("default", here.means.attachments)


def test_an_act_put_right_reads_as_corrected(here: Building) -> None:
    wrong = register_client(here)
    before = envelopes_and_contents()
    (entry,) = record(here, put_right(here, CLIENT_ID, wrong.id, LEEDS))
    assert [now[: len(then)] for now, then in zip(envelopes_and_contents(), before, strict=True)] == before
    assert [site.town for site in client().sites] == ["Leeds"]
    assert client().acts[wrong.id].put_right_by == entry.id
    must_be_sound("default", here.means.attachments)


def test_a_correction_is_corrected_by_putting_the_first_act_right_again(here: Building) -> None:
    wrong = register_client(here)
    (first,) = record(here, put_right(here, CLIENT_ID, wrong.id, LEEDS))
    assert refused(here, put_right(here, CLIENT_ID, first.id, CLIENT)) == [
        ("record.correction-by-somebody-authorised", "actor-lacks-function"),
        ("record.correction-meets-a-correctable-act", "act-cannot-be-corrected"),
    ]
    record(here, put_right(here, CLIENT_ID, wrong.id, CLIENT))
    assert [site.town for site in client().sites] == ["York"]
    record(here, annul(here, CLIENT_ID, wrong.id))
    assert refused(here, put_right(here, CLIENT_ID, wrong.id, LEEDS)) == [
        ("record.correction-meets-a-correctable-act", "act-already-annulled")
    ]
    must_be_sound("default", here.means.attachments)


def test_the_corrected_act_meets_the_rules_of_its_kind(here: Building) -> None:
    wrong = register_client(here)
    twice = {**CLIENT, "sites": [*CLIENT["sites"], *CLIENT["sites"]]}
    assert refused(here, put_right(here, CLIENT_ID, wrong.id, twice)) == [
        ("client.sites-are-told-apart", "site-code-repeated")
    ]


@pytest.mark.parametrize(
    ("form", "fields", "says"),
    [
        ("client.register@1", {"sites": CLIENT["sites"]}, "field-wrong"),
        ("client.register@1", {**CLIENT, "colour": "red"}, "field-wrong"),
        ("client.register@9", CLIENT, "unknown-act"),
        ("person.register@1", {"basis": "contract", "since": "2026-01-01"}, "correction-of-another-kind"),
    ],
)
def test_a_correction_that_is_no_such_act(here: Building, form: str, fields: dict[str, Any], says: str) -> None:
    wrong = register_client(here)
    assert [found for _, found in refused(here, put_right(here, CLIENT_ID, wrong.id, fields, form=form))] == [says]


def test_a_field_at_fault_is_named(here: Building) -> None:
    wrong = register_client(here)
    bad = {**CLIENT, "sites": [{"code": "1", "name": "Works", "town": "York", "country": "England"}]}
    assert evidence(here, put_right(here, CLIENT_ID, wrong.id, bad))["field"] == "sites[0].country"


def test_an_act_of_another_dossier_is_not_corrected_here(here: Building) -> None:
    wrong = register_client(here)
    register_client(here, "client:oak")
    for correction in (annul(here, "client:oak", wrong.id), put_right(here, "client:oak", wrong.id, LEEDS)):
        assert ("record.correction-meets-a-correctable-act", "act-not-in-dossier") in refused(here, correction)


def test_a_correction_does_not_count_as_back_dated(here: Building) -> None:
    """It is judged in the dossier and by the day of the act it corrects."""
    wrong = register_client(here)
    here.clock.go_on(days=30)
    (entry,) = record(here, put_right(here, CLIENT_ID, wrong.id, LEEDS))
    assert entry.effective_on == here.clock.today
    must_be_sound("default", here.means.attachments)


def test_who_may_not_correct(here: Building) -> None:
    wrong = register_client(here)
    for correction in (annul(here, CLIENT_ID, wrong.id, ANNA), put_right(here, CLIENT_ID, wrong.id, LEEDS, by=ANNA)):
        assert refused(here, correction) == [("record.correction-by-somebody-authorised", "actor-lacks-function")]


def stated(here: Building, *names: str) -> list[str]:
    """Dora's dossier, her names stated one after the other; gives the ids of those acts."""
    record(here, propose(here, DORA, act("person.register", basis="outside", since="2026-01-01"), by=BEN))
    acts = [propose(here, DORA, act("person.state-particulars", name=name), by=BEN) for name in names]
    return [record(here, proposal)[0].id for proposal in acts]


def erase(here: Building, acts: list[str], ground: str = "request-of-the-person") -> Proposal:
    return propose(here, DORA, act("person.erase-particulars", ground=ground, reason=REASON, acts=acts), by=CARA)


def test_an_erasure_removes_the_content_and_only_that(here: Building) -> None:
    acts = stated(here, "Dora First", "Dora Second")
    before = everything(here)
    (entry,) = record(here, erase(here, acts))
    positions = set(Envelope.objects.filter(act_id__in=acts).values_list("position", flat=True))
    after = everything(here)
    assert after["Envelope"][:-1] == before["Envelope"]
    kept = [row for row in before["Content"] if row["position"] not in positions]
    assert after["Content"][:-1] == kept
    assert {row.position: row.by for row in Erasure.objects.all()} == dict.fromkeys(positions, entry.position)
    assert not [row for row in after["Content"] if "Dora First" in row["text"] or "Dora Second" in row["text"]]
    assert PersonRow.objects.get(dossier=DORA).name == ""
    dora = folded("default").at({DORA: (4, entry.hash)}, [DORA])[DORA]
    assert isinstance(dora, Person)
    assert (dora.particulars, dora.particulars_erased, dora.title) == (None, True, DORA)
    must_be_sound("default", here.means.attachments)


def test_a_name_that_was_put_right_is_erased_with_its_correction(here: Building) -> None:
    (wrong,) = stated(here, "Dora Wrong")
    right = put_right(here, DORA, wrong, {"name": "Dora Right"}, form="person.state-particulars@1")
    record(here, right)
    assert ("retention.erasure-names-all-particulars", "particulars-left-behind") in refused(here, erase(here, [wrong]))
    record(here, erase(here, [wrong, right.id]))
    assert not Content.objects.filter(text__contains="Dora Right").exists()
    must_be_sound("default", here.means.attachments)


def test_nothing_else_is_erased(here: Building) -> None:
    acts = stated(here, "Dora")
    opened = reading.entries({DORA: 0}, "default")[DORA][0].id
    others = reading.entries({BEN: 0}, "default")[BEN][1].id
    for more in (opened, others, "act-99999999"):
        assert refused(here, erase(here, [*acts, more])) == [
            ("retention.erasure-names-all-particulars", "not-particulars")
        ]
    record(here, erase(here, acts))
    assert ("retention.erasure-names-all-particulars", "no-particulars") in refused(here, erase(here, acts))


def test_particulars_can_be_stated_again_after_an_erasure(here: Building) -> None:
    record(here, erase(here, stated(here, "Dora")))
    record(here, propose(here, DORA, act("person.state-particulars", name="Dora Again"), by=BEN))
    assert PersonRow.objects.get(dossier=DORA).name == "Dora Again"
    must_be_sound("default", here.means.attachments)


def test_an_erasure_is_neither_annulled_nor_put_right(here: Building) -> None:
    (entry,) = record(here, erase(here, stated(here, "Dora")))
    assert refused(here, annul(here, DORA, entry.id)) == [
        ("record.correction-meets-a-correctable-act", "act-cannot-be-corrected")
    ]


def test_whoever_works_for_the_body_is_not_forgotten_before_time(here: Building) -> None:
    acts = [entry.id for entry in reading.entries({BEN: 0}, "default")[BEN] if entry.form.startswith("person.state")]
    said = act("person.erase-particulars", ground="request-of-the-person", reason=REASON, acts=acts)
    assert refused(here, propose(here, BEN, said, by=CARA)) == [("retention.period-is-over", "still-authorised")]
    unlawful = act("person.erase-particulars", ground="recorded-unlawfully", reason=REASON, acts=acts)
    record(here, propose(here, BEN, unlawful, by=CARA))
    must_be_sound("default", here.means.attachments)
