"""The pages of the desk, on the record of the demonstration: whoever works there, in both themes, wide and narrow.

Loading the demonstration takes about 20 seconds; these tests only look, so they share it.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, StorageState

from browser.axe import violations
from browser.conftest import THEMES, complaining
from demonstration_server import demonstration, sign_in

PAGES = {
    "sign-in": ("", "/account/login/"),
    "my work": ("planning", "/"),
    "nothing to do": ("client administration", "/"),
    "clients": ("review", "/clients/"),
    "certifications": ("review", "/certifications/"),
    "a narrowed list": ("review", "/certifications/?q=iso"),
    "a list of nothing": ("review", "/clients/?q=nobody-is-called-so"),
    "findings": ("review", "/findings/"),
    "people": ("competence evaluation", "/people/"),
    "messages": ("client administration", "/messages/?shelf=sent"),
    "a message": ("client administration", "/messages/1/"),
    "its words": ("client administration", "/messages/letters/suspended/"),
    "schemes": ("scheme management", "/schemes/"),
    "a client": ("client administration", "/d/client/003/"),
    "a certification": ("client administration", "/d/certification/003/"),
    "a certification on another day": ("client administration", "/d/certification/003/?known=2024-05-05"),
    "what changed": ("client administration", "/d/certification/003/changes/"),
    "an assignment": ("client administration", "/d/assignment/003/"),
    "a finding": ("client administration", "/d/finding/003/"),
    "a finding that waits": ("audit team leading", "/d/finding/022/"),
    "the findings of an audit": ("audit team leading", "/d/assignment/003-2/findings/"),
    "raising nonconformities": ("audit team leading", "/d/assignment/003-2/findings/raise/"),
    "a committee": ("decision", "/d/committee/012/"),
    "a committee’s meeting": ("decision", "/d/committee/012/meeting/"),
    "a committee’s minutes": ("decision", "/d/committee/012/minutes/2024-10-12/"),
    "an item taken up": ("decision", "/d/committee/012/do/committee.hold-session/?item=certification:012"),
    "a report": ("audit team leading", "/d/assignment/003-2/do/assignment.report/"),
    "a person": ("competence evaluation", "/d/person/p-005/"),
    "results": ("evaluation, auditing", "/d/assignment/038-4/do/assignment.record-results/"),
    "a checklist": ("audit team leading", "/d/assignment/025-3/do/assignment.record-results/"),
    "a team": ("planning", "/d/assignment/016-2/do/assignment.appoint/"),
    "a team to confirm": ("planning", "/d/assignment/016-2/do/assignment.confirm-team/"),
    "a visit": ("planning", "/d/visit/new/do/visit.plan/?client=client:025"),
    "who holds which function": ("competence evaluation", "/functions/"),
    "a new client": ("client administration", "/new/client.register/"),
    "a decision": ("decision", "/d/certification/003/do/certification.decide/"),
    "calculators": ("planning", "/calculators/"),
    "audit time": ("planning", "/calculators/audit-time/"),
    "the palette": ("planning", "/palette/"),
}
"""What a page is called → what whoever looks at it does, and its path."""

WIDTHS = (390, 1280)  # CSS pixels


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the demonstration is served."""
    with demonstration() as served:
        yield served


@pytest.fixture(scope="session")
def signed_in(browser: Browser, address: str) -> dict[str, StorageState]:
    """Cookies of those who signed in, by what they do: everybody signs in once."""
    return {}


@pytest.fixture
def page(
    browser: Browser, address: str, signed_in: dict[str, StorageState], request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A page of somebody signed in as the test's page asks for. The browser's console stays silent."""
    does, _path = PAGES[request.node.callspec.params["name"]]
    with browser.new_context(base_url=address, storage_state=signed_in.get(does)) as context:
        page = context.new_page()
        if does and does not in signed_in:
            sign_in(page, does)
            signed_in[does] = context.storage_state()
        with complaining(page) as complaints:
            yield page
        assert not complaints


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page: Page, address: str, name: str) -> None:
    for theme in THEMES:
        page.context.add_cookies([{"name": "look", "value": f"{theme}.comfortable.on", "url": address}])
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            answer = page.goto(PAGES[name][1], wait_until="networkidle")
            assert answer is not None
            assert answer.ok
            assert violations(page) == [], f"{name}, {theme}, {width} pixels wide"
            beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert beyond <= 0, f"{name} is {beyond} pixels wider than {width}"


@pytest.mark.parametrize(
    "name", ["my work", "certifications", "a certification", "a finding", "a decision", "audit time"]
)
def test_the_longer_words_of_german_find_their_place(page: Page, address: str, name: str) -> None:
    page.context.add_cookies([{"name": "django_language", "value": "de", "url": address}])
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(PAGES[name][1], wait_until="networkidle")
        assert page.locator("html").get_attribute("lang") == "de"
        assert violations(page) == [], f"{name} in German, {width} pixels wide"
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert beyond <= 0, f"{name} in German is {beyond} pixels wider than {width}"
