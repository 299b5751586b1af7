"""Related bodies: what our own group may not do, and whom it keeps away.

ISO/IEC 17065 4.2.6–4.2.8; ISO/IEC 17021-1 5.2.5–5.2.7.
"""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.application import AcceptApplication
from certwright.core.acts.certification import OpenCertification
from certwright.core.acts.decision import Decide, Review
from certwright.core.acts.person import GrantAuthorisation
from certwright.core.acts.relation import RecordRelatedBody
from certwright.core.dossiers import Certification, Dossier, Person
from certwright.core.dossiers.body import RelatedBody
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.calendar import add_months
from certwright.core.rules.decision import GRANTS
from certwright.core.rules.impartiality import SYSTEMS, at_work, client_of, function_for, standard_of
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule

ADVICE = frozenset({"consultancy", "internal-audit"})
PROVIDES = ADVICE | {"design-or-manufacture"}
"""What makes a related body one whose people stay out of review and decision (17065 4.2.8)."""

Taking = AcceptApplication | OpenCertification | Decide
"""Acts by which the body takes a client on or gives it something."""


def _on(related: RelatedBody, day: date) -> bool:
    return related.from_day <= day and (related.until_day is None or day <= related.until_day)


def client_taken(act: Taking, dossier: Dossier) -> str:
    """The client something is accepted, opened or granted for; empty if the act gives nothing."""
    if isinstance(act, Decide) and act.kind not in GRANTS:
        return ""
    return client_of(dossier, act)


@rule(
    "affiliation.our-group-does-not-work-for-the-client",
    asks=(
        "17065:2012 4.2.6 a",
        "17065:2012 4.2.6 b",
        "17065:2012 4.2.6 c",
        "17065:2012 4.2.6 d",
        "17065:2012 4.2.6 e",
        "17021-1:2015 5.2.5",
        "17021-1:2015 5.2.6",
    ),
    force=HARD,
    answers=("R-29",),
)
def our_group_does_not_work_for_the_client(act: Taking, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """No part of our legal entity, and nobody we control, makes what the client makes, advises it or audits for it."""
    client, day = client_taken(act, dossier), known.proposal.effective_on
    for related in known.body.related:
        done = related.activities & PROVIDES
        if related.is_ours and done and client in related.clients and _on(related, day):
            yield refusal("our-group-works-for-the-client", what=", ".join(sorted(done)), client=client)


@rule(
    "affiliation.our-group-gives-no-consultancy",
    asks=("17021-1:2015 5.2.5", "17021-1:2015 5.2.6", "17065:2012 4.2.6 d", "17065:2012 4.2.6 e"),
    force=HARD,
    answers=("R-29",),
)
def our_group_gives_no_consultancy(act: RecordRelatedBody, known: Known) -> Iterator[Refusal]:
    """Nobody under our control advises on management systems at all, nor advises or audits for a client of ours."""
    if act.control not in {"same-entity", "controlled"} or not _on_record(act, known.today):
        return
    if "consultancy" in act.activities and SYSTEMS in known.body.standards_in_use:
        yield refusal("our-group-gives-consultancy", what="consultancy")
    elif act.clients and (done := ADVICE & frozenset(act.activities)):
        yield refusal("our-group-gives-consultancy", what=", ".join(sorted(done)))


def _on_record(act: RecordRelatedBody, day: date) -> bool:
    return act.from_day <= day and (act.until_day is None or day <= act.until_day)


@rule(
    "affiliation.related-body-did-not-advise-lately",
    asks=("17021-1:2015 5.2.7", "17021-1:2015 5.2.6"),
    force=HARD,
    answers=("TR15",),
)
def related_body_did_not_advise_lately(act: Taking, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """A system that a related body advised on is not certified for two calendar years after the advice ended."""
    standard = standard_of(dossier, act)
    client, day, months = client_taken(act, dossier), known.proposal.effective_on, known.body.periods.distance
    if standard != SYSTEMS:
        return
    for related in known.body.related:
        done = related.activities & ADVICE
        ended = related.until_day
        if done and client in related.clients and (ended is None or day < add_months(ended, months)):
            free = add_months(ended, months) if ended else "two years after its end"
            yield refusal("related-body-advised", what=", ".join(sorted(done)), client=client, free=free)


@rule(
    "affiliation.nobody-of-a-related-body-decides",
    asks=("17065:2012 4.2.7", "17065:2012 4.2.8"),
    force=HARD,
    answers=("R-30",),
)
def nobody_of_a_related_body_decides(act: Review | Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Who also works for a related body that makes the product or advises neither reviews nor decides."""
    if dossier.standard == SYSTEMS:
        return
    day, people = known.proposal.effective_on, at_work(act, known)
    for related in known.body.related:
        if related.activities & PROVIDES and _on(related, day):
            for person in sorted(people & related.people):
                yield refusal("works-for-a-related-body", function_for(act), person=person)


@rule("affiliation.nobody-of-a-related-body-manages", asks=("17065:2012 4.2.8",), force=HARD, answers=("R-30",))
def nobody_of_a_related_body_manages(act: GrantAuthorisation, dossier: Person, known: Known) -> Iterator[Refusal]:
    """Who also works for a related body that makes products we certify, or advises, does not manage ours."""
    if act.function is not Function.TOP_MANAGEMENT or "iso-iec-17065" not in known.body.standards_in_use:
        return
    for related in known.body.related:
        if related.activities & PROVIDES and dossier.id in related.people and _on(related, act.valid_from):
            yield refusal("works-for-a-related-body", person=dossier.id)


@rule("affiliation.runs-forward", asks=("17065:2012 4.2.7", "17021-1:2015 5.2.3"), force=RECORD)
def runs_forward(act: RecordRelatedBody) -> Iterator[Refusal]:
    """A relation to another body does not end before it begins."""
    if act.until_day is not None and act.until_day < act.from_day:
        yield refusal("tie-ends-before-it-begins", from_day=act.from_day, until_day=act.until_day)
