"""When audits of a management system are held: stage 2 after stage 1, surveillance in time.

ISO/IEC 17021-1 9.3.1, 9.1.3.2–9.1.3.3. That an audit was held is a fact; held too early or too late it is a breach,
never refused (corrections, 2 and 13).
"""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.determination import CarryOut
from certwright.core.dossiers import Assignment, Certification
from certwright.core.dossiers.certification_parts import Decision
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.deadlines import due
from certwright.core.reckoning.limits import Limits
from certwright.core.reckoning.surveillance import CycleHistory, lapses
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule
from certwright.core.rules.validity import BEGINS

IN_TIME = frozenset({"stage-2", "surveillance", "recertification"})
"""Audits that are held against the clock."""


@rule("audit.time-limits-are-named", asks=("17021-1:2015 9.1.3.3",), force=RECORD)
def time_limits_are_named(act: CarryOut, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """An audit that is held against the clock names the time limits it is held to."""
    if dossier.standard == "iso-iec-17021-1" and dossier.what in IN_TIME and _limits(act, known) is None:
        yield refusal("time-limits-missing", kind=dossier.what)


def _limits(act: CarryOut, known: Known) -> Limits | None:
    return known.limits(act.limits) if act.limits else None


def _initial(act: CarryOut, dossier: Assignment, known: Known) -> Certification | None:
    """The certification of an initial stage 2; a stage 2 that opens a new cycle for a known client needs no stage 1."""
    certification = known.one(Certification, act.certification)
    if dossier.what != "stage-2" or certification is None:
        return None
    purposes = {piece.purpose for piece in certification.planned if piece.assignment == dossier.id}
    return certification if "initial" in purposes else None


def _stage_1(act: CarryOut, dossier: Assignment, known: Known) -> Assignment | None:
    named = known.one(Assignment, act.stage_1)
    own = named is not None and named.what == "stage-1" and named.certification == dossier.certification
    return named if own else None


@rule(
    "audit.stage-2-builds-on-the-last-stage-1",
    asks=("17021-1:2015 9.3.1.1", "17021-1:2015 9.3.1.2.4"),
    force=RECORD,
    answers=("T08b",),
)
def stage_2_builds_on_the_last_stage_1(act: CarryOut, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """A stage 2 names the stage 1 that was planned last: a repeated one takes the place of the first."""
    certification = _initial(act, dossier, known)
    if certification is None or act.stage_1 is None:
        return
    planned = [piece.assignment for piece in certification.planned if piece.kind == "stage-1" and not piece.omitted_by]
    if planned and act.stage_1 != planned[-1]:
        yield refusal("not-the-last-stage-1", named=act.stage_1, last=planned[-1])


@rule(
    "audit.stage-2-starts-when-stage-1-says-ready",
    asks=("17021-1:2015 9.3.1.1", "17021-1:2015 9.3.1.2.3", "17021-1:2015 9.3.1.2.4"),
    force=HARD,
    answers=("T08", "T08b", "T09"),
)
def stage_2_starts_when_stage_1_says_ready(act: CarryOut, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """An initial stage 2 starts when the conclusions of stage 1 say that the client is ready, and the client has them.

    Booking it earlier is allowed (corrections, 13).
    """
    if _initial(act, dossier, known) is None:
        return
    stage_1 = _stage_1(act, dossier, known)
    if stage_1 is None:
        yield refusal("no-stage-1", WhoCould(Function.AUDIT_TEAM_LEADING), assignment=dossier.id)
        return
    report = stage_1.report
    if report is None or report.on > act.from_day:
        yield refusal("stage-1-not-concluded", stage_1=stage_1.id, first=act.from_day)
    elif report.conclusion != "ready-for-stage-2":
        yield refusal("stage-1-not-ready", stage_1=stage_1.id, conclusion=report.conclusion)
    elif report.sent_on is None or report.sent_on > act.from_day:
        yield refusal("stage-1-conclusions-not-sent", stage_1=stage_1.id, first=act.from_day)


@rule("audit.stage-1-still-speaks", asks=("17021-1:2015 9.3.1.2.4",), force=POLICY, answers=("TR20",))
def stage_1_still_speaks(act: CarryOut, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Stage 2 follows stage 1 within the time the body set, or somebody judged that stage 1 still holds."""
    stage_1, limits = _stage_1(act, dossier, known), _limits(act, known)
    if _initial(act, dossier, known) is None or stage_1 is None or stage_1.held_to is None or limits is None:
        return
    last = due("stage-1-to-stage-2", stage_1.held_to, limits)
    if not last.kept_by(act.from_day):
        yield refusal("stage-1-long-ago", held=stage_1.held_to, last_day=last.last_day, first=act.from_day)


def _history(act: CarryOut, dossier: Assignment, begun: Decision, known: Known) -> CycleHistory:
    """The cycle as it stood before this audit, from the audits that the act names."""
    before = [each for each in known.of(Assignment, act.earlier) if each.certification == dossier.certification]
    held = [(each.what, each.held_to) for each in before if each.held_to is not None]
    recertified = [day for kind, day in held if kind == "recertification"]
    return CycleHistory(
        start=begun.on,
        last_day=begun.last_day or act.to_day,
        held=tuple(sorted(day for kind, day in held if kind == "surveillance")),
        begun_by=None if begun.kind == "grant" else max(recertified, default=begun.on),
    )


def _missed(act: CarryOut, dossier: Assignment, known: Known, time_rule: str) -> Iterator[date]:
    """By when surveillance was due that nobody had held when this audit ended, since the audit before it."""
    certification, limits = known.one(Certification, act.certification), _limits(act, known)
    if certification is None or limits is None or dossier.what not in {"surveillance", "recertification"}:
        return
    begun = next((made for made in reversed(certification.decisions) if made.kind in BEGINS), None)
    if begun is None:
        return
    history = _history(act, dossier, begun, known)
    known_before = max(history.held, default=begun.on)
    for lapse in lapses(history, act.to_day, limits):
        if lapse.due.rule == time_rule and lapse.met_on is None and lapse.due.last_day > known_before:
            yield lapse.due.last_day


@rule("audit.first-surveillance-within-twelve-months", asks=("17021-1:2015 9.1.3.3",), force=HARD, answers=("TR04",))
def first_surveillance_within_twelve_months(act: CarryOut, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """The first surveillance ends within twelve months of the decision that granted the certification."""
    for last_day in _missed(act, dossier, known, "TR04"):
        yield refusal("surveillance-late", rule="TR04", last_day=last_day, held=act.to_day)


@rule("audit.surveillance-in-each-calendar-year", asks=("17021-1:2015 9.1.3.3",), force=HARD, answers=("TR05",))
def surveillance_in_each_calendar_year(act: CarryOut, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Every calendar year but that of the recertification has its surveillance."""
    for last_day in _missed(act, dossier, known, "TR05"):
        yield refusal("surveillance-late", rule="TR05", last_day=last_day, held=act.to_day)


@rule("audit.surveillance-in-its-window", asks=("17021-1:2015 9.1.3.2",), force=POLICY, answers=("TR06", "TR07"))
def surveillance_in_its_window(act: CarryOut, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """The second surveillance of the first cycle is held in the second year after the decision."""
    for last_day in _missed(act, dossier, known, "TR06"):
        yield refusal("surveillance-outside-its-window", last_day=last_day, held=act.to_day)
