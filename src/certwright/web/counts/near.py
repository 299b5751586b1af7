"""What was counted for somebody lately, in the memory of this process: a convenience, never needed."""

from collections.abc import Mapping

from django.core.cache import caches

SECONDS = 60


def kept(user: int) -> Mapping[str, int] | None:
    """The counts of the last minute; ``None`` where there are none."""
    found: Mapping[str, int] | None = caches["near"].get(_key(user))
    return found


def keep(user: int, counted: Mapping[str, int]) -> None:
    """Keep counts for a minute."""
    caches["near"].set(_key(user), dict(counted), SECONDS)


def forget(user: int) -> None:
    """Count anew with the next page: something was recorded."""
    caches["near"].delete(_key(user))


def _key(user: int) -> str:
    return f"counts:{user}"
