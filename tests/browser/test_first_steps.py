"""The founder of a new body in Chromium: led from signing in to a second person who may adopt a scheme."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pytest_django import Settings

from browser.axe import violations
from browser.conftest import THEMES
from certwright.accounts.models import User
from certwright.cli import main

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "first steps of a small body"

FOUNDING = (
    "--name", "Example Certification", "--form", "Ltd", "--town", "Leeds", "--country", "GB", "--standards",
    "iso-iec-17065", "--time-zone", "Europe/London", "--basis", "Articles.", "--founder", "Anna Example",
)  # fmt: skip


@pytest.fixture
def founder(page: Page, tmp_path: Path, settings: Settings) -> Page:
    """Anna, who founded the body, signed in to it."""
    settings.CERTWRIGHT_DATA = tmp_path / "data"
    settings.CERTWRIGHT_ATTACHMENTS = tmp_path / "data" / "attachments"
    settings.CERTWRIGHT_ROOTS = tmp_path / "data" / "roots"
    settings.CERTWRIGHT_ROOT_KEY = tmp_path / "data" / "keys" / "root.pem"
    assert main(["init", *FOUNDING]) == 0
    User.objects.create_user("anna@example.org", PASSWORD, person="person:p-001")
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill("anna@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    return page


def _step(page: Page) -> str:
    """The heading of the step that is next."""
    return str(page.locator("[aria-current=step] h2").inner_text())


def test_the_founder_is_led_from_page_to_page(founder: Page) -> None:
    founder.get_by_role("link", name="First steps").click()
    assert _step(founder) == "3. The people"
    founder.get_by_role("link", name="Register a person").click()
    founder.get_by_role("button", name="Register a person", exact=True).click()
    founder.goto("/first-steps/")
    founder.locator("#step-people").locator("xpath=ancestor::section").get_by_role("link", name="person:").click()
    founder.get_by_label("Name", exact=True).fill("Ben Example")
    founder.locator("button[value=record].primary").click()
    founder.goto("/first-steps/")
    assert _step(founder) == "4. Their accounts"
    founder.locator("[aria-current=step]").get_by_role("link", name="Ben Example").click()
    assert founder.locator("[name=person]").input_value().startswith("person:")
    founder.get_by_label("E-mail address").fill("ben@example.org")
    founder.get_by_role("button", name="Make the account and its link").click()
    assert founder.get_by_text("/account/invitation/").is_visible()
    founder.goto("/first-steps/")
    assert _step(founder) == "5. Who takes in an application"
    row = founder.locator("[aria-current=step] .fact", has_text="Scheme management")
    row.get_by_role("link", name="Ben Example").click()
    founder.get_by_label("Evidence").fill("Interview; ten years with schemes.")
    founder.locator("button[value=record].primary").click()
    founder.goto("/first-steps/")
    assert "scheme management" not in founder.locator("[aria-current=step]").inner_text().lower()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("path", ["/first-steps/", "/schemes/safety-helmets/1/adopt/"])
def test_axe_finds_nothing(founder: Page, theme: str, path: str) -> None:
    founder.emulate_media(color_scheme=theme)
    founder.goto(path)
    assert violations(founder) == []
