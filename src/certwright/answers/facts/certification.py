"""A certification as it is shown: its object and scope, its dates with their reckoning, the case around it."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.deadlines import begun_by, end_of
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import (
    Days,
    Fact,
    Group,
    Ref,
    Stands,
    Table,
    Value,
    Word,
    ref,
    refs,
    word,
    words,
)
from certwright.core.dossiers import Assignment, Certification, Finding, Matter, Sample
from certwright.core.dossiers.attested import certificate_on, licence_standing
from certwright.core.dossiers.certification import Standing
from certwright.core.dossiers.certification_parts import Planned

STANDS = {
    Standing.NONE: Stands(_("In evaluation"), "info"),
    Standing.VALID: Stands(_("Valid"), "good"),
    Standing.PARTLY_SUSPENDED: Stands(_("Suspended in part"), "warn"),
    Standing.SUSPENDED: Stands(_("Suspended"), "warn"),
    Standing.EXPIRED: Stands(_("Expired"), "warn"),
    Standing.WITHDRAWN: Stands(_("Withdrawn"), "bad"),
    Standing.TERMINATED: Stands(_("Terminated"), "quiet"),
}


def certification_stands(certification: Certification, around: Around) -> Stands:
    standing = certification.standing(around.day)
    if standing is Standing.NONE and any(made.kind == "refuse" for made in certification.decisions):
        return Stands(_("Refused"), "bad")
    if standing is Standing.NONE and certification.spans:
        return Stands(_("Granted, not yet effective"), "info")
    return STANDS[standing]


def _says(certification: Certification, around: Around) -> tuple[Value, ...]:
    return (ref(certification.client), certification.pin, word(certification.standard))


def _facts(certification: Certification, around: Around) -> Iterator[Group]:
    yield _what(certification, around)
    yield _dates(certification, around)
    yield _origin(certification)


def _what(certification: Certification, around: Around) -> Group:
    covered = certification.covered(around.day)
    sites = covered.sites if covered else certification.sites
    products = covered.products if covered else certification.products
    return Group(
        _("What is certified"),
        (
            Fact(_("Scope"), covered.scope if covered else certification.scope),
            Fact(_("Object"), word(certification.object_kind)),
            Fact(_("Sites"), sites),
            Fact(_("Technical areas or categories"), certification.areas),
            Fact(_("Products"), tuple(f"{item.name} ({item.code})" for item in products)),
            Fact(_("Accreditation"), word(certification.accredited)),
        ),
    )


def _dates(certification: Certification, around: Around) -> Group:
    span = certification.span_on(around.day) or (certification.spans[-1] if certification.spans else None)
    made = begun_by(certification, span) if span else None
    granted = certification.granted
    certificate = certificate_on(certification, around.day)
    endless = _("Open ended") if span and span.until is None else None
    return Group(
        _("Dates and certificate"),
        (
            Fact(_("First granted"), granted.effective_from if granted else None),
            Fact(_("Valid from"), span.first if span else None),
            Fact(
                _("Last day"),
                span.until or endless if span else None,
                why=end_of(certification, span, around) if span else None,
                note=_("Chosen in a transfer; it keeps what was left of the old certificate.")
                if made and made.kind == "accept-transfer"
                else "",
            ),
            Fact(_("Suspended"), tuple(Days(one.span.first, one.span.until) for one in certification.suspensions)),
            Fact(_("Withdrawn from"), certification.withdrawn_from),
            Fact(_("Terminated after"), certification.terminated_after),
            Fact(_("Certificate"), certificate.number if certificate else None),
            Fact(_("Seen to be closed down"), certification.closed_down_on),
            Fact(_("Went out in error"), certification.sent_in_error, readers="body"),
        ),
    )


def _origin(certification: Certification) -> Group:
    return Group(
        _("Where it comes from"),
        (
            Fact(_("Client"), ref(certification.client)),
            Fact(_("Application"), ref(certification.application)),
            Fact(_("Standard or scheme"), certification.pin),
            Fact(_("Accreditation standard"), word(certification.standard)),
            Fact(_("Transferred from"), certification.transferred_from),
            *_taken_over(certification),
        ),
    )


def _taken_over(certification: Certification) -> Iterator[Fact]:
    """What another record told, and its own word for the state, kept beside what the days say."""
    if not certification.taken_over:
        return
    first, last = certification.taken_over[0], certification.taken_over[-1]
    said = next((told.said for told in reversed(certification.taken_over) if told.said), None)
    yield Fact(_("Taken over from"), first.source, note=_("Taken over, not judged here."))
    yield Fact(_("As known there on"), last.known_on)
    yield Fact(_("Its word for the state"), said)


def _tables(certification: Certification, around: Around) -> Iterator[Table]:
    yield _evaluation(certification, around)
    yield _findings(certification, around)
    yield _decisions(certification)
    yield Table(
        _("Reviews"),
        (_("Day"), _("Reviewer"), _("Recommends"), _("Rests on")),
        tuple(
            (made.on, Ref(made.reviewer), Word(made.recommendation), refs(made.rests_on))
            for made in reversed(certification.reviews)
        ),
    )
    yield _attestations(certification)
    yield _licences(certification, around)
    yield from _life(certification, around)


def _evaluation(certification: Certification, around: Around) -> Table:
    """What was planned, piece by piece, with what became of it."""
    return Table(
        _("Evaluation"),
        (_("Assignment"), _("For"), _("Planned"), _("Held"), _("Conclusion")),
        tuple(_piece(piece, around) for piece in certification.planned),
        _("Nothing is planned yet."),
    )


def _piece(piece: Planned, around: Around) -> tuple[Value, ...]:
    work = around.one(Assignment, piece.assignment)
    planned = Days(work.from_day, work.to_day) if work else Days(piece.span.first, piece.span.until)
    if piece.omitted_by:
        return Ref(piece.assignment), Word(piece.purpose), planned, None, _("Left out")
    held = Days(work.held_from, work.held_to) if work and work.held_from else None
    return (
        Ref(piece.assignment) if work else (Word(piece.kind), _("not opened yet")),
        Word(piece.purpose),
        planned,
        held,
        Word(work.report.conclusion) if work and work.report else None,
    )


def _findings(certification: Certification, around: Around) -> Table:
    found = around.linking(Finding, "finding.raise", "finding.take-over")
    return Table(
        _("Nonconformities"),
        (_("Requirement"), _("Grade"), _("Raised"), _("Answer due"), _("Stands")),
        tuple(
            (Ref(one.id), Word(one.grade), one.raised_on, one.answer_due, finding_stands(one))
            for one in sorted(found, key=lambda one: (str(one.raised_on), one.id))
        ),
        _("None was raised."),
    )


def finding_stands(finding: Finding) -> Value:
    """How far a finding is on its way."""
    if finding.verified:
        return _("Verified")
    if finding.accepted:
        return _("Answer accepted")
    if finding.judged == "rejected":
        return _("Answer rejected")
    if finding.answered_on:
        return _("Answered")
    return _("Client told") if finding.told_on else _("Raised")


def _decisions(certification: Certification) -> Table:
    return Table(
        _("Decisions"),
        (_("Day"), _("Decision"), _("By"), _("Effective"), _("Rests on")),
        tuple(
            (made.on, Word(made.kind), refs(made.deciders), made.effective_from, refs(made.rests_on))
            for made in reversed(certification.decisions)
        ),
        _("Nothing was decided yet."),
    )


def _attestations(certification: Certification) -> Table:
    return Table(
        _("Certificates"),
        (_("Number"), _("Version"), _("Issued"), _("Under accreditation")),
        tuple(
            (issued.number, issued.version, issued.issued_on, ref(issued.accreditation))
            for issued in reversed(certification.attestations)
        ),
        readers="all",
    )


def _licences(certification: Certification, around: Around) -> Table:
    return Table(
        _("Licences for marks"),
        (_("Licence"), _("Mark"), _("Models"), _("Where"), _("Days"), _("Stands")),
        tuple(
            (
                held.number,
                held.mark,
                held.models,
                words(held.media),
                Days(held.span.first, held.span.until),
                Word(licence_standing(certification, held, around.day).value),
            )
            for held in certification.licences
        ),
        readers="all",
    )


def _life(certification: Certification, around: Around) -> Iterator[Table]:
    yield Table(
        _("Changes that were notified"),
        (_("Told"), _("By"), _("About"), _("Happened"), _("Asks for")),
        tuple(
            (told.told_on, Word(told.origin), Word(told.about), told.happened_on, word(told.outcome) or _("open"))
            for told in reversed(certification.changes)
        ),
    )
    yield Table(
        _("Measures proposed"),
        (_("Day"), _("Measure"), _("Because of"), _("Findings"), _("Decided")),
        tuple(
            (
                made.on,
                Word(made.measure),
                Word(made.trigger),
                refs(made.findings),
                _("yes") if made.decided_by else _("no"),
            )
            for made in reversed(certification.proposals)
        ),
    )
    yield from _beside(around)
    yield _labels(certification)


def _beside(around: Around) -> Iterator[Table]:
    samples = around.linking(Sample, "sample.draw")
    yield Table(
        _("Samples"),
        (_("Sample"), _("Product"), _("Drawn"), _("Of"), _("With")),
        tuple(
            (Ref(one.id), one.product, one.drawn_on, Word(one.origin), holder(one.custody[-1].holder))
            for one in samples
            if one.custody
        ),
    )
    matters = around.linking(Matter, "matter.receive")
    yield Table(
        _("Complaints, appeals, misuse"),
        (_("Matter"), _("Received"), _("Outcome")),
        tuple(
            (
                Ref(one.id),
                one.received.received_on if one.received else None,
                word(one.decided.outcome) if one.decided else _("open"),
            )
            for one in matters
        ),
    )


def _labels(certification: Certification) -> Table:
    return Table(
        _("Labels"),
        (_("Batch"), _("Licence"), _("Given out"), _("Day"), _("Used"), _("Destroyed"), _("Left over")),
        tuple(
            (
                given.batch,
                given.licence,
                given.count,
                given.issued_on,
                *((given.counts[-1].used, given.counts[-1].destroyed, given.counts[-1].left_over)
                  if given.counts else (None, None, None)),
            )
            for given in certification.labels
        ),
    )  # fmt: skip


def holder(text: str) -> Value:
    """Who holds a sample: a person or provider by name, or in words."""
    return Ref(text) if ":" in text else Word(text)


def _needs(certification: Certification) -> Iterable[str]:
    yield from (certification.application, certification.client)
    yield from (piece.assignment for piece in certification.planned)
    yield f"pack:{certification.standard}-time-limits"
    if certification.pin:
        yield f"pack:{certification.pin.pack}"


CERTIFICATION = Kind(
    _says,
    certification_stands,
    _facts,
    _tables,
    _needs,
    linked=("assignment.create", "finding.raise", "finding.take-over", "sample.draw", "matter.receive"),
)
