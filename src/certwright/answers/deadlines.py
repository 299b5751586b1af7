"""By when something must happen in a certification, and how each last day comes about.

Nothing here is stored: every day is reckoned anew from decisions, audits held, packs and what the body chose. A value
nobody settled is told as such, never guessed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.why import Because, Why, why, why_not
from certwright.core.dossiers import Assignment, Certification, Finding
from certwright.core.dossiers.certification import LASTING, Standing
from certwright.core.dossiers.certification_parts import Decision, Span
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.limits import Limits
from certwright.core.reckoning.product_dates import certificate_end, surveillance_due
from certwright.core.reckoning.renewal import renewal, restoration_door
from certwright.core.reckoning.surveillance import CycleHistory, demands
from certwright.core.reckoning.validity import initial_cycle
from certwright.core.rules.surveillance import SEEN_BY
from certwright.core.rules.validity import BEGINS
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something has its last day. ``about`` is the dossier it concerns; empty: the one that is shown."""

    label: str | Promise
    last_day: date
    about: str = ""
    why: Why | None = None

    def late_on(self, day: date) -> bool:
        """Whether it is over on ``day``."""
        return self.last_day < day

    def days_left(self, day: date) -> int:
        """How many days are left after ``day``; below zero if it is over."""
        return (self.last_day - day).days


def deadlines(certification: Certification, around: Around) -> tuple[Deadline, ...]:
    """Every last day that counts on the day, the first one first."""
    found = [*_of_standing(certification, around), *_of_findings(certification, around)]
    return tuple(sorted(found, key=lambda one: one.last_day))


def _of_standing(certification: Certification, around: Around) -> Iterator[Deadline]:
    standing = certification.standing(around.day)
    span = certification.span_on(around.day)
    if standing in LASTING:
        yield from surveillance(certification, around)
        if span and span.until:
            yield Deadline(_("Last day of the certification"), span.until, why=end_of(certification, span, around))
        for pause in certification.suspended_on(around.day):
            if pause.limit_day:
                yield Deadline(_("End of the time given to resolve the suspension"), pause.limit_day)
    elif standing is Standing.EXPIRED and span and span.until:
        yield from _door(span.until, _limits(certification, around))


def _door(expired: date, limits: Limits | None) -> Iterator[Deadline]:
    """Only ISO/IEC 17021-1 knows a door through which what expired is restored (9.6.3.2.5)."""
    if limits is not None and limits.knows("restoration-door"):
        door = restoration_door(expired, limits)
        yield Deadline(_("Last day to restore it by decision"), door.last_day, why=why(door.derivation))


def _of_findings(certification: Certification, around: Around) -> Iterator[Deadline]:
    for finding in around.gathered.values():
        if not isinstance(finding, Finding) or finding.certification != certification.id or finding.answer_due is None:
            continue
        if finding.answered_on is None and not finding.verified:
            yield Deadline(_("Answer of the client"), finding.answer_due, finding.id)


def begun_by(certification: Certification, span: Span) -> Decision | None:
    """The decision that began a span of validity."""
    return next(
        (
            made
            for made in reversed(certification.decisions)
            if made.kind in BEGINS and (made.effective_from, made.last_day) == (span.first, span.until)
        ),
        None,
    )


def end_of(certification: Certification, span: Span, around: Around) -> Why | None:
    """Why a span of validity ends when it does; ``None`` if the pack it was reckoned by is not at hand."""
    made = begun_by(certification, span)
    if made is None:
        return None
    try:
        reckoned = _reckoned_end(certification, span, made, around)
    except CannotReckon as cannot:
        return why_not(cannot)
    if reckoned is None:
        return None
    last, told = reckoned
    if last is not None and span.until is not None and span.until < last:
        chosen = Because(gettext("An earlier last day was chosen in the decision."))
        return Why((*told.steps, chosen), told.packs)
    return told


def _reckoned_end(
    certification: Certification, span: Span, made: Decision, around: Around
) -> tuple[date | None, Why] | None:
    pack = around.pack_of(certification)
    if isinstance(pack, ProductScheme) and certification.pin and pack.validity is not None:
        end = certificate_end(pack, span.first, {}, around.settled(certification.pin))
        return end.last_day, why(end.derivation)
    limits = _limits(certification, around)
    if limits is None:
        return None
    before = [one for one in certification.spans if one.first < span.first and one.until]
    if made.kind == "renew" and before and before[-1].until:
        renewed = renewal(before[-1].until, made.on, limits)
        return renewed.last_day, why(renewed.derivation)
    cycle = initial_cycle(made.on, limits)
    return cycle.last_day, why(cycle.derivation)


def surveillance(certification: Certification, around: Around) -> Iterator[Deadline]:
    """The surveillance that is due next: of each activity of a scheme, or of the cycle of a management system."""
    pack = around.pack_of(certification)
    try:
        if isinstance(pack, ProductScheme):
            yield from _of_scheme(certification, pack, around)
        elif isinstance(pack, ManagementStandard):
            yield from _of_cycle(certification, around)
    except CannotReckon:
        return  # a value the body has not settled: the facts say so where the date would stand


def _of_scheme(certification: Certification, pack: ProductScheme, around: Around) -> Iterator[Deadline]:
    granted = certification.granted
    if granted is None or certification.pin is None or pack.plan is None:
        return
    settled = around.settled(certification.pin)
    for activity in pack.plan.activities:
        kinds = {kind for kind, function in SEEN_BY.items() if function is activity.function}
        held = [day for kind, day in _held(certification, around) if kind in kinds]
        due = surveillance_due(activity, granted.effective_from, held, settled)
        label = _("Surveillance: %(what)s") % {"what": activity.id.replace("-", " ")}
        yield Deadline(label, due.last_day, why=why(due.derivation))


def _of_cycle(certification: Certification, around: Around) -> Iterator[Deadline]:
    limits, history = _limits(certification, around), _history(certification, around)
    if limits is None or history is None:
        return
    for demand in demands(history, limits):
        if demand.met_on(history) is None:
            yield Deadline(_("Surveillance audit"), demand.due.last_day, why=why(demand.due.derivation))
            return


def _history(certification: Certification, around: Around) -> CycleHistory | None:
    span = certification.span_on(around.day)
    made = begun_by(certification, span) if span else None
    if span is None or made is None or span.until is None:
        return None
    held = [(kind, day) for kind, day in _held(certification, around)]
    renewed = [day for kind, day in held if kind == "recertification" and day <= made.on]
    return CycleHistory(
        start=made.on,
        last_day=span.until,
        held=tuple(sorted(day for kind, day in held if kind == "surveillance" and day >= made.on)),
        recertification=max((day for kind, day in held if kind == "recertification" and day > made.on), default=None),
        begun_by=max(renewed, default=made.on) if made.kind == "renew" else None,
    )


def _held(certification: Certification, around: Around) -> list[tuple[str, date]]:
    """The evaluations held for the certification: kind and last day."""
    work = around.of(Assignment, [piece.assignment for piece in certification.planned])
    return [(one.what, one.held_to) for one in work if one.held_to is not None]


def _limits(certification: Certification, around: Around) -> Limits | None:
    pack = around.pack_of(certification)
    return around.limits(pack.cycle_limits, certification) if isinstance(pack, ManagementStandard) else None
