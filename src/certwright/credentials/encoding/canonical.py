"""Canonical JSON (RFC 8785): one value, one text, whoever writes it. Digests and log entries are taken over it."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

import rfc8785

from certwright.credentials.flaws import Flawed

Json = Mapping[str, Any] | Sequence[Any] | str | int | float | bool | None


def canonical(value: Json) -> bytes:
    """The canonical text of a JSON value, as UTF-8.

    Raises :class:`Flawed` for what RFC 8785 has no text for: whole numbers beyond 2^53 − 1, NaN, lone surrogates.
    """
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as why:
        raise Flawed("not-canonical", why=why) from why


def digest(value: Json) -> bytes:
    """The SHA-256 of the canonical text."""
    return sha256(canonical(value)).digest()
