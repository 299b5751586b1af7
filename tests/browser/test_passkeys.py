"""A passkey in Chromium, kept by a virtual authenticator: added, then signing in without a password."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page

from certwright.accounts.models import User

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "seven helmets on a shelf"

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def device(page: Page) -> Iterator[Page]:
    """A page of a device that keeps passkeys and recognises whoever holds it."""
    chromium = page.context.new_cdp_session(page)
    chromium.send("WebAuthn.enable")
    chromium.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    User.objects.create_user("dora@example.org", PASSWORD, name="Dora", administrator=True)
    yield page
    chromium.detach()


def _is_inside(url: str) -> bool:
    """Whether an address is behind the sign-in."""
    return "/account/" not in url


def _sign_in_by_password(page: Page) -> None:
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill("dora@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(_is_inside)


def _add_a_passkey(page: Page) -> None:
    page.goto("/account/passkeys/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url("**/passkeys/add/")
    page.get_by_label("Name").fill("My telephone")
    if (passwordless := page.locator("[name=passwordless]")).count():
        passwordless.check()
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "/passkeys/add/" not in url)


def test_a_passkey_opens_the_account_without_a_password(device: Page) -> None:
    _sign_in_by_password(device)
    _add_a_passkey(device)
    device.goto("/account/passkeys/")
    assert device.get_by_text("My telephone").first.is_visible()
    device.context.clear_cookies()
    device.goto("/account/login/")
    device.get_by_role("button", name="passkey").click()
    device.wait_for_url(_is_inside)
    device.goto("/account/")
    assert device.get_by_text("dora@example.org").first.is_visible()


def test_a_passkey_that_was_removed_opens_nothing(device: Page) -> None:
    _sign_in_by_password(device)
    _add_a_passkey(device)
    Authenticator.objects.filter(user__email="dora@example.org").delete()
    device.context.clear_cookies()
    device.goto("/account/login/")
    device.get_by_role("button", name="passkey").click()
    device.wait_for_timeout(1_000)
    assert "/login/" in device.url or "/passkeys/" in device.url
    device.goto("/account/")
    assert "/account/login/" in device.url
