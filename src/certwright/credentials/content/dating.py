"""The dates a certificate shows: they follow from decisions and spans (17021-1 8.2.2 b, c; 17065 7.7.1 b, e)."""

from collections.abc import Iterable
from datetime import date, timedelta

from certwright.core.dossiers import Assignment, Certification
from certwright.core.dossiers.certification_parts import Decision
from certwright.credentials.content.certificate import Dates
from certwright.credentials.flaws import Flawed

_CHANGES_CONTENT = frozenset({"grant", "accept-transfer", "renew", "extend", "reduce"})
"""Decisions whose effective date a certificate shows: granting, renewing, expanding and reducing the scope."""


def dates(certification: Certification, decision: Decision, day: date, assignments: Iterable[Assignment]) -> Dates:
    """The dates of a certificate that speaks on ``day`` and states ``decision``.

    Raises :class:`Flawed` if nothing was granted.
    """
    granted, span = certification.granted, certification.span_on(day)
    if granted is None or span is None:
        raise Flawed("nothing-granted", dossier=certification.id, day=day)
    made = certification.decisions[: certification.decisions.index(decision) + 1]
    effective = next(one.effective_from for one in reversed(made) if one.kind in _CHANGES_CONTENT)
    renewed = [one.effective_from for one in made if one.kind == "renew"]
    recertified = renewed[-1] if renewed else None
    lapsed = _lapsed_after(certification, span.first)
    audit = _last_day_of(assignments, "recertification") if lapsed else None
    return Dates(granted.effective_from, effective, span.until, recertified, lapsed, audit)


def _lapsed_after(certification: Certification, first: date) -> date | None:
    """The last day before a lapse that the span beginning on ``first`` ended; ``None`` if nothing had lapsed."""
    before = [span.until for span in certification.spans if span.first < first and span.until is not None]
    old = max(before, default=None)
    return old if old is not None and old + timedelta(days=1) < first else None


def assessed_on(decision: Decision, assignments: Iterable[Assignment]) -> date:
    """The last day of the work a decision rests on; its own day where it rests on none (a scope that was reduced)."""
    named = [one for one in assignments if one.id in decision.rests_on]
    return max((one.held_to for one in named if one.held_to is not None), default=decision.on)


def _last_day_of(assignments: Iterable[Assignment], what: str) -> date | None:
    return max((one.held_to for one in assignments if one.what == what and one.held_to is not None), default=None)
