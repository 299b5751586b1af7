"""The verdicts there are, and how the heaviest reason makes one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from certwright.credentials.flaws import Flaw


class Verdict(StrEnum):
    """What the thing shown is, the heaviest first."""

    ALTERED = "altered"  # not what the body signed
    NOT_OURS = "not-ours"  # never signed by the body, or not about what it is shown for
    SUPERSEDED = "superseded"  # genuine; a later version replaced it
    WITHDRAWN = "withdrawn"  # genuine; the certification was withdrawn or ended
    EXPIRED = "expired"  # genuine; its last day has passed
    SUSPENDED = "suspended"  # genuine; the certification rests
    UNCONFIRMED = "unconfirmed"  # signed by the body, but nothing shows that it holds today
    GENUINE = "genuine"


_WEIGHT = {verdict: at for at, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for a verdict. Reasons for ``GENUINE`` are remarks: they tell what was or was not looked at."""

    verdict: Verdict
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class Facts:
    """What a proven credential says, for a person to compare with the paper before them."""

    issuer: str
    domain: str
    id: str
    number: str
    version: int
    holder: str
    scope: Mapping[str, str]
    sites: tuple[str, ...]
    products: tuple[str, ...]
    valid_from: datetime
    valid_until: datetime | None


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict, all reasons (the heaviest first), and what the credential says if its signature is right."""

    reasons: tuple[Reason, ...] = ()
    facts: Facts | None = None
    logged: datetime | None = None
    cosigned: Mapping[str, datetime] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict:
        """The heaviest of all reasons' verdicts."""
        return self.reasons[0].verdict if self.reasons else Verdict.GENUINE


def heaviest_first(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons in order of weight."""
    return tuple(sorted(reasons, key=lambda reason: _WEIGHT[reason.verdict]))
