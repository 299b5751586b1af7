"""The pages of messages: who sees which, what can be done with one, what the client never learns."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.core import mail as outgoing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from pytest_django import Settings

from certwright.accounts.models import User
from certwright.office import installation
from certwright.office.sending import send_due
from certwright.outbox.models import LOOK, POSTED, SEND, SENT, SETTLED, Message
from signing_in import has_reason, signed_in
from web.acting_cases import play

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def withdrawn(db: None, tmp_path: Path, settings: Settings) -> None:
    settings.CERTWRIGHT_ATTACHMENTS = tmp_path / "attachments"
    play("helmets-2-withdrawn", tmp_path)


def browser(person: str = "person:ben") -> Client:
    has_reason(person, "certification:helmets")
    return signed_in(person)


def the(letter: str) -> Message:
    return Message.objects.get(letter=letter)


def page(who: Client, url: str) -> str:
    response = who.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def test_the_list_shows_what_is_to_look_at_and_counts_it() -> None:
    says = page(browser(), "/messages/")
    assert the("suspended").subject in says
    assert the("withdrawn").subject in says
    assert "Hugo" in says
    notified = Message.objects.filter(letter="nonconformity").values_list("pk", flat=True)
    assert all(f"/messages/{pk}/" not in says for pk in notified), "told by hand"
    assert f"/messages/{notified[0]}/" in page(browser(), "/messages/?shelf=settled")
    assert "Nothing lies here" in page(browser(), "/messages/?shelf=failed&before=nonsense")


def test_the_list_of_one_client_and_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("certwright.answers.messages.SIZE", 2)
    who = browser()
    first = page(who, "/messages/?client=client:helmets")
    assert first.count('<td><a href="/messages/') == 2
    older = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert page(who, f"/messages/{older}").count('<td><a href="/messages/') == 2
    assert "Nothing lies here" in page(who, "/messages/?client=client:nobody")


def test_the_list_takes_few_questions_however_many_there_are() -> None:
    who, asked, one = browser(), [], the("suspended")
    for _ in range(2):
        page(who, "/messages/")
        with CaptureQueriesContext(connection) as queries:
            page(who, "/messages/")
        asked.append(len(queries))
        Message.objects.bulk_create(
            Message(
                **{f.attname: getattr(one, f.attname) for f in Message._meta.fields}
                | {"id": None, "key": f"k{len(asked)}-{n}"}
            )
            for n in range(40)
        )
    assert asked[0] == asked[1] <= 12


def test_a_message_shows_the_letter_and_why_it_is_there() -> None:
    one = the("suspended")
    says = page(browser(), f"/messages/{one.pk}/")
    for wanted in ("Dear Hugo,", "What ends the suspension", "certification.decide", "7.11.3", "No e-mail address."):
        assert wanted in says
    assert "/do/release/" not in says


def test_it_is_sent_posted_or_not_by_those_who_may() -> None:
    who = browser()
    Message.objects.update(email="hugo@example.org")
    suspended, gone = the("suspended"), the("withdrawn")
    assert who.post(f"/messages/{suspended.pk}/do/release/").status_code == 302
    assert the("suspended").state == SEND
    assert send_due(installation.means()) == 1
    assert the("suspended").state == SENT
    assert outgoing.outbox[0].to == ["Hugo <hugo@example.org>"]
    assert (
        "It went on in the meantime" in who.post(f"/messages/{suspended.pk}/do/release/", follow=True).content.decode()
    )
    assert who.post(f"/messages/{gone.pk}/do/post/", {"on": "2027-09-12"}).status_code == 422
    assert who.post(f"/messages/{gone.pk}/do/post/", {"on": "soon"}).status_code == 422
    assert the("withdrawn").state == LOOK
    Message.objects.filter(pk=gone.pk).update(on="2026-01-01")
    assert who.post(f"/messages/{gone.pk}/do/post/", {"on": "2026-02-02"}).status_code == 302
    assert (the("withdrawn").state, the("withdrawn").posted_by) == (POSTED, "person:ben")
    granted = the("granted")
    assert who.post(f"/messages/{granted.pk}/do/settle/", {"because": "no"}).status_code == 422
    who.post(f"/messages/{granted.pk}/do/settle/", {"because": "Handed over at the visit."})
    assert the("granted").state == SETTLED
    assert who.post(f"/messages/{granted.pk}/do/unheard-of/").status_code == 404
    assert who.get(f"/messages/{granted.pk}/do/settle/").status_code == 405


def test_without_a_mail_server_it_is_said(settings: Settings) -> None:
    settings.CERTWRIGHT_SENDS_MAIL = False
    Message.objects.update(email="hugo@example.org")
    one = the("suspended")
    assert "No mail server." in page(browser(), f"/messages/{one.pk}/")
    assert "no mail server" in browser().post(f"/messages/{one.pk}/do/release/", follow=True).content.decode()
    assert the("suspended").state == LOOK


def test_the_words_are_changed_before_it_leaves_and_scripts_stay_words() -> None:
    who, one = browser(), the("suspended")
    assert "is suspended from 12 March 2027." in page(who, f"/messages/{one.pk}/edit/")
    sent = {"subject": "New\nsubject", "text": "First.\r\n\r\n<script>alert(1)</script> 😀 שלום " + "x" * 10_000}
    assert who.post(f"/messages/{one.pk}/edit/", sent).status_code == 302
    changed = the("suspended")
    assert (changed.subject, changed.edited_by) == ("New subject", "person:ben")
    assert changed.text.startswith("First.\n\n<script>")
    says = page(who, f"/messages/{one.pk}/")
    assert "<script>alert" not in says
    assert "&lt;script&gt;alert" in says
    refused = who.post(f"/messages/{one.pk}/edit/", {"subject": "", "text": "Kept as typed."})
    assert refused.status_code == 422
    assert "Kept as typed." in refused.content.decode()


def test_it_is_written_in_another_language() -> None:
    who, one = browser(), the("suspended")
    assert 'value="de"' in page(who, f"/messages/{one.pk}/")
    who.post(f"/messages/{one.pk}/do/rewrite/", {"language": "de"})
    assert the("suspended").language == "de"
    assert who.post(f"/messages/{one.pk}/do/rewrite/", {"language": "xx"}).status_code == 422


def test_the_letter_is_printed_and_a_script_without_font_is_told() -> None:
    who, one = browser(), the("suspended")
    got = who.get(f"/messages/{one.pk}/letter.pdf")
    assert got["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(got.content)) as paper:
        assert str(paper.docinfo["/Title"]) == one.subject
    Message.objects.filter(pk=one.pk).update(name="محمد")
    assert "ARABIC" in who.get(f"/messages/{one.pk}/letter.pdf", follow=True).content.decode()


def test_a_dossier_shows_the_messages_it_caused_to_the_people_of_the_body_alone() -> None:
    says = page(browser(), "/d/certification/helmets/")
    assert f"/messages/{the('suspended').pk}/" in says
    client = User.objects.create_user("client@example.org", client="client:helmets")
    outside = Client()
    outside.force_login(client, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "/messages/" not in page(outside, "/d/certification/helmets/")
    for url in ("/messages/", f"/messages/{the('suspended').pk}/", f"/messages/{the('suspended').pk}/letter.pdf"):
        assert outside.get(url).status_code == 403


def test_outside_the_team_a_reason_is_asked_for_and_others_may_not_send() -> None:
    one = the("suspended")
    assert "/why-read/" in signed_in("person:anna").get(f"/messages/{one.pk}/").headers["Location"]
    assert signed_in("person:tom").get(f"/messages/{one.pk}/").status_code == 403
    has_reason("person:paul", "certification:helmets")
    planner = signed_in("person:paul")
    assert planner.get(f"/messages/{one.pk}/").status_code == 200
    assert planner.post(f"/messages/{one.pk}/do/release/").status_code == 403
    assert planner.get(f"/messages/{one.pk}/edit/").status_code == 403


def test_a_visit_goes_into_a_calendar() -> None:
    has_reason("person:paul", "assignment:factory")
    got = signed_in("person:paul").get("/d/assignment/factory/calendar.ics")
    (event,) = Calendar.from_ical(got.content).walk("VEVENT")
    assert str(event["SUMMARY"]).endswith("Helmets & Sons")
    assert got["Content-Type"].startswith("text/calendar")
    has_reason("person:paul", "certification:helmets")
    assert signed_in("person:paul").get("/d/certification/helmets/calendar.ics").status_code == 404
    letter = Message.objects.get(dossier="assignment:factory", letter="visit-days")
    (told,) = Calendar.from_ical(letter.calendar).walk("VEVENT")
    assert told["UID"] == event["UID"]


def test_an_unannounced_visit_is_in_no_calendar_of_the_client() -> None:
    from certwright.rows.models import AssignmentRow, BelongingRow

    hidden = BelongingRow.objects.filter(dossier="assignment:factory")
    client = User.objects.create_user("client@example.org", client="client:helmets")
    outside = Client()
    outside.force_login(client, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert hidden.exists()
    assert AssignmentRow.objects.filter(dossier="assignment:factory").exists()
    assert outside.get("/d/assignment/factory/calendar.ics").status_code == 200  # it was announced
    unannounced = [one for one in Message.objects.filter(letter="visit-days") if one.dossier == "assignment:market"]
    assert unannounced == []


def test_every_letter_can_be_looked_at_before_any_is_written(tmp_path: Path, settings: Settings) -> None:
    who = browser()
    says = page(who, "/messages/letters/")
    assert "suspended" in says
    assert "7.11.3" in says
    german = page(who, "/messages/letters/suspended/?language=de")
    assert "Die Zertifizierung ‹the number of the certificate" in german
    assert "Einspruch" in german
    assert who.get("/messages/letters/unheard-of/").status_code == 404
    own = tmp_path / "own"
    own.mkdir()
    (own / "bad.yaml").write_text("nothing", "utf-8")
    settings.CERTWRIGHT_LETTERS = own
    assert "A letter of your own cannot be used." in page(who, "/messages/letters/")
