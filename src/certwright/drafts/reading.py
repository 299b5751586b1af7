"""Reading drafts: each person their own, nobody anybody else's."""

from collections.abc import Sequence

from certwright.drafts.models import Draft

MOST = 50
"""How many drafts are listed at most."""


def of(user: int, dossier: str, act: str) -> Draft | None:
    """The draft of somebody for an act in a dossier, if they began one."""
    return Draft.objects.filter(user_id=user, dossier=dossier, act=act).first()


def drafts_of(user: int) -> Sequence[Draft]:
    """The drafts of somebody, the one saved last first, without what was typed."""
    return list(Draft.objects.filter(user_id=user).defer("content").order_by("-saved_at")[:MOST])
