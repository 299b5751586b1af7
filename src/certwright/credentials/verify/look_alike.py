"""Domains made to be mistaken for another: other letters that look the same, one letter more, less or swapped."""

from collections.abc import Iterable

_ALIKE = str.maketrans("0135", "oles")
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("i", "l"), ("-", ""))
_LETTERS = dict(zip("аеорсухіјѕԁɡһӏνωα", "aeopcyxijsdghlvwa", strict=True))
"""Cyrillic, Greek and other letters → the Latin letter they are drawn like (Unicode TR 39, the usual ones)."""


def looked_alike(shown: str, known: Iterable[str]) -> str | None:
    """The known domain that ``shown`` could be mistaken for; ``None`` if it is like none, or is one of them."""
    names = list(known)
    if shown in names:
        return None
    return next((name for name in names if _near(_drawn(shown), _drawn(name))), None)


def _drawn(domain: str) -> str:
    """The domain as the eye takes it in."""
    try:
        text = domain.encode("ascii").decode("idna")
    except UnicodeError:
        text = domain
    text = "".join(_LETTERS.get(letter, letter) for letter in text.casefold()).translate(_ALIKE)
    for pair, single in _PAIRS:
        text = text.replace(pair, single)
    return text


def _near(one: str, other: str) -> bool:
    """Whether one is the other, with one letter changed, added, taken away, or two neighbours swapped."""
    if one == other or one.partition(".")[0] == other.partition(".")[0]:
        return True
    short, long = sorted((one, other), key=len)
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[:at] + short[at : at + 2][::-1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long
