"""What a certification calls for on a day though nobody has proposed it yet: a suspension, a withdrawal (S2, S4).

ISO/IEC 17021-1 9.6.5.2: where audits cannot be held at the required frequency, suspension is considered; 9.6.5.4: what
is not resolved in the time given is withdrawn or reduced. ISO/IEC 17065 7.9.1, 7.11.1 leave frequency and consequence
to the scheme. No job looks for this at night: it follows from dossier, pack and day whenever somebody looks.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from certwright.core.dossiers import Assignment, Certification, Finding
from certwright.core.dossiers.certification import LASTING, Standing
from certwright.core.dossiers.certification_parts import Decision
from certwright.core.reckoning.deadlines import due
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.due import Due
from certwright.core.reckoning.limits import Limits
from certwright.core.reckoning.product_dates import surveillance_gaps
from certwright.core.reckoning.surveillance import CycleHistory, lapses
from certwright.core.rules.surveillance import SEEN_BY
from certwright.core.rules.validity import BEGINS
from certwright.packs.adoption import Value
from certwright.packs.model.base import Pack
from certwright.packs.model.product import ProductScheme

HARD_RULES = frozenset({"TR04", "TR05"})
"""The time rules of surveillance that ISO/IEC 17021-1 states itself; the programme's windows only warn (TR06)."""
WEIGHING = frozenset({"suspend", "restore", "maintain", "reduce", "withdraw", "renew"})
"""Decisions by which what was late, and was then held, has been weighed."""


@dataclass(frozen=True, slots=True)
class MeasureDue:
    """A measure to be proposed, and why: the sentence ``says``, the last day that was missed, what was done since.

    ``about`` names the finding it is about, if it is about one; ``due`` explains the last day.
    """

    measure: Literal["suspend", "withdraw"]
    trigger: Literal["surveillance-late", "major-not-resolved", "requirement-not-met"]
    says: str
    last_day: date
    met_on: date | None = None
    about: str = ""
    due: Due | None = None

    @property
    def sentence(self) -> str:
        """Why the measure is to be proposed, in words."""
        return WORDS[self.says].format(last_day=self.last_day, met_on=self.met_on, about=self.about)


WORDS: Mapping[str, str] = {
    "surveillance-overdue": "Suspension is to be proposed: surveillance was due by {last_day} and has not been held.",
    "surveillance-held-late": "Suspension is to be proposed: surveillance was due by {last_day} and held on {met_on}.",
    "major-overdue": "Suspension is to be proposed: the major nonconformity {about} was to be resolved by {last_day}.",
    "suspension-not-resolved": "Withdrawal or reduction is to be proposed: the suspension was to be resolved by "
    "{last_day}.",
}
"""What each reason says."""


def measures_due(
    certification: Certification,
    work: Iterable[Assignment],
    findings: Iterable[Finding],
    day: date,
    *,
    pack: Pack | None,
    limits: Limits | None,
    settled: Mapping[str, Value],
) -> tuple[MeasureDue, ...]:
    """Every measure that is to be proposed on ``day``, the oldest reason first.

    ``work`` are the assignments of the certification, ``findings`` its nonconformities; ``limits`` the time limits its
    standard names, ``settled`` the values the body set for its pack. What is proposed already, or was decided on since,
    is left out; so is what a value nobody settled keeps from being reckoned.
    """
    standing = certification.standing(day)
    if standing not in LASTING or certification.has_end:
        return ()
    own = [each for each in work if each.certification == certification.id]
    found = [*_not_resolved(certification, day)]
    if standing is not Standing.SUSPENDED:
        late = [*_surveillance(certification, own, day, pack, limits, settled)]
        found += [one for one in late if not _is_weighed(certification, one)]
        found += [*_majors(certification, own, findings, day, limits)]
    proposed = {made.trigger for made in certification.open_proposals}
    return tuple(sorted((one for one in found if one.trigger not in proposed), key=lambda one: one.last_day))


def _not_resolved(certification: Certification, day: date) -> Iterator[MeasureDue]:
    for pause in certification.suspended_on(day):
        if pause.limit_day is not None and pause.limit_day < day:
            yield MeasureDue("withdraw", "requirement-not-met", "suspension-not-resolved", pause.limit_day)


def _is_weighed(certification: Certification, late: MeasureDue) -> bool:
    """Whether somebody decided with the late surveillance before them: held late, it is weighed by a decision since."""
    met = late.met_on
    return met is not None and any(made.kind in WEIGHING and made.on >= met for made in certification.decisions)


def _surveillance(
    certification: Certification,
    work: list[Assignment],
    day: date,
    pack: Pack | None,
    limits: Limits | None,
    settled: Mapping[str, Value],
) -> Iterator[MeasureDue]:
    if isinstance(pack, ProductScheme):
        for missed, met in _missed_of_scheme(certification, work, day, pack, settled):
            yield _late(missed, met)
        return
    history = cycle_history(certification, work)
    if history is None or limits is None:
        return
    for lapse in lapses(history, day, limits):
        if lapse.due.rule in HARD_RULES:
            yield _late(lapse.due, lapse.met_on)


def _late(missed: Due, met: date | None) -> MeasureDue:
    says = "surveillance-held-late" if met else "surveillance-overdue"
    return MeasureDue("suspend", "surveillance-late", says, missed.last_day, met, due=missed)


def _missed_of_scheme(
    certification: Certification, work: list[Assignment], day: date, pack: ProductScheme, settled: Mapping[str, Value]
) -> Iterator[tuple[Due, date | None]]:
    granted = certification.granted
    if granted is None or pack.plan is None:
        return
    for activity in pack.plan.activities:
        kinds = {kind for kind, function in SEEN_BY.items() if function is activity.function}
        held = [each.held_to for each in work if each.what in kinds and each.held_to]
        try:
            yield from surveillance_gaps(activity, granted.effective_from, held, day, settled)
        except CannotReckon:
            continue


def begun(certification: Certification) -> Decision | None:
    """The decision that began the present cycle; ``None`` if nothing was granted."""
    return next((made for made in reversed(certification.decisions) if made.kind in BEGINS), None)


def cycle_history(certification: Certification, work: Iterable[Assignment]) -> CycleHistory | None:
    """What is known of the present cycle of a management-system certification; ``None`` before it is granted."""
    decision = begun(certification)
    if decision is None or decision.last_day is None:
        return None
    held = [(each.what, each.held_to) for each in work if each.held_to is not None]
    recertified = sorted(last for what, last in held if what == "recertification")
    return CycleHistory(
        start=decision.on,
        last_day=decision.last_day,
        held=tuple(sorted(last for what, last in held if what == "surveillance" and last >= decision.on)),
        recertification=next((last for last in recertified if last > decision.on), None),
        begun_by=None
        if decision.kind == "grant"
        else max((last for last in recertified if last <= decision.on), default=decision.on),
    )


def _majors(
    certification: Certification, work: list[Assignment], findings: Iterable[Finding], day: date, limits: Limits | None
) -> Iterator[MeasureDue]:
    """Majors of audits after the grant, not verified in the body's time (ISO/IEC 17021-1 9.6.5.2; TR19)."""
    held = {each.id: each.held_to for each in work if each.what in {"surveillance", "special"}}
    if limits is None or not limits.knows("major-evidence"):
        return
    for finding in findings:
        told = held.get(finding.assignment)
        if told is None or finding.grade != "major" or finding.verified or finding.certification != certification.id:
            continue
        wanted = due("major-evidence", told, limits)
        if not wanted.kept_by(day):
            yield MeasureDue(
                "suspend", "major-not-resolved", "major-overdue", wanted.last_day, None, finding.id, wanted
            )
