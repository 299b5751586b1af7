"""Acts about how certificates and marks are used, and the words that misuse is told in (17065 4.1.3; 17021-1 8.3)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.functions import Function
from certwright.core.words import AttachmentId, Line, LongText, PastDay

MisuseKind = Literal[
    "no-licence",
    "wrong-model",
    "outside-validity",
    "altered-artwork",
    "system-mark-on-product",
    "counterfeit",
    "misleading-claim",
    "continued-after-suspension",
    "accreditation-symbol",
    "copied-code",
]
"""What is wrong about a use (R-78)."""

Measure = Literal[
    "correction",
    "corrective-action",
    "recall-information",
    "publication",
    "suspension",
    "withdrawal",
    "legal-action",
    "notice-to-accreditation-body",
    "notice-to-authority",
]
"""What a body may do about a misuse (ISO/IEC 17065 4.1.3.2; ISO/IEC 17021-1 8.3.5; R-78)."""


class LookAtUse(
    Act,
    name="certification.look-at-use",
    about="certification",
    nature=Nature.FACT,
    by={
        Function.SCHEME_MANAGEMENT,
        Function.CLIENT_ADMINISTRATION,
        Function.QUALITY_MANAGEMENT,
        Function.EVALUATION,
        Function.AUDITING,
        Function.AUDIT_TEAM_LEADING,
    },
    says="Looked at a use of certificate or mark: {act.place}.",
):
    """A use of the certificate or of a mark was looked at (ISO/IEC 17065 4.1.3.2; ISO/IEC 17021-1 8.3.5).

    ``licence`` is the one it was made under, if it was made under one; ``wording`` is what stands there. What the words
    claim, a person judges: ``claims``, of the kinds that the papers and the schemes forbid (R-76).
    """

    licence: Line | None = None
    seen_on: PastDay
    place: Line
    medium: Literal["product", "packaging", "label", "papers", "digital"]
    models: Annotated[tuple[Line, ...], Field(max_length=500)] = ()
    artwork: Literal["as-licensed", "altered", "no-mark"]
    wording: LongText | None = None
    claims: Literal["what-was-certified", "approval-by-the-body", "more-than-was-certified", "the-whole-company"]
    pictures: Annotated[tuple[AttachmentId, ...], Field(max_length=50)] = ()
