"""The bytes of the record: how an act becomes the text that is hashed, and how that text becomes an entry again.

Format 1. The envelope names the act, its dossier and place, who did it and when, the salted digest of its content,
and the proof: the release and rule catalogue it was judged by, the packs read and the head of every dossier looked
at. ``docs/reference/journal-format.md`` describes it for whoever has to read a journal without this program.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from certwright.core.acts import UnknownAct, read_act
from certwright.core.acts.act import Act
from certwright.core.entry import Breach, Deviation, Entry, OnBehalf, Proposal

FORMAT = 1
CONTENT_LIMIT = 1_000_000
"""The longest content an act may have, in characters of its JSON text. Longer material belongs in attachments."""

Fields = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Proof:
    """What an act was judged by, so that it can be judged again.

    ``read`` maps each dossier looked at to its sequence number and head; ``packs`` the packs' digests by name.
    """

    release: str
    catalogue: str
    read: Mapping[str, tuple[int, str]]
    packs: Mapping[str, str]
    breaches: tuple[Breach, ...] = ()
    deviations: tuple[str, ...] = ()


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, no white space, characters as they are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


def content_digest(salt: str, text: str) -> str:
    """The digest that stands in the envelope for a content: without the salt, nobody can guess at what was erased."""
    return digest(f"{salt}\n{text}")


def running_hash(before: str, envelope_hash: str) -> str:
    """The hash over all envelopes so far, one envelope further on."""
    return digest(f"{before}\n{envelope_hash}")


def content_text(proposal: Proposal) -> str:
    """What an act says, as stored: its fields, on whose behalf it was entered, which policies it departs from."""
    content: Fields = {"fields": proposal.act.model_dump(mode="json")}
    if proposal.on_behalf:
        content["on_behalf"] = {"whom": proposal.on_behalf.whom, "evidence": proposal.on_behalf.evidence}
    if proposal.deviations:
        content["deviations"] = [
            {"rule": item.rule, "reason": item.reason, "approver": item.approver} for item in proposal.deviations
        ]
    return canonical(content)


def envelope_text(
    proposal: Proposal, *, position: int, seq: int, previous: str, recorded_at: datetime, content: str, proof: Proof
) -> str:
    """The text of the envelope, ready to be hashed. ``content`` is the content's salted digest."""
    judged: Fields = {"release": proof.release, "catalogue": proof.catalogue, "read": proof.read}
    if proof.packs:
        judged["packs"] = proof.packs
    if proof.breaches:
        judged["breaches"] = [
            {"rule": item.rule, "says": item.says, "evidence": dict(item.evidence)} for item in proof.breaches
        ]
    if proof.deviations:
        judged["deviations"] = proof.deviations
    return canonical(
        {
            "format": FORMAT,
            "position": position,
            "act": proposal.id,
            "form": proposal.act.spec.versioned_name,
            "dossier": proposal.dossier,
            "seq": seq,
            "previous": previous,
            "actor": proposal.actor,
            "effective_on": proposal.effective_on.isoformat(),
            "recorded_at": recorded_at.astimezone(UTC).isoformat(timespec="microseconds"),
            "content": content,
            "proof": judged,
        }
    )


def read_proof(envelope: Fields) -> Proof:
    """The proof of a parsed envelope."""
    judged = envelope["proof"]
    return Proof(
        release=judged["release"],
        catalogue=judged["catalogue"],
        read={dossier: (seq, head) for dossier, (seq, head) in judged["read"].items()},
        packs=judged.get("packs", {}),
        breaches=_each(Breach, judged.get("breaches")),
        deviations=tuple(judged.get("deviations", ())),
    )


def read_entry(text: str, envelope_hash: str, content: str | None) -> Entry:
    """The entry a stored envelope and its content (``None``: erased) stand for. It never fails on what it finds said:
    an act of a later release comes back unreadable."""
    return entry_of(from_json(text), envelope_hash, content)


def entry_of(envelope: Fields, envelope_hash: str, content: str | None) -> Entry:
    """The same from an envelope already parsed."""
    said: Fields = from_json(content) if content is not None else {}
    on_behalf = said.get("on_behalf")
    return Entry(
        id=envelope["act"],
        dossier=envelope["dossier"],
        seq=envelope["seq"],
        position=envelope["position"],
        form=envelope["form"],
        act=_act(envelope["form"], said["fields"]) if content is not None else None,
        actor=envelope["actor"],
        effective_on=date.fromisoformat(envelope["effective_on"]),
        recorded_at=datetime.fromisoformat(envelope["recorded_at"]),
        hash=envelope_hash,
        previous=envelope["previous"],
        on_behalf=OnBehalf(**on_behalf) if on_behalf else None,
        deviations=_each(Deviation, said.get("deviations")),
        breaches=_each(Breach, envelope["proof"].get("breaches")),
        erased=content is None,
    )


def _each(kind: type[T], items: Sequence[Fields] | None) -> tuple[T, ...]:
    return tuple([kind(**item) for item in items]) if items else ()


def _act(form: str, fields: Fields) -> Act | None:
    try:
        return read_act(form, fields)
    except (UnknownAct, ValidationError):
        return None
