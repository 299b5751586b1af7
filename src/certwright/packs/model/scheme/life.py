"""The certified life: validity, surveillance, renewal, changes, measures against nonconformity, records."""

from typing import Literal, Self

from pydantic import Field, model_validator

from certwright.packs.model.base import Line, PackModel, Prose, Source, Word
from certwright.packs.model.exact import Amount
from certwright.packs.model.period import PeriodText
from certwright.packs.model.scheme.words import SchemeFunction
from certwright.packs.model.uncertain import NoneBecause, Uncertain


class AfterEvent(PackModel):
    """An end counted from an event outside the body, such as the release of a version."""

    event: Word
    period: PeriodText | Uncertain


class Validity(PackModel):
    """How long a certificate holds: a ``period`` from its effective day, or the latest of ends after events.

    ``ends_with`` names events that end it earlier (the edition of the standard is withdrawn, …). An open-ended
    certification is written as ``none_because``.
    """

    period: PeriodText | Uncertain | None = None
    latest_of: tuple[AfterEvent, ...] = ()
    ends_with: tuple[Prose, ...] = ()
    source: Source

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.period is None) == (not self.latest_of):
            raise ValueError("give either a period or latest_of; open-ended validity is none_because")
        return self


class SurveillanceActivity(PackModel):
    """One activity of surveillance: which function it serves, how often, announced or not, on what samples."""

    id: Word
    function: SchemeFunction
    says: Prose
    interval: PeriodText | Uncertain
    tolerance: PeriodText | None = None
    notice: Literal["announced", "unannounced", "either"]
    unannounced_per_cent: Amount | Uncertain | None = None
    sampling: tuple[Word, ...] = ()
    tasks: tuple[Word, ...] = ()
    source: Source


class SurveillancePlan(PackModel):
    """All surveillance of the scheme (7.9); ``escalation`` says what a failure or a missed date leads to."""

    activities: tuple[SurveillanceActivity, ...] = Field(min_length=1)
    decided: Prose
    escalation: Prose


class Renewal(PackModel):
    """How a certification is renewed: from when, by which tasks."""

    starts_before_end: PeriodText | Uncertain
    says: Prose


class ChangeRule(PackModel):
    """What a change needs (7.10): nothing but a note, an evaluation, or a new application."""

    change: Word
    says: Prose
    needs: Literal["note", "document-review", "evaluation", "new-application"]


class Measure(PackModel):
    """When certification is reduced, suspended, withdrawn or terminated (7.11), how long at most, and what follows."""

    measure: Literal["reduce", "suspend", "withdraw", "terminate"]
    when: tuple[Prose, ...] = Field(min_length=1)
    longest: PeriodText | Uncertain | NoneBecause
    then: Prose


class Retention(PackModel):
    """How long records are kept (7.12.3): by re-evaluation cycles, or for a period of the body's or scheme's."""

    basis: Literal["cycles", "period"]
    period: PeriodText | Uncertain | None = None
    says: Prose

    @model_validator(mode="after")
    def _period_where_needed(self) -> Self:
        if (self.basis == "period") != (self.period is not None):
            raise ValueError("a period is given when, and only when, the basis is period")
        return self


class OwnerReport(PackModel):
    """What the scheme owner or an authority is told, and by when."""

    what: Line
    to: Line
    within: PeriodText | Uncertain
    source: Source
