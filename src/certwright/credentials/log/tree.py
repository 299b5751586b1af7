"""The tree over its tiles: appending, the root of any size, and both proofs, from the few tiles each of them needs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from certwright.credentials.flaws import Flawed
from certwright.credentials.log.hashing import EMPTY_ROOT, node_hash, perfect_root, split
from certwright.credentials.log.tiles import WIDTH, Tile, hashes_of

ReadTile = Callable[[Tile], bytes]
"""Gives the file of a tile, or of the same tile when it was wider: partial tiles may be gone once they are full."""

_HEIGHT = 8


def grown(size: int, leaves: Sequence[bytes], read: ReadTile) -> Iterator[tuple[Tile, bytes]]:
    """The tiles to write when ``leaves`` (hashes of entries) come after the first ``size`` ones.

    Only the partial tiles of the right edge are read.
    """
    level, count, new = 0, size, list(leaves)
    while new:
        width = count % WIDTH
        begun = hashes_of(_cut(read(Tile(level, count // WIDTH, width)), width), Tile(level, 0, width)) if width else []
        together, roots = begun + new, []
        for at in range(0, len(together), WIDTH):
            part = together[at : at + WIDTH]
            yield Tile(level, (count + at) // WIDTH, len(part)), b"".join(part)
            if len(part) == WIDTH:
                roots.append(perfect_root(part))
        level, count, new = level + 1, count // WIDTH, roots


def _cut(content: bytes, width: int) -> bytes:
    return content[: width * 32]


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree of the first ``size`` entries of a log whose tiles ``read`` gives."""

    size: int
    read: ReadTile
    _tiles: dict[Tile, list[bytes]] = field(default_factory=dict, repr=False, compare=False)

    def root(self) -> bytes:
        """The root hash."""
        return self._range(0, self.size) if self.size else EMPTY_ROOT

    def inclusion(self, index: int) -> list[bytes]:
        """The proof that the entry at ``index`` is in the tree. Raises :class:`Flawed` for an index outside."""
        if not 0 <= index < self.size:
            raise Flawed("proof-outside-the-tree", index=index, size=self.size)
        proof, first, last = [], 0, self.size
        while last - first > 1:
            middle = first + split(last - first)
            if index < middle:
                proof.append(self._range(middle, last))
                last = middle
            else:
                proof.append(self._range(first, middle))
                first = middle
        return proof[::-1]

    def consistency(self, old: int) -> list[bytes]:
        """The proof that the tree of ``old`` entries is a beginning of this one. Raises :class:`Flawed` if not."""
        if not 0 < old <= self.size:
            raise Flawed("proof-outside-the-tree", index=old, size=self.size)
        proof, first, last, seen = [], 0, self.size, True
        while old < last:
            middle = first + split(last - first)
            if old <= middle:
                proof.append(self._range(middle, last))
                last = middle
            else:
                proof.append(self._range(first, middle))
                first, seen = middle, False
        if not seen:
            proof.append(self._range(first, last))
        return proof[::-1]

    def _range(self, first: int, last: int) -> bytes:
        """The root over the entries from ``first`` to before ``last``; ``first`` is aligned as RFC 6962 splits."""
        count = last - first
        if count & count - 1 == 0:
            height = count.bit_length() - 1
            return self._node(height, first >> height)
        middle = first + split(count)
        return node_hash(self._range(first, middle), self._range(middle, last))

    def _node(self, height: int, index: int) -> bytes:
        """The root of a perfect subtree: the ``index``-th one of 2 to the ``height`` entries."""
        level, inner = divmod(height, _HEIGHT)
        first = index << inner
        hashes = self._tile(level, first // WIDTH)
        return perfect_root(hashes[first % WIDTH : first % WIDTH + (1 << inner)])

    def _tile(self, level: int, index: int) -> list[bytes]:
        width = min(WIDTH, (self.size >> _HEIGHT * level) - index * WIDTH)
        tile = Tile(level, index, width)
        if tile not in self._tiles:
            self._tiles[tile] = hashes_of(_cut(self.read(tile), width), tile)
        return self._tiles[tile]
