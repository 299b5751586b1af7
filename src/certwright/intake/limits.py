"""How much is read at most: a file that would fill memory or disk is refused in words before it does."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of a file as stored and unpacked, how many times larger unpacking may make it, and the longest cell."""

    stored: int = 200_000_000
    unpacked: int = 1_000_000_000
    ratio: int = 200
    cell: int = 100_000
    columns: int = 500


USUAL = Limits()
