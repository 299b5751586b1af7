"""Closing an account: nobody signs in to it any more, and whoever is signed in to it is not from this moment on."""

import logging
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from certwright.accounts.models import Invitation, User

log = logging.getLogger("certwright.accounts")


def close(account: User, by: str, now: datetime) -> None:
    """Close ``account``: end its sessions, withdraw its links. What was done with it stays as it was recorded."""
    with transaction.atomic():
        account.is_active = False
        account.closed_at = now
        account.save(update_fields=["is_active", "closed_at"])
        Invitation.objects.filter(account=account, used_at=None).update(withdrawn_at=now)
        end_sessions(account)
    log.info("%s closed the account of %s", by, account.email)


def reopen(account: User, by: str) -> None:
    """Open a closed account again. Its password still holds; a new link may be made for it."""
    account.is_active = True
    account.closed_at = None
    account.save(update_fields=["is_active", "closed_at"])
    log.info("%s opened the account of %s again", by, account.email)


def end_sessions(account: User) -> None:
    """Sign ``account`` out on every machine."""
    for session in UserSession.objects.filter(user=account):
        session.end()


def remove_second_factors(account: User, by: str) -> None:
    """Take away passkeys, authenticator app and recovery codes: they are lost. The password is asked for alone then."""
    Authenticator.objects.filter(user=account).delete()
    end_sessions(account)
    log.info("%s removed the second factors of %s", by, account.email)
