"""Packs together: each with the text it was read from, found by name, edition, kind and day.

Old cases read the text they were pinned to, so a library holds several editions of a pack at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from certwright.packs.load import digest, read_pack
from certwright.packs.model.base import Pack

P = TypeVar("P", bound=Pack)


@dataclass(frozen=True, slots=True)
class Volume:
    """A pack with its exact text, and the text's digest (``sha256:…``) by which it is pinned.

    ``origin`` is the name of the file that it was shipped in, if it was: ``accreditation/side-by-side.yaml``.
    """

    text: str = field(repr=False)
    digest: str
    pack: Pack = field(repr=False)
    origin: str | None = None

    @property
    def name(self) -> str:
        """Pack and edition, as people say it: ``iso-iec-17065 2012``."""
        return f"{self.pack.pack} {self.pack.edition}"


def volume(text: str, origin: str | None = None) -> Volume:
    """Read ``text`` into a volume. Raises :class:`~.problem.PackRefused`."""
    return Volume(text, digest(text), read_pack(text), origin)


class UnknownPack(LookupError):
    """The library holds no pack of that name, edition or digest."""


class Library:
    """An immutable collection of volumes, in the order in which they were given."""

    __slots__ = ("_by_digest", "_by_name", "_volumes")

    def __init__(self, volumes: Iterable[Volume]) -> None:
        """Raises ``ValueError`` if two different texts claim the same pack and edition."""
        self._volumes = tuple(volumes)
        self._by_name: dict[tuple[str, str], Volume] = {}
        self._by_digest: dict[str, Volume] = {}
        for one in self._volumes:
            other = self._by_name.setdefault((one.pack.pack, one.pack.edition), one)
            if other.digest != one.digest:
                raise ValueError(f"two texts claim to be {one.name}: {other.digest} and {one.digest}")
            self._by_digest.setdefault(one.digest, one)

    def __iter__(self) -> Iterator[Volume]:
        return iter(self._volumes)

    def __len__(self) -> int:
        return len(self._volumes)

    def get(self, pack_id: str, edition: str) -> Volume:
        """The one volume of that pack and edition. Raises :class:`UnknownPack`."""
        try:
            return self._by_name[pack_id, edition]
        except KeyError:
            known = ", ".join(one.pack.edition for one in self.editions(pack_id)) or "none"
            raise UnknownPack(f"no edition {edition} of the pack {pack_id} (editions held: {known})") from None

    def by_digest(self, wanted: str) -> Volume:
        """The volume whose text has that digest. Raises :class:`UnknownPack`."""
        try:
            return self._by_digest[wanted]
        except KeyError:
            raise UnknownPack(f"no pack with the digest {wanted}") from None

    def editions(self, pack_id: str) -> tuple[Volume, ...]:
        """Every edition of a pack, latest ``valid_from`` first; an open beginning counts as earliest."""
        found = [one for one in self._volumes if one.pack.pack == pack_id]
        return tuple(sorted(found, key=lambda one: one.pack.valid_from or date.min, reverse=True))

    def valid_on(self, pack_id: str, day: date) -> tuple[Volume, ...]:
        """The editions of a pack that are valid on ``day``, latest first: several during a transition, or none."""
        return tuple(one for one in self.editions(pack_id) if one.pack.is_valid_on(day))

    def of_kind(self, model: type[P]) -> tuple[P, ...]:
        """Every pack that ``model`` reads, such as all :class:`~.model.clauses.ClausePack`."""
        return tuple(one.pack for one in self._volumes if isinstance(one.pack, model))
