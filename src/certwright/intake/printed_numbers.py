"""Certificate numbers are shown as printed; beside that they have a normal form, by which near-duplicates are found.

Two numbers that differ in blanks, dashes, case or look-alike letters only are told to somebody, and never merged.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

_DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_NO_LETTER = re.compile(r"[^0-9A-Z]")


def normal_form(printed: str) -> str:
    """The letters and digits of a number, in capitals, without accents, blanks, dashes and dots."""
    plain = unicodedata.normalize("NFKD", _DASHES.sub("-", printed)).upper()
    return _NO_LETTER.sub("", plain)


def near_duplicates(numbers: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Normal form → the ways its number is printed, where there are several."""
    printed: dict[str, set[str]] = defaultdict(set)
    for number in numbers:
        printed[normal_form(number)].add(number)
    return {normal: tuple(sorted(ways)) for normal, ways in sorted(printed.items()) if len(ways) > 1}
