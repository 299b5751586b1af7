"""Acts that open a certification and plan its evaluation. A certification belongs to one standard for ever."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.acts.body import Standard
from certwright.core.functions import Function
from certwright.core.words import (
    ActId,
    ApplicationId,
    AssignmentId,
    AuditDays,
    ClientId,
    Day,
    Line,
    LongText,
    PackName,
    Reason,
    ReckoningDigest,
    TextDigest,
)

ObjectKind = Literal["product", "process", "service", "management-system"]
"""What is certified. A management-system certification is never started for one of the others, nor the reverse."""

AssignmentKind = Literal[
    "stage-1",
    "stage-2",
    "surveillance",
    "recertification",
    "special",
    "pre-transfer-review",
    "document-review",
    "test",
    "inspection",
    "process-assessment",
    "ms-audit",
    "market-sample",
    "factory-sample",
]
"""A piece of determination (ISO/IEC 17000). The first six are audits under ISO/IEC 17021-1; ``ms-audit`` is the audit a
product scheme uses as one of its evaluation activities (ISO/IEC 17065 6.2.1; corrections, 1)."""


class CertifiedProduct(Part):
    """A product, process or service under certification, as the certificate names it."""

    code: Line
    name: Line
    category: Line
    models: tuple[Line, ...] = ()


class OpenCertification(
    Act,
    name="certification.open",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.APPLICATION_REVIEW},
    says="Opened the certification under {act.pack}, edition {act.edition}.",
):
    """Open a certification from an accepted application, pinned to one text of one standard or scheme.

    ISO/IEC 17065 7.3–7.4, ISO/IEC 17021-1 9.1.2–9.1.3. ``transferred_from`` names the issuing body and number.
    """

    application: ApplicationId
    client: ClientId
    standard: Standard
    pack: PackName
    edition: Line
    text: TextDigest
    object_kind: ObjectKind
    accredited: Literal["accredited", "non-accredited"]
    scope: LongText
    sites: Annotated[tuple[Line, ...], Field(min_length=1, max_length=2_000)]
    areas: tuple[Line, ...] = ()
    products: Annotated[tuple[CertifiedProduct, ...], Field(max_length=2_000)] = ()
    transferred_from: Line | None = None


class PlannedAssignment(Part):
    """One piece of determination the plan foresees. Its own dossier is opened when it is assigned."""

    assignment: AssignmentId
    kind: AssignmentKind
    requirements: Annotated[tuple[Line, ...], Field(min_length=1, max_length=500)]
    sites: Annotated[tuple[Line, ...], Field(max_length=2_000)] = ()
    from_day: Day
    to_day: Day
    audit_days: AuditDays | None = None


class PlanEvaluation(
    Act,
    name="certification.plan",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING},
    says="Planned {act.purpose}.",
):
    """Plan an evaluation or an audit cycle (ISO/IEC 17065 7.4.1; ISO/IEC 17021-1 9.1.3, 9.2).

    A later plan for the same purpose replaces what of the earlier one has not been assigned yet. ``reckoning`` is the
    digest of the kept reckoning the plan rests on.
    """

    pack: PackName
    purpose: Literal["initial", "surveillance", "recertification", "special", "change", "complaint"]
    assignments: Annotated[tuple[PlannedAssignment, ...], Field(min_length=1, max_length=500)]
    justification: LongText | None = None
    reckoning: ReckoningDigest | None = None


class OmitAssignment(
    Act,
    name="certification.omit",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING, Function.APPLICATION_REVIEW},
    says="Left {act.assignment} out of the plan: {act.reason}",
):
    """Leave a planned piece of determination out, with the reason (ISO/IEC 17065 7.3.5, 7.4.1; 17021-1 9.1.3)."""

    assignment: AssignmentId
    reason: Reason
    justified_by: ActId | None = None

    def gathers(self) -> frozenset[str]:
        """Nothing: what is left out may never have been assigned, and so has no dossier."""
        return frozenset()

    def considers(self) -> frozenset[str]:
        """The assignment, if it was opened: work that was carried out cannot be left out."""
        return frozenset({self.assignment})
