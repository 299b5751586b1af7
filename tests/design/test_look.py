"""The look a person chooses is kept, and nothing else is taken from form or cookie."""

import pytest
from django.http import HttpRequest
from django.test import Client, override_settings

from certwright.accounts.models import User
from certwright.design.look import CHOICES, COOKIE, Look, look_of

pytestmark = pytest.mark.django_db


def _asked(cookie: str) -> Look:
    request = HttpRequest()
    request.COOKIES[COOKIE] = cookie
    return look_of(request)


def test_without_a_choice_the_system_decides() -> None:
    assert look_of(HttpRequest()) == Look("system", "comfortable", "on")


@pytest.mark.parametrize("cookie", ["", "purple.tiny.maybe", "dark' onload='x", "....", "\u202e"])
def test_a_cookie_that_says_nothing_known_counts_as_none(cookie: str) -> None:
    assert _asked(cookie) == Look()


def test_a_cookie_is_read_as_far_as_it_is_understood() -> None:
    assert _asked("dark") == Look(theme="dark")
    assert _asked("dark.tiny.off") == Look(theme="dark", keys="off")


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in CHOICES.items() for value in values])
def test_each_choice_stands_on_the_next_page(client: Client, name: str, value: str) -> None:
    client.post("/preferences/look/", {name: value})
    assert f'data-{name}="{value}"' in client.get("/design/").content.decode()


def test_choosing_one_thing_leaves_the_others(client: Client) -> None:
    client.post("/preferences/look/", {"theme": "dark"})
    client.post("/preferences/look/", {"density": "compact"})
    assert client.cookies[COOKIE].value == "dark.compact.on"


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("/design/?a=1", "/design/?a=1"),
        ("", "/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_one_comes_back_to_a_page_of_ours_only(client: Client, wanted: str, given: str) -> None:
    response = client.post("/preferences/look/", {"theme": "light", "next": wanted})
    assert (response.status_code, response.headers["Location"]) == (302, given)


def test_a_look_is_chosen_by_posting_with_a_token() -> None:
    assert Client().get("/preferences/look/").status_code == 405
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        assert Client(enforce_csrf_checks=True).post("/preferences/look/", {"theme": "dark"}).status_code == 403


def test_a_look_is_kept_with_the_account_and_wins_over_the_cookie() -> None:
    account = User.objects.create_user("somebody@example.org")
    at_work, at_home = Client(), Client()
    for browser in (at_work, at_home):
        browser.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    at_work.post("/preferences/look/", {"theme": "dark", "density": "compact"})
    at_home.cookies[COOKIE] = "light.comfortable.off"
    page = at_home.get("/design/").content.decode()
    assert 'data-theme="dark" data-density="compact" data-keys="on"' in page
    assert 'data-theme="system"' in Client().get("/design/").content.decode()
