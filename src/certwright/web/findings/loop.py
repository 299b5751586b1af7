"""The loop of a finding: what happened so far, what is next, whose turn it is, and until when.

Raised, told, answered, judged, verified (ISO/IEC 17065 7.4.6–7.4.8; ISO/IEC 17021-1 9.4.5–9.4.10). An answer that was
rejected, or a verification that found it not effective, turns the loop once more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.deadlines import Deadline
from certwright.answers.phases import WAYS
from certwright.answers.why import why
from certwright.core.acts import ACTS
from certwright.core.dossiers import Assignment, Certification, Finding
from certwright.core.functions import Function
from certwright.core.reckoning.deadlines import due, recertification_majors, stage_2_majors
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.due import Due
from certwright.core.reckoning.limits import Limits
from certwright.core.rules.response import PRODUCT, SYSTEM
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.web.acting.next_act import next_act
from certwright.web.dossier.acts import Line

LEADERS = frozenset({"team-leader", "lead-evaluator"})


@dataclass(frozen=True, slots=True)
class Waits:
    """What a finding waits for: an act, in words; whose turn it is: the client's, or people's of the work it was
    raised in, holding one of ``functions``; every last day that counts, the first one first."""

    act: str
    says: str | Promise
    of_client: bool
    people: tuple[str, ...]
    functions: tuple[Function, ...]
    until: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that happened: the step of the loop it belongs to, and the act as the timeline tells it."""

    step: str | Promise
    line: Line
    tone: str


def waits(finding: Finding, around: Around) -> Waits | None:
    """What ``finding`` waits for on the day of ``around``; ``None`` once it is closed."""
    following = next_act(finding)
    if following is None:
        return None
    act = following.act
    own = around.gathered.get(finding.assignment)
    functions = tuple(sorted(ACTS[act].spec.by - {Function.CLIENT_ADMINISTRATION}, key=lambda one: one.value))
    return Waits(
        act=act,
        says=_says(finding, act),
        of_client=act == "finding.respond",
        people=owners(own) if isinstance(own, Assignment) and act != "finding.respond" else (),
        functions=functions,
        until=tuple(sorted(last_days(finding, around), key=lambda one: one.last_day)),
    )


def owners(work: Assignment) -> tuple[str, ...]:
    """Who answers for the work on the body's side: its leader, or everybody who serves on it."""
    leading = tuple(member.person for member in work.serving_members if member.role in LEADERS)
    return leading or tuple(member.person for member in work.serving_members)


def _says(finding: Finding, act: str) -> str | Promise:
    if act == "finding.notify":
        return _("Tell the client what is not fulfilled, and until when it answers.")
    if act == "finding.respond":
        if finding.judged == "rejected":
            return _("The answer was rejected. The client completes it.")
        return _("The client states cause, correction and corrective action.")
    if act == "finding.judge-response":
        return _("Judge the answer: accept it, or say what is incomplete.")
    if finding.standard == PRODUCT:
        return _("Evaluate the requirement anew: only a new result closes it.")
    if finding.grade == "minor":
        return _("The plan is accepted, which is enough to decide on. The next audit verifies it.")
    return _("Verify that correction and corrective action work.")


def last_days(finding: Finding, around: Around) -> Iterator[Deadline]:
    """The last days that count while the finding is open: the client's answer, and the verification of a major."""
    if finding.answer_due is not None and not finding.accepted and (not finding.answered_on or finding.judged):
        yield Deadline(_("Answer of the client"), finding.answer_due)
    if finding.grade == "major" and finding.standard == SYSTEM:
        yield from _verified_by(finding, around)


def _verified_by(finding: Finding, around: Around) -> Iterator[Deadline]:
    work, certification = around.gathered.get(finding.assignment), around.gathered.get(finding.certification)
    pack = around.pack_of(finding)
    if not (isinstance(work, Assignment) and isinstance(certification, Certification)):
        return
    limits = around.limits(pack.cycle_limits, certification) if isinstance(pack, ManagementStandard) else None
    held = work.closed_on or work.held_to
    if limits is None or held is None:
        return
    try:
        reckoned = _due(work, certification, held, limits)
    except CannotReckon:
        return  # the body has not set the time: the clauses page says so
    yield Deadline(_("Verification of the major"), reckoned.last_day, why=why(reckoned.derivation))


def _due(work: Assignment, certification: Certification, closed: date, limits: Limits) -> Due:
    """Six months after stage 2, before expiry at a recertification, else the body's time (9.5.3.2, 9.6.3.2.2)."""
    if work.what == "stage-2" and work.held_to is not None:
        return stage_2_majors(work.held_to, limits)
    if work.what == "recertification" and certification.last_day is not None:
        return recertification_majors(closed, certification.last_day, limits)
    return due("major-evidence", closed, limits)


def class_says(finding: Finding, around: Around) -> str:
    """What the scheme says of the time to answer a nonconformity of its class; empty if nothing."""
    pack = around.pack_of(finding)
    classes = pack.nonconformity_classes if isinstance(pack, ProductScheme) else ()
    return next((each.answer_within or "" for each in classes if each.id == finding.scheme_class), "")


def turns(lines: Sequence[Line]) -> tuple[Turn, ...]:
    """Everything that happened, the first one first; what was annulled says so."""
    step_of = {act: step.name for step in WAYS["finding"] for act in step.acts}
    return tuple(
        Turn(step_of[name], line, _tone(line))
        for line in sorted(lines, key=lambda one: one.entry.seq)
        if (name := line.entry.form.partition("@")[0]) in step_of
    )


def _tone(line: Line) -> str:
    """Where a turn went well or not."""
    if line.mark.annulled_by:
        return ""
    outcome = getattr(line.entry.act, "outcome", "")
    return {"accepted": "good", "effective": "good", "rejected": "warn", "not-effective": "bad"}.get(outcome, "")
