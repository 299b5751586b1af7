"""A second factor: an authenticator app (TOTP), recovery codes, and what happens when both are lost."""

import re
import time

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from certwright.accounts import closing
from certwright.accounts.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "seven helmets on a shelf"


def _code(secret: str) -> str:
    """What the app shows now."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


@pytest.fixture
def account() -> User:
    """Dora's account."""
    return User.objects.create_user("dora@example.org", PASSWORD)


def _signed_in() -> Client:
    browser = Client()
    browser.post("/account/login/", {"login": "dora@example.org", "password": PASSWORD})
    return browser


def _with_app(browser: Client) -> str:
    """Add an app on the page of second factors, which asks for the password once more; its secret."""
    asked = browser.get("/account/factors/app/")
    assert asked.headers["Location"].startswith("/account/reauthenticate/")
    browser.post(asked.headers["Location"], {"password": PASSWORD})
    page = browser.get("/account/factors/app/").content.decode()
    (secret,) = re.findall(r"\b[A-Z2-7]{32}\b", page)[:1]
    answer = browser.post("/account/factors/app/", {"code": _code(secret)})
    assert answer.status_code == 302
    return str(secret)


def test_with_an_app_the_password_is_not_enough(account: User) -> None:
    secret = _with_app(_signed_in())
    browser = _signed_in()
    assert "_auth_user_id" not in browser.session
    assert browser.post("/account/factors/sign-in/", {"code": "000000"}).status_code == 200
    assert "_auth_user_id" not in browser.session
    with time_machine.travel(_later(60), tick=False):
        assert browser.post("/account/factors/sign-in/", {"code": _code(secret)}).status_code == 302
    assert browser.session["_auth_user_id"] == str(account.pk)


def test_a_code_works_once(account: User) -> None:
    secret = _with_app(_signed_in())
    with time_machine.travel(_later(60), tick=False):
        code = _code(secret)
        first, second = _signed_in(), _signed_in()
        first.post("/account/factors/sign-in/", {"code": code})
        second.post("/account/factors/sign-in/", {"code": code})
    assert "_auth_user_id" in first.session
    assert "_auth_user_id" not in second.session


def test_guessing_codes_is_slowed_down(account: User) -> None:
    secret = _with_app(_signed_in())
    browser = _signed_in()
    for guess in range(12):
        browser.post("/account/factors/sign-in/", {"code": f"{guess:06}"})
    with time_machine.travel(_later(60), tick=False):
        browser.post("/account/factors/sign-in/", {"code": _code(secret)})
    assert "_auth_user_id" not in browser.session


def test_lost_factors_are_removed_by_others_and_end_every_session(account: User) -> None:
    browser = _signed_in()
    _with_app(browser)
    closing.remove_second_factors(account, "ben@example.org")
    assert not Authenticator.objects.filter(user=account).exists()
    assert browser.get("/account/").status_code == 302
    assert "_auth_user_id" in _signed_in().session


def _later(seconds: int) -> float:
    return time.time() + seconds
