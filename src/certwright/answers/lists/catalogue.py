"""Every list there is, by the name it has in its address."""

from collections.abc import Mapping

from certwright.answers.lists.applying import AGREEMENTS, APPLICATIONS, ENQUIRIES
from certwright.answers.lists.certifying import CERTIFICATES, CERTIFICATIONS, DECISIONS
from certwright.answers.lists.determining import ASSIGNMENTS, FINDINGS, MATTERS
from certwright.answers.lists.listing import Listing
from certwright.answers.lists.parties import CLIENTS, COMMITTEES, PEOPLE, PROVIDERS
from certwright.answers.lists.working_by import DOCUMENTS, SCHEMES

LISTS: Mapping[str, Listing] = {
    listing.name: listing
    for listing in (
        CLIENTS,
        ENQUIRIES,
        APPLICATIONS,
        AGREEMENTS,
        CERTIFICATIONS,
        ASSIGNMENTS,
        FINDINGS,
        DECISIONS,
        CERTIFICATES,
        PEOPLE,
        SCHEMES,
        MATTERS,
        PROVIDERS,
        COMMITTEES,
        DOCUMENTS,
    )
}
