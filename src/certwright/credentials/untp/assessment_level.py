"""Who stands behind the certificate: computed from the accreditation on the day of issue, never typed (UNTP 0.7.0)."""

from enum import StrEnum

from certwright.credentials.content.certificate import CertificateContent


class AssessmentLevel(StrEnum):
    """The levels of UNTP's ``assessmentLevel`` that a certification body's certificate can have."""

    GLOBAL_ARRANGEMENT = "authority-globalmra"
    SCHEME_OWNER = "scheme-cab"
    NONE = "no-endorsement"


def assessment_level(content: CertificateContent) -> AssessmentLevel:
    """The level of a certificate.

    Accredited by a signatory of an arrangement: global. Otherwise, an external scheme owner who lets the body certify:
    the owner. Otherwise none: an accreditation outside every arrangement has no level of its own in UNTP. That every
    arrangement on record counts as global is a reading of ours (UNSURE for regional ones). Mandates of governments are
    not on record yet, so ``authority-mandate`` is never claimed.
    """
    if content.accreditation is not None and content.accreditation.arrangement:
        return AssessmentLevel.GLOBAL_ARRANGEMENT
    return AssessmentLevel.SCHEME_OWNER if content.scheme.owner else AssessmentLevel.NONE
