"""What the certificate and the licences of a certification are on a day: they follow from its standing alone.

So a suspension, an end or a reduction changes certificate, licences and whatever shows them (directory, document
status, code on the product) on the same day, without anybody or anything updating them (ISO/IEC 17065 7.11.3, 4.1.3.1,
7.8; ISO/IEC 17021-1 9.6.5.3, 8.1.2; R-70).
"""

from datetime import date
from enum import StrEnum

from certwright.core.dossiers.certification import Certification, Standing
from certwright.core.dossiers.certification_parts import Attestation, Licence


class LicenceStanding(StrEnum):
    """What a right to use a mark is on a day."""

    NOT_YET = "not-yet"
    GRANTED = "granted"
    SUSPENDED = "suspended"
    ENDED = "ended"


def licence_standing(certification: Certification, licence: Licence, day: date) -> LicenceStanding:
    """What ``licence`` is on ``day``: never more than its certification is, and only for models then covered.

    A licence that names no models is for everything certified; it rests as soon as a part of that is suspended.
    """
    standing = certification.standing(day)
    if day < licence.span.first or standing is Standing.NONE:
        return LicenceStanding.NOT_YET
    if not licence.span.holds_on(day) or standing in _ENDED or not _covers_a_model(certification, licence, day):
        return LicenceStanding.ENDED
    if standing is Standing.SUSPENDED or _rests(certification, licence, day):
        return LicenceStanding.SUSPENDED
    return LicenceStanding.GRANTED


_ENDED = frozenset({Standing.EXPIRED, Standing.WITHDRAWN, Standing.TERMINATED})


def _covers_a_model(certification: Certification, licence: Licence, day: date) -> bool:
    covered = certification.covered(day)
    if not licence.models or covered is None:
        return True
    certified = {model for product in covered.products for model in (product.code, *product.models)}
    return not certified.isdisjoint(licence.models)


def _rests(certification: Certification, licence: Licence, day: date) -> bool:
    pauses = certification.suspended_on(day)
    certified = certification.products
    return any(not licence.models or any(pause.rests(model, certified) for model in licence.models) for pause in pauses)


def certificate_on(certification: Certification, day: date) -> Attestation | None:
    """The version of the certificate in force on ``day``; ``None`` while nothing may be shown as certified.

    A certificate does not speak for a certification that is suspended as a whole, has ended or has not begun.
    """
    if certification.standing(day) not in {Standing.VALID, Standing.PARTLY_SUSPENDED}:
        return None
    return next((issued for issued in reversed(certification.attestations) if issued.issued_on <= day), None)
