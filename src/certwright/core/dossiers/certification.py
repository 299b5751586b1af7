"""What a certification's dossier says, from its opening to its end.

It holds facts and days. What the certification *is* on a day (valid, suspended, expired …) is a comparison of them,
see :meth:`Certification.standing`; nothing sets it by hand and no job sets it at midnight.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from certwright.core.acts.attestation import EndLicence, IssueCertificate, LicenseMark, RecordCertificateInError
from certwright.core.acts.certification import CertifiedProduct, OmitAssignment, OpenCertification, PlanEvaluation
from certwright.core.acts.certification_life import (
    AnswerNonconformity,
    AssessChange,
    ConfirmClosedDown,
    MaintainOnConclusion,
    NotifyChange,
    ProposeMeasure,
    Terminate,
)
from certwright.core.acts.decision import Decide, Review
from certwright.core.dossiers.certification_parts import (
    Attestation,
    Change,
    Decision,
    Licence,
    Planned,
    Proposal,
    Reviewed,
    Span,
)
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.pin import Pin
from certwright.core.entry import Entry

GRANTING = frozenset({"grant", "accept-transfer"})


class Standing(StrEnum):
    """What a certification is on a day."""

    NONE = "none"  # not granted (yet)
    VALID = "valid"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"


@dossier_kind("certification")
@dataclass(frozen=True, slots=True, kw_only=True)
class Certification(Dossier):
    """A certification of one client under one standard and one pack."""

    application: str = ""
    client: str = ""
    standard: str = ""
    pin: Pin | None = None
    object_kind: str = ""
    accredited: str = ""
    scope: str = ""
    sites: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    products: tuple[CertifiedProduct, ...] = ()
    transferred_from: str | None = None
    planned: tuple[Planned, ...] = ()
    reviews: tuple[Reviewed, ...] = ()
    decisions: tuple[Decision, ...] = ()
    spans: tuple[Span, ...] = ()
    suspensions: tuple[Span, ...] = ()
    withdrawn_from: date | None = None
    terminated_after: date | None = None
    attestations: tuple[Attestation, ...] = ()
    licences: tuple[Licence, ...] = ()
    changes: tuple[Change, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    maintained: tuple[tuple[str, date], ...] = ()
    client_wishes: tuple[tuple[str, date], ...] = ()
    sent_in_error: tuple[str, ...] = ()
    closed_down_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the certification was opened by an act that still stands."""
        return self.pin is not None

    @property
    def pinned(self) -> tuple[Pin, ...]:
        """The text of the standard or scheme this certification was begun under."""
        return (self.pin,) if self.pin else ()

    @property
    def title(self) -> str:
        """The certificate number, or pack and client before there is one."""
        if self.attestations:
            return self.attestations[-1].number
        return f"{self.pin.pack} for {self.client}" if self.pin else self.id

    @property
    def due_pieces(self) -> tuple[Planned, ...]:
        """The planned pieces of determination no decision rests on yet, those left out excepted."""
        settled = {piece for made in self.decisions for piece in made.rests_on}
        settled.update(piece for piece, _ in self.maintained)
        return tuple(piece for piece in self.planned if not piece.omitted_by and piece.assignment not in settled)

    @property
    def granted(self) -> Decision | None:
        """The decision the present certification goes back to, if there is one."""
        return next((made for made in self.decisions if made.kind in GRANTING), None)

    @property
    def last_day(self) -> date | None:
        """The last day of the present span; ``None`` while nothing is granted or if it is open ended."""
        return self.spans[-1].until if self.spans else None

    def standing(self, day: date) -> Standing:
        """What the certification is on ``day``, by comparing dates alone."""
        if not any(span.first <= day for span in self.spans):
            return Standing.NONE
        if self.withdrawn_from is not None and self.withdrawn_from <= day:
            return Standing.WITHDRAWN
        if self.terminated_after is not None and self.terminated_after < day:
            return Standing.TERMINATED
        if not any(span.holds_on(day) for span in self.spans):
            return Standing.EXPIRED
        if any(pause.holds_on(day) for pause in self.suspensions):
            return Standing.SUSPENDED
        return Standing.VALID


@moves(Certification, OpenCertification)
def _opened(certification: Certification, act: OpenCertification, entry: Entry) -> Certification:
    return replace(
        certification,
        application=act.application,
        client=act.client,
        standard=act.standard,
        pin=Pin(act.pack, act.edition, act.text),
        object_kind=act.object_kind,
        accredited=act.accredited,
        scope=act.scope,
        sites=act.sites,
        areas=act.areas,
        products=act.products,
        transferred_from=act.transferred_from,
    )


@moves(Certification, PlanEvaluation)
def _planned(certification: Certification, act: PlanEvaluation, entry: Entry) -> Certification:
    named = {piece.assignment for piece in act.assignments}
    kept = tuple(piece for piece in certification.planned if piece.assignment not in named)
    new = tuple(Planned.of(piece, act.purpose, entry.id) for piece in act.assignments)
    return replace(certification, planned=(*kept, *new))


@moves(Certification, OmitAssignment)
def _omitted(certification: Certification, act: OmitAssignment, entry: Entry) -> Certification:
    return replace(
        certification,
        planned=tuple(
            replace(piece, omitted_by=entry.id) if piece.assignment == act.assignment else piece
            for piece in certification.planned
        ),
    )


@moves(Certification, Review)
def _reviewed(certification: Certification, act: Review, entry: Entry) -> Certification:
    made = Reviewed(entry.id, act.reviewer, act.recommendation, act.rests_on, act.findings, entry.effective_on)
    return replace(certification, reviews=(*certification.reviews, made))


@moves(Certification, Decide)
def _decided(certification: Certification, act: Decide, entry: Entry) -> Certification:
    made = Decision.of(act, entry)
    changed = replace(
        certification,
        decisions=(*certification.decisions, made),
        scope=act.scope or certification.scope,
        sites=act.sites or certification.sites,
        products=act.products or certification.products,
    )
    first = act.effective_from or entry.effective_on
    match act.kind:
        case "grant" | "renew" | "accept-transfer":
            return replace(
                changed, spans=(*changed.spans, Span(first, act.last_day)), suspensions=_ended(changed, first)
            )
        case "suspend":
            return replace(changed, suspensions=(*changed.suspensions, Span(first, None)))
        case "restore":
            return replace(changed, suspensions=_ended(changed, first))
        case "withdraw":
            return replace(changed, withdrawn_from=first)
        case _:
            return changed


def _ended(certification: Certification, first_free_day: date) -> tuple[Span, ...]:
    return tuple(pause.ended_before(first_free_day) for pause in certification.suspensions)


@moves(Certification, IssueCertificate)
def _issued(certification: Certification, act: IssueCertificate, entry: Entry) -> Certification:
    issued = Attestation(entry.id, act.number, act.version, act.decision, act.accreditation, entry.effective_on)
    return replace(certification, attestations=(*certification.attestations, issued))


@moves(Certification, LicenseMark)
def _licensed(certification: Certification, act: LicenseMark, entry: Entry) -> Certification:
    licence = Licence(entry.id, act.licence, act.mark, act.models, tuple(act.media), Span(act.valid_from, None))
    return replace(certification, licences=(*certification.licences, licence))


@moves(Certification, EndLicence)
def _licence_ended(certification: Certification, act: EndLicence, entry: Entry) -> Certification:
    return replace(
        certification,
        licences=tuple(
            replace(held, span=Span(held.span.first, act.last_day)) if held.number == act.licence else held
            for held in certification.licences
        ),
    )


@moves(Certification, MaintainOnConclusion)
def _maintained(certification: Certification, act: MaintainOnConclusion, entry: Entry) -> Certification:
    return replace(certification, maintained=(*certification.maintained, (act.surveillance, entry.effective_on)))


@moves(Certification, NotifyChange)
def _change_notified(certification: Certification, act: NotifyChange, entry: Entry) -> Certification:
    told = Change(entry.id, act.origin, act.about, act.happened_on, act.told_on, None)
    return replace(certification, changes=(*certification.changes, told))


@moves(Certification, AssessChange)
def _change_assessed(certification: Certification, act: AssessChange, entry: Entry) -> Certification:
    return replace(
        certification,
        changes=tuple(
            replace(told, outcome=act.outcome) if told.act == act.change else told for told in certification.changes
        ),
    )


@moves(Certification, ProposeMeasure)
def _measure_proposed(certification: Certification, act: ProposeMeasure, entry: Entry) -> Certification:
    proposed = Proposal(entry.id, act.measure, act.trigger, entry.effective_on)
    return replace(certification, proposals=(*certification.proposals, proposed))


@moves(Certification, AnswerNonconformity)
def _client_answered(certification: Certification, act: AnswerNonconformity, entry: Entry) -> Certification:
    return replace(certification, client_wishes=(*certification.client_wishes, (act.wish, entry.effective_on)))


@moves(Certification, RecordCertificateInError)
def _sent_in_error(certification: Certification, act: RecordCertificateInError, entry: Entry) -> Certification:
    return replace(certification, sent_in_error=(*certification.sent_in_error, act.number))


@moves(Certification, Terminate)
def _terminated(certification: Certification, act: Terminate, entry: Entry) -> Certification:
    return replace(certification, terminated_after=act.last_day)


@moves(Certification, ConfirmClosedDown)
def _closed_down(certification: Certification, act: ConfirmClosedDown, entry: Entry) -> Certification:
    return replace(certification, closed_down_on=act.checked_on)
