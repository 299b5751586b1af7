"""Dates that a product scheme gives: how long a certificate holds, when surveillance is due, until when suspended.

ISO/IEC 17065:2012 states no numbers here (7.7.1 e, 7.9.1, 7.11; R-61, R-62, R-66): they are the scheme's, and values
that the scheme leaves uncertain are the body's, settled on adoption.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from certwright.core.reckoning.calendar import day_before, period_after
from certwright.core.reckoning.derivation import Derivation, Trail
from certwright.core.reckoning.due import Due
from certwright.core.reckoning.settle import settled_period
from certwright.packs.adoption import Value
from certwright.packs.model.period import TimeUnit
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.life import SurveillanceActivity, Validity
from certwright.packs.model.uncertain import NoneBecause


@dataclass(frozen=True, slots=True)
class End:
    """The last day of a certificate. ``None``: open ended, or not yet known because of ``waits_for``.

    ``at_least`` is what can be told while events have not happened: the certificate holds no shorter than this.
    """

    last_day: date | None
    waits_for: tuple[str, ...]
    at_least: date | None
    derivation: Derivation


def certificate_end(
    scheme: ProductScheme, effective: date, events: Mapping[str, date], settled: Mapping[str, Value]
) -> End:
    """Until when a certificate effective from ``effective`` holds (R-66, 17065 7.7.1 e, POLICY: the scheme's).

    A period of months counts like a cycle: the last day is the day before it is full. An end counted from events is the
    latest of them, each day itself included. ``events``: name → the day it happened.
    Raises ``ValueError`` for a scheme that says nothing about validity.
    """
    trail = Trail()
    trail.reads(scheme.pack, scheme.edition)
    match scheme.validity:
        case None:
            raise ValueError(f"{scheme.pack} {scheme.edition} does not say how long a certificate holds")
        case NoneBecause():
            trail.step("dates.open-ended", None, "day", scheme.sources[0], because=scheme.validity.none_because)
            return End(None, (), None, trail.derivation())
        case Validity(period=None):
            return _latest_of(scheme.validity, events, settled, trail)
        case Validity():
            assert scheme.validity.period is not None
            period = settled_period(scheme.validity.period, settled)
            end = period_after(effective, period)
            last = day_before(end) if period.unit is TimeUnit.MONTHS else end
            trail.step(
                "dates.certificate-period",
                last.isoformat(),
                "day",
                scheme.validity.source,
                effective=effective.isoformat(),
                period=str(period),
            )
            return End(last, (), last, trail.derivation())


def _latest_of(validity: Validity, events: Mapping[str, date], settled: Mapping[str, Value], trail: Trail) -> End:
    ends, waits = [], []
    for rule in validity.latest_of:
        if rule.event not in events:
            waits.append(rule.event)
            continue
        period = settled_period(rule.period, settled)
        ends.append(period_after(events[rule.event], period))
        trail.step(
            "dates.after-event",
            ends[-1].isoformat(),
            "day",
            validity.source,
            event=rule.event,
            happened=events[rule.event].isoformat(),
            period=str(period),
        )
    latest = max(ends, default=None)
    last = None if waits else latest
    trail.step(
        "dates.latest-of",
        last.isoformat() if last else None,
        "day",
        validity.source,
        waits_for=", ".join(waits) or None,
    )
    return End(last, tuple(waits), latest, trail.derivation())


def surveillance_due(
    activity: SurveillanceActivity, granted: date, held: Sequence[date], settled: Mapping[str, Value]
) -> Due:
    """When an activity of the scheme's surveillance is due next (R-61, 17065 7.9.1, the scheme's).

    Counted from the last time it was held, or from the grant; a tolerance of the scheme is added to the last day.
    """
    trail = Trail()
    counted_from = max((day for day in held if day >= granted), default=granted)
    interval = settled_period(activity.interval, settled)
    last = period_after(counted_from, interval)
    if activity.tolerance is not None:
        last = period_after(last, activity.tolerance)
    trail.step(
        "dates.scheme-surveillance",
        last.isoformat(),
        "day",
        activity.source,
        activity=activity.id,
        counts_from=counted_from.isoformat(),
        interval=str(interval),
        tolerance=str(activity.tolerance) if activity.tolerance else None,
    )
    return Due("R-61", last, trail.derivation())


def surveillance_gaps(
    activity: SurveillanceActivity, granted: date, held: Sequence[date], today: date, settled: Mapping[str, Value]
) -> tuple[tuple[Due, date | None], ...]:
    """Every time the activity was late up to ``today``: what was due, and when it was done after all, if it was."""
    late = []
    done = sorted(day for day in held if granted <= day <= today)
    for at, day in enumerate((*done, None)):
        wanted = surveillance_due(activity, granted, done[:at], settled)
        if not wanted.kept_by(day or today):
            late.append((wanted, day))
    return tuple(late)
