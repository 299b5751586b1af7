"""A body that publishes: its keys, log, lists and register; its certificates; and somebody who verifies them."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from typing import Any

from certwright.core.dossiers.certification import Standing
from certwright.credentials.content import CertificateContent
from certwright.credentials.did.document import did_document, read_document
from certwright.credentials.documents.data import Attached, Marks, document_data
from certwright.credentials.documents.sealing import sealed
from certwright.credentials.documents.setting import Press
from certwright.credentials.documents.template import shipped
from certwright.credentials.jose import signed
from certwright.credentials.log.checkpoint import Checkpoint, next_checkpoint, read_checkpoint
from certwright.credentials.log.event import Event, EventKind
from certwright.credentials.log.note import Note
from certwright.credentials.log.proof_file import LogProof
from certwright.credentials.signing.file_key import FileSigner
from certwright.credentials.signing.history import KeyHistory, KeyTerm
from certwright.credentials.status.answer import RegisterAnswer, answer_credential
from certwright.credentials.status.status_credential import StatusPurpose, status_list_credential
from certwright.credentials.untp import conformity_credential
from certwright.credentials.verify import AtHand, Issuer, LogView, Shown
from credentials.certificates import system_certificate
from credentials.keys import ed25519, es256
from credentials.logs import Log
from credentials.publishing import ADDRESS, DID, INDEX, LISTS, ORIGIN, publication
from credentials.seals import seal

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ISSUED = datetime(2025, 4, 11, 9, tzinfo=UTC)
LOG_ORIGIN = "certification.example/log"
PUBLIC_ID = "7Q2M0ZK4TB"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

PRESS = Press(shipped())
CREDENTIAL_KEY, STATUS_KEY = es256("credential-2025-01", 11), es256("status-list-2025-01", 12)
CHECKPOINT_KEY = ed25519("checkpoint-2025-01", 13)


@dataclass(frozen=True)
class World:
    """The body on 2 March 2026, its certificate issued on 11 April 2025. What is changed in a case is given anew."""

    content: CertificateContent = field(default_factory=system_certificate)
    compromised: datetime | None = None
    more_keys: tuple[KeyTerm, ...] = ()
    revoked: frozenset[int] = frozenset()
    suspended: frozenset[int] = frozenset()
    listed: datetime = NOW - timedelta(hours=1)
    standing: Standing = Standing.VALID
    in_force: int = 1
    answered: datetime = NOW - timedelta(minutes=1)
    documents: tuple[str, ...] = ()

    @property
    def history(self) -> KeyHistory:
        terms = (
            KeyTerm(CREDENTIAL_KEY.key_id, CREDENTIAL_KEY.public, LONG_AGO, compromised_on=self.compromised),
            KeyTerm(STATUS_KEY.key_id, STATUS_KEY.public, LONG_AGO),
            KeyTerm(CHECKPOINT_KEY.key_id, CHECKPOINT_KEY.public, LONG_AGO),
            KeyTerm(seal().signer.key_id, seal().signer.public, LONG_AGO, certificates=seal().certificates),
        )
        return KeyHistory((*terms, *self.more_keys))

    @property
    def identity(self) -> dict[str, Any]:
        """The body's identity document, as its domain gives it."""
        return did_document(DID, self.history, ())

    @property
    def issuer(self) -> Issuer:
        return Issuer(read_document(self.identity, DID), LOG_ORIGIN)

    @cached_property
    def credential(self) -> dict[str, Any]:
        return conformity_credential(self.content, publication())

    @cached_property
    def envelope(self) -> str:
        return signed(self.credential, CREDENTIAL_KEY, DID)

    @cached_property
    def log(self) -> Log:
        log = Log()
        log.add(*(f"another body's entry {at}".encode() for at in range(300)))
        log.add(issued_entry(self.envelope, PUBLIC_ID))
        return log

    @cached_property
    def checkpoint(self) -> Note:
        return next_checkpoint(None, self.log.tree(), LOG_ORIGIN, CHECKPOINT_KEY)

    @cached_property
    def proof(self) -> str:
        index = len(self.log.entries) - 1
        hashes = tuple(self.log.tree().inclusion(index))
        return LogProof(index, hashes, self.checkpoint.written, self.log.entries[index]).written

    @cached_property
    def unsealed(self) -> bytes:
        """The document before it is sealed, with credential and proof."""
        template = shipped()
        attached = Attached(self.envelope, self.proof)
        return PRESS.document(document_data(self.content, "en", ADDRESS, template, Marks(), attached), ISSUED)

    @cached_property
    def pdf(self) -> bytes:
        """The sealed document."""
        return sealed(self.unsealed, seal(), ISSUED)

    @property
    def lists(self) -> tuple[str, str]:
        return self.list_of("revocation", self.revoked), self.list_of("suspension", self.suspended)

    def list_of(self, purpose: StatusPurpose, marked: frozenset[int], signer: FileSigner = STATUS_KEY) -> str:
        day = timedelta(days=1)
        said = status_list_credential(f"{LISTS}/{purpose}", DID, purpose, marked, self.listed, day)
        return signed(said, signer, DID)

    @property
    def answer(self) -> str:
        said = RegisterAnswer(
            PUBLIC_ID,
            self.content.number,
            self.content.holder.name,
            self.in_force,
            self.standing,
            date(2026, 3, 1),
            self.answered,
            self.documents,
        )
        return signed(answer_credential(said, f"{ORIGIN}/c/{PUBLIC_ID}/status", DID), STATUS_KEY, DID)

    @property
    def shown(self) -> Shown:
        return Shown(self.envelope, self.proof)

    @property
    def online(self) -> AtHand:
        """What a verifier has that asks the body's register."""
        return AtHand(NOW, {DID: self.issuer}, self.lists, self.answer)

    @property
    def offline(self) -> AtHand:
        """What a verifier has that only holds the lists of today."""
        return AtHand(NOW, {DID: self.issuer}, self.lists)

    def seeing(self, log: Log, remembered: Checkpoint | None = None) -> AtHand:
        """Online, with a look at ``log`` as its latest state."""
        note = next_checkpoint(None, log.tree(), LOG_ORIGIN, CHECKPOINT_KEY)
        sizes = [len(self.log.entries)] if len(log.entries) >= len(self.log.entries) else []
        proofs = {size: tuple(log.tree().consistency(size)) for size in sizes}
        return replace(self.online, log=LogView(note.written, remembered, proofs))

    @property
    def seen(self) -> Checkpoint:
        """The checkpoint of today, as a verifier remembers it."""
        return read_checkpoint(self.checkpoint)


def issued_entry(envelope: str, about: str, at: datetime = ISSUED) -> bytes:
    """The log's entry of an issue."""
    digest = sha256(envelope.encode()).digest()
    return Event(EventKind.ISSUED, about, at, {"credential": digest}, None, "valid", "Helmets & Sons").entry


PLACE_IN_LISTS = frozenset({INDEX})
