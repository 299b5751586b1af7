"""Signing in by the organisation's own service: to accounts that exist, by an address the service vouches for."""

import time
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import HttpResponseBase
from django.test import Client
from pytest_django import Settings

from accounts.sign_in_service import CLIENT, SECRET, SignInService, sign_in_service
from certwright.accounts.fresh import VOUCHED_AT
from certwright.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(settings: Settings) -> Iterator[SignInService]:
    """The service, named in the settings as ``CERTWRIGHT_OIDC_*`` would."""
    with sign_in_service() as found:
        app = {
            "provider_id": "organisation",
            "name": "Head office",
            "client_id": CLIENT,
            "secret": SECRET,
            "settings": {"server_url": found.issuer},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
        settings.CERTWRIGHT_OIDC_NAME = "Head office"
        yield found


def _come_back(browser: Client) -> HttpResponseBase:
    """Go to the service, be let in there, and come back with its code."""
    sent = browser.post("/account/organisation/login/")
    assert sent.status_code == 302
    asked = parse_qs(urlsplit(sent.headers["Location"]).query)
    assert asked["client_id"] == [CLIENT]
    assert asked["code_challenge_method"] == ["S256"]
    return browser.get("/account/organisation/login/callback/", {"code": "once", "state": asked["state"][0]})


def _is_in(browser: Client) -> bool:
    return "_auth_user_id" in browser.session


def test_a_verified_address_finds_its_account(service: SignInService) -> None:
    dora = User.objects.create_user("dora@example.org")
    service.claims = {"sub": "42", "email": "Dora@example.org", "email_verified": True}
    browser = Client()
    assert _come_back(browser).status_code == 302
    assert browser.session["_auth_user_id"] == str(dora.pk)
    assert service.asked[-1]["grant_type"] == "authorization_code"


def test_from_then_on_the_service_s_own_id_does_whatever_the_address_became(service: SignInService) -> None:
    dora = User.objects.create_user("dora@example.org")
    service.claims = {"sub": "42", "email": "dora@example.org", "email_verified": True}
    _come_back(Client())
    service.claims = {"sub": "42", "email": "dora.married@example.org", "email_verified": True}
    browser = Client()
    _come_back(browser)
    assert browser.session["_auth_user_id"] == str(dora.pk)


@pytest.mark.parametrize(
    "claims",
    [
        {"sub": "42", "email": "dora@example.org", "email_verified": False},
        {"sub": "42", "email": "dora@example.org"},
        {"sub": "42", "email": "stranger@example.org", "email_verified": True},
        {"sub": "42"},
    ],
)
def test_nobody_else_gets_in_and_no_account_is_made(service: SignInService, claims: dict[str, object]) -> None:
    User.objects.create_user("dora@example.org")
    service.claims = claims
    browser = Client()
    _come_back(browser)
    assert not _is_in(browser)
    assert User.objects.count() == 1


def test_a_closed_account_stays_closed(service: SignInService) -> None:
    User.objects.create_user("dora@example.org", is_active=False)
    service.claims = {"sub": "42", "email": "dora@example.org", "email_verified": True}
    browser = Client()
    _come_back(browser)
    assert not _is_in(browser)


def test_an_answer_nobody_asked_for_is_refused(service: SignInService) -> None:
    User.objects.create_user("dora@example.org")
    service.claims = {"sub": "42", "email": "dora@example.org", "email_verified": True}
    browser = Client()
    answer = browser.get("/account/organisation/login/callback/", {"code": "once", "state": "made up"})
    assert not _is_in(browser)
    assert answer.status_code in {200, 401}
    assert service.asked == []


def test_what_counts_as_fresh_is_when_the_service_saw_the_person(service: SignInService) -> None:
    User.objects.create_user("dora@example.org")
    seen = int(time.time()) - 3_600
    service.claims = {"sub": "42", "email": "dora@example.org", "email_verified": True, "auth_time": seen}
    browser = Client()
    _come_back(browser)
    assert browser.session[VOUCHED_AT] == seen


def test_a_service_that_does_not_answer_is_told_kindly(service: SignInService, settings: Settings) -> None:
    providers = settings.SOCIALACCOUNT_PROVIDERS
    providers["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:9"
    answer = Client().post("/account/organisation/login/", follow=True)
    assert answer.redirect_chain == [("/account/login/", 302)]
    assert "does not answer just now" in answer.content.decode()
