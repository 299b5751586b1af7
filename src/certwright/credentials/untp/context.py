"""Our own words beside UNTP's: what a certificate must say and its model has no place for.

A context is versioned and never changed once a credential names it. It defines every term and has no ``@vocab``, so
that nothing is silently dropped or invented when a credential is read as linked data.
"""

from typing import Any

CONTEXT = "contexts/certificate/v1"
"""The context's path on the body's domain."""

_VOCABULARY = "urn:certwright:certificate:v1:"
_TEXTS = ("number", "licence", "limits")
_NUMBERS = ("version",)
_DAYS = (
    "issuedOn",
    "originallyCertified",
    "effectiveFrom",
    "lastDay",
    "recertified",
    "lapsedAfter",
    "recertificationAudit",
)


def context_document() -> dict[str, Any]:
    """The JSON-LD context to serve at :data:`CONTEXT`."""
    typed = {
        **{name: _term(name, "http://www.w3.org/2001/XMLSchema#string") for name in _TEXTS},
        **{name: _term(name, "http://www.w3.org/2001/XMLSchema#integer") for name in _NUMBERS},
        **{name: _term(name, "http://www.w3.org/2001/XMLSchema#date") for name in _DAYS},
        "scopes": {"@id": f"{_VOCABULARY}scopes", "@container": "@language"},
    }
    certificate = {"@id": f"{_VOCABULARY}certificate", "@context": {"@version": 1.1, "@protected": True, **typed}}
    return {"@context": {"@version": 1.1, "@protected": True, "certificate": certificate}}


def _term(name: str, kind: str) -> dict[str, str]:
    return {"@id": _VOCABULARY + name, "@type": kind}
