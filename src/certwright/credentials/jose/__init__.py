"""Credentials as signed envelopes, ``application/vc+jwt`` (W3C Securing Verifiable Credentials using JOSE and COSE)."""

from certwright.credentials.jose.reading import LONGEST, MEDIA_TYPE, Envelope, Opened, read
from certwright.credentials.jose.signing import signed

__all__ = ["LONGEST", "MEDIA_TYPE", "Envelope", "Opened", "read", "signed"]
