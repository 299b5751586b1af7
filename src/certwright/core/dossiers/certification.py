"""What a certification's dossier says, from its opening to its end.

It holds facts and days. What the certification *is* on a day (valid, suspended, expired …) is a comparison of them,
see :meth:`Certification.standing`; nothing sets it by hand and no job sets it at midnight.
"""

from dataclasses import dataclass
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
    Coverage,
    Decision,
    LabelBatch,
    Licence,
    Planned,
    Proposal,
    Reviewed,
    Span,
    Suspension,
    Use,
)
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.pin import Pin
from certwright.core.dossiers.replacing import replace
from certwright.core.dossiers.taken_over import TakenOver
from certwright.core.entry import Entry

GRANTING = frozenset({"grant", "accept-transfer"})
TAKEN_OVER = "take-over"
"""The kind of a decision that another record tells of: taken over, not judged here."""
_ALWAYS = frozenset({"special", "change", "complaint"})
CLOSED_BY = {
    **dict.fromkeys(GRANTING, _ALWAYS | {"initial"}),
    "renew": _ALWAYS | {"recertification"},
    "extend": _ALWAYS,
    "maintain": _ALWAYS | {"surveillance"},
}
"""Kind of decision → the purposes of planned evaluation that it closes. Surveillance of years to come waits."""


class Standing(StrEnum):
    """What a certification is on a day."""

    NONE = "none"  # not granted (yet)
    VALID = "valid"
    PARTLY_SUSPENDED = "partly-suspended"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"


LASTING = frozenset({Standing.VALID, Standing.PARTLY_SUSPENDED, Standing.SUSPENDED})
"""Granted and not ended: suspension does not stop the clock (ISO/IEC 17021-1 9.6.3; invariant I1)."""


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
    taken_over: tuple[TakenOver, ...] = ()
    planned: tuple[Planned, ...] = ()
    reviews: tuple[Reviewed, ...] = ()
    decisions: tuple[Decision, ...] = ()
    spans: tuple[Span, ...] = ()
    coverages: tuple[Coverage, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
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
    labels: tuple[LabelBatch, ...] = ()
    uses: tuple[Use, ...] = ()

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

    def pieces_for(self, kind: str) -> tuple[Planned, ...]:
        """The due pieces that a decision of this kind closes: of an initial evaluation, of a surveillance …

        A refusal closes what a grant would, or, once granted, whatever it names.
        """
        if kind == "refuse" and not self.spans:
            kind = "grant"
        return tuple(piece for piece in self.due_pieces if piece.purpose in CLOSED_BY.get(kind, {piece.purpose}))

    @property
    def client_goes_on(self) -> bool:
        """Whether the client, asked after nonconformities were told, did not say that it gives up (17065 7.4.7)."""
        return not self.client_wishes or self.client_wishes[-1][0] == "continues"

    @property
    def open_proposals(self) -> tuple[Proposal, ...]:
        """The measures proposed since the last decision: nobody decided on them yet (17065 7.11.1; 17021-1 9.6.5.2)."""
        return tuple(made for made in self.proposals if made.decided_by is None)

    @property
    def has_end(self) -> bool:
        """Whether its end by withdrawal or termination is decided, though that day may be still to come."""
        return self.withdrawn_from is not None or self.terminated_after is not None

    @property
    def granted(self) -> Decision | None:
        """The decision the present certification goes back to, if there is one; one taken over counts like a grant."""
        return next((made for made in self.decisions if made.kind in GRANTING | {TAKEN_OVER}), None)

    @property
    def last_day(self) -> date | None:
        """The last day of the present span; ``None`` while nothing is granted or if it is open ended."""
        return self.spans[-1].until if self.spans else None

    def span_on(self, day: date) -> Span | None:
        """The span of validity that counts on ``day``: the one decided last of those begun by then."""
        return next((span for span in reversed(self.spans) if span.first <= day), None)

    def covered(self, day: date) -> Coverage | None:
        """What the certification covers on ``day``; ``None`` before it is granted."""
        return next((one for one in reversed(self.coverages) if one.first <= day), None)

    def suspended_on(self, day: date) -> tuple[Suspension, ...]:
        """The suspensions in force on ``day``."""
        return tuple(pause for pause in self.suspensions if pause.span.holds_on(day))

    def standing(self, day: date) -> Standing:
        """What the certification is on ``day``, by comparing dates alone."""
        span = self.span_on(day)
        if span is None:
            return Standing.NONE
        if self.withdrawn_from is not None and self.withdrawn_from <= day:
            return Standing.WITHDRAWN
        if self.terminated_after is not None and self.terminated_after < day:
            return Standing.TERMINATED
        if not span.holds_on(day):
            return Standing.EXPIRED
        pauses = self.suspended_on(day)
        if any(not pause.is_partial for pause in pauses):
            return Standing.SUSPENDED
        return Standing.PARTLY_SUSPENDED if pauses else Standing.VALID


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
    new = tuple(Planned.of(piece, act, entry.id) for piece in act.assignments)
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
    first = act.effective_from or entry.effective_on
    made = Decision.of(act, entry)
    changed = _proposals_decided(replace(certification, decisions=(*certification.decisions, made)), entry)
    match act.kind:
        case "grant" | "accept-transfer" | "renew":
            too_late = changed.last_day is not None and entry.effective_on > changed.last_day
            ended = suspensions_ended(changed, first) if too_late else changed.suspensions
            begun = replace(changed, spans=(*changed.spans, Span(first, act.last_day)), suspensions=ended)
            return _covering(begun, act, first)
        case "extend" | "reduce":
            return _covering(changed, act, first)
        case "suspend":
            over = certification.open_proposals
            findings = tuple(dict.fromkeys((*act.findings, *(name for made in over for name in made.findings))))
            why = frozenset(made.trigger for made in over)
            paused = Suspension(entry.id, Span(first, None), act.limit_day, findings, act.sites, act.products, why)
            return replace(changed, suspensions=(*changed.suspensions, paused))
        case "restore":
            return _covering(replace(changed, suspensions=suspensions_ended(changed, first)), act, first)
        case "withdraw":
            return replace(changed, withdrawn_from=min(first, changed.withdrawn_from or first))
        case _:
            return changed


def _covering(certification: Certification, act: Decide, first: date) -> Certification:
    scope, sites = act.scope or certification.scope, act.sites or certification.sites
    products = act.products or certification.products
    return covering(replace(certification, scope=scope, sites=sites, products=products), first)


def covering(certification: Certification, first: date) -> Certification:
    """The certification with what it holds now as what it covers from ``first`` on."""
    now = Coverage(first, certification.scope, certification.sites, certification.products)
    return replace(certification, coverages=(*certification.coverages, now))


def suspensions_ended(certification: Certification, first_free_day: date) -> tuple[Suspension, ...]:
    """Its suspensions, none of which goes on to ``first_free_day``."""
    return tuple(pause.ended_before(first_free_day) for pause in certification.suspensions)


def _proposals_decided(certification: Certification, entry: Entry) -> Certification:
    """A decision, or a termination, answers every measure proposed until then."""
    proposals = tuple(
        made if made.decided_by else replace(made, decided_by=entry.id) for made in certification.proposals
    )
    return replace(certification, proposals=proposals)


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
    proposed = Proposal(entry.id, act.measure, act.trigger, act.findings, entry.effective_on)
    return replace(certification, proposals=(*certification.proposals, proposed))


@moves(Certification, AnswerNonconformity)
def _client_answered(certification: Certification, act: AnswerNonconformity, entry: Entry) -> Certification:
    return replace(certification, client_wishes=(*certification.client_wishes, (act.wish, entry.effective_on)))


@moves(Certification, RecordCertificateInError)
def _sent_in_error(certification: Certification, act: RecordCertificateInError, entry: Entry) -> Certification:
    return replace(certification, sent_in_error=(*certification.sent_in_error, act.number))


@moves(Certification, Terminate)
def _terminated(certification: Certification, act: Terminate, entry: Entry) -> Certification:
    last = min(act.last_day, certification.terminated_after or act.last_day)
    return _proposals_decided(replace(certification, terminated_after=last), entry)


@moves(Certification, ConfirmClosedDown)
def _closed_down(certification: Certification, act: ConfirmClosedDown, entry: Entry) -> Certification:
    return replace(certification, closed_down_on=act.checked_on)
