"""Complaints, appeals and misuse: uninvolved people decide, and the way there (17065 7.13; 17021-1 9.7–9.8).

Only deciders and approvers need be uninvolved; handlers only in appeals under ISO/IEC 17021-1 (corrections, 6).
"""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.matter import (
    Acknowledge,
    AssignHandler,
    CloseMatter,
    DecideMatter,
    NotifyOutcome,
    ReceiveMatter,
    RecordInquiry,
    ReferToClient,
    ValidateMatter,
)
from certwright.core.dossiers import Application, Assignment, Certification, Matter
from certwright.core.dossiers.evaluators import evaluators_of
from certwright.core.dossiers.performers import performers_of
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.calendar import MONDAY_TO_FRIDAY
from certwright.core.rules.impartiality import BINDING, SYSTEMS
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule

TRACKED = ("17065:2012 7.13.1", "17021-1:2015 9.7.4", "17021-1:2015 9.8.6")
DECIDES = WhoCould(Function.COMPLAINTS_AND_APPEALS)
AFTERWARDS = {
    "iso-iec-17065": frozenset({"consultancy", "employment"}),
    SYSTEMS: frozenset({"consultancy", "internal-audit"}),
}
"""Ties that keep from deciding a matter for two years after their end, by standard."""


def _standard(matter: Matter) -> str:
    return matter.received.standard if matter.received else ""


def _made_it(certification: Certification | None) -> frozenset[str]:
    """Everybody who decided on a certification."""
    if certification is None:
        return frozenset()
    return frozenset(person for made in certification.decisions for person in made.deciders)


def _took_part(act: AssignHandler | DecideMatter, known: Known) -> frozenset[str]:
    """Everybody who was involved in what the matter is about: evaluated, reviewed, decided, or acted on it."""
    certification = known.one(Certification, act.about_certification)
    application = known.one(Application, act.about_application)
    dossiers = (certification, application, *known.of(Assignment, act.assignments))
    return performers_of(dossier for dossier in dossiers if dossier is not None)


@rule("matter.appeal-is-against-a-decision", asks=TRACKED, force=RECORD, answers=("T28", "T32"))
def appeal_is_against_a_decision(act: ReceiveMatter, known: Known) -> Iterator[Refusal]:
    """An appeal is against a decision on a certification, or on an application; everything else is a complaint."""
    if act.kind != "appeal" or act.about_application is not None:
        return
    certification = known.one(Certification, act.about_certification)
    decisions = {made.act for made in certification.decisions} if certification else set()
    if act.about_act not in decisions:
        yield refusal("appeal-without-decision", act_id=act.about_act or "nothing")


@rule("matter.days-read-true", asks=TRACKED, force=RECORD)
def days_read_true(
    act: ReceiveMatter | Acknowledge | ReferToClient | NotifyOutcome, dossier: Matter, known: Known
) -> Iterator[Refusal]:
    """Nothing is received, or written to anybody, on a day to come or before the matter came in."""
    day = act.received_on if isinstance(act, ReceiveMatter) else _told_on(act)
    if day > known.today:
        yield refusal("day-not-come", day=day, today=known.today)
    if dossier.received is not None and not isinstance(act, ReceiveMatter) and day < dossier.received.received_on:
        yield refusal("answered-before-received", day=day, received=dossier.received.received_on)


def _told_on(act: Acknowledge | ReferToClient | NotifyOutcome) -> date:
    return act.told_on if isinstance(act, ReferToClient) else act.sent_on


@rule(
    "matter.acknowledged-in-time",
    asks=("17065:2012 7.13.3", "17021-1:2015 9.7.6", "17021-1:2015 9.8.8"),
    force=POLICY,
    answers=("R-64", "TR25"),
)
def acknowledged_in_time(act: Acknowledge, dossier: Matter, known: Known) -> Iterator[Refusal]:
    """Receipt is acknowledged within the working days the body set."""
    if dossier.received is None:
        return
    last_day = MONDAY_TO_FRIDAY.after(dossier.received.received_on, known.body.periods.acknowledgement)
    if act.sent_on > last_day:
        yield refusal("acknowledged-late", sent_on=act.sent_on, last_day=last_day)


@rule("matter.names-its-object", asks=TRACKED, force=RECORD)
def names_its_object(act: AssignHandler | DecideMatter, dossier: Matter) -> Iterator[Refusal]:
    """Whoever is to handle or decide is held against the certification, application and client it is about."""
    received = dossier.received
    if received is None:
        return
    pairs = [
        (act.about_certification, received.about_certification),
        (act.about_application, received.about_application),
    ]
    if isinstance(act, DecideMatter):
        pairs.append((act.about_client, received.about_client))
    for given, wanted in pairs:
        if given != wanted:
            yield refusal("matter-about-another", given=given or "nothing", wanted=wanted or "nothing")


@rule("matter.names-the-whole-evaluation", asks=TRACKED, force=RECORD)
def names_the_whole_evaluation(act: AssignHandler | DecideMatter, known: Known) -> Iterator[Refusal]:
    """All assignments are named that were reviewed or decided on, or should have begun: nobody involved is missed."""
    certification = known.one(Certification, act.about_certification)
    if certification is None:
        return
    day = known.proposal.effective_on
    begun = {piece.assignment for piece in certification.planned if not piece.omitted_by and piece.span.first <= day}
    decided_on = {piece for made in certification.decisions for piece in made.rests_on}
    reviewed = {piece for made in certification.reviews for piece in made.rests_on}
    for assignment in sorted((begun | decided_on | reviewed) - set(act.assignments)):
        yield refusal("assignment-not-named", assignment=assignment)


@rule("matter.appeal-handler-not-involved", asks=("17021-1:2015 9.7.2",), force=HARD, answers=("SD05",))
def appeal_handler_not_involved(act: AssignHandler, dossier: Matter, known: Known) -> Iterator[Refusal]:
    """Whoever handles an appeal under 17021-1 neither audited nor decided what it is about."""
    if dossier.received is None or dossier.received.kind != "appeal" or _standard(dossier) != SYSTEMS:
        return
    involved = evaluators_of(known.of(Assignment, act.assignments)) | _made_it(
        known.one(Certification, act.about_certification)
    )
    if act.handler in involved:
        yield refusal("handler-involved", DECIDES, person=act.handler)


@rule(
    "matter.deciders-not-involved",
    asks=("17065:2012 7.13.5", "17021-1:2015 9.7.7", "17021-1:2015 9.8.9"),
    force=HARD,
    answers=("R-26", "SD05", "SD06"),
)
def deciders_not_involved(act: DecideMatter, known: Known) -> Iterator[Refusal]:
    """Whoever decides or approves was not involved in any way in what the matter is about."""
    for person in sorted(_took_part(act, known) & set(act.deciders)):
        yield refusal("matter-decider-involved", DECIDES, person=person)


@rule(
    "matter.deciders-not-tied-to-the-client",
    asks=("17065:2012 7.13.6", "17021-1:2015 5.2.10", "17021-1:2015 5.2.13"),
    force=HARD,
    answers=("R-27", "R-53", "TR15"),
)
def deciders_not_tied_to_the_client(act: DecideMatter, dossier: Matter, known: Known) -> Iterator[Refusal]:
    """Nobody decides who works for the client, or advised or was employed by it within the last two calendar years."""
    certification = known.one(Certification, act.about_certification)
    clients = {act.about_client, certification.client if certification else None} - {None}
    day, months = known.proposal.effective_on, known.body.periods.distance
    kinds = AFTERWARDS.get(_standard(dossier), frozenset())
    for person in sorted(act.deciders):
        for tie in known.person(person).tied_to(frozenset(one for one in clients if one)):
            now, lately = tie.holds_on(day) and tie.kind in BINDING, tie.weighs_on(day, months) and tie.kind in kinds
            if tie.whose == "own" and (now or lately):
                free = tie.free_from(months) if tie.kind in kinds else tie.until_day
                yield refusal(
                    "matter-decider-tied",
                    DECIDES,
                    person=person,
                    client=tie.client,
                    kind=tie.kind,
                    free=free or "two years after its end",
                )


@rule(
    "matter.deciders-are-competent", asks=("17065:2012 6.1.2.1 d", "17021-1:2015 7.1.3"), force=HARD, answers=("R-34",)
)
def deciders_are_competent(act: DecideMatter, known: Known) -> Iterator[Refusal]:
    """Whoever decides a matter is authorised for complaints and appeals, or is top management."""
    day = known.proposal.effective_on
    for person in act.deciders:
        if not any(known.holds(person, one, day) for one in (Function.COMPLAINTS_AND_APPEALS, Function.TOP_MANAGEMENT)):
            yield refusal(
                "actor-lacks-function",
                DECIDES,
                person=person,
                function=Function.COMPLAINTS_AND_APPEALS.label,
                day=day,
            )


@rule("matter.decider-signs", asks=("17065:2012 7.13.5", "17021-1:2015 9.7.7"), force=RECORD)
def decider_signs(act: DecideMatter, known: Known) -> Iterator[Refusal]:
    """A matter's decision is recorded by one who decides, or on behalf of one with the evidence named."""
    on_behalf = known.proposal.on_behalf
    if known.proposal.actor not in act.deciders and (on_behalf is None or on_behalf.whom not in act.deciders):
        yield refusal("decision-signed-by-another", actor=known.proposal.actor)


@rule(
    "matter.is-ripe",
    asks=("17065:2012 7.13.2", "17065:2012 7.13.4", "17021-1:2015 9.7.5", "17021-1:2015 9.8.7"),
    force=HARD,
)
def is_ripe(act: DecideMatter, dossier: Matter) -> Iterator[Refusal]:
    """A matter is decided once, after it was found to be ours and what is needed was gathered and verified."""
    if dossier.ours != "ours":
        yield refusal("matter-not-ours", matter=dossier.id)
    if not dossier.inquiries:
        yield refusal("matter-not-inquired", matter=dossier.id)
    if dossier.decided is not None:
        yield refusal("matter-decided-already", matter=dossier.id)


@rule(
    "matter.is-acknowledged",
    asks=("17065:2012 7.13.3", "17021-1:2015 9.7.6", "17021-1:2015 9.8.8"),
    force=HARD,
    of=(DecideMatter, CloseMatter),
)
def is_acknowledged(dossier: Matter) -> Iterator[Refusal]:
    """No matter is decided or closed of which receipt was not acknowledged, where anybody can be written to."""
    if dossier.can_be_answered and dossier.acknowledged_on is None:
        yield refusal("matter-not-acknowledged", matter=dossier.id)


def _settled(matter: Matter) -> bool:
    return matter.decided is not None or matter.ours == "not-ours"


@rule(
    "matter.told-when-settled",
    asks=("17065:2012 7.13.7", "17065:2012 7.13.8", "17021-1:2015 9.7.8", "17021-1:2015 9.8.10"),
    force=HARD,
    of=(NotifyOutcome,),
)
def told_when_settled(dossier: Matter) -> Iterator[Refusal]:
    """An outcome is told once there is one."""
    if not _settled(dossier):
        yield refusal("matter-not-settled", matter=dossier.id)


@rule(
    "matter.closed-when-settled-and-told",
    asks=(
        "17065:2012 7.13.7",
        "17065:2012 7.13.8",
        "17065:2012 7.13.9",
        "17021-1:2015 9.7.8",
        "17021-1:2015 9.8.10",
    ),
    force=HARD,
    of=(CloseMatter,),
)
def closed_when_settled_and_told(dossier: Matter) -> Iterator[Refusal]:
    """A matter is closed once it is settled and, where anybody can be written to, its end was told."""
    if not _settled(dossier):
        yield refusal("matter-not-settled", matter=dossier.id)
    if dossier.can_be_answered and dossier.told_on is None:
        yield refusal("matter-not-told", matter=dossier.id)


@rule("matter.complaint-was-put-to-the-client", asks=("17021-1:2015 9.8.4",), force=POLICY, of=(CloseMatter,))
def complaint_was_put_to_the_client(dossier: Matter) -> Iterator[Refusal]:
    """A valid complaint about a certified client was put to the client by the time it is closed."""
    received = dossier.received
    if received is None or received.kind != "complaint" or received.standard != SYSTEMS or dossier.ours != "ours":
        return
    about_a_client = received.about_client is not None or received.about_certification is not None
    if about_a_client and received.origin != "client" and dossier.referred_on is None:
        yield refusal("complaint-not-referred", matter=dossier.id)


@rule(
    "matter.stays-closed",
    asks=TRACKED,
    force=RECORD,
    of=(
        ValidateMatter,
        Acknowledge,
        AssignHandler,
        RecordInquiry,
        ReferToClient,
        DecideMatter,
        NotifyOutcome,
        CloseMatter,
    ),
)
def stays_closed(dossier: Matter) -> Iterator[Refusal]:
    """What is closed stays closed, unless closing it is annulled."""
    if dossier.closed_on is not None:
        yield refusal("matter-closed", matter=dossier.id, closed=dossier.closed_on)
