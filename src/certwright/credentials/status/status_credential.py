"""A status list as a credential: written to be signed, read when it was found to be signed (sections 2.2, 3.2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from certwright.credentials.flaws import Flawed
from certwright.credentials.moments import read as moment
from certwright.credentials.moments import written
from certwright.credentials.status.bitstring import decoded, encoded, is_set

StatusPurpose = Literal["revocation", "suspension"]
"""``revocation``: withdrawn, for ever. ``suspension``: resting, until the bit is cleared again."""

LONGEST_LIFE = timedelta(hours=72)
"""Of a list: a frozen copy is noticed after that. The body chooses within it; 24 hours are usual."""


def status_list_credential(
    address: str, issuer: str, purpose: StatusPurpose, marked: Iterable[int], valid_from: datetime, life: timedelta
) -> dict[str, Any]:
    """The list at ``address`` with the indexes of ``marked`` set, good for ``life`` from ``valid_from``.

    Raises :class:`Flawed` for a life of more than :data:`LONGEST_LIFE`.
    """
    if not timedelta() < life <= LONGEST_LIFE:
        raise Flawed("status-list-lives-too-long", hours=life / timedelta(hours=1))
    return {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": written(valid_from),
        "validUntil": written(valid_from + life),
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": encoded(marked),
            "ttl": int(life / timedelta(milliseconds=2)),
        },
    }


@dataclass(frozen=True, slots=True)
class StatusList:
    """A list that was found to be signed by its issuer."""

    address: str
    issuer: str
    purpose: str
    bits: bytes
    valid_from: datetime
    valid_until: datetime

    def marks(self, index: int) -> bool:
        """Whether the entry is set. Raises :class:`Flawed` for an index outside."""
        return is_set(self.bits, index)

    def fresh(self, at: datetime) -> bool:
        """Whether the list speaks for ``at``."""
        return self.valid_from <= at <= self.valid_until


def read_status_list(credential: Mapping[str, Any]) -> StatusList:
    """The list of a proven credential. Raises :class:`Flawed` if it is something else or has no end."""
    kinds, subject = credential.get("type"), credential.get("credentialSubject")
    if not isinstance(kinds, list) or "BitstringStatusListCredential" not in kinds or not isinstance(subject, dict):
        raise Flawed("not-a-status-list")
    issuer = credential.get("issuer")
    issuer = issuer.get("id") if isinstance(issuer, dict) else issuer
    text, purpose, address = subject.get("encodedList"), subject.get("statusPurpose"), credential.get("id")
    if not (
        isinstance(text, str) and isinstance(purpose, str) and isinstance(address, str) and isinstance(issuer, str)
    ):
        raise Flawed("not-a-status-list")
    first, last = moment(credential.get("validFrom")), moment(credential.get("validUntil"))
    return StatusList(address, issuer, purpose, decoded(text), first, last)
