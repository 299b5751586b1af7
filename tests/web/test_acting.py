"""Acts done in the browser: recorded, refused as on the command line, kept when something comes between."""

import json
import re
import time
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from certwright.accounts.fresh import VOUCHED_AT
from certwright.core.acts import ACTS
from certwright.core.entry import Proposal
from certwright.drafts.models import Draft
from certwright.journal.models import Envelope
from certwright.office.case import Case
from certwright.office.enclosing import Enclosed, try_out
from certwright.office.filling import filled
from certwright.office.installation import means
from certwright.office.outcome import Refused
from certwright.office.standing import dossiers
from signing_in import account_of, signed_in
from web.acting_cases import Desk, address, play, text

pytestmark = pytest.mark.django_db

NASTY = "<script>alert('1')</script> 🪖 שלום"


@pytest.fixture(autouse=True)
def helmets(db: None, tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)


def vouch(browser: Client) -> None:
    """As if the person had signed in with a password a moment ago."""
    session = browser.session
    session[VOUCHED_AT] = time.time()
    session.save()


def acts() -> int:
    return Envelope.objects.count()


def new(person: str, act: str) -> Desk:
    """Somebody who begins a new dossier."""
    browser = signed_in(person)
    where = browser.get(f"/new/{act}/").headers["Location"]
    kind, key = where.split("/")[2:4]
    return Desk(person, f"{kind}:{key}", act)


def test_a_new_client_is_registered_under_an_id_that_holds_no_name() -> None:
    desk = new("person:ben", "client.register")
    desk.press("add:sites")
    before = acts()
    done = desk.press(
        legal_entity__name=NASTY, legal_entity__form="Ltd", legal_entity__town="York", legal_entity__country="gb",
        status="legal-person", sites__0__code="1", sites__0__name="Works", sites__0__town="York",
        sites__0__country="GB",
    )  # fmt: skip
    assert done.status_code == 302, text(done)
    assert acts() == before + 1
    new_id = f"client:{desk.url.split('/')[3]}"
    client = dossiers([new_id])[new_id]
    assert client.title == NASTY
    again = signed_in("person:ben").get(address(client.id, "client.change"))
    assert "<script>alert" not in text(again)
    assert "&lt;script&gt;alert" in text(again)


def test_what_is_missing_is_told_above_and_at_the_field_and_nothing_typed_is_lost() -> None:
    desk = new("person:ben", "enquiry.open")
    page = text(desk.press(wants=NASTY + "x" * 10_000, channel="", received_on="yesterday"))
    assert desk.page.status_code == 422
    assert page.count("“How they reached us” is needed.") == 2
    assert "x" * 10_000 in page
    assert 'href="#id_act-channel"' in page
    assert 'value="yesterday"' in page


def test_pressing_twice_records_once() -> None:
    desk = new("person:ben", "enquiry.open")
    fields = {"wants": "A certificate.", "channel": "telephone"}
    before = acts()
    sent = dict(desk.sent)
    assert desk.press(**fields).status_code == 302
    desk.sent = sent
    again = desk.press(**fields)
    assert again.status_code == 302
    assert acts() == before + 1


def test_a_refusal_tells_every_reason_as_the_command_line_does_and_records_nothing() -> None:
    said = {"kind": "grant", "reasons": "All requirements are met."}
    desk = Desk("person:ben", "certification:helmets", "certification.decide")
    vouch(desk.browser)
    before = acts()
    page = text(desk.press(**said))
    assert desk.page.status_code == 409, page
    assert acts() == before
    assert "All requirements are met." in page
    assert Draft.objects.get().act == "certification.decide"
    day = date.fromisoformat(desk.sent["around.day"][0])
    case = Case("certification:helmets", "person:ben", day, "default", said)
    act = ACTS["certification.decide"].model_validate(filled("certification.decide", case).fields)
    same = try_out(Enclosed(), [Proposal("act-00000001", case.dossier, act, case.actor, day)], means())
    assert isinstance(same, Refused)
    rules = {refusal.rule for refusal in same.refusals}
    assert "competence.actor-is-authorised" in rules
    assert set(re.findall(r'class="rule-id">([^<]+)<', page)) == rules


def test_checking_records_nothing() -> None:
    desk = new("person:ben", "enquiry.open")
    before = acts()
    page = text(desk.press("check", wants="A certificate.", channel="telephone"))
    assert "This can be recorded." in page
    assert acts() == before


def test_whoever_was_overtaken_sees_by_what_and_records_afterwards() -> None:
    slow = Desk("person:ben", "enquiry:e-1", "enquiry.information-sent")
    quick = Desk("person:rob", "enquiry:e-1", "enquiry.information-sent")
    assert quick.press(version="4").status_code == 302
    page = text(slow.press(version="5"))
    assert slow.page.status_code == 409
    assert "Something was recorded since you began" in page
    assert "version 4" in page
    assert 'value="5"' in page
    assert slow.press().status_code == 302


def test_what_is_typed_is_kept_for_oneself_alone_and_gone_when_it_is_recorded() -> None:
    desk = Desk("person:ben", "enquiry:e-1", "enquiry.information-sent")
    desk.press("save", version="9")
    assert "Your draft is back." in text(Desk("person:ben", "enquiry:e-1", "enquiry.information-sent").page)
    assert "Your draft is back." not in text(Desk("person:rob", "enquiry:e-1", "enquiry.information-sent").page)
    Desk("person:ben", "enquiry:e-1", "enquiry.information-sent").press()
    assert not Draft.objects.exists()


def test_saving_by_script_tells_what_others_recorded_meanwhile() -> None:
    slow = Desk("person:ben", "enquiry:e-1", "enquiry.information-sent")
    Desk("person:rob", "enquiry:e-1", "enquiry.information-sent").press(version="4")
    answer = slow.browser.post(slow.url, {**slow.sent, "do": "save"}, headers={"Accept": "application/json"})
    told = json.loads(text(answer))
    assert len(told["since"]) == 1
    assert "version 4" in told["since"][0]


def test_what_is_saved_by_script_while_it_is_handed_in_brings_no_draft_back() -> None:
    desk = Desk("person:ben", "enquiry:e-1", "enquiry.information-sent")
    saved_late = {**desk.sent, "do": "save"}
    assert desk.press(version="4").status_code == 302
    answer = desk.browser.post(desk.url, saved_late, headers={"Accept": "application/json"})
    assert answer.status_code == 200
    assert not Draft.objects.exists()
    assert "Your draft is back." not in text(Desk("person:ben", "enquiry:e-1", "enquiry.information-sent").page)


def test_a_session_that_ended_meanwhile_loses_nothing() -> None:
    desk = Desk("person:ben", "enquiry:e-1", "enquiry.information-sent")
    gone = Client()
    answer = gone.post(desk.url, {**desk.sent, "act.version": "kept-by-session", "do": "record"})
    assert answer.status_code == 302
    assert "/account/" in answer.headers["Location"]
    gone.force_login(account_of("person:ben"), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "kept-by-session" in text(gone.get(desk.url))


def test_a_decision_asks_for_signing_in_again_and_the_draft_comes_back() -> None:
    desk = Desk("person:dora", "certification:helmets", "certification.decide")
    answer = desk.press(kind="refuse", reasons="It failed the test.")
    assert answer.status_code == 302
    assert "reauthenticate" in answer.headers["Location"]
    assert "It failed the test." in text(Desk("person:dora", "certification:helmets", "certification.decide").page)


def test_files_of_another_kind_or_size_are_not_taken(settings: object) -> None:
    desk = Desk("person:ben", "application:helmets", "application.supplement")

    def sent(name: str, content: bytes) -> str:
        file = SimpleUploadedFile(name, content)
        return text(
            desk.browser.post(desk.url, {**desk.sent, "act.what": "Papers.", "files.act.documents": file, "do": "look"})
        )

    assert "of a kind that is not taken" in sent("evil.html", b"<script>alert(1)</script>")
    assert "is not what its name says" in sent("evil.pdf", b"<script>alert(1)</script>")
    settings.CERTWRIGHT_ATTACHMENT_LIMIT = 10  # type: ignore[attr-defined]
    assert "too large" in sent("big.pdf", b"%PDF-" + b"x" * 10)
    settings.CERTWRIGHT_ATTACHMENT_LIMIT = 1_000  # type: ignore[attr-defined]
    assert "sha256:" in sent("good.pdf", b"%PDF-1.7 something")


def test_a_name_that_means_several_is_asked_back() -> None:
    desk = Desk("person:paul", "assignment:factory", "assignment.appoint")
    page = text(desk.press(person="nobody at all", role="auditor"))
    assert "Choose one that is on record" in page
    offered = text(desk.browser.get("/choose/person/?q=ev"))
    assert "person:eva" in offered
    assert "person:paul" not in offered


def test_the_administrator_and_strangers_do_nothing(client: Client) -> None:
    assert client.get(address("enquiry:e-1", "enquiry.settle")).status_code == 302
