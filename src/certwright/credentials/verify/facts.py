"""What a proven credential says about the certificate, for comparison with the paper before the reader."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from certwright.credentials.flaws import Flawed
from certwright.credentials.jose import Opened
from certwright.credentials.moments import read as moment
from certwright.credentials.verify.material import Issuer
from certwright.credentials.verify.verdict import Facts


def facts_of(opened: Opened, issuer: Issuer) -> Facts:
    """The facts of a credential. Raises :class:`Flawed` if it is no certificate of ours."""
    said = opened.credential
    try:
        subject, certificate = said["credentialSubject"], said["certificate"]
        return Facts(
            issuer=str(said["issuer"]["name"]),
            domain=issuer.domain,
            id=str(subject["id"]).rpartition("/")[2],
            number=str(certificate["number"]),
            version=int(certificate["version"]),
            holder=str(subject["issuedToParty"]["name"]),
            scope={str(language): str(text) for language, text in certificate["scopes"].items()},
            sites=tuple(_names(subject, "assessedFacility", "facility")),
            products=tuple(_names(subject, "assessedProduct", "product")),
            valid_from=moment(said["validFrom"]),
            valid_until=_until(said),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as why:
        raise Flawed("not-a-certificate") from why


def _until(said: Mapping[str, Any]) -> datetime | None:
    return moment(said["validUntil"]) if "validUntil" in said else None


def _names(subject: Mapping[str, Any], within: str, what: str) -> list[str]:
    """The names of what was assessed, each once, products with their models."""
    found = [
        " ".join(filter(None, (str(one[what]["name"]), str(one[what].get("modelNumber", "")))))
        for assessment in subject["conformityAssessment"]
        for one in assessment.get(within, ())
    ]
    return list(dict.fromkeys(found))
