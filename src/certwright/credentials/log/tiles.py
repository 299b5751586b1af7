"""Tiles and bundles: the files of a log, their names and what is in them (C2SP tlog-tiles)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from certwright.credentials.flaws import Flawed
from certwright.credentials.log.hashing import HASH_BYTES

WIDTH = 256
"""Hashes of a full tile, entries of a full bundle."""
LARGEST_ENTRY = 65_535
"""Bytes: the length of an entry is written in two."""

_PATH = re.compile(
    r"^tile/(?P<level>entries|0|[1-9][0-9]?)/(?P<index>(x[0-9]{3}/)*[0-9]{3})(\.p/(?P<width>[1-9][0-9]{0,2}))?$"
)


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile of ``width`` hashes (1 to 256) at ``level``. The tile of level ``None`` is a bundle of entries."""

    level: int | None
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """The file's path below the log's prefix: ``tile/0/x001/x234/067.p/12``."""
        number = f"{self.index:03}"
        number = number.zfill(-(-len(number) // 3) * 3)
        groups = [number[at : at + 3] for at in range(0, len(number), 3)]
        part = "" if self.width == WIDTH else f".p/{self.width}"
        level = "entries" if self.level is None else self.level
        return f"tile/{level}/{'/'.join([*(f'x{group}' for group in groups[:-1]), groups[-1]])}{part}"


def tile_of(path: str) -> Tile:
    """The tile a path names. Raises :class:`Flawed` for any path but the one :attr:`Tile.path` writes."""
    found = _PATH.match(path)
    if found is None:
        raise Flawed("not-a-tile", path=path)
    level = None if found["level"] == "entries" else int(found["level"])
    tile = Tile(level, int(found["index"].replace("x", "").replace("/", "")), int(found["width"] or WIDTH))
    if tile.path != path or (level is not None and level > 63):
        raise Flawed("not-a-tile", path=path)
    return tile


def hashes_of(content: bytes, tile: Tile) -> list[bytes]:
    """The hashes of a tile's file. Raises :class:`Flawed` if it has another size than its name says."""
    if len(content) != tile.width * HASH_BYTES:
        raise Flawed("tile-of-another-size", path=tile.path, bytes=len(content))
    return [content[at : at + HASH_BYTES] for at in range(0, len(content), HASH_BYTES)]


def bundle(entries: Iterable[bytes]) -> bytes:
    """A bundle's file: each entry with its length before it. Raises :class:`Flawed` for an entry that is too long."""
    return b"".join(len(checked(entry)).to_bytes(2) + entry for entry in entries)


def checked(entry: bytes) -> bytes:
    """The entry. Raises :class:`Flawed` if it is longer than a bundle can say."""
    if len(entry) > LARGEST_ENTRY:
        raise Flawed("entry-too-long", bytes=len(entry), most=LARGEST_ENTRY)
    return entry


def entries_of(content: bytes, tile: Tile) -> list[bytes]:
    """The entries of a bundle's file. Raises :class:`Flawed` if there are more or fewer than its name says."""
    found, at = [], 0
    while at < len(content):
        length = int.from_bytes(content[at : at + 2])
        found.append(content[at + 2 : at + 2 + length])
        at += 2 + length
    if at != len(content) or len(found) != tile.width:
        raise Flawed("tile-of-another-size", path=tile.path, bytes=len(content))
    return found


def bundles(first: int, before: Sequence[bytes], entries: Sequence[bytes]) -> Iterator[tuple[Tile, bytes]]:
    """The bundles that ``entries`` fill from index ``first`` on. ``before`` are the entries of the partial bundle."""
    start = first - len(before)
    together = [*before, *entries]
    for at in range(0, len(together), WIDTH):
        part = together[at : at + WIDTH]
        yield Tile(None, (start + at) // WIDTH, len(part)), bundle(part)
