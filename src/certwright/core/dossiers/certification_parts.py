"""The parts a certification's dossier is made of: each remembers the act it came from."""

from dataclasses import dataclass
from datetime import date, timedelta

from certwright.core.acts.certification import CertifiedProduct, PlanEvaluation, PlannedAssignment
from certwright.core.acts.decision import Decide
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included; ``None`` runs on."""

    first: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether ``day`` lies within."""
        return self.first <= day and (self.until is None or day <= self.until)

    def ended_before(self, day: date) -> "Span":
        """The same span, ended on the day before ``day`` if it would run longer."""
        if self.until is not None and self.until < day:
            return self
        return Span(self.first, day - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Suspension:
    """A suspension, of the part named or, if none is, of the whole. ``limit_day`` ends the time given to resolve it.

    ``findings`` are those the decision named or the measure proposed before it; ``triggers`` are what spoke for it.
    """

    act: str
    span: Span
    limit_day: date | None
    findings: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    products: tuple[CertifiedProduct, ...] = ()
    triggers: frozenset[str] = frozenset()

    @property
    def is_partial(self) -> bool:
        """Whether it leaves a part of the certification in force."""
        return bool(self.sites or self.products)

    def rests(self, model: str, certified: tuple[CertifiedProduct, ...]) -> bool:
        """Whether ``model`` is of the suspended part. A product named without models is suspended in all of them."""
        if not self.products:
            return True
        whole = {product.code for product in self.products if not product.models}
        named = {model for product in self.products for model in product.models}
        of = next((item.code for item in certified if model == item.code or model in item.models), model)
        return model in named or of in whole

    def ended_before(self, day: date) -> "Suspension":
        """The same suspension, ended on the day before ``day`` if it would run longer."""
        return replace(self, span=self.span.ended_before(day))


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the certification covers from a day on: scope, sites, products."""

    first: date
    scope: str
    sites: tuple[str, ...]
    products: tuple[CertifiedProduct, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned piece of determination. ``omitted_by`` is the act that left it out, if one did; ``reckoning`` the
    digest of what its plan rests on."""

    assignment: str
    kind: str
    purpose: str
    requirements: tuple[str, ...]
    sites: tuple[str, ...]
    span: Span
    plan: str
    omitted_by: str | None = None
    reckoning: str | None = None

    @classmethod
    def of(cls, piece: PlannedAssignment, act: PlanEvaluation, plan: str) -> "Planned":
        """What ``act``, whose id is ``plan``, foresees."""
        span = Span(piece.from_day, piece.to_day)
        pieces = (piece.assignment, piece.kind, act.purpose, piece.requirements, piece.sites, span, plan)
        return cls(*pieces, reckoning=act.reckoning)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review: by whom, what it recommends, what was looked at."""

    act: str
    reviewer: str
    recommendation: str
    rests_on: tuple[str, ...]
    findings: tuple[str, ...]
    on: date


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: what, by whom, resting on what, effective when. ``limit_day`` ends the time given by a suspension."""

    act: str
    kind: str
    deciders: tuple[str, ...]
    rests_on: tuple[str, ...]
    findings: tuple[str, ...]
    review: str | None
    on: date
    effective_from: date
    last_day: date | None
    limit_day: date | None

    @classmethod
    def of(cls, act: Decide, entry: Entry) -> "Decision":
        """The decision that ``act`` recorded in ``entry``."""
        return cls(
            entry.id,
            act.kind,
            act.deciders,
            act.rests_on,
            act.findings,
            act.review,
            entry.effective_on,
            act.effective_from or entry.effective_on,
            act.last_day,
            act.limit_day,
        )


@dataclass(frozen=True, slots=True)
class Attestation:
    """A version of the certificate."""

    act: str
    number: str
    version: int
    decision: str
    accreditation: str | None
    issued_on: date


@dataclass(frozen=True, slots=True)
class Licence:
    """A right to use a mark. It also ends, or rests, whenever the certification does."""

    act: str
    number: str
    mark: str
    models: tuple[str, ...]
    media: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """A notified change; ``outcome`` is ``None`` until it is assessed."""

    act: str
    origin: str
    about: str
    happened_on: date
    told_on: date
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A measure proposed, what speaks for it, and the act that decided on it since, if one did."""

    act: str
    measure: str
    trigger: str
    findings: tuple[str, ...]
    on: date
    decided_by: str | None = None


@dataclass(frozen=True, slots=True)
class LabelCount:
    """What had become of a batch of labels by a day: all figures since it was given out."""

    act: str
    on: date
    used: int
    destroyed: int
    left_over: int


@dataclass(frozen=True, slots=True)
class LabelBatch:
    """Labels given out under a licence, and what was counted of them, first to last."""

    act: str
    licence: str
    batch: str
    count: int
    issued_on: date
    counts: tuple[LabelCount, ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """A use of certificate or mark that was looked at."""

    act: str
    licence: str | None
    medium: str
    models: tuple[str, ...]
    seen_on: date
