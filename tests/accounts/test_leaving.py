"""Somebody leaves the body: the end of their tie on record ends their way in, at the next page they ask for."""

from pathlib import Path

import pytest
from django.test import Client

from building import building, found_body, propose, record
from certwright.accounts.models import User
from signing_in import signed_in
from small_body import act

pytestmark = pytest.mark.django_db


def test_the_end_of_the_tie_ends_every_session_and_every_sign_in(tmp_path: Path) -> None:
    here = building(tmp_path)
    found_body(here)
    ben, office, home = "person:ben", signed_in("person:ben"), signed_in("person:ben")
    assert office.get("/people/").status_code == home.get("/people/").status_code == 200
    left = act("person.end-tie", last_day=here.clock.today.isoformat(), reason="Took up work elsewhere.")
    record(here, propose(here, ben, left, by="person:anna"))
    for browser in (office, home):
        assert browser.get("/people/").status_code != 200
        assert "_auth_user_id" not in browser.session
    account = User.objects.get(person=ben)
    account.set_password("seven helmets on a shelf")
    account.save()
    again = Client()
    again.post("/account/login/", {"login": account.email, "password": "seven helmets on a shelf"})
    assert "_auth_user_id" not in again.session
