"""Every page: accessible in both themes, steady while it loads, narrow enough for a telephone, whole without script.

They are looked at in the demonstration, which takes about 20 seconds to load; nothing is recorded in it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, StorageState

from browser.axe import violations
from browser.conftest import complaining
from browser.looking import DESK, JUMPS, TELEPHONE, content, faults, shifted, too_wide
from browser.pages import LISTS, NO_PAGE, NOT_HERE, PAGES, Example
from certwright.answers.lists.catalogue import LISTS as CATALOGUE
from demonstration_server import demonstration

ADDRESSES = Path(__file__).parents[2] / "docs" / "reference" / "access-pages.yaml"
EVERY = [example for examples in PAGES.values() for example in examples]
GERMAN = (
    Example("farah", "/"),
    Example("cem", "/certifications/"),
    Example("cem", "/d/certification/003/"),
    Example("cem", "/d/finding/003/"),
    Example("jonna", "/d/certification/003/do/certification.decide/"),
    Example("farah", "/calculators/audit-time/"),
)
PASSWORD = "demonstration"


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the demonstration is served."""
    with demonstration() as served:
        yield served


@pytest.fixture(scope="session")
def signed_in(browser: Browser, address: str) -> dict[str, StorageState]:
    """Cookies of those who signed in: everybody signs in once."""
    return {}


def state_of(who: str, browser: Browser, address: str, known: dict[str, StorageState]) -> StorageState | None:
    """The cookies of somebody who is signed in; none of nobody."""
    if who and who not in known:
        with browser.new_context(base_url=address) as context:
            page = context.new_page()
            page.goto("/account/login/")
            page.get_by_label("E-mail address").fill(f"{who}@demo.example")
            page.get_by_label("Password").fill(PASSWORD)
            with page.expect_navigation():
                page.get_by_role("button", name="Sign in", exact=True).click()
            assert "/account/login/" not in page.url
            known[who] = context.storage_state()
    return known.get(who)


def opened(page: Page, example: Example) -> None:
    answer = page.goto(example.path, wait_until="networkidle")
    if "/why-read/" in page.url and "why-read" not in example.path:
        page.get_by_label("Your reason").fill("A look at every page there is.")
        with page.expect_navigation(wait_until="networkidle") as left:
            page.get_by_role("button", name="Read the dossier").click()
        answer = left.value
    assert answer is not None
    assert answer.status == example.status, page.locator("h1").first.inner_text()


def test_every_address_is_looked_at_or_is_no_page() -> None:
    named = set(yaml.safe_load(ADDRESSES.read_text(encoding="utf-8")))
    assert named == PAGES.keys() | NO_PAGE.keys() | NOT_HERE.keys()
    assert tuple(CATALOGUE) == LISTS


@pytest.mark.parametrize("example", EVERY, ids=lambda one: f"{one.who or 'anybody'} {one.path}")
def test_a_page(example: Example, browser: Browser, address: str, signed_in: dict[str, StorageState]) -> None:
    cookies = state_of(example.who, browser, address, signed_in)
    seen = {"base_url": address, "storage_state": cookies, "viewport": {"width": DESK, "height": 900}}
    with browser.new_context(**seen) as context:
        page = context.new_page()
        with complaining(page) as complaints:
            opened(page, example)
        assert [told for told in complaints if f"status of {example.status}" not in told] == []
        assert shifted(page) <= JUMPS
        assert faults(page) == []
        with_script = content(page)
        page.set_viewport_size({"width": TELEPHONE, "height": 800})
        assert too_wide(page) == []
    with browser.new_context(**seen, java_script_enabled=False) as context:
        page = context.new_page()
        opened(page, example)
        assert content(page) == with_script


@pytest.mark.parametrize("example", GERMAN, ids=lambda one: one.path)
def test_the_longer_words_of_german_find_their_place(
    example: Example, browser: Browser, address: str, signed_in: dict[str, StorageState]
) -> None:
    cookies = state_of(example.who, browser, address, signed_in)
    with browser.new_context(base_url=address, storage_state=cookies) as context:
        context.add_cookies([{"name": "django_language", "value": "de", "url": address}])
        page = context.new_page()
        for width in (DESK, TELEPHONE):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(example.path, wait_until="networkidle")
            assert page.locator("html").get_attribute("lang") == "de"
            assert violations(page) == []
            assert too_wide(page) == []
