"""What a verdict is made from: what was shown, what the verifier expects, knows, and has fetched by itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from certwright.credentials.did.document import DidDocument, Method
from certwright.credentials.did.web import domain
from certwright.credentials.documents.findings import DocumentFindings
from certwright.credentials.log.checkpoint import Checkpoint
from certwright.credentials.log.note import NoteKey
from certwright.credentials.signing.public_key import Algorithm
from certwright.credentials.signing.purpose import Purpose


@dataclass(frozen=True, slots=True)
class Issuer:
    """A certification body the verifier knows: its document, resolved from its domain, and the name of its log."""

    document: DidDocument
    log_origin: str

    @property
    def domain(self) -> str:
        """The body's domain."""
        return domain(self.document.did)

    @property
    def log_keys(self) -> tuple[NoteKey, ...]:
        """The keys the body's log signs with. After a compromise the log signs the same tree with another key."""
        return self._keys(lambda method: method.revoked is None)

    @property
    def lost_log_keys(self) -> tuple[NoteKey, ...]:
        """Keys of the log that may be in other hands: what they signed proves nothing, nor does it speak against it."""
        return self._keys(lambda method: method.revoked is not None)

    def _keys(self, counts: Callable[[Method], bool]) -> tuple[NoteKey, ...]:
        methods = [one for one in self.document.of(Purpose.CHECKPOINT) if counts(one)]
        return tuple(NoteKey(self.log_origin, one.key) for one in methods if one.key.algorithm is Algorithm.ED25519)


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody shows: an envelope (JWT), a log proof, a document; the last two may bring the others along."""

    envelope: str | None = None
    proof: str | None = None
    document: DocumentFindings | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What it is shown for: the number or public id asked about (printed, or behind a QR code), the holder named."""

    number: str | None = None
    id: str | None = None
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class LogView:
    """The log as the verifier sees it now: its checkpoint, and proofs of consistency from earlier sizes to it.

    ``remembered`` is the last checkpoint the verifier saw before; ``consistency`` holds proofs by old size.
    """

    checkpoint: str
    remembered: Checkpoint | None = None
    consistency: Mapping[int, tuple[bytes, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AtHand:
    """What the verifier has by itself: the bodies it knows, by DID; the time; signed lists and answers; the log.

    ``status_lists`` and ``register_answer`` are envelopes. ``witnesses`` are keys whose cosignatures count.
    """

    now: datetime
    issuers: Mapping[str, Issuer]
    status_lists: tuple[str, ...] = ()
    register_answer: str | None = None
    log: LogView | None = None
    witnesses: tuple[NoteKey, ...] = ()
