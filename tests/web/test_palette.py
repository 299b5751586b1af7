"""The palette: what it finds for whom, as a page, a dialog and entries alone, in few questions."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from certwright.accounts.models import User
from certwright.rows.models import ClientRow
from signing_in import signed_in
from web.acting_cases import play

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(tmp_path: Path) -> Client:
    play("helmets-1-granted", tmp_path)
    return signed_in("person:ben")


def entries(browser: Client, q: str, **given: str) -> str:
    return browser.get("/palette/", {"q": q, "as": "entries", **given}).content.decode()


def test_clients_pages_and_acts_are_found_by_their_beginnings(browser: Client) -> None:
    name = ClientRow.objects.values_list("name", flat=True)[0]
    assert 'href="/d/client/' in entries(browser, name[:4].lower())
    assert 'href="/certifications/"' in entries(browser, "certifica")
    assert 'href="/new/client.register/"' in entries(browser, "register")


def test_only_what_the_functions_allow_is_offered(browser: Client) -> None:
    assert "/new/client.register/" not in entries(signed_in("person:rita"), "register")


def test_on_a_dossier_its_own_acts_come_first(browser: Client) -> None:
    page = entries(signed_in("person:dora"), "deci", at="/d/certification/helmets/timeline/")
    assert 'href="/d/certification/helmets/do/certification.decide/"' in page
    assert "certification.decide" not in entries(signed_in("person:dora"), "deci", at="/d/nonsense/x/")


def test_whoever_runs_the_machine_finds_no_dossier(browser: Client) -> None:
    machine = Client()
    account = User.objects.create_user("machine@example.org", administrator=True)
    machine.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "/d/" not in entries(machine, "helmets")


def test_it_is_a_page_and_a_dialog(browser: Client) -> None:
    page = browser.get("/palette/?q=hel").content.decode()
    assert '<input type="search" name="q" value="hel"' in page
    dialog = browser.get("/palette/?as=dialog").content.decode()
    assert dialog.strip().startswith("<dialog")
    assert 'role="combobox"' in dialog


@pytest.mark.parametrize("q", ["", "%", "\x00", "'", "<script>", "🦺", "a" * 5_000, "ש"])
def test_odd_letters_find_nothing_and_break_nothing(browser: Client, q: str) -> None:
    assert "<script>" not in entries(browser, q)


def test_it_asks_few_questions(browser: Client) -> None:
    entries(browser, "hel")
    with CaptureQueriesContext(connection) as asked:
        entries(browser, "hel")
    assert len(asked) <= 12
