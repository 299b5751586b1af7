"""Where the small body publishes, and with which keys."""

from certwright.credentials.status.entry import Place, StatusProfile
from certwright.credentials.untp import Publication, Software

DID = "did:web:certification.example"
ORIGIN = "https://certification.example"
ADDRESS = f"{ORIGIN}/c/7Q2M0ZK4TB"
LISTS = f"{ORIGIN}/status/1"
INDEX = 94567
SOFTWARE = Software("urn:certwright", "Certwright", "0.1.0", "urn:certwright:project", "Certwright")


def publication(profile: StatusProfile = StatusProfile.UNTP, address: str = ADDRESS, index: int = INDEX) -> Publication:
    """The publication of a certificate."""
    return Publication(DID, ORIGIN, address, Place(index, LISTS), profile, SOFTWARE)
