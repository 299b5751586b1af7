"""A copy of a body's transparency log in a folder: its checkpoint, tiles and bundles (C2SP tlog-tiles)."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from certwright.cli.outcome import BadInput, Problem
from certwright.cli.shown_files import content_of, problem, text_of
from certwright.credentials.flaws import Flawed
from certwright.credentials.log import Checkpoint, Tile, Tree, changed_files, read_checkpoint, read_note, read_proof
from certwright.credentials.log.tiles import LARGEST_ENTRY, WIDTH, bundle, entries_of, hashes_of
from certwright.credentials.verify import LogView

_LARGEST_FILE = WIDTH * (LARGEST_ENTRY + 2)
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class LogFolder:
    """The folder that holds ``checkpoint`` and ``tile/…`` as the log's server gives them."""

    folder: Path

    def read(self, tile: Tile) -> bytes:
        """A tile or bundle exactly as wide as asked for, also where only a wider one is left.

        Raises BadInput if none is there, :class:`Flawed` if a wider one is not what its name says.
        """
        wider = (Tile(tile.level, tile.index, width) for width in range(tile.width, WIDTH + 1))
        found = next((one for one in wider if (self.folder / one.path).is_file()), None)
        if found is None:
            says = f"The log lacks its file {tile.path}."
            raise BadInput(Problem(says, "Copy the log again.", str(self.folder)))
        content = content_of(self.folder / found.path, _LARGEST_FILE)
        if found == tile:
            return content
        if tile.level is None:
            return bundle(entries_of(content, found)[: tile.width])
        return b"".join(hashes_of(content, found)[: tile.width])

    def view(self, proof: str | None) -> LogView:
        """The log as it is now, proven to continue the log proof shown, if it does.

        Raises BadInput for a copy that is not what its checkpoint says: file by file.
        """
        path = self.folder / "checkpoint"
        text = text_of(path)
        try:
            latest = read_checkpoint(read_note(text))
        except Flawed as found:
            raise BadInput(problem(found.flaw, path)) from found
        if changed := list(islice(changed_files(latest, self.read), _SHOWN)):
            raise BadInput(*(problem(one, self.folder) for one in changed))
        earlier = _checkpoint_of(proof)
        if earlier is None or not 0 < earlier.size < latest.size:
            return LogView(text)
        return LogView(text, None, {earlier.size: tuple(Tree(latest.size, self.read).consistency(earlier.size))})


def _checkpoint_of(proof: str | None) -> Checkpoint | None:
    """The checkpoint a log proof stands on; ``None`` without one, or where the verdict will say what is wrong."""
    try:
        return None if proof is None else read_checkpoint(read_note(read_proof(proof).checkpoint))
    except Flawed:
        return None
