"""``certwright account``: invitations from the machine, for the first account above all."""

import pytest
from django.test import Client

from building import Building
from certwright.accounts.models import User
from cli.conftest import Call

PASSWORD = "seven helmets on a shelf"


def test_the_founder_is_invited_and_signs_in(founded: Building, call: Call) -> None:
    answer = call("account", "invite", "Anna@Example.org", "--person", "person:anna", "--json")
    assert answer.status == 0
    assert answer.json["account"] == "anna@example.org"
    browser = Client()
    assert browser.post(answer.json["link"], {"password": PASSWORD, "again": PASSWORD}).status_code == 302
    assert browser.get("/people/").status_code == 200
    assert call("account", "list").out.split()[0] == "anna@example.org"


def test_a_second_invitation_is_for_the_same_account_and_ends_the_first(founded: Building, call: Call) -> None:
    first = call("account", "invite", "anna@example.org", "--person", "person:anna", "--json").json["link"]
    second = call("account", "invite", "anna@example.org", "--json").json["link"]
    assert User.objects.count() == 1
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("invite", "anna"), "This is no e-mail address."),
        (("invite", "anna@example.org"), "Give --person, --client, or --administrator alone."),
        (("invite", "a@example.org", "--administrator", "--person", "person:anna"), "who is nobody else"),
        (("invite", "a@example.org", "--person", "person:nobody"), "Nothing is on record in person:nobody."),
        (("close", "nobody@example.org"), "There is no account nobody@example.org."),
    ],
)
def test_what_cannot_be_is_told(founded: Building, call: Call, words: tuple[str, ...], says: str) -> None:
    answer = call("account", *words)
    assert answer.status == 2
    assert says in answer.err
    assert not User.objects.exists()


def test_one_account_for_a_person(founded: Building, call: Call) -> None:
    call("account", "invite", "anna@example.org", "--person", "person:anna")
    answer = call("account", "invite", "anna.private@example.org", "--person", "person:anna")
    assert (answer.status, User.objects.count()) == (2, 1)
    assert "person:anna has an account." in answer.err


def test_closing_signs_out_and_withdraws_the_link(founded: Building, call: Call) -> None:
    link = call("account", "invite", "anna@example.org", "--person", "person:anna", "--json").json["link"]
    browser = Client()
    browser.post(link, {"password": PASSWORD, "again": PASSWORD})
    open_link = call("account", "invite", "anna@example.org", "--json").json["link"]
    assert call("account", "close", "anna@example.org").status == 0
    assert browser.get("/people/").status_code == 302
    assert Client().get(open_link).status_code == 404
    answer = call("account", "invite", "anna@example.org")
    assert (answer.status, "This account is closed." in answer.err) == (2, True)
