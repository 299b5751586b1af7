"""Every address × every kind of person, against the table in docs/reference/access.md.

Who looks is made here from the table's own rows; that accounts come to be such people is tested beside the accounts.
A new address fails the walk until the table says who may open it.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from certwright.accounts.models import Reading, User
from certwright.answers.access import reach, readable_kinds
from certwright.answers.access_table import KINDS, Reach, is_case
from certwright.answers.viewer import Viewer
from certwright.core.functions import Function
from certwright.rows.models import DossierRow
from certwright.web import viewing
from web.acting_cases import play

pytestmark = pytest.mark.django_db

PAGES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "docs" / "reference" / "access-pages.yaml").read_text(encoding="utf-8")
)
TODAY = date(2026, 11, 23)


def viewer(**known: Any) -> Viewer:
    plain = {
        "user": 0,
        "name": "Somebody",
        "person": "",
        "client": "",
        "functions": frozenset(),
        "administrator": False,
    }
    return Viewer(**{**plain, "today": TODAY, **known})


def of_the_body(*functions: Function, **known: Any) -> Viewer:
    return viewer(person="person:stranger", basis="employment", functions=frozenset(functions), **known)


def member_of(committee: str) -> Viewer:
    return viewer(person="person:stranger", basis="committee", committees=frozenset({committee}))


PEOPLE: dict[str, Viewer | None] = {
    "anonymous": None,
    "administrator": viewer(administrator=True),
    "client": viewer(client="client:helmets"),
    "other client": viewer(client="client:other"),
    **{function.value: of_the_body(function) for function in Function},
    "member of the team": viewer(person="person:eva", basis="employment", functions=frozenset({Function.EVALUATION})),
    "employee without function": of_the_body(),
    "technical committee": viewer(person="person:stranger", basis="committee", committees=frozenset({"technical"})),
    "impartiality committee": viewer(
        person="person:stranger", basis="committee", committees=frozenset({"impartiality"})
    ),
    "assessor": viewer(assessor=True),
    "ended contract": viewer(person="person:stranger", basis="employment", ended=True),
}


@pytest.fixture(autouse=True)
def helmets(db: None, tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)


def browser_of(who: Viewer | None, monkeypatch: pytest.MonkeyPatch) -> Client:
    browser = Client()
    if who is not None:
        account = User.objects.create_user("somebody@example.org", person=who.person, client=who.client)
        seen = Viewer(**{name: getattr(who, name) for name in Viewer.__slots__} | {"user": account.pk})
        monkeypatch.setattr(viewing, "viewer_of", lambda user: seen)
        browser.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def answer(browser: Client, address: str) -> str:
    """What a page answers, as the table says it."""
    got = browser.get(address)
    to = got.headers.get("Location", "")
    for close in got._resource_closers:  # type: ignore[attr-defined]  # exports hold a file
        close()
    if to.startswith("/account/login/"):
        return "sign-in"
    if "/why-read/" in to:
        return "reason"
    if to.startswith("/account/inactive/"):
        return "closed"
    return str(got.status_code)


def names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        else:
            yield pattern.name or str(pattern.pattern)


def test_the_table_names_every_address_and_no_other() -> None:
    assert sorted(set(names(get_resolver().url_patterns))) == sorted(PAGES)


@pytest.mark.parametrize("kind", sorted(PEOPLE))
def test_every_address_answers_as_the_table_says(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = browser_of(PEOPLE[kind], monkeypatch)
    if kind == "ended contract":
        assert answer(browser, "/account/") == "closed"
        kind = "anonymous"  # signed out by that very page
    wrong = {}
    for name, page in PAGES.items():
        if page.get("by") == "dossier" or name == "account_logout":
            continue  # walked below, kind by kind; signing out would end the walk
        expected = page.get(kind, page["anonymous" if kind == "anonymous" else "others"])
        got = answer(browser, reverse(name, kwargs=page.get("with")))
        if got != str(expected):
            wrong[name] = f"{got}, not {expected}"
    assert not wrong


def expected_for(kind: str, dossier: str) -> set[str]:
    """What the table lets somebody see of a dossier of the story."""
    who, what = PEOPLE[kind], dossier.partition(":")[0]
    if who is None:
        return {"sign-in"}
    if kind == "ended contract":
        return {"closed", "sign-in"}
    if who.client:
        theirs = {"client", "application", "agreement", "certification", "assignment", "finding"}  # it was told
        return {"200"} if kind == "client" and what in theirs else {"404"}
    if reach(who, what) is Reach.PART and kind == "member of the team" and is_case(what):
        return {"403"} if what == "enquiry" else {"200"}
    asked = {Reach.NONE: "403", Reach.PART: "403", Reach.NEED: "reason", Reach.ALL: "200"}
    return {asked[reach(who, what)]}


@pytest.mark.parametrize("kind", sorted(PEOPLE))
def test_every_dossier_answers_as_the_table_says(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = browser_of(PEOPLE[kind], monkeypatch)
    wrong = {}
    for dossier in DossierRow.objects.exclude(dossier="enquiry:e-1").values_list("dossier", flat=True):
        expected = expected_for(kind, dossier)
        what, _colon, key = dossier.partition(":")
        for page in ("dossier", "dossier-timeline", "dossier-changes"):
            got = answer(browser, reverse(page, args=(what, key)))
            if kind == "client" and page != "dossier" and expected == {"200"}:
                expected = {"403"}  # what was done when, and by whom, is the body's own
            if got not in expected:
                wrong[f"{page} {dossier}"] = f"{got}, not {expected}"
    assert not wrong


def test_a_reason_opens_the_case_is_recorded_and_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    browser = browser_of(PEOPLE["quality-management"], monkeypatch)
    page = "/d/certification/helmets/"
    asks = browser.get(page).headers["Location"]
    assert "in at least ten characters" in browser.post(asks, {"reason": "short"}).content.decode()
    assert (
        browser.post(asks, {"reason": "Internal audit.", "next": "https://elsewhere.example/"}).headers["Location"]
        == page
    )
    assert browser.get(page).status_code == 200
    assert browser.get("/d/assignment/tests/").status_code == 200  # of the same case
    assert answer(browser, "/d/client/helmets/") == "reason"
    assert sorted(Reading.objects.values_list("dossier", flat=True)) == ["assignment:tests", "certification:helmets"]
    assert "Internal audit." in browser.get("/d/certification/helmets/read-by/").content.decode()


def test_a_reading_stays_as_it_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    browser = browser_of(PEOPLE["quality-management"], monkeypatch)
    browser.post("/d/certification/helmets/why-read/", {"reason": "Internal audit."})
    read = Reading.objects.get()
    with pytest.raises(TypeError):
        read.save()
    with pytest.raises(TypeError):
        read.delete()


def test_the_administrator_of_the_machine_reads_no_dossier_and_an_ended_contract_neither() -> None:
    for kind in ("administrator", "ended contract"):
        who = PEOPLE[kind]
        assert who is not None
        assert readable_kinds(who) == frozenset()


def test_the_table_knows_every_kind_of_dossier() -> None:
    from certwright.core.dossiers import KINDS as ALL

    assert set(KINDS) == set(ALL)


def test_the_page_of_access_says_what_the_tables_say() -> None:
    from write_access import REFERENCE, page

    assert (REFERENCE / "access.md").read_text(encoding="utf-8") == page(), "run scripts/write_access.py"
