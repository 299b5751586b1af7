"""Signing in: with a password, by invitation, not at all; and what somebody sees who may not."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from certwright.accounts import closing, invitations
from certwright.accounts.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "seven helmets on a shelf"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def account(**fields: object) -> User:
    return User.objects.create_user("dora@example.org", PASSWORD, **fields)


def sign_in(browser: Client, password: str = PASSWORD, email: str = "dora@example.org", **more: str) -> int:
    return browser.post("/account/login/", {"login": email, "password": password, **more}).status_code


def is_in(browser: Client) -> bool:
    return browser.get("/account/").status_code == 200


def test_address_and_password_sign_in_and_signing_out_ends_it() -> None:
    account()
    browser = Client()
    assert sign_in(browser) == 302
    assert is_in(browser)
    browser.post("/account/logout/")
    assert not is_in(browser)


def test_a_session_gets_a_new_key_when_somebody_signs_in() -> None:
    account()
    browser = Client()
    browser.session.save()
    before = browser.session.session_key
    sign_in(browser)
    assert browser.session.session_key != before
    assert browser.cookies["sessionid"]["httponly"]
    assert browser.cookies["sessionid"]["samesite"] == "Lax"


def test_a_wrong_password_and_an_unknown_address_are_told_alike() -> None:
    account()
    wrong = Client().post("/account/login/", {"login": "dora@example.org", "password": "wrong"}).content.decode()
    unknown = Client().post("/account/login/", {"login": "nobody@example.org", "password": "wrong"}).content.decode()
    assert "do not go together" in wrong
    assert "do not go together" in unknown
    assert "wrong" not in wrong.split("<form")[1]


def test_guessing_is_slowed_down() -> None:
    account()
    browser = Client()
    for _ in range(8):
        sign_in(browser, "wrong")
    page = browser.post("/account/login/", {"login": "dora@example.org", "password": PASSWORD})
    assert "Too many attempts" in page.content.decode()
    assert not is_in(browser)


def test_a_failed_sign_in_is_written_down_without_the_password(caplog: pytest.LogCaptureFixture) -> None:
    account()
    sign_in(Client(), "my secret guess")
    assert "Sign-in failed for dora@example.org" in caplog.text
    assert "my secret guess" not in caplog.text


@pytest.mark.parametrize(
    "address", ["signup/", "email/", "password/reset/", "password/set/", "3rdparty/", "confirm-email/", "2fa/"]
)
def test_what_we_do_not_offer_leads_nowhere(address: str) -> None:
    browser = Client()
    account()
    sign_in(browser)
    assert browser.get(f"/account/{address}").status_code == 404


def test_a_session_rests_for_so_long_and_no_longer() -> None:
    account()
    with time_machine.travel(NOW, tick=False) as clock:
        browser = Client()
        sign_in(browser)
        clock.shift(timedelta(minutes=119))
        assert is_in(browser)
        clock.shift(timedelta(minutes=119))
        assert is_in(browser)
        clock.shift(timedelta(minutes=121))
        assert not is_in(browser)


def test_a_session_ends_after_a_working_day_however_busy() -> None:
    account()
    with time_machine.travel(NOW, tick=False) as clock:
        browser = Client()
        sign_in(browser)
        for _ in range(12):
            assert is_in(browser)
            clock.shift(timedelta(hours=1))
        assert is_in(browser)
        clock.shift(timedelta(minutes=1))
        assert not is_in(browser)


def test_an_invitation_opens_an_account_once() -> None:
    invited = User.objects.create_user("dora@example.org")
    token = invitations.invite(invited, "ben@example.org", NOW, 7, lambda size: "x" * size)
    with time_machine.travel(NOW + timedelta(days=7) - timedelta(seconds=1), tick=False):
        browser = Client()
        assert sign_in(browser) == 200
        link = f"/account/invitation/{token}/"
        assert "dora@example.org" in browser.get(link).content.decode()
        assert "not the same" in browser.post(link, {"password": PASSWORD, "again": "other"}).content.decode()
        assert "too short" in browser.post(link, {"password": "short", "again": "short"}).content.decode()
        assert browser.post(link, {"password": PASSWORD, "again": PASSWORD}).status_code == 302
        assert is_in(browser)
        assert Client().get(link).status_code == 404


@pytest.mark.parametrize("days", [7, 8])
def test_an_invitation_ends(days: int) -> None:
    invited = User.objects.create_user("dora@example.org")
    token = invitations.invite(invited, "ben@example.org", NOW, 7, lambda size: "x" * size)
    with time_machine.travel(NOW + timedelta(days=days), tick=False):
        assert Client().get(f"/account/invitation/{token}/").status_code == 404


def test_a_new_link_ends_the_one_before_and_a_closed_account_ends_all() -> None:
    invited = User.objects.create_user("dora@example.org")
    first = invitations.invite(invited, "ben@example.org", NOW, 7, lambda size: "x" * size)
    second = invitations.invite(invited, "ben@example.org", NOW, 7, lambda size: "y" * size)
    assert invitations.invited(first, NOW) is None
    assert invitations.invited(second, NOW) is not None
    closing.close(invited, "ben@example.org", NOW)
    assert invitations.invited(second, NOW) is None


def test_nothing_of_a_link_is_kept_but_its_digest() -> None:
    invited = User.objects.create_user("dora@example.org")
    token = invitations.invite(invited, "ben@example.org", NOW, 7, lambda size: "x" * size)
    assert token not in str(invited.invitations.values())


def test_a_closed_account_is_signed_out_at_once_and_signs_in_no_more() -> None:
    dora = account()
    browser = Client()
    sign_in(browser)
    closing.close(dora, "ben@example.org", NOW)
    assert not is_in(browser)
    assert Client().post("/account/login/", {"login": dora.email, "password": PASSWORD}).url == "/account/inactive/"  # type: ignore[attr-defined]
    closing.reopen(dora, "ben@example.org")
    assert sign_in(browser) == 302
    assert is_in(browser)


def test_an_assessor_signs_in_on_the_days_of_the_visit_only() -> None:
    account(name="Ada, of the accreditation body", assessor_from=NOW.date(), assessor_until=NOW.date())
    with time_machine.travel(NOW, tick=False) as clock:
        browser = Client()
        sign_in(browser)
        assert is_in(browser)
        clock.shift(timedelta(hours=15))
        sign_in(Client())
        assert browser.get("/account/").url == "/account/login/?next=/account/"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "address", ["", "factors/", "passkeys/", "passkeys/add/", "factors/app/", "sessions/", "password/"]
)
def test_every_page_of_one_s_own_account_is_in_our_look(address: str) -> None:
    account()
    browser = Client()
    sign_in(browser)
    page = browser.get(f"/account/{address}", follow=True).content.decode()
    assert "certwright" in page
    assert "<h1>" in page
    assert "style=" not in page
    assert "Menu:" not in page


def test_a_form_without_its_mark_is_told_kindly() -> None:
    page = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "a@example.org", "password": "b"})
    assert page.status_code == 403
    assert "Forbidden" not in page.content.decode()
