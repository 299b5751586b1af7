"""From an empty database to the first enquiry: a body of two is led there, page by page, by the record alone."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.http import HttpResponseBase
from django.test import Client
from pytest_django import Settings

from building import building, found_body
from certwright.accounts.models import User
from certwright.answers.first_steps import first_steps, offered
from certwright.cli import main
from certwright.core.dossiers import PackDossier
from certwright.core.functions import Function
from certwright.office import installation
from certwright.office.standing import dossiers
from certwright.packs.both_standards import STANDARDS, clauses_of
from certwright.packs.shipped import library
from certwright.rows.models import DossierRow, EnquiryRow
from certwright.web.adopting.bundle import bundle
from certwright.web.first_steps.wording import TITLES, WHY
from signing_in import proved, signed_in
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db

ANNA = "person:p-001"

FOUNDING = (
    "--name", "Example Certification", "--form", "Ltd", "--town", "Leeds", "--country", "GB", "--standards",
    "iso-iec-17065", "--time-zone", "Europe/London", "--basis", "Articles.", "--founder", "Anna Example",
)  # fmt: skip


@pytest.fixture
def empty(tmp_path: Path, settings: Settings) -> None:
    """A place where nothing is yet but the tables."""
    settings.CERTWRIGHT_DATA = tmp_path / "data"
    settings.CERTWRIGHT_ATTACHMENTS = tmp_path / "data" / "attachments"
    settings.CERTWRIGHT_ROOTS = tmp_path / "data" / "roots"
    settings.CERTWRIGHT_ROOT_KEY = tmp_path / "data" / "keys" / "root.pem"


def _page(person: str) -> str:
    return text(signed_in(person).get("/first-steps/"))


def _next(person: str) -> str:
    """The step that is next, as the page shows it."""
    (found,) = re.findall(r'aria-labelledby="step-([a-z-]+)" aria-current="step"', _page(person))
    return str(found)


def _link(person: str, label: str, within: str = "") -> str:
    """Where a link of the page leads, the one whose address holds ``within``."""
    found = [
        url.replace("&amp;", "&")
        for url, said in re.findall(r'<a class="button[^"]*" href="([^"]+)">([^<]+)</a>', _page(person))
        if said == label and within in url
    ]
    assert len(found) == 1, (label, within, found)
    return str(found[0])


def _done(by: str, url: str, **fields: str) -> str:
    """Follow a link to the form of an act, fill it in and record it; the dossier it was recorded in."""
    browser = proved(signed_in(by))
    if url.startswith("/new/"):
        url = browser.get(url).headers["Location"]
    where, _, query = url.partition("?")
    kind, key, act = re.fullmatch(r"/d/([^/]+)/([^/]+)/do/([^/]+)/", where).groups()  # type: ignore[union-attr]
    desk = Desk(by, f"{kind}:{key}", act, f"?{query}")
    proved(desk.browser)
    answer = desk.press(**fields)
    assert answer.status_code == 302, _against(answer)
    return f"{kind}:{key}"


def test_a_body_of_two_is_led_to_its_first_enquiry(empty: None) -> None:
    assert main(["init", *FOUNDING]) == 0
    assert "on its way" in text(signed_in(ANNA).get("/"))
    assert _next(ANNA) == "people"

    ben = _done(ANNA, _link(ANNA, "Register a person"))
    _done(ANNA, _link(ANNA, ben, "particulars"), name="Ben Example", email="ben@example.org")
    assert _next(ANNA) == "accounts"

    invite = _link(ANNA, "Ben Example", "invite")
    told = {"whom": "person", "email": "ben@example.org", "person": ben}
    assert ben in text(signed_in(ANNA).get(invite))
    made = text(signed_in(ANNA).post(invite.partition("?")[0], told, follow=True))
    (link,) = re.findall(r"<code>(?:https?://[^/<]+)?(/[^<]+)</code>", made)
    _accepts(link, "a long way to the first enquiry")
    assert _next(ANNA) == "taking-in"

    for function in ("scheme-management", "client-administration", "application-review"):
        url = _link(ANNA, "Ben Example", f"function={function}")
        _done(ANNA, url, evidence="Interview and ten years of practice.")
    assert _next(ANNA) == "scheme"

    _adopts(ben, _scheme_link(ben))
    assert _next(ANNA) == "certifying"

    for function in ("planning", "review", "decision", "complaints-and-appeals"):
        url = _link(ANNA, "Ben Example", f"function={function}")
        _done(ANNA, url, evidence="Interview and ten years of practice.")
    _done(ANNA, _link(ANNA, "Ben Example", "function=competence-evaluation"), evidence="Evaluates evaluators.")
    _done(ben, _link(ben, "Anna Example", "function=evaluation"), evidence="Ten years at a test bench.")
    assert _next(ANNA) == "impartiality"

    _done(ANNA, _link(ANNA, "Found the committee"), standards="iso-iec-17065", remit="Watches.", quorum="1")
    member = _done(ANNA, "/new/person.register/", basis="committee", since=_today().isoformat())
    _done(ANNA, _link(ANNA, "Admit a member"), person=member, interest="consumer")
    assert _next(ben) == "enquiry"

    assert "Record the first enquiry" not in _page(ANNA)
    enquiry = _link(ben, "Record the first enquiry")
    _done(ben, enquiry, channel="e-mail", wants="A certificate for our helmets.")
    assert EnquiryRow.objects.count() == 1
    assert "The body works" in _page(ANNA)
    assert "on its way" not in text(signed_in(ANNA).get("/"))


def _against(answer: HttpResponseBase) -> list[str]:
    """What a page says against what was sent in."""
    page = re.sub(r"<svg.*?</svg>", "", text(answer), flags=re.DOTALL)
    said = re.findall(r'<p class="error"[^>]*>(.*?)</p>|<li class="refusal"[^>]*>(.*?)</li>', page, flags=re.DOTALL)
    return [re.sub(r"(<[^>]*>|\s)+", " ", one or other) for one, other in said]


def _today() -> date:
    return installation.today(installation.means())


def _accepts(link: str, password: str) -> None:
    """Whoever got the link chooses a password, and is signed in by it."""
    stranger = Client()
    assert "ben@example.org" in text(stranger.get(link))
    assert stranger.post(link, {"password": password, "again": password}).status_code == 302
    assert stranger.get("/").status_code == 200
    signed = Client().post("/account/login/", {"login": "ben@example.org", "password": password})
    assert signed.status_code == 302
    assert Client().get(link).status_code == 404  # it worked once


def _scheme_link(person: str) -> str:
    (found,) = re.findall(r'href="(/schemes/safety-helmets/1/adopt/)"', _page(person))
    return str(found)


def _adopts(person: str, url: str) -> None:
    browser = proved(signed_in(person))
    page = text(browser.get(url))
    names = re.findall(r'<(?:input|select) id="id_([^"]+)" name="\1"', page)
    empty = browser.post(url, {"basis": ""})
    assert empty.status_code == 422
    volumes = bundle(library(), "safety-helmets", "1", (), _today())
    values = {
        f"{one.pack.pack}.{value.name}": value.suggested or (value.choices[0] if value.choices else "1")
        for one in volumes
        for value in one.pack.uncertain
    }
    assert set(names) == values.keys()
    assert browser.post(url, {**values, "basis": "Bought copy compared."}).status_code == 302
    adopted = dossiers(["pack:safety-helmets"])["pack:safety-helmets"]
    assert isinstance(adopted, PackDossier)
    assert adopted.adoptions


class TestAdopting:
    """A text with all it rests on."""

    @pytest.mark.parametrize("pack", ["safety-helmets", "iso-9001", "iso-iec-27001", "iso-22000"])
    def test_what_is_rested_on_comes_before(self, pack: str) -> None:
        day = date(2026, 11, 23)
        edition = library().valid_on(pack, day)[0].pack.edition
        order = [one.pack.pack for one in bundle(library(), pack, edition, (), day)]
        assert order[-1] == pack
        assert len(order) == len(set(order))
        for number, name in enumerate(order):
            volume = library().editions(name)[0]
            assert {reference.pack for reference in volume.pack.references()} - {name} <= set(order[:number])

    def test_what_is_adopted_already_is_left_out(self) -> None:
        day = date(2026, 11, 23)
        whole = bundle(library(), "iso-9001", "2015", (), day)
        rest = bundle(library(), "iso-9001", "2015", {"iaf-id1", "iaf-md5"}, day)
        assert {one.pack.pack for one in whole} - {one.pack.pack for one in rest} == {"iaf-id1", "iaf-md5"}

    def test_who_may_not_is_refused_with_the_reason(self, tmp_path: Path) -> None:
        found_body(building(tmp_path))
        browser = proved(signed_in("person:anna"))
        url = "/schemes/iso-iec-17065/2012/adopt/"
        answer = browser.post(url, {"basis": "Read."})
        assert answer.status_code == 409
        assert "is not authorised for scheme management" in text(answer)
        assert not DossierRow.objects.filter(dossier="pack:iso-iec-17065").exists()

    def test_what_was_typed_outlives_signing_in_again(self, tmp_path: Path) -> None:
        found_body(building(tmp_path))
        browser = signed_in("person:ben")
        url = "/schemes/iso-iec-17065/2012/adopt/"
        answer = browser.post(url, {"basis": "Bought copy no. 17."})
        assert answer.status_code == 302
        assert "Bought copy no. 17." in text(browser.get(url))


def test_only_people_of_the_body_are_shown_them(tmp_path: Path) -> None:
    found_body(building(tmp_path))
    user = User.objects.create_user("machine@example.org", administrator=True)
    browser = Client()
    browser.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert browser.get("/first-steps/").status_code == 403


def test_a_body_that_took_in_an_application_is_guided_no_more(tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    for person in ("person:anna", "person:ben", "person:eva"):
        assert "/first-steps/" not in text(signed_in(person).get("/"))


def test_each_standard_asks_its_own(tmp_path: Path) -> None:
    found_body(building(tmp_path))
    body = installation.body()
    for short, standard in STANDARDS.items():
        found = first_steps(replace(body, standards_in_use=(standard,)), date(2026, 3, 2))
        assert {clause.partition(":")[0] for step in found.steps for clause in step.asks} == {short}
        missing = {function for step in found.steps for function in step.missing}
        assert (Function.EVALUATION in missing) is (short == "17065")
        assert (Function.AUDITING in missing) is (short == "17021-1")
    assert {pack for pack, _ in offered({"iso-iec-17021-1"}, date(2026, 11, 23))} >= {"iso-9001", "iso-14001"}
    assert "safety-helmets" not in {pack for pack, _ in offered({"iso-iec-17021-1"}, date(2026, 11, 23))}


def test_every_step_is_told_and_every_clause_exists(tmp_path: Path) -> None:
    found_body(building(tmp_path))
    found = first_steps(installation.body(), date(2026, 3, 2))
    assert [step.name for step in found.steps] == list(TITLES) == list(WHY)
    clauses = {
        f"{short}:{clauses_of(pack).edition} {clause.id}"
        for short, pack in STANDARDS.items()
        for clause in clauses_of(pack).clauses
    }
    cited = {clause for step in found.steps for clause in step.asks}
    assert cited <= clauses, cited - clauses
