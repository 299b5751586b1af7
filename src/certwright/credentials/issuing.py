"""What happens to credential and log when something happens to a certificate, in the order it must happen.

In the transaction of the act: :func:`issue` or :func:`change`, whose entries go into the log. After a checkpoint was
signed over them: :func:`prove`. Then the document, which embeds both, and :func:`publish` for its own entry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from certwright.core.dossiers.certification import Standing
from certwright.credentials.content.certificate import CertificateContent
from certwright.credentials.jose import signed
from certwright.credentials.log.event import Event, EventKind
from certwright.credentials.log.note import Note
from certwright.credentials.log.proof_file import LogProof
from certwright.credentials.log.tree import Tree
from certwright.credentials.signing.purpose import Purpose
from certwright.credentials.signing.signer import Signer, held_for
from certwright.credentials.untp import Publication, conformity_credential

_CHANGES = {
    Standing.SUSPENDED: EventKind.SUSPENDED,
    Standing.PARTLY_SUSPENDED: EventKind.SUSPENDED,
    Standing.VALID: EventKind.RESTORED,
    Standing.WITHDRAWN: EventKind.WITHDRAWN,
    Standing.TERMINATED: EventKind.TERMINATED,
}


@dataclass(frozen=True, slots=True)
class Issued:
    """A credential as it was signed, and the entry the log must take with it."""

    envelope: str
    event: Event


def issue(
    content: CertificateContent,
    publication: Publication,
    signer: Signer,
    at: datetime,
    previous: int | None,
    holder: str,
) -> Issued:
    """The credential of a new version, and its entry.

    ``previous`` is the index of the last entry about the certificate, ``holder`` the name the log may show: for a sole
    trader the salted digest of :func:`~.log.event.hidden`.
    """
    credential = conformity_credential(content, publication)
    envelope = signed(credential, held_for(signer, Purpose.CREDENTIAL), publication.did)
    kind = EventKind.ISSUED if previous is None else EventKind.AMENDED
    digests = {"credential": sha256(envelope.encode()).digest()}
    return Issued(envelope, Event(kind, publication.id, at, digests, previous, Standing.VALID.value, holder))


def change(public_id: str, standing: Standing, at: datetime, previous: int) -> Event:
    """The entry of a change of standing. Expiry has none: it follows from the dates of the credential.

    Raises ``KeyError`` for a standing that no act brings about.
    """
    return Event(_CHANGES[standing], public_id, at, {}, previous, standing.value)


def prove(entry: bytes, index: int, tree: Tree, checkpoint: Note) -> LogProof:
    """The proof that ``entry`` stands at ``index`` under ``checkpoint``, which was signed over ``tree``.

    The entry itself goes along in the proof, so that whoever holds the file needs nothing else.
    """
    return LogProof(index, tuple(tree.inclusion(index)), checkpoint.written, entry)


def publish(public_id: str, documents: Mapping[str, bytes], at: datetime, previous: int) -> Event:
    """The entry of sealed documents: language → file. They embed the proof of an entry, so theirs is another."""
    digests = {f"document-{language}": sha256(pdf).digest() for language, pdf in sorted(documents.items())}
    return Event(EventKind.DOCUMENT, public_id, at, digests, previous)
