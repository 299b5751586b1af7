"""The phases a dossier goes through, where it stands among them, and who acted when.

A certification goes through the phases of the functional approach (ISO/IEC 17000: selection, determination, review,
decision and attestation, surveillance) with application before it. Other kinds have ways of their own. Who acted when
is read from the acts that stand; where a certification stands, from what its case has and has not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.core.dossiers import Assignment, Certification, Dossier, Finding, Mark
from certwright.core.dossiers.certification import LASTING


class State(StrEnum):
    """How a phase stands."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    NEVER = "never"  # it will not be reached, or is not asked for


@dataclass(frozen=True, slots=True)
class Step:
    """One phase as it is declared: its name, and the acts that belong to it."""

    id: str
    name: str | Promise
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Acted:
    """Somebody did something: which act of which dossier, who, effective when."""

    act: str
    name: str
    dossier: str
    who: str
    on: date


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of a dossier: how it stands, and who acted in it, last first."""

    id: str
    name: str | Promise
    state: State
    acted: tuple[Acted, ...]


def _step(step: str, name: str | Promise, *acts: str) -> Step:
    return Step(step, name, acts)


_FINDING_ACTS = ("finding.raise", "finding.take-over", "finding.notify", "finding.respond", "finding.judge-response",
                 "finding.verify", "finding.regrade")  # fmt: skip
_SAMPLE_ACTS = ("sample.draw", "sample.hand-over", "sample.dispose")
SPINE: tuple[Step, ...] = (
    _step("application", _("Application"), "application.submit", "application.ask-for-more", "application.supplement",
          "application.accept-prior-result", "application.accept", "application.decline", "agreement.conclude",
          "agreement.amend", "agreement.end", "certification.open", "certification.take-over"),
    _step("planning", _("Planning"), "certification.plan", "certification.omit", "assignment.create",
          "assignment.appoint", "assignment.release", "assignment.confirm-team", "assignment.send-plan",
          "assignment.client-objects", "assignment.answer-objection", "assignment.reschedule", "assignment.order"),
    _step("determination", _("Determination"), "assignment.carry-out", "assignment.record-results",
          "assignment.interrupt", "assignment.report", "certification.client-answers", *_FINDING_ACTS, *_SAMPLE_ACTS),
    _step("review", _("Review"), "certification.review"),
    _step("decision", _("Decision"), "certification.decide", "certification.terminate"),
    _step("attestation", _("Attestation"), "certification.issue", "certification.record-sent-in-error",
          "certification.license-mark", "certification.end-licence", "certification.issue-labels",
          "certification.count-labels", "certification.look-at-use"),
    _step("surveillance", _("Surveillance"), "certification.maintain", "certification.notify-change",
          "certification.assess-change", "certification.propose-measure", "certification.confirm-closed-down"),
)  # fmt: skip
"""The spine of every certification (ISO/IEC 17000; ISO/IEC 17065 7.2–7.9; ISO/IEC 17021-1 9.1–9.6)."""

WAYS: Mapping[str, tuple[Step, ...]] = {
    "certification": SPINE,
    "enquiry": (
        _step("asked", _("Asked"), "enquiry.open"),
        _step("answered", _("Questions answered"), "enquiry.answer"),
        _step("settled", _("Settled"), "enquiry.settle", "enquiry.decline"),
        _step("informed", _("Information sent"), "enquiry.information-sent"),
    ),
    "application": (
        _step("submitted", _("Submitted"), "application.submit"),
        _step(
            "complete",
            _("Completed"),
            "application.ask-for-more",
            "application.supplement",
            "application.accept-prior-result",
        ),
        _step("reviewed", _("Reviewed"), "application.accept", "application.decline"),
    ),
    "assignment": (
        _step("planned", _("Planned"), "assignment.create", "assignment.reschedule"),
        _step(
            "team",
            _("Team"),
            "assignment.appoint",
            "assignment.release",
            "assignment.confirm-team",
            "assignment.client-objects",
            "assignment.answer-objection",
        ),
        _step("told", _("Plan sent"), "assignment.send-plan", "assignment.order"),
        _step("held", _("Carried out"), "assignment.carry-out", "assignment.interrupt"),
        _step("results", _("Results"), "assignment.record-results"),
        _step("reported", _("Reported"), "assignment.report"),
    ),
    "finding": (
        _step("raised", _("Raised"), "finding.raise", "finding.regrade"),
        _step("told", _("Client told"), "finding.notify"),
        _step("answered", _("Answered"), "finding.respond"),
        _step("judged", _("Answer judged"), "finding.judge-response"),
        _step("verified", _("Verified"), "finding.verify"),
    ),
    "matter": (
        _step("received", _("Received"), "matter.receive", "matter.state-origin"),
        _step("ours", _("Ours or not"), "matter.validate"),
        _step("acknowledged", _("Acknowledged"), "matter.acknowledge"),
        _step("inquired", _("Looked into"), "matter.assign-handler", "matter.record-inquiry", "matter.refer-to-client"),
        _step("decided", _("Decided"), "matter.decide"),
        _step("told", _("Outcome told"), "matter.notify"),
        _step("closed", _("Closed"), "matter.close"),
    ),
    "sample": (
        _step("drawn", _("Drawn"), "sample.draw"),
        _step("handed", _("Handed over"), "sample.hand-over"),
        _step("disposed", _("Kept or disposed of"), "sample.dispose"),
    ),
    "agreement": (
        _step("concluded", _("Concluded"), "agreement.conclude"),
        _step("amended", _("Amended"), "agreement.amend"),
        _step("ended", _("Ended"), "agreement.end"),
    ),
}
"""The ways dossiers go, by kind. A kind that is not here goes none."""

_OPTIONAL = frozenset({"complete", "amended", "handed", "informed", "results"})
"""Steps that a dossier may well do without."""
_LAST_MARKS = 4
"""How many of those who acted in a phase are shown."""


def acts_of(kind: str, step_id: str) -> frozenset[str]:
    """The acts that belong to a step of a kind's way; none if there is no such step."""
    return next((frozenset(step.acts) for step in WAYS.get(kind, ()) if step.id == step_id), frozenset())


def phases(dossier: Dossier, around: Around) -> tuple[Phase, ...]:
    """The way of a dossier, with how each phase stands on the day and who acted in it."""
    if isinstance(dossier, Certification):
        return _spine(dossier, around)
    way = WAYS.get(dossier.kind, ())
    acted = [_acted(step, [dossier]) for step in way]
    reached = max((place for place, found in enumerate(acted) if found), default=-1)
    return tuple(
        Phase(step.id, step.name, _state_of(step, place, reached, acted[place]), acted[place])
        for place, step in enumerate(way)
    )


def _state_of(step: Step, place: int, reached: int, acted: tuple[Acted, ...]) -> State:
    if acted:
        return State.DONE
    if place < reached:
        return State.NEVER if step.id in _OPTIONAL else State.AHEAD
    return State.NOW if place == reached + 1 and step.id not in _OPTIONAL | {"ended"} else State.AHEAD


def _spine(certification: Certification, around: Around) -> tuple[Phase, ...]:
    ways = {step.id: step for step in SPINE}
    later = {piece.assignment for piece in certification.planned if piece.purpose != "initial"}
    case = list(_case(certification, around))
    at_first = [one for one in case if _work(one) not in later]
    followed = [one for one in case if _work(one) in later]
    acted = {step.id: _acted(step, at_first) for step in SPINE}
    acted["surveillance"] = _latest(
        [*acted["surveillance"], *_acted(ways["planning"], followed), *_acted(ways["determination"], followed)]
    )
    states = _states(certification, around)
    return tuple(Phase(step.id, step.name, states[step.id], acted[step.id]) for step in SPINE)


def _case(certification: Certification, around: Around) -> Iterator[Dossier]:
    """The dossiers in which the case of a certification happens."""
    agreements = around.linked.get("agreement.conclude", ())
    beside = {certification.application, *agreements}
    yield certification
    for dossier in around.gathered.values():
        if dossier.id in beside or getattr(dossier, "certification", None) == certification.id:
            yield dossier


def _work(dossier: Dossier) -> str:
    """The assignment a dossier of the case belongs to, itself included."""
    return dossier.id if isinstance(dossier, Assignment) else str(getattr(dossier, "assignment", ""))


def _states(certification: Certification, around: Around) -> Mapping[str, State]:
    """How the phases stand: those before the first that is not done are done, those after it lie ahead."""
    first = [piece for piece in certification.planned if piece.purpose == "initial" and not piece.omitted_by]
    work = around.of(Assignment, [piece.assignment for piece in first])
    reported = bool(first) and len([one for one in work if one.report]) == len(first)
    decided = bool(certification.decisions)
    granted = certification.granted is not None
    told = {
        "application": certification.is_open,
        "planning": decided or (bool(first) and len(work) == len(first)),
        "determination": decided or (reported and not _open_findings(certification, around)),
        "review": decided or bool(certification.reviews),
        "decision": decided,
        "attestation": bool(certification.attestations),
        "surveillance": False,
    }
    current = next(name for name, done in told.items() if not done)
    states = {name: State.DONE if done else State.AHEAD for name, done in told.items()}
    states[current] = State.NOW
    if decided and not granted:
        states |= {"attestation": State.NEVER, "surveillance": State.NEVER}
    elif granted and certification.standing(around.day) not in LASTING:
        states["surveillance"] = State.DONE
    elif granted:
        states["surveillance"] = State.NOW
    return states


def _open_findings(certification: Certification, around: Around) -> list[Finding]:
    found = (one for one in around.gathered.values() if isinstance(one, Finding))
    return [one for one in found if one.certification == certification.id and not (one.verified or one.accepted)]


def _acted(step: Step, dossiers: list[Dossier]) -> tuple[Acted, ...]:
    return _latest(
        [
            Acted(act_id, _name(mark), dossier.id, mark.actor, mark.effective_on)
            for dossier in dossiers
            for act_id, mark in dossier.acts.items()
            if _name(mark) in step.acts and mark.annulled_by is None
        ]
    )


def _latest(acted: list[Acted]) -> tuple[Acted, ...]:
    return tuple(sorted(acted, key=lambda one: one.on, reverse=True)[:_LAST_MARKS])


def _name(mark: Mark) -> str:
    return mark.form.partition("@")[0]
