"""What people and attackers type, everywhere it is shown again: nothing is executed, nothing lost, the message kind.

What depends on the browser (double click, back, no connection, a session that ended) is lived in tests/browser.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from certwright.answers.access import Access
from certwright.answers.lists.catalogue import LISTS
from certwright.rows.models import DossierRow
from certwright.web import reading
from signing_in import signed_in
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db

NASTY = "=HYPERLINK(1)<script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{ 7|add:7 }} #import(“x”) 🪖 שלום عربي"
"""A formula, markup, an attribute that ends, a template, an instruction of the letters' typesetter, emoji, Hebrew and
Arabic, in one line."""
EXECUTES = re.compile(r"<script>alert|<img src=x|onerror=alert\(2\)>(?!&)|\b14\b #import")


@pytest.fixture(autouse=True)
def body(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The helmets, and a client, an enquiry, a finding and a person's name that hold what is nasty."""
    play("helmets-0-evaluated", tmp_path)
    monkeypatch.setattr(reading, "may_read", lambda *_given: Access(readable=True))
    client = Desk("person:ben", "client:nasty", "client.register")
    done = client.press(
        legal_entity__name=NASTY, legal_entity__form=NASTY, legal_entity__town=NASTY, legal_entity__country="GB",
        status="legal-person", sites__0__code="1", sites__0__name=NASTY, sites__0__town=NASTY, sites__0__country="GB",
    )  # fmt: skip
    assert done.status_code == 302, text(done)
    enquiry = Desk("person:ben", "enquiry:nasty", "enquiry.open")
    assert enquiry.press(wants=NASTY * 20, channel="telephone", client="client:nasty").status_code == 302
    answered = Desk("person:ben", "finding:shock", "finding.respond").press(cause=NASTY, correction=NASTY)
    assert answered.status_code == 302, text(answered)
    named = Desk("person:anna", "person:eva", "person.state-particulars").press(name=NASTY)
    assert named.status_code == 302, text(named)


def every_page() -> Iterator[str]:
    """Every list, every dossier with its timeline, the pages of its acts, and the forms that suggest names."""
    yield from (reverse("list", args=(name,)) for name in LISTS)
    yield from (
        "/",
        "/palette/?q=hyper",
        "/choose/client/?q=hyper",
        "/choose/person/?q=hyper",
        "/clients/?q=%3Cscript%3E",
    )
    for dossier in DossierRow.objects.values_list("dossier", flat=True):
        kind, _, key = dossier.partition(":")
        yield reverse("dossier", args=(kind, key))
        yield reverse("dossier-timeline", args=(kind, key))
    yield "/d/assignment/tests/findings/"
    yield "/d/finding/shock/do/finding.verify/"


@pytest.mark.parametrize("person", ["person:ben", "person:eva"])
def test_no_page_executes_what_somebody_typed(person: str) -> None:
    browser = signed_in(person)
    told = 0
    for path in every_page():
        page = browser.get(path)
        if page.status_code in {403, 404}:
            continue
        shown = text(page)
        told += "=HYPERLINK(1)&lt;script&gt;" in shown
        assert not EXECUTES.search(shown), path
        assert "style=" not in shown, path
    assert told > 6


def test_no_export_holds_a_formula() -> None:
    browser = signed_in("person:ben")
    found = browser.get("/clients/export.csv")
    lines = list(csv.reader(io.StringIO(b"".join(found.streaming_content).decode("utf-8-sig"))))  # type: ignore[attr-defined]
    cells = [cell for line in lines for cell in line if "HYPERLINK" in cell]
    assert cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    book = browser.get("/clients/export.xlsx")
    with zipfile.ZipFile(io.BytesIO(b"".join(book.streaming_content))) as inside:  # type: ignore[attr-defined]
        sheets = [inside.read(name).decode() for name in inside.namelist() if name.startswith("xl/worksheets/")]
    assert sheets
    assert not [sheet for sheet in sheets if "<f>" in sheet or "<hyperlink" in sheet]


def test_what_is_too_long_or_of_another_kind_is_told_kindly_and_kept() -> None:
    desk = Desk("person:ben", "enquiry:long", "enquiry.open")
    page = text(desk.press(wants="x" * 10_000, channel="telephone", received_on="31 February", client="nobody at all"))
    assert desk.page.status_code == 422
    assert "x" * 10_000 in page
    assert 'value="31 February"' in page
    assert 'value="nobody at all"' in page
    assert "Traceback" not in page


@pytest.mark.parametrize("sent", ["act_id", "seen", "follows", "around.day", "author"])
@pytest.mark.parametrize("what", ["", "x" * 5_000, "\x00", "-1", "[[[", '{"a": {"b": [1]}}', "١٢"])
def test_hidden_inputs_that_were_tampered_with_break_nothing(sent: str, what: str) -> None:
    desk = Desk("person:ben", "enquiry:odd", "enquiry.open")
    answer = desk.browser.post(desk.url, {**desk.sent, "act.wants": "One.", "act.channel": "letter", sent: what})
    assert answer.status_code in {200, 302, 409, 422}


@pytest.mark.parametrize(
    "path",
    [
        "/d/client/%00/", "/d/client/%00/do/client.change/", "/d/client/" + "x" * 3_000 + "/",
        "/d/<script>/1/", "/clients/?after=%00&sort=<script>",
        "/clients/?q=" + "%25" * 900, "/d/finding/shock/?known=9999999-99-99&before=99999999999999999999",
        "/d/client/nasty/changes/?from=x&to=0000-00-00", "/choose/nothing,%00/?q=a", "/new/<script>/",
        "/d/assignment/tests/findings/raise/?x=%F0%9F%AA%96", "/palette/?q=%00%F0%9F%AA%96",
    ],
)  # fmt: skip
def test_addresses_nobody_of_ours_would_write_are_answered_calmly(path: str) -> None:
    answer = signed_in("person:ben").get(path)
    assert answer.status_code in {200, 302, 400, 403, 404}
    if answer.headers["Content-Type"].startswith("text/html"):
        assert not EXECUTES.search(text(answer))


def test_a_form_without_the_mark_it_was_given_is_told_why(settings: object) -> None:
    browser = Client(enforce_csrf_checks=True)
    answer = browser.post("/account/login/", {"login": "a@example.org", "password": "b"})
    assert answer.status_code == 403
    assert "Forbidden" not in text(answer)
