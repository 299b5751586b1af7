"""Accounts from the machine itself: the first administrator, or a way back in when nobody can sign in.

``invite`` makes the account if there is none, and a link that lets its bearer choose a password: once, for some days.
``close`` ends an account and signs it out everywhere. An account gives no right to certify; that stands in the record.
"""

import getpass
import secrets
from argparse import ArgumentParser, Namespace

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse

from certwright.accounts import closing, invitations
from certwright.accounts.models import User
from certwright.cli.outcome import BadInput, Outcome, Problem
from certwright.office import installation
from certwright.rows.models import DossierRow

JSON = {
    "account": "e-mail address of the account that was invited or closed",
    "link": "the path of the link, to be opened below the address of the pages",
    "accounts": "every account: email, person, client, administrator, open",
}


def add_arguments(parser: ArgumentParser) -> None:
    """What is done, with whose account, and whose it is."""
    parser.add_argument("what", choices=("invite", "list", "close"), help="what is done")
    parser.add_argument("email", nargs="?", default="", help="e-mail address of the account (not for list)")
    parser.add_argument("--person", default="", metavar="DOSSIER", help="whose account it is, such as person:anna")
    parser.add_argument("--client", default="", metavar="DOSSIER", help="the client for whom they sign in")
    parser.add_argument("--administrator", action="store_true", help="for whoever runs the machine; reads no dossier")
    parser.add_argument("--name", default="", help="what the bearer is called, where no person's dossier says it")


def run(options: Namespace) -> Outcome:
    """Do it."""
    if options.what == "list":
        return _listed()
    email = options.email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as wrong:
        raise BadInput(
            Problem("This is no e-mail address.", "Give the one they sign in with.", field="email")
        ) from wrong
    return _invited(email, options) if options.what == "invite" else _closed(email)


def _listed() -> Outcome:
    found = [
        {
            "email": u.email,
            "person": u.person,
            "client": u.client,
            "administrator": u.administrator,
            "open": u.is_active,
        }
        for u in User.objects.order_by("email")
    ]
    lines = (f"{one['email']}  {_tie(one)}{'' if one['open'] else '  (closed)'}" for one in found)
    return Outcome({"accounts": found}, "\n".join(lines) or "There are no accounts yet.")


def _tie(one: dict[str, object]) -> str:
    if one["administrator"]:
        return "administrator"
    return " for ".join(str(one[name]) for name in ("person", "client") if one[name]) or "assessor"


def _invited(email: str, options: Namespace) -> Outcome:
    account = User.objects.filter(email=email).first() or _made(email, options)
    if not account.is_active:
        raise BadInput(Problem("This account is closed.", "Open it again on the page of accounts.", field="email"))
    now, days = installation.means().clock(), settings.CERTWRIGHT_INVITATION_DAYS
    token = invitations.invite(account, f"{getpass.getuser()} on the machine", now, days, secrets.token_urlsafe)
    link = reverse("account-invitation", args=(token,))
    text = f"{email} opens this below the address of the pages, once, within {days} days:\n{link}"
    return Outcome({"account": email, "link": link}, text)


def _made(email: str, options: Namespace) -> User:
    problems = list(_wrong(options))
    if problems:
        raise BadInput(*problems)
    return User.objects.create_user(
        email, person=options.person, client=options.client, administrator=options.administrator, name=options.name
    )


def _wrong(options: Namespace) -> list[Problem]:
    ties = [name for name in (options.person, options.client) if name]
    found = []
    if options.administrator == bool(ties):
        says = "An account is a person's, a client's, or the administrator's, who is nobody else."
        found.append(Problem(says, "Give --person, --client, or --administrator alone."))
    known = set(DossierRow.objects.filter(dossier__in=ties).values_list("dossier", flat=True))
    found += [Problem(f"Nothing is on record in {one}.", "Register it first.") for one in ties if one not in known]
    if options.person and User.objects.filter(person=options.person).exists():
        found.append(Problem(f"{options.person} has an account.", "Invite that one by its address.", field="--person"))
    return found


def _closed(email: str) -> Outcome:
    account = User.objects.filter(email=email).first()
    if account is None:
        raise BadInput(Problem(f"There is no account {email}.", "See: certwright account list", field="email"))
    closing.close(account, f"{getpass.getuser()} on the machine", installation.means().clock())
    return Outcome({"account": email}, f"{email} is closed and signed out everywhere.")
