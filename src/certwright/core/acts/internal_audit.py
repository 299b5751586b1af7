"""Acts about the body's audits of its own work (ISO/IEC 17065 8.6; ISO/IEC 17021-1 10.2.6)."""

from typing import Annotated

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.functions import Function
from certwright.core.words import Answered, AttachmentId, Day, DossierId, Line, LongText, PastDay, PersonId

Audited = Annotated[tuple[Answered, ...], Field(min_length=1, max_length=500)]
Auditors = Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=50)]
Sampled = Annotated[tuple[DossierId, ...], Field(max_length=200)]


class PlanInternalAudit(
    Act,
    name="body.plan-internal-audit",
    about="body",
    nature=Nature.AUTHORITY,
    by={Function.QUALITY_MANAGEMENT, Function.TOP_MANAGEMENT},
    says="Planned the internal audit {act.audit}.",
):
    """Plan an internal audit and put people on it (ISO/IEC 17065 8.6.2; ISO/IEC 17021-1 10.2.6.2).

    ``clauses`` are what it looks at: a standard, or clauses of one. ``sampled`` are the dossiers whose work it will
    look at, as far as they are chosen.
    """

    audit: Line
    auditors: Auditors
    clauses: Audited
    sampled: Sampled = ()
    from_day: Day
    to_day: Day


class RecordInternalAudit(
    Act,
    name="body.record-internal-audit",
    about="body",
    nature=Nature.FACT,
    by={Function.QUALITY_MANAGEMENT, Function.INTERNAL_AUDITING},
    says="Recorded the internal audit {act.audit}.",
):
    """An internal audit was held: by whom, of what, looking at whose work, with which result (17065 8.6.4; 10.2.6.4).

    ``sampled`` are the dossiers whose work was looked at; ``told_on`` is the day those in charge were told.
    """

    audit: Line
    auditors: Auditors
    clauses: Audited
    sampled: Annotated[tuple[DossierId, ...], Field(min_length=1, max_length=200)]
    held_from: PastDay
    held_to: PastDay
    result: LongText
    nonconformities: Annotated[tuple[LongText, ...], Field(max_length=100)] = ()
    told_on: PastDay | None = None
    report: AttachmentId | None = None
