"""The register's answer about one certificate: what it is now, since when. Signed for a short time: copies grow stale.

Lists of bits cannot tell *suspended in part*, *replaced by version 3* or *expired*; this can (ISO/IEC 17065 7.8;
ISO/IEC 17021-1 8.1.2). The reason of a suspension is not in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from certwright.core.dossiers.certification import Standing
from certwright.credentials.flaws import Flawed
from certwright.credentials.moments import read as moment
from certwright.credentials.moments import written

LONGEST_LIFE = timedelta(hours=24)
_KIND = "CertificateRegisterAnswer"


@dataclass(frozen=True, slots=True)
class RegisterAnswer:
    """What the register says at ``answered``: the certificate's public ``id``, number and holder, the version in force,
    what it is and since when, and the digests (SHA-256, hexadecimal) of its documents in force."""

    id: str
    number: str
    holder: str
    version: int
    standing: Standing
    since: date
    answered: datetime
    documents: tuple[str, ...] = ()

    def fresh(self, now: datetime) -> bool:
        """Whether the answer speaks for ``now``."""
        return self.answered <= now <= self.answered + LONGEST_LIFE


def answer_credential(answer: RegisterAnswer, address: str, issuer: str) -> dict[str, Any]:
    """The answer at ``address``, ready to be signed with a key for status lists."""
    return {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": address,
        "type": ["VerifiableCredential", _KIND],
        "issuer": issuer,
        "validFrom": written(answer.answered),
        "validUntil": written(answer.answered + LONGEST_LIFE),
        "credentialSubject": {
            "id": answer.id,
            "number": answer.number,
            "holder": answer.holder,
            "version": answer.version,
            "standing": answer.standing.value,
            "since": answer.since.isoformat(),
            "documents": list(answer.documents),
        },
    }


def read_answer(credential: Mapping[str, Any]) -> RegisterAnswer:
    """The answer of a proven credential. Raises :class:`Flawed` if it is something else."""
    subject = credential.get("credentialSubject")
    if _KIND not in credential.get("type", ()) or not isinstance(subject, dict):
        raise Flawed("not-a-register-answer")
    try:
        return RegisterAnswer(
            str(subject["id"]),
            str(subject["number"]),
            str(subject["holder"]),
            int(subject["version"]),
            Standing(subject["standing"]),
            date.fromisoformat(subject["since"]),
            moment(credential.get("validFrom")),
            tuple(map(str, subject["documents"])),
        )
    except (KeyError, ValueError, TypeError) as why:
        raise Flawed("not-a-register-answer") from why
