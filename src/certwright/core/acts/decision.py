"""Review and decision: the two acts a certificate stands on (ISO/IEC 17065 7.5–7.6; ISO/IEC 17021-1 9.5)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.acts.certification import CertifiedProduct
from certwright.core.functions import Function
from certwright.core.words import (
    ActId,
    AgreementId,
    ApplicationId,
    AssignmentId,
    ClientId,
    CommitteeId,
    Day,
    FindingId,
    Line,
    LongText,
    PackName,
    PersonId,
)

DecisionKind = Literal[
    "grant", "refuse", "maintain", "renew", "extend", "reduce", "suspend", "restore", "withdraw", "accept-transfer"
]
"""What may be decided about a certification. There is no decision that lengthens a validity (17021-1 9.6.3.2.4)."""


class Answer(Part):
    """A question of the review checklist and its answer; every ``no`` needs a remark."""

    question: Line
    answer: Literal["yes", "no", "not-applicable"]
    remark: LongText | None = None


class Review(
    Act,
    name="certification.review",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.REVIEW, Function.DECISION},
    says="Reviewed the evaluation and recommended to {act.recommendation}.",
):
    """Review all information and results of the evaluation (ISO/IEC 17065 7.5; ISO/IEC 17021-1 9.5.2).

    ``reviewer`` is who reviewed, usually the actor. ``rests_on`` and ``findings`` name everything that was looked at.
    """

    pack: PackName
    reviewer: PersonId
    recommendation: DecisionKind
    rests_on: Annotated[tuple[AssignmentId, ...], Field(max_length=500)]
    findings: Annotated[tuple[FindingId, ...], Field(max_length=2_000)] = ()
    answers: Annotated[tuple[Answer, ...], Field(min_length=1, max_length=200)]
    remarks: LongText | None = None

    def searches(self) -> frozenset[tuple[str, str]]:
        """Every finding raised in the work it rests on: none is forgotten because a report leaves it out."""
        return frozenset((work, "finding.raise") for work in self.rests_on)


class Decide(
    Act,
    name="certification.decide",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.DECISION},
    says="Decided to {act.kind} the certification.",
):
    """Decide on a certification (ISO/IEC 17065 7.6, 7.10.3, 7.11; ISO/IEC 17021-1 9.5, 9.6.3–9.6.5).

    ``deciders`` are all who decide: one person, or everybody who voted in ``session`` of ``committee``. The decision
    rests on the assignments and findings named, on ``review`` (unless review and decision are done at once by the same
    person, which ISO/IEC 17065 7.5.2 allows) and on the agreement. Dates are computed; only a later ``effective_from``
    or an earlier ``last_day`` may be chosen. ``limit_day``, ``actions`` and ``handler`` belong to a suspension.
    A certification that was taken over has no application to name. ``limits`` is the pack of time limits the dates are
    computed by; the door fills it in.
    """

    pack: PackName
    kind: DecisionKind
    deciders: Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=50)]
    committee: CommitteeId | None = None
    session: Line | None = None
    application: ApplicationId | None = None
    client: ClientId
    agreement: AgreementId | None = None
    rests_on: Annotated[tuple[AssignmentId, ...], Field(max_length=500)] = ()
    findings: Annotated[tuple[FindingId, ...], Field(max_length=2_000)] = ()
    review: ActId | None = None
    answers: Annotated[tuple[Answer, ...], Field(max_length=200)] = ()
    scope: LongText | None = None
    sites: tuple[Line, ...] = ()
    products: tuple[CertifiedProduct, ...] = ()
    reasons: LongText
    effective_from: Day | None = None
    last_day: Day | None = None
    limit_day: Day | None = None
    actions: LongText | None = None
    handler: PersonId | None = None
    limits: PackName | None = None

    def searches(self) -> frozenset[tuple[str, str]]:
        """Every finding raised in the work it rests on: none is forgotten because a report leaves it out."""
        return frozenset((work, "finding.raise") for work in self.rests_on)
