"""Acts about a controlled document: what it answers, and in which version (17065 8.3; 17021-1 10.2.3)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.functions import Function
from certwright.core.words import Answered, AttachmentId, Day, Line, LongText, Reason


class RegisterDocument(
    Act,
    name="document.register",
    about="document",
    nature=Nature.AUTHORITY,
    by={Function.QUALITY_MANAGEMENT},
    says="Registered the document {act.document_title}.",
):
    """Register a controlled document and what it answers: ``17065:2012 8.2.1``, or the standard alone: ``17065:2012``.

    One document may answer both standards (17065 8.3; 17021-1 10.2.3; corrections, 8).
    """

    document_title: Line
    kind: Literal["manual", "procedure", "instruction", "form", "scheme", "record", "external"]
    answers: Annotated[tuple[Answered, ...], Field(min_length=1, max_length=500)]
    kept_at: Line | None = None


class ReleaseDocument(
    Act,
    name="document.release",
    about="document",
    nature=Nature.AUTHORITY,
    by={Function.QUALITY_MANAGEMENT},
    says="Released version {act.version}, in force from {act.from_day}.",
):
    """Release a version of the document. The approver is the actor."""

    version: Line
    from_day: Day
    what_changed: LongText
    text: AttachmentId | None = None


class WithdrawDocument(
    Act,
    name="document.withdraw",
    about="document",
    nature=Nature.AUTHORITY,
    by={Function.QUALITY_MANAGEMENT},
    says="Withdrew the document; {act.last_day} was its last day.",
):
    """Withdraw the document from use."""

    last_day: Day
    reason: Reason
