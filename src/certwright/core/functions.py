"""What people of a certification body are authorised for.

The functions of both standards under one vocabulary (ISO/IEC 17065 clause 6.1, ISO/IEC 17021-1 clauses 7.1–7.2 and
annex A). A function is held by authorisation or by the founding act; it never follows from a user account.
"""

from enum import StrEnum


class Function(StrEnum):
    """A function somebody may be authorised for."""

    TOP_MANAGEMENT = "top-management"
    COMPETENCE_EVALUATION = "competence-evaluation"
    CLIENT_ADMINISTRATION = "client-administration"
    SCHEME_MANAGEMENT = "scheme-management"
    APPLICATION_REVIEW = "application-review"
    PLANNING = "planning"
    AUDIT_TEAM_LEADING = "audit-team-leading"
    AUDITING = "auditing"
    TECHNICAL_EXPERTISE = "technical-expertise"
    EVALUATION = "evaluation"
    REVIEW = "review"
    DECISION = "decision"
    COMPLAINTS_AND_APPEALS = "complaints-and-appeals"
    INTERNAL_AUDITING = "internal-auditing"
    QUALITY_MANAGEMENT = "quality-management"
    IMPARTIALITY = "impartiality"

    @property
    def label(self) -> str:
        """The function's name in English, lower case, as it stands in a sentence."""
        return self.value.replace("-", " ")
