"""The vocabulary of schemes: what is certified, by which functions, in which kinds of determination.

The functions are those of ISO/IEC 17067:2013 5.3, table 1. A scheme stores the functions it uses; its type (1a to 6, N)
is a label derived from them, because editions of ISO/IEC 17067 may name types differently.
"""

from enum import StrEnum


class ObjectKind(StrEnum):
    """What a scheme certifies."""

    PRODUCT = "product"
    PROCESS = "process"
    SERVICE = "service"


class SchemeType(StrEnum):
    """Types of scheme of ISO/IEC 17067:2013; ``N`` is any other mix of functions."""

    ONE_A = "1a"
    ONE_B = "1b"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    SIX = "6"
    N = "N"


class SchemeFunction(StrEnum):
    """A function or activity of a scheme. Comments give the row of the table."""

    SELECTION = "selection"  # I
    DETERMINATION = "determination"  # II
    REVIEW = "review"  # III
    DECISION = "decision"  # IV
    ATTESTATION = "attestation"  # V a
    USE_OF_CERTIFICATE = "use-of-certificate"  # V b
    BATCH_STATEMENT = "batch-statement"  # V c
    MARK_LICENCE = "mark-licence"  # V d
    SURVEILLANCE_MARKET = "surveillance-market"  # VI a
    SURVEILLANCE_FACTORY = "surveillance-factory"  # VI b
    SURVEILLANCE_PROCESS = "surveillance-process"  # VI c
    SURVEILLANCE_SYSTEM = "surveillance-system"  # VI d


ALWAYS = frozenset(
    {
        SchemeFunction.SELECTION,
        SchemeFunction.DETERMINATION,
        SchemeFunction.REVIEW,
        SchemeFunction.DECISION,
        SchemeFunction.ATTESTATION,
    }
)
"""The functions no scheme does without (ISO/IEC 17065:2012 7.4–7.7)."""

SURVEILLANCE = frozenset(
    {
        SchemeFunction.SURVEILLANCE_MARKET,
        SchemeFunction.SURVEILLANCE_FACTORY,
        SchemeFunction.SURVEILLANCE_PROCESS,
        SchemeFunction.SURVEILLANCE_SYSTEM,
    }
)


class Determination(StrEnum):
    """Kinds of determination (ISO/IEC 17000:2020, clause 6; ISO/IEC 17065:2012 3.3 note)."""

    TESTING = "testing"
    INSPECTION = "inspection"
    DESIGN_APPRAISAL = "design-appraisal"
    DOCUMENT_REVIEW = "document-review"
    PROCESS_ASSESSMENT = "process-assessment"
    SERVICE_ASSESSMENT = "service-assessment"
    MANAGEMENT_SYSTEM_AUDIT = "management-system-audit"
    VERIFICATION = "verification"


class Performer(StrEnum):
    """Who may perform a function or task (ISO/IEC 17065:2012 6.2)."""

    BODY = "body"  # people of the body, employed or under personal contract
    LABORATORY = "laboratory"
    INSPECTION_BODY = "inspection-body"
    AUDIT_BODY = "audit-body"
    CLIENT = "client"  # the client's own resources, with the controls that the scheme names
    SCHEME_OWNER = "scheme-owner"
    AUTHORITY = "authority"


class ClauseSet(StrEnum):
    """Whose requirements the work meets (ISO/IEC 17065:2012 6.2.1)."""

    ISO_IEC_17020 = "iso-iec-17020"  # inspection
    ISO_IEC_17021_1 = "iso-iec-17021-1"  # management-system audit
    ISO_IEC_17025 = "iso-iec-17025"  # testing
    ISO_IEC_17065 = "iso-iec-17065"  # everything the certification body does itself


class Subject(StrEnum):
    """What a requirement is about. Only non-fulfilled requirements on the system may be left to a plan."""

    PRODUCT = "product"
    PROCESS = "process"
    SERVICE = "service"
    INFORMATION = "information"  # marking, instructions, labels
    SYSTEM = "system"  # the maker's own controls


class Conflict(StrEnum):
    """What the body, its people and its related bodies must not have done for a client (ISO/IEC 17065:2012 4.2.6)."""

    DESIGN = "design"
    MANUFACTURE = "manufacture"
    INSTALLATION = "installation"
    DISTRIBUTION = "distribution"
    MAINTENANCE = "maintenance"
    OPERATION = "operation"
    PROVISION = "provision"
    CONSULTANCY = "consultancy"
    SYSTEM_CONSULTANCY = "system-consultancy"
    INTERNAL_AUDIT = "internal-audit"
