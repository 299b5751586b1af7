"""Every key the body ever signed with: from when, until when, and from when it may be in other hands.

A key is never forgotten, because what was signed with it lives on. A compromised key still counts for what the log
holds from before the compromise: that is what the log is for (UNTP digital identity; W3C Controlled Identifiers 1.0,
``expires`` and ``revoked``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from certwright.credentials.flaws import Flawed
from certwright.credentials.signing.public_key import PublicKey
from certwright.credentials.signing.purpose import Purpose, purpose_of


class KeyStanding(StrEnum):
    """What a key was worth at a moment."""

    GOOD = "good"
    NOT_YET = "not-yet"
    RETIRED = "retired"
    COMPROMISED = "compromised"


@dataclass(frozen=True, slots=True)
class KeyTerm:
    """A key and its time. All moments are in UTC; ``valid_until`` and ``compromised_on`` are open if ``None``.

    ``certificates`` are a seal key's X.509 certificate and the issuers above it, in DER; none for other keys.
    """

    key_id: str
    public: PublicKey
    valid_from: datetime
    valid_until: datetime | None = None
    compromised_on: datetime | None = None
    certificates: tuple[bytes, ...] = ()

    @property
    def purpose(self) -> Purpose:
        """What the key is for. Raises :class:`Flawed` if its id does not say."""
        purpose = purpose_of(self.key_id)
        if purpose is None:
            raise Flawed("key-without-purpose", key=self.key_id)
        return purpose

    def standing(self, at: datetime) -> KeyStanding:
        """What a signature of this key, proven to be of ``at``, is worth."""
        if self.compromised_on is not None and at >= self.compromised_on:
            return KeyStanding.COMPROMISED
        if at < self.valid_from:
            return KeyStanding.NOT_YET
        if self.valid_until is not None and at >= self.valid_until:
            return KeyStanding.RETIRED
        return KeyStanding.GOOD


@dataclass(frozen=True, slots=True)
class KeyHistory:
    """All keys, oldest first. Key ids and public keys stand once: no key serves two purposes, no id two keys."""

    terms: tuple[KeyTerm, ...] = ()

    def __post_init__(self) -> None:
        _once((term.key_id for term in self.terms), "key-id-twice")
        _once((term.public.thumbprint for term in self.terms), "key-twice")
        for term in self.terms:
            _ = term.purpose

    def find(self, key_id: str) -> KeyTerm | None:
        """The key with this id."""
        return next((term for term in self.terms if term.key_id == key_id), None)

    def of(self, purpose: Purpose) -> tuple[KeyTerm, ...]:
        """The keys of a purpose, oldest first."""
        return tuple(term for term in self.terms if term.purpose is purpose)

    def current(self, purpose: Purpose, at: datetime) -> KeyTerm:
        """The key to sign with at ``at``: the newest one that is good. Raises :class:`Flawed` if there is none."""
        good = [term for term in self.of(purpose) if term.standing(at) is KeyStanding.GOOD]
        if not good:
            raise Flawed("no-key-now", purpose=purpose.value, at=at.isoformat())
        return max(good, key=lambda term: term.valid_from)


def _once(values: Iterable[str], says: str) -> None:
    seen = set()
    for value in values:
        if value in seen:
            raise Flawed(says, key=value)
        seen.add(value)
