"""Acts that are not there: known by the position nobody has, by the place in a dossier nobody has, or by both."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from certwright.journal.verifying.fault import Place


@dataclass(frozen=True, slots=True)
class _Lost:
    """Acts a dossier lacks, ``first`` to ``last`` by sequence number, recorded between two positions."""

    dossier: str
    first: int
    last: int
    after: int
    before: int | None


@dataclass
class Missing:
    """What is missing so far. An act that turns up elsewhere, out of its place, is not missing."""

    _gaps: list[tuple[int, int]] = field(default_factory=list)
    _lost: dict[tuple[str, int], _Lost] = field(default_factory=dict)
    _found: set[int] = field(default_factory=set)
    _found_in: set[tuple[str, int]] = field(default_factory=set)

    def gap(self, first: int, last: int) -> None:
        """No act stands at the positions ``first`` to ``last``."""
        self._gaps.append((first, last))

    def lost(self, dossier: str, first: int, last: int, after: int, before: int | None) -> None:
        """A dossier lacks acts that were recorded after one position and before another (``None``: the end)."""
        self._lost.setdefault((dossier, first), _Lost(dossier, first, last, after, before))

    def found(self, position: int, dossier: str, seq: int) -> None:
        """This act is there, if not in its place."""
        self._found.add(position)
        self._found_in.add((dossier, seq))

    @property
    def furthest(self) -> int:
        """The last position of an act that turned up elsewhere."""
        return max(self._found, default=0)

    def places(self) -> Iterator[Place]:
        """Each missing act or run of acts. Where one position and one act of a dossier fit, they are the same act."""
        gaps = [piece for gap in self._gaps for piece in self._pieces(*gap)]
        lost = [item for item in self._lost.values() if (item.dossier, item.first) not in self._found_in]
        for item in lost:
            fitting = [gap for gap in gaps if _fits(item, gap)]
            if len(fitting) == 1:
                gaps.remove(fitting[0])
                (first, last), several = fitting[0], item.first != item.last
                yield Place(position=first, last=last if several else None, dossier=item.dossier, seq=item.first)
            else:
                yield Place(dossier=item.dossier, seq=item.first)
        for first, last in gaps:
            yield Place(position=first, last=last if last > first else None)

    def _pieces(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """What is left of a gap without the positions whose act turned up elsewhere."""
        for found in sorted(position for position in self._found if first <= position <= last):
            if first < found:
                yield first, found - 1
            first = found + 1
        if first <= last:
            yield first, last


def _fits(lost: _Lost, gap: tuple[int, int]) -> bool:
    first, last = gap
    return last - first == lost.last - lost.first and lost.after < first and (lost.before is None or last < lost.before)
