"""How a certification is taken over from another record, and what that record tells of it later.

What another record decided becomes a decision of its own kind, without deciders: dates are reckoned from it as from a
grant, and wherever it shows it says *taken over, not judged here*.
"""

from datetime import date

from certwright.core.acts.taking_over import TakeOverCertification, TakeOverEvent
from certwright.core.dossiers.certification import TAKEN_OVER, Certification, covering, suspensions_ended
from certwright.core.dossiers.certification_parts import Attestation, Decision, Span, Suspension
from certwright.core.dossiers.dossier import moves
from certwright.core.dossiers.pin import Pin
from certwright.core.dossiers.replacing import replace
from certwright.core.dossiers.taken_over import TakenOver
from certwright.core.entry import Entry


@moves(Certification, TakeOverCertification)
def _taken_over(certification: Certification, act: TakeOverCertification, entry: Entry) -> Certification:
    known = replace(
        certification,
        client=act.client,
        standard=act.standard,
        pin=Pin(act.pack, act.edition, act.text),
        object_kind=act.object_kind,
        accredited=act.accredited,
        scope=act.scope,
        sites=act.sites,
        areas=act.areas,
        products=act.products,
        taken_over=(TakenOver.by(act, entry),),
        withdrawn_from=act.withdrawn_from,
        attestations=(Attestation(entry.id, act.number, act.version, entry.id, None, act.valid_from),),
    )
    pauses = _paused(entry, act.suspended_from) if act.suspended_from else ()
    begun = _begun(replace(known, suspensions=pauses), entry, act.valid_from, act.last_day)
    return covering(begun, act.valid_from)


@moves(Certification, TakeOverEvent)
def _told(certification: Certification, act: TakeOverEvent, entry: Entry) -> Certification:
    heard = replace(certification, taken_over=(*certification.taken_over, TakenOver.by(act, entry)))
    match act.event:
        case "renewed":
            return covering(_begun(heard, entry, act.from_day, act.last_day), act.from_day)
        case "suspended":
            return replace(heard, suspensions=(*heard.suspensions, *_paused(entry, act.from_day)))
        case "reinstated":
            return replace(heard, suspensions=suspensions_ended(heard, act.from_day))
        case "withdrawn":
            return replace(heard, withdrawn_from=min(act.from_day, heard.withdrawn_from or act.from_day))
        case "ended":
            last = Span(date.min, None).ended_before(act.from_day).until
            return replace(heard, terminated_after=last)
        case "scope-changed" if act.scope is not None:
            return covering(replace(heard, scope=act.scope), act.from_day)
        case _:
            return heard


def _begun(certification: Certification, entry: Entry, first: date, last_day: date | None) -> Certification:
    """The certification with a further span of validity that another record tells of."""
    made = Decision(entry.id, TAKEN_OVER, (), (), (), None, first, first, last_day, None)
    return replace(
        certification,
        decisions=(*certification.decisions, made),
        spans=(*certification.spans, Span(first, last_day)),
    )


def _paused(entry: Entry, first: date) -> tuple[Suspension, ...]:
    return (Suspension(entry.id, Span(first, None), None),)
