"""The derived tables. Rows hold dates, never statuses: lists compare them with today (DESIGN section 5.7).

Each row belongs to the dossier it was made from and is told from the others of that dossier by its ``KEY``.
"""

from certwright.rows.models.any_dossier import BreachRow, ClaimRow, DossierRow, LinkRow, WordRow
from certwright.rows.models.applying import AgreementRow, ApplicationRow, EnquiryRow
from certwright.rows.models.belonging import BelongingRow, PartRow
from certwright.rows.models.certifying import (
    AttestationRow,
    CertificationRow,
    DecisionRow,
    PieceRow,
    ReviewRow,
    WaitingRow,
)
from certwright.rows.models.determining import AppointmentRow, AssignmentRow, FindingRow, MatterRow
from certwright.rows.models.parties import (
    AccreditationRow,
    AdoptionRow,
    AuthorisationRow,
    BodyRow,
    ClientRow,
    CommitteeRow,
    DocumentRow,
    PersonRow,
    ProviderRow,
    SeatRow,
    SiteRow,
    ThreatRow,
)
from certwright.rows.models.row import Row

__all__ = [
    "AccreditationRow",
    "AdoptionRow",
    "AgreementRow",
    "ApplicationRow",
    "AppointmentRow",
    "AssignmentRow",
    "AttestationRow",
    "AuthorisationRow",
    "BelongingRow",
    "BodyRow",
    "BreachRow",
    "CertificationRow",
    "ClaimRow",
    "ClientRow",
    "CommitteeRow",
    "DecisionRow",
    "DocumentRow",
    "DossierRow",
    "EnquiryRow",
    "FindingRow",
    "LinkRow",
    "MatterRow",
    "PartRow",
    "PersonRow",
    "PieceRow",
    "ProviderRow",
    "ReviewRow",
    "Row",
    "SeatRow",
    "SiteRow",
    "ThreatRow",
    "WaitingRow",
    "WordRow",
]
