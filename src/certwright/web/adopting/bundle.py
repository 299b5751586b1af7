"""A text and all that it rests on, in the order in which a body can adopt them."""

from collections.abc import Collection
from datetime import date

from certwright.packs.library import Library, UnknownPack, Volume


def bundle(library: Library, pack: str, edition: str, adopted: Collection[str], today: date) -> tuple[Volume, ...]:
    """``pack`` in ``edition``, after everything it refers to that is not in ``adopted``; each text once.

    Of what it refers to without an edition, the one valid on ``today`` is taken, or the latest.

    Raises:
        UnknownPack: the library does not hold one of them.
    """
    found: dict[str, Volume] = {}
    _collect(library, library.get(pack, edition), frozenset(adopted) - {pack}, today, found)
    return tuple(found.values())


def _collect(library: Library, one: Volume, adopted: Collection[str], today: date, found: dict[str, Volume]) -> None:
    for reference in one.pack.references():
        if reference.pack == one.pack.pack or reference.pack in adopted or reference.pack in found:
            continue
        editions = library.valid_on(reference.pack, today) or library.editions(reference.pack)
        if reference.edition:
            editions = (library.get(reference.pack, reference.edition),)
        if not editions:
            raise UnknownPack(f"no pack {reference.pack}, which {one.name} rests on")
        _collect(library, editions[0], adopted, today, found)
    found[one.pack.pack] = one
