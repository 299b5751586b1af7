"""The transparency log: what was attested, suspended or withdrawn, in an order nobody can change unseen.

C2SP tlog-tiles, tlog-checkpoint, signed-note, tlog-cosignature, tlog-proof and tlog-witness over the Merkle tree of
RFC 6962 with SHA-256. Everything here is a function of bytes; where tiles lie and who serves them is decided elsewhere.
"""

from certwright.credentials.log.audit import changed_files
from certwright.credentials.log.checkpoint import Checkpoint, next_checkpoint, opened_checkpoint, read_checkpoint
from certwright.credentials.log.event import Event, EventKind, hidden, read_event
from certwright.credentials.log.hashing import leaf_hash
from certwright.credentials.log.note import COSIGNATURE_V1, Note, NoteKey, note_key, read_note
from certwright.credentials.log.proof_file import LogProof, read_proof
from certwright.credentials.log.tiles import Tile, bundles, tile_of
from certwright.credentials.log.tree import Tree, grown
from certwright.credentials.log.witness import Request, Witness, accepted

__all__ = [
    "COSIGNATURE_V1",
    "Checkpoint",
    "Event",
    "EventKind",
    "LogProof",
    "Note",
    "NoteKey",
    "Request",
    "Tile",
    "Tree",
    "Witness",
    "accepted",
    "bundles",
    "changed_files",
    "grown",
    "hidden",
    "leaf_hash",
    "next_checkpoint",
    "note_key",
    "opened_checkpoint",
    "read_checkpoint",
    "read_event",
    "read_note",
    "read_proof",
    "tile_of",
]
