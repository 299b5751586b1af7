"""Somebody who signs in, for tests of pages: an account for a person's dossier, and a browser that is signed in to it."""

from django.test import Client

from certwright.accounts.models import User


def account_of(person: str) -> User:
    """The account of a person's dossier, made if there is none."""
    found = User.objects.filter(person=person).first()
    return found or User.objects.create_user(f"{person.partition(':')[2]}@example.org", person=person)


def signed_in(person: str) -> Client:
    """A browser in which this person is signed in."""
    browser = Client()
    browser.force_login(account_of(person), backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser
