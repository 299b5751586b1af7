"""How a credential names its place in the lists: the UNTP form or the W3C form, because no entry satisfies both.

UNTP 0.7.0 demands one entry with a whole-number index; W3C wants the index as text and allows several entries. A
verifier reads both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from certwright.credentials.flaws import Flawed


class StatusProfile(StrEnum):
    """Whose letter ``credentialStatus`` follows."""

    UNTP = "untp"
    W3C = "w3c"


@dataclass(frozen=True, slots=True)
class Place:
    """A credential's place: the same ``index`` in both lists of a pair, which stand below the address ``pair``."""

    index: int
    pair: str

    @property
    def revocation(self) -> str:
        """The address of the list of what was withdrawn."""
        return f"{self.pair}/revocation"

    @property
    def suspension(self) -> str:
        """The address of the list of what rests."""
        return f"{self.pair}/suspension"


def suspension_list_of(revocation_list: str) -> str | None:
    """The suspension list that shares its indexes with a revocation list of ours; ``None`` for lists of others."""
    pair, slash, last = revocation_list.rpartition("/")
    return Place(0, pair).suspension if slash and last == "revocation" else None


def credential_status(place: Place, profile: StatusProfile) -> dict[str, Any] | list[dict[str, Any]]:
    """The ``credentialStatus`` of a credential at ``place``.

    In the UNTP profile only the revocation list is named: setting its bit during a suspension would be final. The
    suspension list is found beside it.
    """
    if profile is StatusProfile.UNTP:
        return _entry("revocation", place.revocation, place.index)
    return [
        _entry("revocation", place.revocation, str(place.index)),
        _entry("suspension", place.suspension, str(place.index)),
    ]


def _entry(purpose: str, address: str, index: int | str) -> dict[str, Any]:
    return {
        "id": f"{address}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": index,
        "statusListCredential": address,
    }


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as a verifier reads it, in either profile."""

    purpose: str
    address: str
    index: int


def entries(credential: Mapping[str, Any]) -> tuple[Entry, ...]:
    """The status entries of a credential. Raises :class:`Flawed` for one that cannot be read."""
    said = credential.get("credentialStatus", [])
    return tuple(_read(one) for one in (said if isinstance(said, list) else [said]))


def _read(said: object) -> Entry:
    if not isinstance(said, dict) or said.get("type") != "BitstringStatusListEntry":
        raise Flawed("status-entry-unreadable")
    index, address, purpose = said.get("statusListIndex"), said.get("statusListCredential"), said.get("statusPurpose")
    if isinstance(index, str) and index.isascii() and index.isdigit() and len(index) < 10:
        index = int(index)
    if isinstance(index, bool) or not isinstance(index, int) or index < 0:
        raise Flawed("status-entry-unreadable")
    if not isinstance(address, str) or not isinstance(purpose, str):
        raise Flawed("status-entry-unreadable")
    return Entry(purpose, address, index)
