"""Keeping drafts: saved while somebody types, erased as soon as what they typed is on record or thrown away."""

from collections.abc import Mapping
from typing import Any

from certwright.drafts.models import Draft


def save(user: int, dossier: str, act: str, content: Mapping[str, Any]) -> Draft:
    """Keep what was typed, in place of what was kept before."""
    kept, _ = Draft.objects.update_or_create(
        user_id=user, dossier=dossier, act=act, defaults={"content": dict(content)}
    )
    return kept


def pass_on(user: int, dossier: str, act: str, content: Mapping[str, Any], passed_by: str) -> bool:
    """Give a copy of a draft to somebody else, unless they have begun the same themselves."""
    _, made = Draft.objects.get_or_create(
        user_id=user, dossier=dossier, act=act, defaults={"content": dict(content), "passed_by": passed_by}
    )
    return made


def erase(user: int, dossier: str, act: str) -> None:
    """Throw a draft away; that there is none is no error."""
    Draft.objects.filter(user_id=user, dossier=dossier, act=act).delete()
