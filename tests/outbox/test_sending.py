"""Letters on their way: once, tried again when a server is away, never with a line of somebody else in their head."""

import email
from datetime import timedelta
from email.message import Message as Mail
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from django.core import mail as outgoing
from django.db import IntegrityError
from pytest_django import Settings

from building import Building
from certwright.office import sending
from certwright.office.sending import send, send_due
from certwright.outbox import moving
from certwright.outbox.models import FAILED, LOOK, POSTED, SEND, SENDING, SENT, SETTLED, Message
from certwright.outbox.moving import LEASE, TRIES, CannotMove, pause_after
from outbox.outbox_cases import Watched, body, message
from small_body import BEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(tmp_path: Path) -> Building:
    return body(tmp_path)


def fresh(one: Message) -> Message:
    return Message.objects.get(pk=one.pk)


def as_read(settings: Settings, here: Building, one: Message) -> Mail:
    """The mail as the server it is sent to reads it."""
    Watched.taken.clear()
    settings.EMAIL_BACKEND = "outbox.outbox_cases.Watched"
    send(one.pk, here.means)
    return email.message_from_bytes(Watched.taken[0])


def test_a_letter_goes_out_once_as_text_and_as_paper(here: Building) -> None:
    one = message(here)
    assert send_due(here.means) == 1
    assert send_due(here.means) == 0
    send(one.pk, here.means)
    (sent,) = outgoing.outbox
    assert sent.to == ["Olga Speaks <olga@example.org>"]
    assert sent.from_email.startswith("Example Certification <")
    assert "Dear Olga Speaks," in sent.body
    assert "The certification is suspended." in sent.body
    assert "ISO/IEC 17065:2012 7.11.3" in sent.body
    name, content, kind = cast(tuple[str, bytes, str], sent.attachments[0])
    assert (name, kind) == (f"letter-{one.pk}.pdf", "application/pdf")
    assert content.startswith(b"%PDF")
    assert fresh(one).state == SENT
    assert fresh(one).sent_at is not None


def test_two_who_send_at_once_send_once(here: Building) -> None:
    one = message(here)
    assert moving.claim(one.pk, here.clock(), "default") is not None
    assert moving.claim(one.pk, here.clock(), "default") is None
    send(one.pk, here.means)
    assert outgoing.outbox == []


def test_the_same_letter_of_the_same_act_is_not_queued_twice(here: Building) -> None:
    message(here, key="act-1:suspended")
    with pytest.raises(IntegrityError):
        message(here, key="act-1:suspended")


def test_a_server_that_is_away_is_tried_again_later_and_later_and_then_people_look(
    here: Building, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "outbox.outbox_cases.Down"
    one = message(here)
    pauses = []
    for tried in range(1, TRIES + 1):
        assert send_due(here.means) == 1
        now = fresh(one)
        assert now.tries == tried
        assert "connection refused" in now.failed_because
        if now.next_try_at:
            assert send_due(here.means) == 0, "not before its time"
            pauses.append(pause_after(tried))
            here.clock.go_on(seconds=pauses[-1].total_seconds())
    assert fresh(one).state == FAILED
    assert send_due(here.means) == 0
    assert pauses == sorted(set(pauses))
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    moving.release(fresh(one), BEN, here.clock())
    assert send_due(here.means) == 1
    assert fresh(one).state == SENT


def test_what_was_interrupted_while_sending_is_given_to_people_and_not_sent_again(here: Building) -> None:
    one = message(here)
    moving.claim(one.pk, here.clock(), "default")
    assert moving.give_back_stuck(here.clock(), "default") == 0
    here.clock.go_on(seconds=LEASE.total_seconds() + 1)
    assert moving.give_back_stuck(here.clock(), "default") == 1
    assert fresh(one).state == FAILED
    assert send_due(here.means) == 0


def test_without_an_address_nothing_is_released_but_paper_is_posted(here: Building) -> None:
    one = message(here, email="", state=LOOK, next_try_at=None)
    with pytest.raises(CannotMove, match="no-address"):
        moving.release(one, BEN, here.clock())
    moving.post(one, BEN, here.clock.today)
    assert fresh(one).state == POSTED
    with pytest.raises(CannotMove, match="moved-on"):
        moving.post(one, BEN, here.clock.today)


def test_what_has_left_is_not_changed_any_more(here: Building) -> None:
    one = message(here)
    send_due(here.means)
    with pytest.raises(CannotMove):
        moving.edit(one, "Other", "Other", BEN)
    with pytest.raises(CannotMove):
        moving.settle(one, "Not needed any more.")
    with pytest.raises(CannotMove):
        moving.release(one, BEN, here.clock())
    assert fresh(one).text == "The certification is suspended."


def test_changed_words_are_looked_at_again_before_they_leave(here: Building) -> None:
    one = message(here)
    moving.edit(one, "Other", "Other words", BEN)
    assert fresh(one).state == LOOK
    assert send_due(here.means) == 0
    moving.settle(one, "Told by telephone instead.")
    assert fresh(one).state == SETTLED


def test_a_name_or_subject_begins_no_line_of_the_mail_s_head(here: Building, settings: Settings) -> None:
    one = message(here, name="Eve\r\nBcc: all@example.org", subject="Hello\nX-Evil: 1")
    read = as_read(settings, here, one)
    assert read["Bcc"] is None
    assert read["X-Evil"] is None
    assert "Eve Bcc: all@example.org" in str(email.header.make_header(email.header.decode_header(read["To"])))
    assert fresh(one).state == SENT


def test_an_address_that_is_none_fails_and_says_so(here: Building) -> None:
    one = message(here, email="olga@example.org\nBcc: x@example.org")
    send_due(here.means)
    assert outgoing.outbox == []
    assert fresh(one).failed_because
    assert fresh(one).state == SEND


def test_right_to_left_names_go_by_mail_though_no_font_prints_them(here: Building, settings: Settings) -> None:
    one = message(here, name="רות לוי")
    read = as_read(settings, here, one)
    assert "רות לוי" in str(email.header.make_header(email.header.decode_header(read["To"])))
    assert [part.get_content_type() for part in read.walk()].count("application/pdf") == 0
    assert fresh(one).state == SENT


def test_ten_thousand_characters_arrive_whole(here: Building) -> None:
    message(here, text="x" * 10_000 + " <script>alert(1)</script> 😀")
    send_due(here.means)
    assert "x" * 10_000 + " <script>" in outgoing.outbox[0].body


def test_what_is_enclosed_and_the_visit_go_along(here: Building) -> None:
    digest, _ = here.attachments.put(BytesIO(b"the plan"), 1_000)
    message(here, enclosed=[[digest, "plan-s"]], calendar="BEGIN:VCALENDAR\nMETHOD:CANCEL\nEND:VCALENDAR\n")
    send_due(here.means)
    names = [cast(tuple[str, str, str], each)[0] for each in outgoing.outbox[0].attachments]
    kinds = [cast(tuple[str, str, str], each)[2] for each in outgoing.outbox[0].attachments]
    assert names[1:] == ["visit.ics", "plan-s"]
    assert kinds[1] == "text/calendar; method=CANCEL"


def test_an_attachment_that_is_not_there_fails_and_says_so(here: Building) -> None:
    one = message(here, enclosed=[["sha256:" + "a" * 64, "plan"]])
    send_due(here.means)
    assert fresh(one).tries == 1
    assert outgoing.outbox == []


def test_a_second_try_has_the_same_message_id(here: Building) -> None:
    one = message(here)
    ids = {sending.mail(one, None, here.attachments).extra_headers["Message-ID"] for _ in range(2)}
    assert len(ids) == 1


def test_a_production_body_without_mail_server_sends_nothing_and_loses_nothing(
    here: Building, settings: Settings
) -> None:
    settings.CERTWRIGHT_SENDS_MAIL = False
    one = message(here)
    assert send_due(here.means) == 0
    assert fresh(one).state == SEND


def test_pauses_grow() -> None:
    assert [pause_after(tries) for tries in (0, 1, 2, 3)] == [
        timedelta(minutes=2),
        timedelta(minutes=2),
        timedelta(minutes=8),
        timedelta(minutes=32),
    ]
    assert SENDING not in {SEND, SENT}
