"""Pages walked as their readers walk them: nothing stands there that nobody translated, and German pages are German."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.apps import apps
from django.db.models import CharField, TextField
from django.test import Client
from django.urls import reverse
from django.utils.translation import deactivate, ngettext, override
from django.utils.translation.trans_real import DjangoTranslation

from certwright.accounts.models import User
from certwright.answers.viewer import Viewer
from certwright.core.acts import ACTS
from certwright.core.functions import Function
from certwright.core.sentences import SENTENCES
from certwright.rows.models import DossierRow
from certwright.web import viewing
from languages.marking import asked, marks, unmarked
from signing_in import account_of, proved
from web.acting_cases import Desk, address, play, text
from web.test_access import PAGES, viewer
from words import catalogue

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
NOT_WALKED = frozenset(
    {
        "account_logout",  # it would end the walk
        "account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn",  # signed in without a password
        "calculator",  # reckonings speak their own two languages (core.reckoning.say)
        "design",  # the gallery of parts speaks English
        "mfa_activate_totp",  # a secret is no word
    }
)  # fmt: skip
_LETTERS = re.compile(r"[A-Za-z]{3}")
_BETWEEN = re.compile(r"[^A-Za-zÀ-ž’']+")
_OTHERS = ("Somebody", "Certwright", "English", "Deutsch", "Français", "Español", "UTC", "sha")


@pytest.fixture(autouse=True)
def helmets(db: None, tmp_path: Path) -> Iterator[None]:
    play("helmets-0-evaluated", tmp_path)
    yield
    deactivate()  # a request leaves its language with the thread that answered it


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Client:
    """Somebody who may look at everything."""
    who = viewer(person="person:stranger", basis="employment", functions=frozenset(Function))
    account = User.objects.create_user("somebody@example.org", person=who.person)
    seen = Viewer(**{name: getattr(who, name) for name in Viewer.__slots__} | {"user": account.pk})
    monkeypatch.setattr(viewing, "viewer_of", lambda user: seen)
    found = Client()
    found.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return found


def addresses() -> Iterator[str]:
    """Every page, every dossier of the story, every form of every act of one dossier of each kind."""
    for name, page in PAGES.items():
        if page.get("by") != "dossier" and name not in NOT_WALKED:
            yield reverse(name, kwargs=page.get("with"))
    first: dict[str, str] = {}
    for dossier in DossierRow.objects.order_by("dossier").values_list("dossier", flat=True):
        kind, _colon, key = dossier.partition(":")
        first.setdefault(kind, dossier)
        yield from (reverse(page, args=(kind, key)) for page in ("dossier", "dossier-timeline", "dossier-changes"))
    for name, model in ACTS.items():
        if dossier := first.get(model.spec.about.replace("*", "client"), ""):
            yield address(dossier, name)


def walk(browser: Client) -> Iterator[tuple[str, str]]:
    """Each page with its address, whatever it answers as long as it is a page."""
    for url in addresses():
        got = browser.get(url)
        if "/why-read/" in got.headers.get("Location", ""):
            browser.post(got.headers["Location"], {"reason": "To read every page there is."})
            got = browser.get(url)
        if got.headers.get("Content-Type", "").startswith("text/html") and got.content:
            yield url, got.content.decode()
        for close in got._resource_closers:  # type: ignore[attr-defined]  # exports hold a file
            close()


def phrases(said: str) -> Iterator[str]:
    """A text in the pieces between its signs and figures."""
    yield from (piece.strip() for piece in _BETWEEN.split(said) if _LETTERS.search(piece))


def in_the_record() -> set[str]:
    """Every piece of every text of people, packs and letters: it stands on pages in the language it was written in."""
    written = [file for room in ("packs", "outbox") for file in (ROOT / "src/certwright" / room).rglob("*.yaml")]
    said: list[Any] = [list(ACTS), *(yaml.safe_load(file.read_text(encoding="utf-8")) for file in written)]
    for model in apps.get_models():
        texts = [field.name for field in model._meta.fields if isinstance(field, CharField | TextField)]
        said += [list(row) for row in model._default_manager.values_list(*texts)] if texts else []
    return {piece for one in said for told in scalars(one) for piece in phrases(told)}


def scalars(said: Any) -> Iterator[str]:
    if isinstance(said, dict):
        for name, value in said.items():
            yield str(name)
            yield from scalars(value)
    elif isinstance(said, list):
        for value in said:
            yield from scalars(value)
    elif isinstance(said, str):
        yield from scalars(json.loads(said)) if said.startswith(('{"', '["', "[{")) else [said]


def test_what_pages_say_of_themselves_is_translated(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every translation is put between marks: what stands outside them is of the record, or was forgotten."""
    record = in_the_record() | set(_OTHERS)
    with monkeypatch.context() as marked:
        marks(marked)
        pages = list(walk(browser))
    forgotten = {
        f"{url}: {told}"
        for url, page in pages
        for told in unmarked(page)
        if any(piece not in record for piece in phrases(told))
    }
    assert len(pages) > 150
    assert not forgotten, "Put them through gettext:\n" + "\n".join(sorted(forgotten))


def test_every_text_a_page_asks_for_is_in_the_german_catalogue(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts that are put together elsewhere and translated where they are shown: :mod:`words.spoken` must know them."""
    ours = {key.text for key in catalogue.entries(catalogue.read(ROOT, "de"))}
    with monkeypatch.context() as listening:
        wanted = asked(listening)
        for _page in walk(browser):
            pass
    theirs = DjangoTranslation("de")._catalog  # type: ignore[attr-defined]  # Django's own words and those of its apps
    record = in_the_record()
    unknown = [
        told for told in wanted - ours if theirs.get(told) is None and not all(one in record for one in phrases(told))
    ]
    assert not unknown, "No catalogue holds them:\n" + "\n".join(sorted(unknown))


def test_a_page_speaks_the_language_of_its_reader(browser: Client) -> None:
    assert '<html lang="en-gb"' in browser.get("/clients/").content.decode()
    browser.post("/account/language/", {"language": "de"})
    browser.cookies.clear()
    browser.force_login(User.objects.get(), backend="allauth.account.auth_backends.AuthenticationBackend")
    page = browser.get("/clients/").content.decode()  # from another browser: the choice is kept with the account
    assert '<html lang="de"' in page
    assert "Kunden" in page
    assert ">Clients<" not in page
    assert "Angenommen" in browser.get("/d/application/helmets/").content.decode()


def test_a_language_nobody_speaks_here_changes_nothing(browser: Client) -> None:
    browser.post("/account/language/", {"language": "tlh"})
    assert User.objects.get().language == ""
    assert '<html lang="en-gb"' in browser.get("/account/").content.decode()


def test_a_browser_that_prefers_german_is_answered_in_german() -> None:
    page = Client(headers={"Accept-Language": "de-AT,de;q=0.8"}).get("/account/login/").content.decode()
    assert '<html lang="de"' in page
    assert "Anmelden" in page


@pytest.mark.parametrize(
    ("language", "day"), [("en-gb", "2 March 2026"), ("de", "2.\u00a0März 2026"), ("es", "2 de marzo de 2026")]
)
def test_days_are_written_as_the_language_writes_them(browser: Client, language: str, day: str) -> None:
    browser.post("/account/language/", {"language": language})
    assert f">{day}</time>" in browser.get("/d/assignment/file/").content.decode()


def test_a_refusal_in_german_carries_the_same_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the rules yield has no language; only what is shown of it has."""
    english = refused_panel("en-gb")
    german = refused_panel("de")
    ids = re.compile(r'<div class="rule-id">([a-z-]+\.[a-z0-9-]+)</div>')
    assert ids.findall(english)
    assert ids.findall(english) == ids.findall(german)
    assert "Dies kann noch nicht aufgezeichnet werden" in german
    assert "cannot be recorded" not in german


def refused_panel(language: str) -> str:
    """What somebody without the function is told who decides, in a language."""
    User.objects.filter(pk=account_of("person:ben").pk).update(language=language)
    desk = Desk("person:ben", "certification:helmets", "certification.decide")
    proved(desk.browser)
    return text(desk.press(kind="grant", reasons="All requirements are met."))


def test_one_and_several() -> None:
    with override("de"):
        told = [ngettext("%(days)d day ago", "%(days)d days ago", days) % {"days": days} for days in (1, 2)]
    assert told == ["vor 1 Tag", "vor 2 Tagen"]


def test_every_refusal_has_its_sentence_in_german() -> None:
    known = catalogue.entries(catalogue.read(ROOT, "de"))
    said = {key.text for key, entry in known.items() if entry.string}
    assert not {one.says for one in SENTENCES.values()} - said
