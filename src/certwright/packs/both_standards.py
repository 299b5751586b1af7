"""The two accreditation standards as the program ships them: their clauses, and the comparison of the two."""

from collections.abc import Mapping
from functools import cache

from certwright.packs.model.clauses import ClausePack
from certwright.packs.model.side_by_side import SideBySide
from certwright.packs.shipped import library

STANDARDS: Mapping[str, str] = {"17065": "iso-iec-17065", "17021-1": "iso-iec-17021-1"}
"""What a standard is called for short, on the command line and in addresses, and its pack."""


@cache
def clauses_of(pack: str) -> ClausePack:
    """The clauses of a standard, by the name of its pack. Raises ``IndexError`` if the program ships no such pack."""
    found = library().editions(pack)[0].pack
    assert isinstance(found, ClausePack)
    return found


@cache
def comparison() -> SideBySide:
    """The rows that set the two standards side by side."""
    return next(iter(library().of_kind(SideBySide)))
