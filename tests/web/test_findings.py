"""Findings: one read as a loop and acted on there, all of an evaluation on a sheet, several raised at once."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext

from certwright.accounts.models import User
from certwright.core.dossiers import Finding
from certwright.drafts.models import Draft
from certwright.journal.models import Envelope
from certwright.office.standing import dossiers
from certwright.rows.models import LinkRow
from signing_in import signed_in
from web.acting_cases import Desk, Inputs, play, text

pytestmark = pytest.mark.django_db

MOST_QUESTIONS = 12
SHEET, RAISE = "/d/assignment/stage-2/findings/", "/d/assignment/stage-2/findings/raise/"


def page(person: str, path: str) -> str:
    return text(signed_in(person).get(path))


def plain(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).replace("&#x27;", "'").split())


def found(key: str) -> Finding:
    dossier = dossiers([f"finding:{key}"])[f"finding:{key}"]
    assert isinstance(dossier, Finding)
    return dossier


@pytest.fixture
def audited(tmp_path: Path) -> None:
    """An ISO 9001 certification whose stage 2 found a major and a minor."""
    play("iso-9001-0-audited", tmp_path)


def test_a_finding_says_what_is_next_by_whom_and_until_when(audited: None) -> None:
    said = plain(page("person:tom", "/d/finding/major/"))
    assert "The client states cause, correction and corrective action." in said
    assert "Answer of the client 14 April 2022 overdue" in said
    assert "Verification of the major 14 September 2022" in said
    assert "6 months from 14 March 2022 (major-at-stage-2): 14 September 2022. ISO/IEC 17021-1:2015, 9.5.3.2" in said
    assert "9.2 Internal audit No internal audit was ever held." in said
    assert "Raised Lea · 14 March 2022" in said


def test_the_loop_is_walked_on_its_own_page(audited: None) -> None:
    def act(person: str, **fields: Any) -> HttpResponseBase:
        browser = signed_in(person)
        here = text(browser.get("/d/finding/major/"))
        [where] = re.findall(r'<form id="acting" method="post" action="([^"]+)"', here)
        done = browser.post(where, {**Inputs(here).sent, **{f"act.{k}": v for k, v in fields.items()}, "do": "record"})
        assert done.status_code == 302, plain(text(done))
        assert done.headers["Location"] == "/d/finding/major/"
        return browser.get("/d/finding/major/")

    said = plain(text(act("person:ben", received_on="2022-04-01", cause="Nobody knew of it.", correction="Held one.")))
    assert "Cause Nobody knew of it." in said
    said = plain(text(act("person:lea", outcome="rejected", incomplete=["corrective-action"])))
    assert "The answer was rejected. The client completes it." in said
    assert "Rejected" in said
    act("person:ben", received_on="2022-04-05", cause="Nobody knew.", correction="Held.", corrective_action="Planned.")
    said = plain(text(act("person:lea", outcome="accepted", verified_by="documents")))
    assert "Verify that correction and corrective action work." in said
    assert said.count("Answered Ben") == 2
    said = plain(text(act("person:lea", outcome="effective", method="documents", evidence="Seen the programme.")))
    assert "It was verified to be put right. Nothing waits." in said
    assert found("major").verified


def answered() -> None:
    """The client answered the major in time."""
    desk = Desk("person:ben", "finding:major", "finding.respond")
    done = desk.press(received_on="2022-04-01", cause="A.", correction="B.", corrective_action="C.")
    assert done.status_code == 302


def test_who_cannot_do_the_next_act_gets_no_form_and_reads_who_could(audited: None) -> None:
    answered()
    here = page("person:ben", "/d/finding/major/")
    assert "data-acting" not in here
    assert "Judge the answer: accept it, or say what is incomplete." in plain(here)
    assert "Judge the answer" in plain(here).partition("Not possible for you now")[2]


def test_a_client_gets_the_page_of_any_dossier_and_no_sheet(audited: None) -> None:
    account = User.objects.create_user("client@example.org", client="client:gears")
    browser = Client()
    browser.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    said = plain(text(browser.get("/d/finding/major/")))
    assert "No internal audit was ever held." in said
    assert "What is next" not in said
    assert browser.get(SHEET).status_code == browser.get(RAISE).status_code == 403


def test_the_page_asks_the_record_little(audited: None) -> None:
    answered()
    asked = {}
    for path in ("/d/finding/major/", "/d/finding/minor/", SHEET, RAISE):
        browser = signed_in("person:lea")
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        asked[path] = [query["sql"][:190] for query in queries]
    assert {path: told for path, told in asked.items() if len(told) > MOST_QUESTIONS} == {}


def test_the_sheet_tells_what_holds_back_the_decision_as_the_decision_itself_would(audited: None) -> None:
    said = plain(page("person:lea", SHEET))
    assert "1 major, 1 open" in said
    assert "1 minor, 1 open" in said
    assert "Holds back the decision (grant)" in said
    assert "17021-1:2015 9.5.2" in said
    assert "the client 14 April 2022 overdue" in said


def lines(browser: Client) -> dict[str, Any]:
    return dict(Inputs(text(browser.get(RAISE))).sent)


FIRST = {
    "0.requirement": "8.5.1",
    "0.grade": "minor",
    "0.statement": "Work instructions are not followed. <script>alert(1)</script>",
    "0.evidence": "Line 3, order 4711: torque not recorded.",
}
SECOND = {
    "1.requirement": "7.2",
    "1.grade": "major",
    "1.statement": "Nobody knows who may weld.",
    "1.evidence": "No record for any of four welders.",
}


def raised_in(assignment: str) -> int:
    return LinkRow.objects.filter(target=f"assignment:{assignment}", by="finding.raise").count()


def test_several_are_raised_in_one_go_each_an_act_of_its_own(audited: None) -> None:
    browser = signed_in("person:lea")
    sent = lines(browser)
    assert sent["all.answer_due"] == ["2022-04-13"]  # thirty days from the closing meeting, which the body may change
    before = Envelope.objects.count()
    done = browser.post(RAISE, {**sent, **FIRST, **SECOND, "do": "record"})
    assert done.status_code == 302, plain(text(done))
    assert Envelope.objects.count() == before + 2
    assert raised_in("stage-2") == 4
    shown = text(browser.get(SHEET))
    assert "<script>alert(1)" not in shown
    assert "&lt;script&gt;alert(1)" in shown
    again = browser.post(RAISE, {**sent, **FIRST, **SECOND, "do": "record"})  # pressed twice, or the back button
    assert again.status_code == 302
    assert Envelope.objects.count() == before + 2


def test_one_that_is_refused_stops_all_and_says_which(audited: None) -> None:
    browser = signed_in("person:lea")
    before = Envelope.objects.count()
    wrong = {**SECOND, "1.grade": "not-met"}
    answer = browser.post(RAISE, {**lines(browser), **FIRST, **wrong, "do": "record"})
    assert answer.status_code == 409
    said = plain(text(answer))
    assert "finding.graded-as-its-standard-does" in said.partition("Nonconformity 2")[2]
    assert "finding.graded-as-its-standard-does" not in said.partition("Nonconformity 2")[0]
    assert Envelope.objects.count() == before
    missing = browser.post(RAISE, {**lines(browser), **FIRST, **SECOND, "1.statement": "", "do": "record"})
    assert missing.status_code == 422
    assert "2: “Statement” is needed." in plain(text(missing))
    assert Envelope.objects.count() == before


def test_a_breach_is_confirmed_before_it_is_recorded(audited: None) -> None:
    browser = signed_in("person:lea")
    before = Envelope.objects.count()
    odd = {**FIRST, "0.requirement": "99.9"}
    answer = browser.post(RAISE, {**lines(browser), **odd, "do": "record"})
    assert "finding.cites-a-requirement" in text(answer)
    assert Envelope.objects.count() == before
    done = browser.post(RAISE, {**Inputs(text(answer)).sent, "do": "record"})
    assert done.status_code == 302
    assert Envelope.objects.count() == before + 1


def test_lines_are_added_taken_out_kept_and_come_back_after_the_sign_in_ended(audited: None) -> None:
    browser = signed_in("person:lea")
    more = browser.post(RAISE, {**lines(browser), **FIRST, **SECOND, "do": "add"})
    sent = Inputs(text(more)).sent
    assert "2.requirement" in sent
    fewer = Inputs(text(browser.post(RAISE, {**sent, "do": f"remove:{sent['0.key'][0]}"}))).sent
    assert fewer["0.requirement"] == ["7.2"]
    told = browser.post(RAISE, {**fewer, "do": "save"}, headers={"Accept": "application/json"}).json()
    assert told["saved"]
    assert "Nobody knows who may weld." in text(browser.get(RAISE))
    browser.post(RAISE, {"do": "discard"})
    assert not Draft.objects.exists()
    stranger = Client()
    gone = stranger.post(RAISE, {**sent, "do": "record"})
    assert gone.headers["Location"].startswith("/account/login/")
    account = User.objects.get(person="person:lea")
    stranger.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "Nobody knows who may weld." in text(stranger.get(RAISE))


def test_what_was_found_not_met_stands_there_already(tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    there = "/d/assignment/tests/findings/"
    assert "shock-crown" not in Inputs(page("person:eva", f"{there}raise/")).sent.get("0.requirement", [])  # raised
    said = plain(page("person:eva", there))
    assert "Evaluate the requirement anew" not in said
    assert "1 not met, 1 open" in said
    assert "17065:2012 7.7.3 b" in said
    loop = plain(page("person:eva", "/d/finding/shock/"))
    assert "The client states cause, correction and corrective action." in loop
