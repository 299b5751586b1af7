"""The first page leads strangers to the sign-in; what stands in the installation is told to those who work with it."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.http import HttpResponse, HttpResponseBase
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from certwright import __version__
from certwright.accounts.models import User
from certwright.journal.models import Tail
from certwright.journal.root import Root, export
from certwright.journal.root_keys import new_key, private_key
from certwright.rows.models import AdoptionRow, DossierRow

pytestmark = pytest.mark.django_db


def _words(response: HttpResponseBase) -> str:
    assert isinstance(response, HttpResponse)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_an_empty_installation_says_where_to_begin(client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert "No body is founded here yet" in _words(response)
    assert __version__ not in _words(response)
    assert "Packs adopted" not in _words(response)


def test_strangers_are_told_nothing_of_a_body_that_works(client: Client) -> None:
    _founded()
    assert client.get("/").headers["Location"] == "/account/login/?next=/"
    assert client.get("/installation/").headers["Location"].startswith("/account/login/")
    assert __version__ not in _words(client.get("/account/login/"))


def _founded() -> None:
    moment = datetime(2026, 3, 3, 9, 5, tzinfo=UTC)
    Tail.objects.create(id=1, position=1284, hash="0" * 64, recorded_at=moment)
    for dossier, title in (("body:self", "Baltic Conformity"), ("client:c-1", "Amber & Sons"), ("client:c-2", "Oak")):
        kind = dossier.partition(":")[0]
        DossierRow.objects.create(dossier=dossier, kind=kind, title=title, seq=1, recorded_at=moment)


@pytest.fixture
def administrator(client: Client) -> Client:
    account = User.objects.create_user("machine@example.org", administrator=True)
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_a_body_with_a_record_shows_its_figures(administrator: Client) -> None:
    _founded()
    for number, day in enumerate((date(2026, 1, 1), date(2026, 2, 1))):
        AdoptionRow.objects.create(
            dossier="pack:iso-9001",
            act_id=f"adoption-{number}",
            pack="iso-9001",
            edition=f"edition {number}",
            text_digest="sha256:0",
            adopted_on=day,
        )
    words = _words(administrator.get("/installation/"))
    assert "Baltic Conformity" in words
    assert "Acts 1,284" in words
    assert "Client dossiers 2" in words
    assert "iso-9001 edition 1, adopted 1 February 2026" in words
    assert "edition 0" not in words
    assert "3 March 2026, 09:05 UTC" in words
    assert __version__ in words


def test_a_page_loads_nothing_from_elsewhere_and_holds_no_script(client: Client) -> None:
    response = client.get("/")
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self';")
    text = response.content.decode()
    assert not re.search(r"<script(?![^>]* src=)", text)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", text)
    assert " style=" not in text


def test_the_page_takes_few_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(5):
        client.get("/")


def test_posting_to_the_first_page_is_refused(client: Client) -> None:
    assert client.post("/").status_code == 405


def test_an_address_that_leads_nowhere_gets_a_page_of_ours(client: Client) -> None:
    response = client.get("/nowhere")
    assert response.status_code == 404
    assert "There is no such page" in _words(response)


def test_the_last_signed_root_is_shown(administrator: Client, settings: Settings, tmp_path: Path) -> None:
    assert "Last signed root none yet" in _words(administrator.get("/installation/"))
    key = tmp_path / "root.pem"
    new_key(key)
    settings.CERTWRIGHT_ROOT_KEY, settings.CERTWRIGHT_ROOTS = key, tmp_path
    moment = "2026-03-02T23:00:00.000000+00:00"
    file = export(tmp_path, Root("2026-03-02", 1284, "0" * 64, moment, 3, moment), private_key(key))
    assert "Last signed root at act 1,284, 2 March 2026" in _words(administrator.get("/installation/"))
    file.write_text(file.read_text().replace('"dossiers":3', '"dossiers":4'))
    assert "not to be trusted: the signature is wrong" in _words(administrator.get("/installation/"))
