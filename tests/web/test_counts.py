"""The counts beside the navigation: what the viewer may read, after the page, kept for a minute, anew after an act."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from time_machine import travel

from certwright.answers.counts import counts
from certwright.rows.models import FindingRow
from certwright.web.viewing import viewer_of
from signing_in import account_of, signed_in
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db
MOST_QUESTIONS = json.loads((Path(__file__).parent / "query_ledger.json").read_text())["/counts/"]


@pytest.fixture(autouse=True)
def evaluated(db: None, tmp_path: Path) -> None:
    caches["near"].clear()
    play("helmets-0-evaluated", tmp_path)


def test_what_waits_is_counted_from_rows() -> None:
    with travel(date(2026, 4, 1), tick=True):
        found = counts(viewer_of(account_of("person:paul")))
    assert found["findings"] == FindingRow.objects.filter(settled_on=None).count() == 1
    assert found["applications"] == 0
    assert {"work", "assignments", "matters"} <= found.keys()


def test_who_reads_no_findings_is_told_no_count() -> None:
    found = counts(viewer_of(account_of("person:hugo")))
    assert found["work"] == 0
    assert "findings" not in found or found["findings"] == 0


def test_a_page_asks_for_counts_once_and_shows_them_for_a_minute() -> None:
    browser = signed_in("person:cara")
    page = text(browser.get("/findings/"))
    assert 'hx-get="/counts/"' in page
    told = text(browser.get("/counts/"))
    assert 'id="count-findings" hx-swap-oob="true">1<' in told
    page = text(browser.get("/findings/"))
    assert 'hx-get="/counts/"' not in page
    assert 'id="count-findings">1<' in page


def test_after_an_act_counts_are_taken_anew() -> None:
    desk = Desk("person:ben", "client:helmets", "client.register")
    signed_in("person:ben").get("/counts/")
    enquiry = signed_in("person:ben").get("/new/enquiry.open/").headers["Location"]
    kind, key = enquiry.split("/")[2:4]
    desk = Desk("person:ben", f"{kind}:{key}", "enquiry.open")
    page = desk.press(client="Helmets & Sons", channel="e-mail", wants="Another certificate.")
    assert page.status_code == 302
    assert 'hx-get="/counts/"' in text(desk.browser.get("/clients/"))


@pytest.mark.parametrize("person", ["person:paul", "person:cara", "person:ben", "person:eva"])
def test_counting_asks_few_questions(person: str) -> None:
    browser = signed_in(person)
    browser.get("/counts/")
    with CaptureQueriesContext(connection) as queries:
        assert browser.get("/counts/").status_code == 200
    assert len(queries) <= MOST_QUESTIONS, "\n".join(one["sql"][:200] for one in queries)
