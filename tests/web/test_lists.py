"""The list page: who sees which list, how it narrows, what leaves it as a file, how few questions it asks."""

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from certwright.accounts.models import User
from certwright.accounts.saved_views import SavedView
from certwright.answers.lists.catalogue import LISTS
from certwright.answers.pack_names import pack_said
from certwright.core.dossiers.certification import Standing
from certwright.rows.models import CertificationRow, ClientRow
from certwright.web.lists.exporting import guarded
from certwright.web.viewing import viewer_of
from signing_in import account_of, signed_in
from web.acting_cases import play

pytestmark = pytest.mark.django_db

LEDGER = json.loads((Path(__file__).parent / "query_ledger.json").read_text())


@pytest.fixture
def browser(tmp_path: Path) -> Client:
    """The helmets were certified and withdrawn; Ben, who administers clients, looks."""
    play("helmets-2-withdrawn", tmp_path)
    return signed_in("person:ben")


def text(browser: Client, address: str, **headers: str) -> str:
    response = browser.get(address, headers=headers)
    assert response.status_code == 200, address
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_list_is_shown_with_few_questions(browser: Client, name: str) -> None:
    browser.get(f"/{name}/")
    with CaptureQueriesContext(connection) as asked:
        page = text(browser, f"/{name}/")
    assert len(asked) <= LEDGER[f"/{name}/"] <= 12
    assert f"<h1>{LISTS[name].title}</h1>" in page


@pytest.mark.parametrize("name", sorted(LISTS))
def test_strangers_are_asked_to_sign_in(name: str) -> None:
    for address in (f"/{name}/", f"/{name}/export.csv", f"/{name}/export.xlsx"):
        assert Client().get(address).status_code == 302


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("name", sorted(LISTS))
def test_whoever_runs_the_machine_reads_no_list(name: str) -> None:
    machine = Client()
    account = User.objects.create_user("machine@example.org", administrator=True)
    machine.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert machine.get(f"/{name}/").status_code == 404
    assert machine.get(f"/{name}/export.csv").status_code == 404


def today(person: str) -> date:
    return viewer_of(account_of(person)).today


def test_a_list_narrows_by_state_and_tells_what_is_in_force(browser: Client) -> None:
    day = today("person:ben")
    found = CertificationRow.objects.get(from_day__lte=day, until_day__gte=day)
    other = next(standing.value for standing in Standing if standing.value != found.standing)
    assert found.number in text(browser, f"/certifications/?standing={found.standing}")
    page = text(browser, f"/certifications/?standing={other}")
    assert found.number not in page
    assert 'class="removes"' in page


def test_a_list_is_searched_by_what_clients_are_called(browser: Client) -> None:
    found = CertificationRow.objects.exclude(number="")[0]
    name = ClientRow.objects.get(dossier=found.client).name
    assert found.number in text(browser, f"/certifications/?q={name[:4]}")
    assert "Nothing here answers to this" in text(browser, "/certifications/?q=zzz")


def test_a_script_gets_the_list_alone(browser: Client) -> None:
    page = text(browser, "/clients/", **{"HX-Request": "true"})
    assert "<html" not in page
    assert 'id="lines"' in page


def test_columns_are_chosen(browser: Client) -> None:
    page = text(browser, "/certifications/?columns=scope&columns=standing")
    heads = page.partition("<thead>")[2].partition("</thead>")[0]
    assert "Scope" in heads
    assert "Last day" not in heads


def test_scripts_in_names_are_told_as_text(browser: Client) -> None:
    ClientRow.objects.update(name="<script>alert(1)</script>")
    page = text(browser, "/clients/?q=%3Cscript%3Ehelm")
    assert "<script>alert" not in page + text(browser, "/clients/")


def test_csv_holds_what_the_list_holds_and_no_formula(browser: Client) -> None:
    ClientRow.objects.update(town="=1+1", register_number="@SUM(A1)")
    response = browser.get("/clients/export.csv")
    content = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    head, *rows = csv.reader(io.StringIO(content))
    assert head[:2] == ["Name", "Town"]
    assert {row[1] for row in rows} == {"'=1+1"}
    assert {row[3] for row in rows} == {"'@SUM(A1)"}
    assert len(rows) == ClientRow.objects.count()


@pytest.mark.parametrize(
    ("text", "safe"),
    [("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"), ("a=1", "a=1"), ("", "")],
)
def test_texts_that_begin_like_a_formula_are_guarded(text: str, safe: str) -> None:
    assert guarded(text) == safe


def test_xlsx_holds_texts_as_texts(browser: Client) -> None:
    ClientRow.objects.update(town="=1+1")
    response = browser.get("/clients/export.xlsx")
    book = zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert (
        "=1+1" in sheet + book.read("xl/sharedStrings.xml").decode()
        if "xl/sharedStrings.xml" in book.namelist()
        else sheet
    )


def test_an_export_holds_only_what_its_reader_may_read(browser: Client) -> None:
    stranger = signed_in("person:nobody")
    assert stranger.get("/certifications/export.csv").status_code == 404


def test_a_view_is_kept_under_its_name_and_forgotten(browser: Client) -> None:
    browser.post("/certifications/views/?standing=valid&q=hel", {"called": "Valid helmets"})
    kept = SavedView.objects.get()
    assert (kept.user, kept.listing, kept.query) == (account_of("person:ben"), "certifications", "standing=valid&q=hel")
    assert "Valid helmets" in text(browser, "/certifications/")
    browser.post("/certifications/views/?standing=expired", {"called": "Valid helmets"})
    assert SavedView.objects.get().query == "standing=expired"
    assert signed_in("person:rita").post(f"/certifications/views/{kept.pk}/remove/").status_code == 404
    browser.post(f"/certifications/views/{kept.pk}/remove/")
    assert not SavedView.objects.exists()


def test_new_dossiers_are_offered_to_those_whose_work_it_is(browser: Client) -> None:
    assert 'href="/new/client.register/"' in text(browser, "/clients/")
    assert 'href="/new/client.register/"' not in text(signed_in("person:rita"), "/clients/")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("iso-9001", "ISO 9001"),
        ("iso-iec-27001", "ISO/IEC 27001"),
        ("safety-helmets", "Safety helmets"),
        ("gmp-cosmetics", "GMP cosmetics"),
    ],
)
def test_packs_are_called_as_people_write_them(name: str, said: str) -> None:
    assert pack_said(name) == said
