"""Decision: who may decide, on what (ISO/IEC 17065 7.6; ISO/IEC 17021-1 9.5). Dates stand in :mod:`.validity`."""

from collections.abc import Iterator

from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Agreement, Application, Assignment, Certification, Finding
from certwright.core.dossiers.certification import GRANTING, LASTING, Standing
from certwright.core.dossiers.evaluators import evaluators_of
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.agreement import not_agreed
from certwright.core.rules.competence import not_authorised
from certwright.core.rules.review import changed_since, unfinished
from certwright.core.rules.rule import HARD, RECORD, Refusal, WhoCould, refusal, rule
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.decision import DecisionMaker

GRANTS = frozenset({"grant", "renew", "extend", "restore", "accept-transfer"})
"""Decisions that give something, and so need everything that a certificate rests on."""
ON_EVALUATION = frozenset({"grant", "renew", "extend", "maintain", "accept-transfer", "refuse"})
"""Decisions that close an evaluation. A management-system certification is maintained by decision only where the
leader's conclusion does not do (17021-1 9.6.1); where surveillance of a product evaluates, it is decided (7.9.2)."""
EMPLOYED = frozenset({"employment", "contract"})


def _maker(dossier: Certification, known: Known) -> DecisionMaker | None:
    pack = known.pack_of(dossier)
    return pack.decision_maker if isinstance(pack, ProductScheme) else None


@rule(
    "decision.independent-of-evaluation",
    asks=("17065:2012 7.6.2", "17021-1:2015 9.5.1.1"),
    force=HARD,
    answers=("R-11", "R-21", "SD01", "T14", "T15", "T26"),
)
def decided_by_people_who_did_not_evaluate(act: Decide, known: Known) -> Iterator[Refusal]:
    """Whoever decides took no part in the evaluation the decision rests on, each voting member of a committee too.

    What findings were verified by, tests anew included, is part of the evaluation of a product (R-11).
    """
    took_part = evaluators_of(known.of(Assignment, act.rests_on))
    findings = known.of(Finding, act.findings)
    took_part |= {finding.raised_by for finding in findings}
    took_part |= {made.verified_by for made in findings if made.verified_by and made.standard == "iso-iec-17065"}
    for person in sorted(took_part & set(act.deciders)):
        yield refusal("decider-evaluated", WhoCould(Function.DECISION), person=person)


@rule(
    "decision.deciders-are-competent",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 7.2.8"),
    force=HARD,
    answers=("R-34",),
)
def deciders_are_competent(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Each decider is authorised for decisions under this standard or scheme, in all its areas, on the day."""
    day, areas = known.proposal.effective_on, frozenset(dossier.areas)
    for person in act.deciders:
        if not known.person(person).authorised_for(Function.DECISION, act.pack, areas, day):
            yield not_authorised(person, Function.DECISION, act.pack, areas, day)


@rule(
    "decision.deciders-belong-to-the-body",
    asks=("17065:2012 7.6.3", "17065:2012 7.6.4", "17021-1:2015 9.5.1.2"),
    force=HARD,
    answers=("R-24", "R-25", "SD02"),
)
def deciders_belong_to_the_body(act: Decide, known: Known) -> Iterator[Refusal]:
    """Whoever decides is employed by or under contract to the body; members of a committee excepted."""
    if act.committee is None:
        for person in act.deciders:
            if known.person(person).basis not in EMPLOYED:
                yield refusal("decider-outside-the-body", person=person, basis=known.person(person).basis or "nothing")


@rule("decision.decider-signs", asks=("17065:2012 7.6.2", "17021-1:2015 9.5.1.4"), force=RECORD)
def decider_signs(act: Decide, known: Known) -> Iterator[Refusal]:
    """A decision is recorded by one who decided, or on behalf of one with the evidence named."""
    on_behalf = known.proposal.on_behalf
    if known.proposal.actor not in act.deciders and (on_behalf is None or on_behalf.whom not in act.deciders):
        yield refusal("decision-signed-by-another", actor=known.proposal.actor)


@rule("decision.reviewer-may-decide", asks=("17065:2012 7.6.2",), force=HARD, answers=("R-22", "R-23"))
def reviewer_may_decide(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Reviewer and decider may be one person, unless the scheme asks for two."""
    maker = _maker(dossier, known)
    reviewers = {made.reviewer for made in dossier.reviews if made.act == act.review}
    if act.answers:
        reviewers |= set(act.deciders)
    if maker is not None and not maker.reviewer_may_decide:
        for person in sorted(reviewers & set(act.deciders)):
            yield refusal("reviewer-decides", WhoCould(Function.DECISION), person=person, pack=act.pack)


@rule("decision.made-as-the-scheme-says", asks=("17065:2012 7.6.2", "17065:2012 7.1.1"), force=HARD)
def made_as_the_scheme_says(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Where the scheme asks for a committee, or for several people, they decide."""
    maker = _maker(dossier, known)
    if maker is None or act.kind not in GRANTS | {"refuse"}:
        return
    if maker.who == "committee" and act.committee is None:
        yield refusal("committee-must-decide", pack=act.pack)
    if len(set(act.deciders)) < maker.people:
        yield refusal("too-few-deciders", pack=act.pack, needed=maker.people, given=len(set(act.deciders)))


@rule(
    "decision.rests-on-a-review",
    asks=("17065:2012 7.6.2", "17021-1:2015 9.5.3.1"),
    force=HARD,
    answers=("T14", "T15", "T17b", "T18"),
    changes=("work done, results and reports recorded after the review make another one necessary",),
)
def rests_on_a_review(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A decision rests on a review of exactly the evaluation it rests on, made before it or together with it.

    The assignments and findings are those that were reviewed, and nothing in them that a review looks at was recorded,
    put right or annulled since. The times of recording are compared, to the second and finer; they never run backwards.
    """
    if act.kind not in ON_EVALUATION:
        return
    if act.review is None:
        if not act.answers:
            yield refusal("decision-without-review", WhoCould(Function.REVIEW), dossier=dossier.id)
        return
    review = next((made for made in dossier.reviews if made.act == act.review), None)
    if review is None:
        yield refusal("review-unknown", act_id=act.review, dossier=dossier.id)
    elif (set(review.rests_on), set(review.findings)) != (set(act.rests_on), set(act.findings)):
        yield refusal("review-of-something-else", act_id=act.review)
    else:
        when = dossier.acts[review.act].recorded_at
        for seen in (*known.of(Assignment, act.rests_on), *known.of(Finding, act.findings)):
            if changed_since(when, seen):
                yield refusal("recorded-after-review", WhoCould(Function.REVIEW), act_id=act.review, seen=seen.id)


@rule(
    "decision.rests-on-the-whole-evaluation",
    asks=("17065:2012 7.6.2", "17065:2012 7.4.9", "17021-1:2015 9.5.3.1"),
    force=HARD,
    answers=("T12", "T14"),
)
def rests_on_the_whole_evaluation(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A decision that closes an evaluation rests on every planned piece of it, reported or left out with reason."""
    if act.kind in ON_EVALUATION:
        yield from unfinished(act.kind, act.rests_on, dossier, known)


@rule(
    "decision.agreement-is-in-force",
    asks=("17065:2012 4.1.2.1", "17065:2012 7.7.3 c", "17021-1:2015 5.1.2"),
    force=HARD,
    answers=("T5", "T05", "T16"),
)
def agreement_is_in_force(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Nothing is granted without an agreement in force with this client that covers the pack and all sites."""
    if act.kind in GRANTS:
        agreement, sites = known.one(Agreement, act.agreement), act.sites or dossier.sites
        yield from not_agreed(agreement, dossier.client, [act.pack], sites, known.proposal.effective_on)


@rule(
    "decision.application-was-accepted",
    asks=("17065:2012 7.3.1 a", "17021-1:2015 9.1.2.1"),
    force=HARD,
    answers=("T3", "T04"),
)
def application_was_accepted(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Nothing is granted but on an application of this client, reviewed and accepted for this pack."""
    application = known.one(Application, act.application)
    if act.kind in GRANTING and (
        application is None or application.id != dossier.application or act.pack not in application.accepted
    ):
        yield refusal("application-not-accepted", application=act.application, pack=act.pack)


_POSSIBLE: dict[str, frozenset[Standing]] = {
    "grant": frozenset({Standing.NONE}),
    "accept-transfer": frozenset({Standing.NONE}),
    "refuse": frozenset(Standing),
    "maintain": LASTING,
    "renew": LASTING | {Standing.EXPIRED},
    "extend": frozenset({Standing.VALID, Standing.PARTLY_SUSPENDED}),
    "reduce": LASTING,
    "suspend": frozenset({Standing.VALID, Standing.PARTLY_SUSPENDED}),
    "restore": frozenset({Standing.SUSPENDED, Standing.PARTLY_SUSPENDED}),
    "withdraw": LASTING,
}
_BEGINNING = GRANTING | {"renew"}


@rule(
    "decision.is-possible-now",
    asks=("17065:2012 7.11.3", "17021-1:2015 9.6.5.4"),
    force=HARD,
    answers=("R-10", "T20", "T21", "T22", "T23", "T24", "T25", "T26", "T27", "T28"),
)
def is_possible_now(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Each decision has its time: only what is valid is suspended, only what is suspended is restored, and so on.

    It fits both the day of the decision and the day it takes effect. Nothing is decided on after its end is.
    """
    decided = known.proposal.effective_on
    days = {decided} if act.kind in _BEGINNING else {decided, act.effective_from or decided}
    for day in sorted(days):
        standing = dossier.standing(day)
        if standing not in _POSSIBLE[act.kind]:
            yield refusal("decision-not-possible-now", kind=act.kind, standing=standing.value, dossier=dossier.id)
    if act.kind in GRANTING and dossier.spans:
        yield refusal("granted-before", dossier=dossier.id)
    if dossier.has_end and act.kind not in {"withdraw", "suspend"}:
        yield refusal("end-is-decided", dossier=dossier.id)


@rule(
    "decision.names-its-client-and-application",
    asks=("17065:2012 7.6.2", "17021-1:2015 9.5.1.4"),
    force=RECORD,
)
def names_its_client_and_application(act: Decide, dossier: Certification) -> Iterator[Refusal]:
    """A decision names the client and application of its certification; an extension may name one of its own."""
    if act.client != dossier.client:
        yield refusal("client-of-another", named=act.client, dossier=dossier.id, client=dossier.client)
    if (act.application or "") != dossier.application and act.kind not in {"extend", "refuse"}:
        yield refusal("application-of-another", named=act.application or "nothing", dossier=dossier.id)
