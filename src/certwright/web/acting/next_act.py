"""The act that comes next in a dossier: the next step of its way, by what it has and has not.

It says what is usual, not what is allowed: that is for the rules. Some next steps open another dossier.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from certwright.core.dossiers import (
    Agreement,
    Application,
    Assignment,
    Body,
    Certification,
    Client,
    Dossier,
    Enquiry,
    Finding,
    Matter,
    PackDossier,
    Person,
    Sample,
    Visit,
)


@dataclass(frozen=True, slots=True)
class Next:
    """An act to do: in this dossier, in ``dossier``, or (``dossier`` empty) in a new one with ``brings`` filled in."""

    act: str
    dossier: str = ""
    brings: tuple[tuple[str, str], ...] = ()


def next_act(dossier: Dossier) -> Next | None:
    """The next act of a dossier's way; ``None`` where nothing waits."""
    follow = _NEXT.get(type(dossier))
    return follow(dossier) if follow and dossier.is_open else None


def begins(dossier: Dossier) -> tuple[Next, ...]:
    """The dossiers that are begun from this one, with what they take from it."""
    return tuple(Next(act, "", ((field, dossier.id),)) for act, field in _BEGINS.get(dossier.kind, ()))


_BEGINS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "client": (
        ("enquiry.open", "client"),
        ("agreement.conclude", "client"),
        ("visit.plan", "client"),
        ("matter.receive", "about_client"),
    ),
    "enquiry": (("application.submit", "enquiry"),),
    "application": (("certification.open", "application"), ("matter.receive", "about_application")),
    "certification": (("matter.receive", "about_certification"), ("sample.draw", "certification")),
    "assignment": (("finding.raise", "assignment"), ("sample.draw", "assignment")),
}


def _enquiry(enquiry: Enquiry) -> Next | None:
    if enquiry.declined:
        return None
    if enquiry.answers is None:
        return Next("enquiry.answer", enquiry.id)
    if enquiry.settled is None:
        return Next("enquiry.settle", enquiry.id)
    if enquiry.information_sent_on is None:
        return Next("enquiry.information-sent", enquiry.id)
    return Next("application.submit", "", (("enquiry", enquiry.id),))


def _application(application: Application) -> Next | None:
    if application.missing:
        return Next("application.supplement", application.id)
    applied = application.submitted.packs if application.submitted else ()
    if set(applied) - {*application.accepted, *application.declined}:
        return Next("application.accept", application.id)
    return Next("certification.open", "", (("application", application.id),)) if application.accepted else None


def _certification(certification: Certification) -> Next | None:
    here = certification.id
    if certification.has_end:
        return None if certification.closed_down_on else Next("certification.confirm-closed-down", here)
    if waiting := next((change for change in certification.changes if change.outcome is None), None):
        return Next("certification.assess-change", here, (("change", waiting.act),))
    if certification.open_proposals:
        return Next("certification.decide", here)
    reviewed = certification.reviews[-1].act if certification.reviews else None
    if reviewed and all(made.review != reviewed for made in certification.decisions):
        return Next("certification.decide", here)
    if certification.due_pieces:
        return Next("certification.review", here)
    if not certification.decisions:
        return Next("certification.plan", here)
    documented = {issued.decision for issued in certification.attestations}
    last = next((made for made in reversed(certification.decisions) if made.kind in {"grant", "renew"}), None)
    return Next("certification.issue", here) if last and last.act not in documented else None


def _assignment(assignment: Assignment) -> Next | None:
    steps = (
        (bool(assignment.serving_members), "assignment.appoint"),
        (assignment.standard == "iso-iec-17065" or assignment.confirmed_on is not None, "assignment.confirm-team"),
        (assignment.held_from is not None, "assignment.carry-out"),
        (bool(assignment.results), "assignment.record-results"),
        (bool(assignment.reports), "assignment.report"),
    )
    return next((Next(act, assignment.id) for done, act in steps if not done), None)


def _finding(finding: Finding) -> Next | None:
    steps = (
        (finding.told_on is not None, "finding.notify"),
        (finding.answered_on is not None, "finding.respond"),
        (finding.judged is not None, "finding.judge-response"),
        (finding.judged != "rejected", "finding.respond"),
        (finding.verified, "finding.verify"),
    )
    return next((Next(act, finding.id) for done, act in steps if not done), None)


def _matter(matter: Matter) -> Next | None:
    if matter.closed_on:
        return None
    if matter.ours == "not-ours":
        return Next("matter.notify" if matter.told_on is None else "matter.close", matter.id)
    steps = (
        (bool(matter.ours), "matter.validate"),
        (matter.acknowledged_on is not None, "matter.acknowledge"),
        (bool(matter.handlers), "matter.assign-handler"),
        (bool(matter.inquiries), "matter.record-inquiry"),
        (matter.decided is not None, "matter.decide"),
        (matter.told_on is not None, "matter.notify"),
    )
    return next((Next(act, matter.id) for done, act in steps if not done), Next("matter.close", matter.id))


def _person(person: Person) -> Next | None:
    if person.particulars is None and not any(mark.erased for mark in person.acts.values()):
        return Next("person.state-particulars", person.id)
    if not person.undertakings:
        return Next("person.sign-undertaking", person.id)
    return None if person.authorisations else Next("person.grant-authorisation", person.id)


_NEXT: Mapping[type[Dossier], Callable[[Any], Next | None]] = {
    Application: _application,
    Assignment: _assignment,
    Certification: _certification,
    Client: lambda client: Next("enquiry.open", "", (("client", client.id),)),
    Enquiry: _enquiry,
    Finding: _finding,
    Matter: _matter,
    Person: _person,
    Agreement: lambda _: None,
    Body: lambda _: None,
    PackDossier: lambda _: None,
    Sample: lambda _: None,
    Visit: lambda _: None,
}
