"""The page of a dossier, of every kind, for real cases: what it shows, and how few questions it asks."""

import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from building import building, found_body, propose, record
from certwright.answers.access import Access
from certwright.answers.dossiers import entries_of
from certwright.answers.facts import OF_KIND
from certwright.cli.story_file import read_story
from certwright.cli.story_playing import Player
from certwright.core.dossiers import KINDS
from certwright.journal.attachments import Folder
from certwright.rows.models import DossierRow
from certwright.web import reading
from certwright.web.dossier.acts import PAGE
from signing_in import account_of, signed_in
from small_body import ANNA, BEN, CLIENT, act

pytestmark = pytest.mark.django_db
STORIES = Path(__file__).parent.parent / "stories"
MOST_QUESTIONS = 12
DATA = re.compile(r"\b(?:Word|Ref|PackRef|Clause|Days|Pin|Stands|Open)\(")
OLDER = re.compile(r'hx-get="([^"]+/timeline/[^"]*)"')


def play(name: str, folder: Path) -> None:
    """Tell a story into the test's journal."""
    for _played in Player(Folder(folder), "default").play(read_story(STORIES / f"{name}.yaml")):
        pass


@pytest.fixture
def everything_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may read what is tested elsewhere; here every page is looked at."""
    monkeypatch.setattr(reading, "may_read", lambda *_given: Access(readable=True))


@pytest.fixture
def gears(tmp_path: Path, everything_readable: None) -> Client:
    """ISO 9001, granted, suspended, expired and restored; the decider looks."""
    play("iso-9001-4-restored", tmp_path)
    return signed_in("person:dora")


def text(browser: Client, url: str) -> str:
    """A page as text, its markup left in, white space made one."""
    response = browser.get(url)
    assert response.status_code == 200, url
    return " ".join(response.content.decode().split())


def address(dossier: str) -> str:
    kind, _, key = dossier.partition(":")
    return f"/d/{kind}/{key}/"


@pytest.mark.parametrize("story", ["helmets-2-withdrawn", "iso-9001-committee", "integrated-9001-14001"])
def test_every_dossier_of_a_story_is_shown_with_few_questions(
    story: str, tmp_path: Path, everything_readable: None
) -> None:
    play(story, tmp_path)
    browser = signed_in("person:anna")
    asked = {}
    for dossier in DossierRow.objects.order_by("dossier").values_list("dossier", flat=True):
        text(browser, address(dossier))
        with CaptureQueriesContext(connection) as queries:
            page = text(browser, address(dossier))
        asked[dossier] = len(queries)
        assert "{%" not in page
        assert "Promise" not in page
        assert " None" not in page, dossier
        assert not DATA.search(page), dossier
    assert {name: number for name, number in asked.items() if number > MOST_QUESTIONS} == {}


def test_every_kind_of_dossier_has_a_sheet_of_its_own() -> None:
    assert OF_KIND.keys() == KINDS.keys()


def test_the_page_tells_state_client_phases_and_breaches(gears: Client) -> None:
    page = text(gears, "/d/certification/gears/")
    assert "MS-0009" in page
    assert ">Valid<" in page.replace("</svg>Valid", "</svg>>Valid")
    assert '<a href="/d/client/gears/">Gears</a>' in page
    assert "Surveillance was due by" in page
    assert "17021-1:2015 9.1.3.3" in page
    assert "Not possible for you now" in page
    assert "Decide on the certification" in page


def test_a_computed_day_unfolds_into_its_derivation(gears: Client) -> None:
    page = text(gears, "/d/certification/gears/")
    assert "counted from the end of the old cycle: the last day is 21 September 2028." in page
    assert "ISO/IEC 17021-1:2015, 9.6.3.2.5" in page


def test_the_past_is_shown_as_it_was_known_and_nothing_can_be_done_in_it(gears: Client) -> None:
    page = text(gears, "/d/certification/gears/?known=2022-03-20")
    assert "As it was known on" in page
    assert "In evaluation" in page
    assert "Not possible for you now" not in page
    assert "Decided to grant" not in page
    assert "Suspended" in text(gears, "/d/certification/gears/?stood=2023-10-05")


def test_a_day_that_is_none_is_said_to_be_none(gears: Client) -> None:
    page = text(gears, "/d/certification/gears/?known=2022-02-31")
    assert "“2022-02-31” is no day" in page


def test_what_changed_between_two_days_is_a_table(gears: Client) -> None:
    page = text(gears, "/d/certification/gears/changes/?from=2022-09-30&to=2023-10-05")
    assert "Licences for marks" in page
    assert "<del>" in page
    assert "from 3 October 2023" in page.replace('<time datetime="2023-10-03">', "")
    assert "Nothing changed" in text(gears, "/d/certification/gears/changes/?from=2022-09-30&to=2022-09-30")


def test_the_timeline_narrows_to_a_phase(gears: Client) -> None:
    page = text(gears, "/d/certification/gears/?phase=review")
    assert "recommended to grant" in page
    assert "Decided to" not in page


def test_an_act_is_told_with_its_proof(gears: Client) -> None:
    decided = next(one for one in entries_of("certification:gears") if one.form.startswith("certification.decide"))
    page = text(gears, f"/d/certification/gears/acts/{decided.id}/")
    assert decided.hash in page
    assert decided.previous in page
    assert "These very rules were asked when it was recorded." in page
    assert "17021-1:2015 9.5.1.1" in page
    assert "Decided to grant the certification." in page
    assert f"/d/certification/gears/do/record.annul/?act={decided.id}" in page
    assert gears.get("/d/certification/gears/acts/nothing-of-it/").status_code == 404


def test_a_long_timeline_comes_page_by_page(tmp_path: Path, everything_readable: None) -> None:
    here = building(tmp_path)
    found_body(here)
    for _turn in range(40):
        told = [
            propose(here, BEN, act("person.sign-undertaking", signed_on="2026-03-02", covers=["rules"]))
            for _ in range(5)
        ]
        record(here, *told)
    browser = signed_in(BEN)
    text(browser, address(BEN))
    with CaptureQueriesContext(connection) as queries:
        page = text(browser, address(BEN))
    assert len(queries) <= MOST_QUESTIONS
    assert page.count('class="told-line') == PAGE
    seen, older = PAGE, OLDER.search(page)
    while older:
        page = text(browser, older[1].replace("&amp;", "&"))
        seen, older = seen + page.count('class="told-line'), OLDER.search(page)
    assert seen == len(entries_of(BEN))
    assert "Registered a person" in page


def test_somebody_who_can_do_it_is_offered_what_comes_next(tmp_path: Path, everything_readable: None) -> None:
    play("iso-9001-0-audited", tmp_path)
    page = text(signed_in("person:rita"), "/d/certification/gears/")
    assert '<a class="button primary" href="/d/certification/gears/do/certification.review/">' in page
    page = text(signed_in("person:paul"), "/d/certification/gears/")
    assert "button primary" not in page
    assert "Who could:" in page
    assert '<a href="/d/person/dora/">Dora</a>' in page


def test_scripts_in_texts_are_shown_and_never_run(tmp_path: Path, everything_readable: None) -> None:
    here = building(tmp_path)
    found_body(here)
    entity = {**CLIENT["legal_entity"], "name": "<script>alert(1)</script>"}
    record(here, propose(here, "client:x", act("client.register", **{**CLIENT, "legal_entity": entity}), by=BEN))
    page = text(signed_in(BEN), "/d/client/x/")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_client_reads_what_it_was_told_and_nothing_of_how_the_body_works(tmp_path: Path) -> None:
    play("iso-9001-4-restored", tmp_path)
    account = account_of("person:olga")
    account.client = "client:gears"
    account.save()
    browser = signed_in("person:olga")
    page = text(browser, "/d/certification/gears/")
    assert "MS-0009" in page
    assert "Licences for marks" in page
    for internal in ("Timeline", "Reviews", "Measures proposed", "breaches on record", "Not possible", "Rita"):
        assert internal not in page, internal
    decided = next(one for one in entries_of("certification:gears") if one.form.startswith("certification.decide"))
    for beside in ("timeline/", "changes/", f"acts/{decided.id}/"):
        assert browser.get(f"/d/certification/gears/{beside}").status_code == 403
    assert "As it was known on" not in text(browser, "/d/certification/gears/?known=2022-01-01")


def test_whom_a_complaint_came_from_is_for_the_body_alone(tmp_path: Path, everything_readable: None) -> None:
    here = building(tmp_path)
    found_body(here)
    record(here, propose(here, "client:x", act("client.register", **CLIENT), by=BEN))
    told = {"kind": "complaint", "standard": "iso-iec-17065", "received_on": "2026-03-02", "origin": "third-party"}
    received = act("matter.receive", **told, about_client="client:x", subject="Late again.")
    record(here, propose(here, "matter:m", received, by=BEN))
    record(here, propose(here, "matter:m", act("matter.state-origin", who="Nosy Neighbour"), by=BEN))
    assert "Nosy Neighbour" in text(signed_in(BEN), "/d/matter/m/")
    account = account_of(ANNA)
    account.client = "client:x"
    account.save()
    page = text(signed_in(ANNA), "/d/matter/m/")
    assert "Late again." in page
    assert "Nosy Neighbour" not in page
