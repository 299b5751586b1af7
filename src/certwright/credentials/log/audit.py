"""Looking through a whole log for files that were changed: what a monitor does (C2SP tlog-tiles)."""

from collections.abc import Iterator

from certwright.credentials.flaws import Flaw, Flawed, flaw
from certwright.credentials.log.checkpoint import Checkpoint
from certwright.credentials.log.hashing import leaf_hash, perfect_root
from certwright.credentials.log.tiles import WIDTH, Tile, entries_of, hashes_of
from certwright.credentials.log.tree import ReadTile, Tree


def changed_files(checkpoint: Checkpoint, read: ReadTile) -> Iterator[Flaw]:
    """Every two files that do not fit together, one of which was changed; and whether the root is another.

    ``read`` gives tiles and bundles exactly as wide as asked for.
    """
    try:
        if Tree(checkpoint.size, read).root() != checkpoint.root:
            yield flaw("log-has-another-root", size=checkpoint.size)
    except Flawed as found:
        yield found.flaw
    for tile in tiles(checkpoint.size):
        if tile.level == 0:
            yield from _differing(Tile(None, tile.index, tile.width), tile, read)
        if tile.width == WIDTH:
            yield from _differing(tile, _parent(tile, checkpoint.size), read)


def tiles(size: int) -> Iterator[Tile]:
    """Every tile of a tree, from its leaves up."""
    level, count = 0, size
    while count:
        full, rest = divmod(count, WIDTH)
        yield from (Tile(level, index) for index in range(full))
        if rest:
            yield Tile(level, full, rest)
        level, count = level + 1, full


def _parent(tile: Tile, size: int) -> Tile:
    level, index = (tile.level or 0) + 1, tile.index // WIDTH
    return Tile(level, index, min(WIDTH, (size >> 8 * level) - index * WIDTH))


def _differing(below: Tile, above: Tile, read: ReadTile) -> Iterator[Flaw]:
    try:
        expected = hashes_of(read(above), above)
        if below.level is None:
            fits = [leaf_hash(entry) for entry in entries_of(read(below), below)] == expected
        else:
            fits = perfect_root(hashes_of(read(below), below)) == expected[below.index % WIDTH]
    except Flawed as found:
        yield found.flaw
        return
    if not fits:
        yield flaw("tiles-do-not-fit", path=below.path, above=above.path)
