"""The themes under which the clauses of both accreditation standards, and the rules that answer them, are gathered.

One list for both standards, so that a matrix can lay them side by side. Words follow ISO/IEC 17000, 17065 and 17021-1.
"""

from enum import StrEnum


class Theme(StrEnum):
    """What a clause, a row of the side-by-side matrix or a rule is about."""

    LEGAL = "legal"
    AGREEMENT = "agreement"
    DECISION_RESPONSIBILITY = "decision-responsibility"
    IMPARTIALITY = "impartiality"
    LIABILITY = "liability"
    STRUCTURE = "structure"
    COMPETENCE = "competence"
    PERSONNEL = "personnel"
    SUBCONTRACTING = "subcontracting"
    PUBLIC_INFORMATION = "public-information"
    DIRECTORY = "directory"
    MARKS = "marks"
    CONFIDENTIALITY = "confidentiality"
    INFORMATION_EXCHANGE = "information-exchange"
    SCHEME = "scheme"
    APPLICATION = "application"
    AUDIT_PROGRAMME = "audit-programme"
    AUDIT_TIME = "audit-time"
    MULTI_SITE = "multi-site"
    PLANNING = "planning"
    EVALUATION = "evaluation"
    NONCONFORMITY = "nonconformity"
    REPORT = "report"
    REVIEW = "review"
    DECISION = "decision"
    ATTESTATION = "attestation"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"
    SPECIAL_AUDIT = "special-audit"
    CHANGES = "changes"
    SUSPENSION_WITHDRAWAL = "suspension-withdrawal"
    APPEALS = "appeals"
    COMPLAINTS = "complaints"
    RECORDS = "records"
    MANAGEMENT_SYSTEM = "management-system"
