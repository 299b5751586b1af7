"""A log in memory: tiles in a dictionary, grown as the program grows them."""

from certwright.credentials.log.hashing import leaf_hash
from certwright.credentials.log.tiles import WIDTH, Tile, bundles
from certwright.credentials.log.tree import Tree, grown


class Log:
    """Entries and their tiles."""

    def __init__(self) -> None:
        self.entries: list[bytes] = []
        self.files: dict[str, bytes] = {}

    def read(self, tile: Tile) -> bytes:
        """The file of a tile, or of the same tile when it was wider."""
        wider = (Tile(tile.level, tile.index, width).path for width in range(tile.width, WIDTH + 1))
        return self.files[next(path for path in wider if path in self.files)]

    def add(self, *entries: bytes) -> None:
        """Append entries."""
        for tile, content in grown(len(self.entries), [leaf_hash(entry) for entry in entries], self.read):
            self.files[tile.path] = content
        begun = len(self.entries) % WIDTH
        for tile, content in bundles(len(self.entries), self.entries[len(self.entries) - begun :], entries):
            self.files[tile.path] = content
        self.entries.extend(entries)

    def tree(self, size: int | None = None) -> Tree:
        """The tree of the first ``size`` entries, or of all."""
        return Tree(len(self.entries) if size is None else size, self.read)


def log_of(count: int) -> Log:
    """A log of entries ``0``, ``1``, …"""
    log = Log()
    log.add(*(str(at).encode() for at in range(count)))
    return log
