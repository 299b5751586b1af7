"""What acts put into the outbox, and what later acts do to what lies there."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core import mail as outgoing
from pytest_django import Settings

from building import Building, building, found_body, propose, record, register_client
from certwright.core.entry import Proposal
from certwright.journal import reading
from certwright.office.door import perform
from certwright.office.outcome import Performed, Refused
from certwright.office.reminding import remind
from certwright.office.rewriting import rewrite
from certwright.office.sending import send_due
from certwright.outbox import moving
from certwright.outbox.models import LOOK, SEND, SENT, SETTLED, Message
from certwright.rows.models import CertificationRow, FindingRow
from small_body import ANNA, BEN, CARA, act
from web.acting_cases import play

pytestmark = pytest.mark.django_db
MATTER = "matter:m-1"


def complaint(here: Building, **given: str) -> Proposal:
    fields = {"kind": "complaint", "standard": "iso-iec-17065", "origin": "third-party", "subject": "It broke."}
    said = act("matter.receive", received_on=here.clock.today.isoformat(), **fields | given)
    return propose(here, MATTER, said, by=CARA)


def origin(here: Building) -> Proposal:
    said = act("matter.state-origin", who="Carla Complains", contact="carla@example.org")
    return propose(here, MATTER, said, by=CARA)


@pytest.fixture
def here(tmp_path: Path) -> Building:
    here = building(tmp_path)
    found_body(here)
    register_client(here)
    return here


def the(letter: str) -> Message:
    return Message.objects.get(letter=letter)


def test_a_letter_is_queued_with_its_act_or_neither_is(here: Building) -> None:
    received = complaint(here)
    refused = propose(here, MATTER, act("matter.close", follow_up="Nothing."), by=CARA)
    assert isinstance(perform([received, refused], here.means), Refused)
    assert not Message.objects.exists()
    record(here, received)
    assert (the("matter-received").state, the("matter-received").cause) == (LOOK, received.id)
    assert isinstance(perform([received], here.means), Performed)
    assert Message.objects.count() == 1, "asking again queues nothing again"


def test_nobody_is_written_to_where_nobody_can_be_answered(here: Building) -> None:
    record(here, complaint(here, origin="anonymous"))
    assert not Message.objects.exists()


def test_the_address_comes_when_the_origin_is_stated(here: Building) -> None:
    record(here, complaint(here))
    assert (the("matter-received").name, the("matter-received").email) == ("", "")
    record(here, origin(here))
    assert (the("matter-received").name, the("matter-received").email) == ("Carla Complains", "carla@example.org")


def test_sending_the_acknowledgement_puts_it_on_record(here: Building) -> None:
    record(here, complaint(here), origin(here))
    moving.release(the("matter-received"), CARA, here.clock())
    assert send_due(here.means) == 1
    sent = the("matter-received")
    ((entry, _),) = reading.by_id([sent.evidence], "default")
    assert (entry.form, entry.actor) == ("matter.acknowledge@1", CARA)
    assert (sent.state, sent.evidence_lacks) == (SENT, "")


def test_whoever_may_not_say_so_sends_it_and_the_lack_is_told(here: Building) -> None:
    record(here, complaint(here), origin(here))
    moving.release(the("matter-received"), ANNA, here.clock())
    send_due(here.means)
    assert (the("matter-received").state, the("matter-received").evidence) == (SENT, "")
    assert "competence.actor-is-authorised" in the("matter-received").evidence_lacks


def test_what_was_told_by_hand_is_not_told_again(here: Building) -> None:
    record(here, complaint(here), origin(here))
    by_hand = propose(here, MATTER, act("matter.acknowledge", sent_on=here.clock.today.isoformat()), by=CARA)
    record(here, by_hand)
    settled = the("matter-received")
    assert (settled.state, settled.settled_because, settled.evidence) == (SETTLED, "matter.acknowledge", by_hand.id)


def test_the_letter_of_an_act_that_was_annulled_is_not_sent(here: Building) -> None:
    received = complaint(here)
    record(here, received)
    annul = act("record.annul", act=received.id, reason="Recorded in the wrong place.")
    record(here, propose(here, MATTER, annul, by=CARA))
    assert the("matter-received").state == SETTLED


def test_whom_it_came_from_is_erased_from_letters_too(here: Building) -> None:
    record(here, complaint(here), origin(here))
    moving.edit(the("matter-received"), "Hello Carla Complains", "You are Carla Complains.", CARA)
    moving.release(the("matter-received"), CARA, here.clock())
    send_due(here.means)
    assert "Carla" in outgoing.outbox[0].body
    fields = {"ground": "recorded-unlawfully", "reason": "Told in confidence."}
    erasing = act("matter.erase-origin", acts=[_stated(MATTER, "matter.state-origin@1")], **fields)
    assert isinstance(perform([propose(here, MATTER, erasing, by=CARA)], here.means), Performed)
    for one in Message.objects.all():
        assert "Carla" not in "".join(str(value) for value in vars(one).values())
        assert (one.name, one.email) == ("", "")


def _stated(dossier: str, form: str) -> str:
    entries = reading.entries({dossier: 0}, "default")[dossier]
    return next(entry.id for entry in entries if entry.form == form)


def test_a_person_who_is_erased_is_erased_from_letters_to_them_and_about_them(here: Building) -> None:
    others = {"key": "k", "dossier": "certification:c", "letter": "suspended", "version": 1, "language": "en"}
    others |= {"on": here.clock.today, "subject": "S", "made_at": here.clock()}
    Message.objects.create(**others, recipient="person:olga", name="Olga", email="o@example.org", people=f" {BEN} ",
                           text="Your contact: Ben Example.")  # fmt: skip
    Message.objects.create(**others | {"key": "l"}, recipient=BEN, name="Ben Example", email="b@example.org",
                           people=f" {BEN} ", text="Dear you.")  # fmt: skip
    fields = {"ground": "recorded-unlawfully", "reason": "Told in confidence."}
    erasing = act("person.erase-particulars", acts=[_stated(BEN, "person.state-particulars@1")], **fields)
    record(here, propose(here, BEN, erasing, by=CARA))
    about, to = Message.objects.order_by("key")
    assert (about.text, about.name, about.email) == ("Your contact: ….", "Olga", "o@example.org")
    assert (to.name, to.email, to.recipient) == ("", "", BEN)


def test_a_suspension_is_told_by_the_letter_the_job_sends(tmp_path: Path, settings: Settings) -> None:
    """ISO 9001: the first surveillance was late; the decider suspends; the client is told why and what ends it."""
    play("iso-9001-2-surveillance", tmp_path)
    letter = the("suspended")
    assert "The first surveillance was late." in letter.text
    assert "3 April 2024" in letter.text
    assert letter.clauses == ["17021-1:2015 9.6.5.2", "17021-1:2015 9.6.5.3"]
    assert letter.name == "Olga"
    here = building(tmp_path)
    Message.objects.filter(pk=letter.pk).update(email="olga@example.org")
    moving.release(Message.objects.get(pk=letter.pk), "person:dora", here.clock())
    assert send_due(here.means) == 1
    assert outgoing.outbox[0].subject == letter.subject
    assert the("suspended").state == SENT


def test_a_letter_is_written_anew_in_another_language(tmp_path: Path) -> None:
    play("helmets-2-withdrawn", tmp_path)
    here = building(tmp_path)
    rewrite(the("suspended"), "de", BEN, here.means)
    assert the("suspended").language == "de"
    assert "Was die Aussetzung beendet:" in the("suspended").text
    assert the("suspended").state == LOOK
    rewrite(the("suspended"), "fr", BEN, here.means)
    assert the("suspended").subject.startswith("La certification")


def test_ends_and_answers_that_come_near_are_reminded_of_once(tmp_path: Path) -> None:
    play("helmets-1-granted", tmp_path)
    last = CertificationRow.objects.exclude(last_day=None).values_list("last_day", flat=True).first()
    assert last is not None
    here = building(tmp_path)
    here.clock.now = here.clock.now.replace(year=last.year, month=last.month, day=last.day) - timedelta(days=121)
    assert remind(here.means) == 0
    here.clock.go_on(days=1)
    assert remind(here.means) == 1
    assert remind(here.means) == 0
    letter = the("recertification-reminder")
    assert f"{last.day} " in letter.text
    assert letter.state == (SEND if letter.email else LOOK)
    here.clock.go_on(days=200)
    assert remind(here.means) == 0, "it has ended"


def test_an_answer_that_is_due_is_reminded_of_while_it_is_not_here(tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    here = building(tmp_path)
    today = here.clock.today
    told = FindingRow.objects.exclude(told_on=None)
    assert told.exists()
    told.update(answer_due=today + timedelta(days=8), answered_on=None)
    assert remind(here.means) == 0
    told.update(answer_due=today + timedelta(days=7))
    remind(here.means)
    found = list(Message.objects.filter(letter="answer-reminder").values_list("on", flat=True))
    assert set(found) <= {date(today.year, today.month, today.day)}
