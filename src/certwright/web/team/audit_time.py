"""The audit time an assignment was given, and the reckoning it goes back to where one was kept with the acceptance."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from certwright.answers.why import Why, why
from certwright.core.dossiers import Assignment
from certwright.core.reckoning.kept import KeptReckoning, KeptTime, NotAReckoning, read_kept
from certwright.office.case import Case
from certwright.office.gathering import pack_texts


@dataclass(frozen=True, slots=True)
class Time:
    """Audit days of the assignment and how many of them on site; ``kept`` are the days of the kept reckoning."""

    days: Decimal | None
    on_site: Decimal | None
    kept: str = ""
    because: Why | None = None


def audit_time(case: Case, own: Assignment) -> Time:
    """The time of an assignment, with the derivation of the reckoning that the application was accepted with."""
    reckoning = _kept(case, own)
    if reckoning is None:
        return Time(own.audit_days, own.on_site_days)
    return Time(own.audit_days, own.on_site_days, reckoning.days, _why(reckoning))


def _kept(case: Case, own: Assignment) -> KeptTime | None:
    application = case.application
    accepted = application.accepted.get(own.pin.pack) if application and own.pin else None
    try:
        found = _read(accepted.audit_time, case.using) if accepted and accepted.audit_time else None
    except (LookupError, NotAReckoning):
        return None
    return found if isinstance(found, KeptTime) else None


@lru_cache(maxsize=256)  # a text never changes under its digest; one that is not there is asked for again
def _read(digest: str, using: str) -> KeptReckoning:
    text = pack_texts(using).text(digest)
    if text is None:
        raise LookupError(digest)
    return read_kept(text)


def _why(reckoning: KeptTime) -> Why | None:
    try:
        return why(reckoning.derivation)
    except (ValueError, KeyError):  # kept by a release that told its steps otherwise
        return None
