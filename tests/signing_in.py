"""Somebody who signs in, for tests of pages: an account for a person's dossier, and a browser signed in to it."""

import time
from datetime import UTC, datetime

from django.test import Client

from certwright.accounts import readings
from certwright.accounts.fresh import VOUCHED_AT
from certwright.accounts.models import User
from certwright.web.reading import case_of, existing_dossier


def account_of(person: str) -> User:
    """The account of a person's dossier, made if there is none."""
    found = User.objects.filter(person=person).first()
    return found or User.objects.create_user(f"{person.partition(':')[2]}@example.org", person=person)


def signed_in(person: str) -> Client:
    """A browser in which this person is signed in."""
    browser = Client()
    browser.force_login(account_of(person), backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def proved(browser: Client) -> Client:
    """The same browser, in which the person has just proved who they are: decisions and signatures ask for it."""
    session = browser.session
    session[VOUCHED_AT] = time.time()
    session.save()
    return browser


def has_reason(person: str, *dossiers: str) -> None:
    """The person said why they read the cases of these dossiers, from outside the team."""
    account = account_of(person)
    now = datetime.now(UTC)
    for dossier in dossiers:
        case = case_of(existing_dossier(*dossier.split(":")))
        readings.record(account.pk, person, dossier, case, "For this test.", now.date(), now)
