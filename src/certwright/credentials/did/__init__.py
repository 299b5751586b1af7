"""Who the body is to a program: ``did:web`` on its own domain, with every key it ever had."""

from certwright.credentials.did.document import DidDocument, Service, did_document, read_document
from certwright.credentials.did.web import address, did_of, domain

__all__ = ["DidDocument", "Service", "address", "did_document", "did_of", "domain", "read_document"]
