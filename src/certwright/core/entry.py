"""An act on its way into the record (:class:`Proposal`) and an act in the record (:class:`Entry`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from certwright.core.acts.act import Act


@dataclass(frozen=True, slots=True)
class OnBehalf:
    """For whom the actor enters an act, and what shows that they may (a letter, an auditor's paper notes).

    ``evidence`` is the digest of an attachment or a sentence that says where the original is kept.
    """

    whom: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Deviation:
    """A POLICY rule this act departs from, why, and who approved it. HARD rules know no deviation."""

    rule: str
    reason: str
    approver: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act somebody asks the one door to record.

    ``id`` is chosen by whoever proposes and makes asking twice harmless. ``expects`` is the sequence number of the
    dossier the proposer had seen (``None``: not shown any); the act is refused when the dossier has moved on.
    """

    id: str
    dossier: str
    act: Act
    actor: str
    effective_on: date
    expects: int | None = None
    on_behalf: OnBehalf | None = None
    deviations: tuple[Deviation, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of dossier the act is recorded in."""
        return self.dossier.partition(":")[0]


Evidence = Mapping[str, str]
NO_EVIDENCE: Evidence = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Breach:
    """What would have been a refusal, had the act not been a statement of fact. It stays on the record."""

    rule: str
    says: str
    evidence: Evidence = field(default_factory=lambda: NO_EVIDENCE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An act as it stands in the record.

    ``act`` is ``None`` when its content was erased (``erased``) or was written by a later release (``unreadable``).
    ``recorded_at`` is UTC; ``effective_on`` a calendar day of the body.
    """

    id: str
    dossier: str
    seq: int
    position: int
    form: str
    act: Act | None
    actor: str
    effective_on: date
    recorded_at: datetime
    hash: str
    previous: str = ""
    on_behalf: OnBehalf | None = None
    deviations: tuple[Deviation, ...] = ()
    breaches: tuple[Breach, ...] = ()
    erased: bool = False

    @property
    def unreadable(self) -> bool:
        """Whether this release cannot read the act, because a later one wrote it."""
        return self.act is None and not self.erased
