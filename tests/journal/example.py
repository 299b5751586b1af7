"""The three acts on the page of the journal's format, as our own code writes them.

They do not depend on the release or on its rules: what is proven here is the format.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certwright.core.entry import Proposal
from certwright.journal.envelope import Proof, content_digest, content_text, digest, envelope_text, running_hash
from certwright.journal.root import Root, signed
from small_body import act

PERSON, ACTOR = "person:p-014", "person:p-001"
CATALOGUE = f"sha256:{digest('{}')}"
SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@dataclass(frozen=True)
class Recorded:
    """One act with everything that is stored of it."""

    salt: str
    content: str
    envelope: str

    @property
    def content_digest(self) -> str:
        return content_digest(self.salt, self.content)

    @property
    def hash(self) -> str:
        return digest(self.envelope)


def _recorded(position: int, proposal: Proposal, salt: str, previous: str) -> Recorded:
    said = content_text(proposal)
    read = {PERSON: (position - 1, previous)} if previous else {}
    text = envelope_text(
        proposal,
        position=position,
        seq=position,
        previous=previous,
        recorded_at=datetime.combine(proposal.effective_on, datetime.min.time(), UTC).replace(hour=9, minute=position),
        content=content_digest(salt, said),
        proof=Proof(release="0.1.0", catalogue=CATALOGUE, read=read, packs={}),
    )
    return Recorded(salt, said, text)


def _example() -> list[Recorded]:
    stated = "3f1c7a90-0002"
    forgotten = {"ground": "request-of-the-person", "reason": "Letter of 9 March 2026.", "acts": [stated]}
    said = [
        ("3f1c7a90-0001", act("person.register", basis="outside", since="2026-03-02"), 2, "0f" * 16),
        (stated, act("person.state-particulars", name="Zoë Example"), 2, "1e" * 16),
        ("3f1c7a90-0003", act("person.erase-particulars", **forgotten), 9, "2d" * 16),
    ]
    found: list[Recorded] = []
    for position, (act_id, what, day, salt) in enumerate(said, 1):
        proposal = Proposal(act_id, PERSON, what, ACTOR, date(2026, 3, day))
        found.append(_recorded(position, proposal, salt, found[-1].hash if found else ""))
    return found


EXAMPLE = _example()


def running() -> list[str]:
    """The running hash after each act."""
    found = [""]
    for item in EXAMPLE:
        found.append(running_hash(found[-1], item.hash))
    return found[1:]


ROOT = Root(
    day="2026-03-09",
    position=len(EXAMPLE),
    hash=running()[-1],
    recorded_at="2026-03-09T09:03:00.000000+00:00",
    dossiers=1,
    made_at="2026-03-09T23:00:00.000000+00:00",
)
ROOT_FILE = signed(ROOT, SIGNER)
