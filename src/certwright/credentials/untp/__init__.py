"""The certificate as a UNTP Digital Conformity Credential 0.7.0 (UN/CEFACT), a W3C Verifiable Credential 2.0."""

from certwright.credentials.untp.assessment_level import AssessmentLevel, assessment_level
from certwright.credentials.untp.conformity_credential import Publication, Software, conformity_credential
from certwright.credentials.untp.context import CONTEXT, context_document

__all__ = [
    "CONTEXT",
    "AssessmentLevel",
    "Publication",
    "Software",
    "assessment_level",
    "conformity_credential",
    "context_document",
]
