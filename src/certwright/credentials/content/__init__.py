"""What a certificate says: a pure function of decision, dossiers and pack. Nothing in it is typed by hand.

ISO/IEC 17021-1:2015 8.2.2; ISO/IEC 17065:2012 7.7.1. The document, the credential and the register all show this.
"""

from certwright.credentials.content.certificate import (
    Accredited,
    Address,
    CertificateContent,
    Dates,
    Party,
    Product,
    Reference,
    Scheme,
    Site,
    Translated,
)
from certwright.credentials.content.making import Sources, certificate_content

__all__ = [
    "Accredited",
    "Address",
    "CertificateContent",
    "Dates",
    "Party",
    "Product",
    "Reference",
    "Scheme",
    "Site",
    "Sources",
    "Translated",
    "certificate_content",
]
