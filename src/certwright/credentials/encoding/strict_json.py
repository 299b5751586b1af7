"""JSON from outside: no name twice, no NaN, not too deep, not too long.

A name that stands twice is read differently by different programs (RFC 8259 section 4), which is how a signed text
comes to say two things.
"""

import json
from typing import Any, NoReturn

from certwright.credentials.flaws import Flawed

LONGEST = 1_000_000
"""Bytes: far beyond any credential (an official sample has 9,000)."""
DEEPEST = 60


def parsed(text: bytes, *, longest: int = LONGEST) -> dict[str, Any]:
    """The JSON object that ``text`` (UTF-8) holds. Raises :class:`Flawed` for anything else."""
    if len(text) > longest:
        raise Flawed("too-large", bytes=len(text), most=longest)
    try:
        found = json.loads(text.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as why:
        raise Flawed("not-json", why=why) from why
    if not isinstance(found, dict):
        raise Flawed("not-a-json-object")
    if _deeper_than(DEEPEST, found):
        raise Flawed("too-deep", most=DEEPEST)
    return found


def _deeper_than(most: int, found: dict[str, Any]) -> bool:
    level: list[Any] = [found]
    for _ in range(most):
        level = [
            inner
            for one in level
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise Flawed("name-twice", name=next(name for name in names if names.count(name) > 1))
    return found


def _no_constant(name: str) -> NoReturn:
    raise Flawed("not-json", why=f"{name} is no JSON number")
