"""What acts refer to outside their own text: rule catalogues and packs by digest, attachments by digest."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from pydantic_core import from_json

from certwright.core.acts import UnknownAct, read_act
from certwright.journal.attachments import Attachments
from certwright.journal.attachments import faults as attachment_faults
from certwright.journal.verifying.chain import Fields, as_bytes
from certwright.journal.verifying.fault import Faults, Place, What

_DIGEST = '"sha256:'
_FAULTS = {"missing": What.ATTACHMENT_MISSING, "altered": What.ATTACHMENT_ALTERED}


@dataclass
class Named:
    """Collects what acts name. Memory grows with the number of attachments, about 200 bytes each."""

    faults: Faults
    texts: set[str] = field(default_factory=set)
    attachments: dict[str, int] = field(default_factory=dict)

    def have(self, stored: Iterator[tuple[str, str]]) -> None:
        """Take the stored texts with their digests."""
        for digest, text in stored:
            raw = as_bytes(text)
            if raw is None or digest != (found := f"sha256:{sha256(raw).hexdigest()}"):
                self.faults.add(What.TEXT_ALTERED, Place(), digest=digest, found=found if raw else "no text")
            self.texts.add(digest)

    def follow(self, envelope: Fields, place: Place, said: str | None) -> None:
        """Take an act."""
        proof = envelope["proof"]
        if proof["catalogue"] not in self.texts:
            self._text_missing(proof["catalogue"], place)
        for digest in proof.get("packs", {}).values():
            if digest not in self.texts:
                self._text_missing(digest, place)
        if isinstance(said, str) and _DIGEST in said:
            for attachment in _attachments(envelope["form"], said):
                self.attachments.setdefault(attachment, place.position or 0)

    def _text_missing(self, digest: str, place: Place) -> None:
        self.texts.add(digest)  # said once, of the first act that names it
        self.faults.add(What.TEXT_MISSING, place, digest=digest)

    def look_up(self, store: Attachments) -> Iterator[int]:
        """Look every attachment up, and say how many were."""
        for done, attachment in enumerate(sorted(self.attachments), 1):
            place = Place(position=self.attachments[attachment])
            try:
                for _, fault in attachment_faults(store, [attachment]):
                    self.faults.add(_FAULTS[fault], place, attachment=attachment)
            except OSError as error:
                self.faults.add(What.ATTACHMENT_UNREADABLE, place, attachment=attachment, says=error)
            yield done


def _attachments(form: str, said: str) -> frozenset[str]:
    """What an act names, and what shows that its actor could enter it for somebody else."""
    try:
        content = from_json(said)
        evidence = content.get("on_behalf", {}).get("evidence", "")
        beside = {evidence} if evidence.startswith("sha256:") else frozenset()
        return read_act(form, content["fields"]).attachments() | beside
    except (UnknownAct, ValueError, KeyError, TypeError, AttributeError):
        return frozenset()  # a later release wrote it, or it was altered, which is named already
