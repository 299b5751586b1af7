"""The rows of a certification."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from certwright.core.dossiers import Certification
from certwright.core.dossiers.certification import TAKEN_OVER, Standing
from certwright.core.dossiers.certification_parts import Decision, Planned
from certwright.rows.deriving.row import Made, day_of, row
from certwright.rows.models import (
    AttestationRow,
    CertificationRow,
    ClaimRow,
    DecisionRow,
    PieceRow,
    ReviewRow,
    WaitingRow,
)

_LOOKS_AT_ALL = frozenset({"grant", "accept-transfer", "renew", "maintain"})
_SCOPE = 200


def of_certification(certification: Certification) -> Iterator[Made]:
    """The certification, what it is on which days, and all that was planned, reviewed, decided, issued or proposed."""
    for number in sorted({issued.number for issued in certification.attestations}):
        yield row(ClaimRow, scope="certificate.number", value=number.casefold())
    if certification.pin is None:
        return
    if certification.application:  # one acceptance of an application opens one certification
        value = f"{certification.application} / {certification.pin.pack}"
        yield row(ClaimRow, scope="application.certification", value=value)
    itself = _itself(certification)
    for standing, first, last in standings(certification):
        yield row(CertificationRow, standing=standing.value, from_day=first, until_day=last, **itself)
    for made in (*_pieces(certification), *_reviews(certification), *_decisions(certification)):
        table, fields = made
        yield row(table, client=certification.client, pack=certification.pin.pack, **fields)
    for made in (*_attestations(certification), *_waiting(certification)):
        table, fields = made
        yield row(table, client=certification.client, pack=certification.pin.pack, **fields)


def _itself(certification: Certification) -> dict[str, Any]:
    """What is the same in all rows of a certification."""
    assert certification.pin is not None
    granted, comes = certification.granted, _next(certification)
    looked = [made.on for made in certification.decisions if made.kind in _LOOKS_AT_ALL]
    limits = [pause.limit_day for pause in certification.suspensions if pause.limit_day and pause.span.until is None]
    return {
        "client": certification.client,
        "application": certification.application,
        "standard": certification.standard,
        "pack": certification.pin.pack,
        "text_digest": certification.pin.text,
        "object_kind": certification.object_kind,
        "scope": certification.scope[:_SCOPE],
        "number": certification.attestations[-1].number if certification.attestations else "",
        "opened_on": day_of(certification, "certification.open") or day_of(certification, "certification.take-over"),
        "taken_over_from": certification.taken_over[0].source if certification.taken_over else "",
        "granted_on": granted.effective_from if granted else None,
        "last_day": certification.last_day,
        "limit_day": min(limits, default=None),
        "withdrawn_from": certification.withdrawn_from,
        "terminated_after": certification.terminated_after,
        "closed_down_on": certification.closed_down_on,
        "looked_at_on": max((*looked, *(day for _, day in certification.maintained)), default=None),
        "next_on": comes.span.until if comes else None,
        "next_what": comes.kind if comes else "",
    }


def _next(certification: Certification) -> Planned | None:
    if certification.has_end:
        return None
    return min(certification.due_pieces, key=lambda piece: (piece.span.until or date.max, piece.kind), default=None)


def standings(certification: Certification) -> Iterator[tuple[Standing, date, date]]:
    """What the certification is, from which day to which, without gap or overlap over the whole calendar."""
    first, now = date.min, Standing.NONE
    for day in _turns(certification):
        then = certification.standing(day)
        if then is not now:
            yield now, first, day - timedelta(days=1)
            first, now = day, then
    yield now, first, date.max


def _turns(certification: Certification) -> list[date]:
    """The days on which the certification may become something else."""
    spans = [*certification.spans, *(pause.span for pause in certification.suspensions)]
    lasts = [span.until for span in spans] + [certification.terminated_after]
    found = {span.first for span in spans}
    found.update(last + timedelta(days=1) for last in lasts if last is not None and last < date.max)
    if certification.withdrawn_from is not None:
        found.add(certification.withdrawn_from)
    return sorted(day for day in found if day > date.min)


def _pieces(certification: Certification) -> Iterator[Made]:
    settled = {piece: made.on for made in reversed(certification.decisions) for piece in made.rests_on}
    settled |= dict(certification.maintained)
    for piece in certification.planned:
        omitted_on = certification.acts[piece.omitted_by].effective_on if piece.omitted_by else None
        yield row(
            PieceRow,
            assignment=piece.assignment,
            kind=piece.kind,
            purpose=piece.purpose,
            planned_from=piece.span.first,
            planned_to=piece.span.until,
            settled_on=omitted_on or settled.get(piece.assignment),
        )


def _reviews(certification: Certification) -> Iterator[Made]:
    for review in certification.reviews:
        followed = _decision_after(certification, review.act)
        yield row(
            ReviewRow,
            act_id=review.act,
            reviewer=review.reviewer,
            recommendation=review.recommendation,
            reviewed_on=review.on,
            decided_on=followed.on if followed else None,
        )


def _decision_after(certification: Certification, review: str) -> Decision | None:
    """The decision that rests on a review, or else the first one recorded after it."""
    seq = certification.acts[review].seq
    named = (made for made in certification.decisions if made.review == review)
    later = (made for made in certification.decisions if certification.acts[made.act].seq > seq)
    return next(named, None) or next(later, None)


def _decisions(certification: Certification) -> Iterator[Made]:
    issued = [(certification.acts[each.act].seq, each.issued_on) for each in certification.attestations]
    for made in certification.decisions:
        if made.kind == TAKEN_OVER:
            continue  # nobody decided here
        seq = certification.acts[made.act].seq
        yield row(
            DecisionRow,
            act_id=made.act,
            kind=made.kind,
            decided_on=made.on,
            deciders=list(made.deciders),
            effective_from=made.effective_from,
            last_day=made.last_day,
            attested_on=next((day for at, day in issued if at > seq), None),
        )


def _attestations(certification: Certification) -> Iterator[Made]:
    decided = {made.act: made for made in certification.decisions}
    for issued in certification.attestations:
        of = decided.get(issued.decision)
        yield row(
            AttestationRow,
            act_id=issued.act,
            number=issued.number,
            version=issued.version,
            issued_on=issued.issued_on,
            valid_from=of.effective_from if of else None,
            last_day=of.last_day if of else None,
        )


def _waiting(certification: Certification) -> Iterator[Made]:
    assessed = day_of(certification, "certification.assess-change")
    for change in certification.changes:
        given = {"act_id": change.act, "what": "change", "about": change.about, "since": change.told_on}
        yield row(WaitingRow, **given, settled_on=assessed if change.outcome else None)
    for proposal in certification.proposals:
        decided = certification.acts[proposal.decided_by].effective_on if proposal.decided_by else None
        given = {"act_id": proposal.act, "what": "measure", "about": proposal.measure, "since": proposal.on}
        yield row(WaitingRow, **given, settled_on=decided)
