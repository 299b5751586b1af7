"""Inviting somebody to an account: a link, handed over by whoever invites, that works once and for some days."""

import hashlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from certwright.accounts.models import Invitation, User

TOKEN_BYTES = 32
"""How much chance a link holds: nobody guesses 256 bits."""

Chance = Callable[[int], str]
"""Gives text of so many random bytes that fits into an address: ``secrets.token_urlsafe``."""

log = logging.getLogger("certwright.accounts")


def invite(account: User, by: str, now: datetime, days: int, chance: Chance) -> str:
    """Make a link for ``account`` and give back what it holds. Links made for it before stop working."""
    token = chance(TOKEN_BYTES)
    with transaction.atomic():
        _open(account).update(withdrawn_at=now)
        Invitation.objects.create(
            account=account,
            digest=_digest(token),
            made_by=by,
            made_at=now,
            expires_at=now + timedelta(days=days),
        )
    log.info("%s made an invitation for %s", by, account.email)
    return token


def invited(token: str, now: datetime) -> Invitation | None:
    """The invitation of a link, if it may still be used; why it may not is told to nobody who holds an old link."""
    found = _usable(now).filter(digest=_digest(token)).select_related("account").first()
    return found if found and found.account.is_active else None


def accept(invitation: Invitation, password: str, now: datetime) -> bool:
    """Set the password and use the link up. ``False``: it was used, withdrawn or ended in the meantime."""
    with transaction.atomic():
        if not _usable(now).filter(pk=invitation.pk).update(used_at=now):
            return False
        account = User.objects.select_for_update().get(pk=invitation.account_id)
        account.set_password(password)
        account.save(update_fields=["password"])
    log.info("%s accepted an invitation", account.email)
    return True


def open_until(account: User, now: datetime) -> datetime | None:
    """When the link that was made for the account ends, if it has one that can still be used."""
    return _usable(now).filter(account=account).values_list("expires_at", flat=True).first()


def _open(account: User) -> QuerySet[Invitation]:
    return Invitation.objects.filter(account=account, used_at=None, withdrawn_at=None)


def _usable(now: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(used_at=None, withdrawn_at=None, expires_at__gt=now)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
