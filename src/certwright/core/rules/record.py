"""What the record itself demands, so that one can rely on it (ISO/IEC 17065 7.12, 8.4; ISO/IEC 17021-1 9.9, 10.2.4)."""

from collections.abc import Iterator

from certwright.core.acts import ACTS
from certwright.core.acts.act import Act, Nature, words_of
from certwright.core.acts.body import FoundBody
from certwright.core.acts.record import Annul, PutRight
from certwright.core.dossiers import Dossier
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.rule import EVERY_ACT, HARD, POLICY, RECORD, RULES, Refusal, WhoCould, refusal, rule

RECORDS_KEPT = ("17065:2012 7.12.1", "17021-1:2015 9.9.1")

OPENING = frozenset(
    {
        "accreditation.record",
        "agreement.conclude",
        "application.submit",
        "assignment.create",
        "body.found",
        "certification.open",
        "certification.take-over",
        "client.register",
        "client.take-over",
        "committee.found",
        "document.register",
        "enquiry.open",
        "finding.raise",
        "finding.take-over",
        "matter.receive",
        "person.register",
        "provider.register",
        "sample.draw",
        "visit.plan",
    }
)
"""The acts that open a dossier; every other act finds it open."""
ANYWHERE = frozenset({"pack.adopt", "record.annul", "record.put-right"})
"""Acts that neither open a dossier nor ask that it be open: a pack is adopted again and again."""


@rule(
    "record.body-is-founded",
    asks=("17065:2012 4.1.1", "17021-1:2015 5.1.1"),
    force=RECORD,
    of=tuple(act for act in EVERY_ACT if act is not FoundBody),
)
def body_is_founded(known: Known) -> Iterator[Refusal]:
    """Nothing is recorded before a legal entity answers for it."""
    if not known.body.is_open:
        yield refusal("body-not-founded")


@rule(
    "record.dossier-is-opened-once",
    asks=RECORDS_KEPT,
    force=RECORD,
    of=tuple(act for act in EVERY_ACT if act.spec.name in OPENING),
)
def dossier_is_opened_once(dossier: Dossier) -> Iterator[Refusal]:
    """A dossier is opened once; what changes afterwards is stated by further acts."""
    if dossier.is_open:
        yield refusal("dossier-already-open", dossier=dossier.id)


@rule(
    "record.dossier-is-open",
    asks=RECORDS_KEPT,
    force=RECORD,
    of=tuple(act for act in EVERY_ACT if act.spec.name not in OPENING | ANYWHERE),
)
def dossier_is_open(dossier: Dossier) -> Iterator[Refusal]:
    """An act that needs an open dossier finds it open."""
    if not dossier.is_open:
        yield refusal("dossier-not-open", dossier=dossier.id)


@rule("record.dossier-is-readable", asks=RECORDS_KEPT, force=RECORD, of=EVERY_ACT)
def dossier_is_readable(dossier: Dossier) -> Iterator[Refusal]:
    """Nobody writes behind acts this release cannot read."""
    for act_id in dossier.unreadable:
        yield refusal("dossier-from-later-release", dossier=dossier.id, act_id=act_id)


@rule("record.named-dossiers-exist", asks=RECORDS_KEPT, force=RECORD)
def named_dossiers_exist(act: Act, known: Known) -> Iterator[Refusal]:
    """What an act refers to exists; only the founding act names somebody before anybody is registered."""
    if isinstance(act, FoundBody):
        return
    for named in sorted(act.gathers()):
        found = known.gathered.get(named)
        if found is None or not found.is_open:
            yield refusal("named-dossier-unknown", dossier=named)


@rule("record.actor-is-registered", asks=("17065:2012 6.1.2.2", "17021-1:2015 7.4"), force=RECORD)
def actor_is_registered(act: Act, known: Known) -> Iterator[Refusal]:
    """Whoever acts is a person on record; the first authoriser registers the first people, also themselves."""
    actor = known.proposal.actor
    if not (isinstance(act, FoundBody) or known.actor.is_open or actor == known.body.first_authoriser):
        yield refusal("actor-not-registered", person=actor)


@rule("record.day-has-come", asks=RECORDS_KEPT, force=RECORD, of=EVERY_ACT)
def day_has_come(known: Known) -> Iterator[Refusal]:
    """Nothing is recorded as having happened on a day still to come."""
    day = known.proposal.effective_on
    if day > known.today:
        yield refusal("day-not-come", day=day, today=known.today)


_STATED = {
    act: tuple(
        name
        for name, field in act.model_fields.items()
        if any(word.widget == "past-day" for word in words_of(field.metadata, field.annotation))
    )
    for act in EVERY_ACT
}
"""Kind of act → its fields that state on which day something happened."""


@rule(
    "record.stated-days-have-come",
    asks=RECORDS_KEPT,
    force=RECORD,
    of=tuple(act for act, fields in _STATED.items() if fields),
)
def stated_days_have_come(act: Act, known: Known) -> Iterator[Refusal]:
    """What is said to have happened did not happen on a day still to come."""
    for name in _STATED[type(act)]:
        day = getattr(act, name)
        if day is not None and day > known.today:
            yield refusal("day-not-come", day=day, today=known.today)


@rule(
    "record.authority-is-not-back-dated",
    asks=("17065:2012 7.7.1 b", "17021-1:2015 8.2.2"),
    force=HARD,
    answers=("R-10",),
    of=tuple(act for act in EVERY_ACT if act.spec.nature is Nature.AUTHORITY),
)
def authority_is_not_back_dated(known: Known) -> Iterator[Refusal]:
    """An act of authority takes effect on the day it is done, never before it."""
    day = known.proposal.effective_on
    if day < known.today:
        yield refusal("authority-back-dated", day=day, today=known.today)


@rule("record.deviation-is-approved", asks=RECORDS_KEPT, force=RECORD, answers=("R-36",), of=EVERY_ACT)
def deviation_is_approved(known: Known) -> Iterator[Refusal]:
    """Only a POLICY rule is departed from, and only with the approval of somebody else from quality management."""
    proposal = known.proposal
    for deviation in proposal.deviations:
        departed = RULES.get(deviation.rule)
        if departed is None or departed.force is not POLICY:
            yield refusal("rule-not-a-policy", named=deviation.rule)
        approver = deviation.approver
        if approver == proposal.actor:
            yield refusal("deviation-approved-by-actor", WhoCould(Function.QUALITY_MANAGEMENT), person=approver)
        elif not known.holds(approver, Function.QUALITY_MANAGEMENT, proposal.effective_on):
            yield refusal(
                "actor-lacks-function",
                WhoCould(Function.QUALITY_MANAGEMENT),
                person=approver,
                function=Function.QUALITY_MANAGEMENT.label,
                day=proposal.effective_on,
            )


@rule("record.correction-meets-a-correctable-act", asks=RECORDS_KEPT, force=RECORD)
def correction_meets_a_correctable_act(act: Annul | PutRight, dossier: Dossier) -> Iterator[Refusal]:
    """A correction names an act of this dossier that stands and may be corrected."""
    mark = dossier.acts.get(act.act)
    if mark is None:
        yield refusal("act-not-in-dossier", act_id=act.act, dossier=dossier.id)
    elif mark.settled:
        yield refusal("act-cannot-be-corrected", act_id=act.act, form=mark.form)
    elif mark.annulled_by:
        yield refusal("act-already-annulled", act_id=act.act, by=mark.annulled_by)
    elif mark.erased:
        yield refusal("act-content-erased", act_id=act.act)
    elif isinstance(act, PutRight) and act.form.partition("@")[0] != mark.form.partition("@")[0]:
        yield refusal("correction-of-another-kind", act_id=act.act, form=mark.form, given=act.form)


@rule("record.correction-by-somebody-authorised", asks=("17065:2012 6.1.2.1 d", "17021-1:2015 7.2.4"), force=RECORD)
def correction_by_somebody_authorised(act: Annul | PutRight, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """An act is corrected by somebody who could have done it, or by quality management."""
    mark = dossier.acts.get(act.act)
    corrected = ACTS.get(mark.form.partition("@")[0]) if mark else None
    allowed = (corrected.spec.by if corrected else frozenset()) | {Function.QUALITY_MANAGEMENT}
    actor, day = known.proposal.actor, known.proposal.effective_on
    if not any(known.holds(actor, function, day) for function in allowed):
        wanted = sorted(allowed)
        yield refusal(
            "actor-lacks-function",
            WhoCould(wanted[0]),
            person=actor,
            function=" or ".join(function.label for function in wanted),
            day=day,
        )
