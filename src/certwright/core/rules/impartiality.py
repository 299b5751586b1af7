"""Impartiality: who is tied to the client, or was until lately, keeps away from its certification.

ISO/IEC 17065 4.2.2, 4.2.10, 4.2.12, 6.2.1; ISO/IEC 17021-1 5.2.1, 5.2.6, 5.2.10, 5.2.13. The two standards differ:
17065 4.2.10 keeps consultants from review and decision, for a period of the body's; 17021-1 5.2.10 keeps them from
everything, for two calendar years at least (corrections to the domain papers, 5).
"""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.application import AcceptApplication
from certwright.core.acts.assignment import Appoint
from certwright.core.acts.certification import OpenCertification, PlanEvaluation
from certwright.core.acts.certification_life import AssessChange, MaintainOnConclusion
from certwright.core.acts.decision import Decide, Review
from certwright.core.acts.determination import CarryOut, RecordResults, Report
from certwright.core.acts.finding import Verify
from certwright.core.dossiers import Application, Assignment, Certification, Dossier, Finding
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, POLICY, Refusal, WhoCould, refusal, rule

Work = (
    AcceptApplication
    | OpenCertification
    | PlanEvaluation
    | Appoint
    | CarryOut
    | RecordResults
    | Report
    | Verify
    | Review
    | Decide
    | MaintainOnConclusion
    | AssessChange
)
"""The acts by which people take part in a certification. Those that state facts are recorded with their breaches."""

SYSTEMS = "iso-iec-17021-1"
ADVICE = frozenset({"consultancy", "internal-audit", "design-or-manufacture"})
"""Ties by which somebody would judge what they helped to make."""
BINDING = ADVICE | {"employment"}
"""Ties that, while they last, nobody can show to be harmless."""


def at_work(act: Work, known: Known) -> frozenset[str]:
    """The people who take part by an act."""
    match act:
        case Appoint():
            return frozenset({act.person})
        case CarryOut():
            return frozenset(act.present)
        case RecordResults():
            return frozenset() if act.taken_over else frozenset({act.whose})
        case Report():
            return frozenset({act.author})
        case Verify():
            return frozenset({act.verified_by})
        case Review():
            return frozenset({act.reviewer})
        case Decide():
            return frozenset(act.deciders)
        case _:
            return frozenset({known.proposal.actor})


def day_of(act: Work, dossier: Dossier, known: Known) -> date:
    """The day on which the people work: what is planned or held on a day counts by that day (V9)."""
    match act:
        case Appoint() if isinstance(dossier, Assignment) and dossier.from_day:
            return max(dossier.from_day, known.proposal.effective_on)
        case CarryOut():
            return act.from_day
        case RecordResults():
            return act.examined_on
        case _:
            return known.proposal.effective_on


def client_of(dossier: Dossier, act: Work | None = None) -> str:
    """The client whose certification the dossier belongs to; empty if it belongs to none."""
    if isinstance(act, OpenCertification):
        return act.client
    if isinstance(dossier, Application):
        return dossier.submitted.client if dossier.submitted else ""
    return dossier.client if isinstance(dossier, Assignment | Certification | Finding) else ""


def standard_of(dossier: Dossier, act: Work | None = None) -> str:
    """The accreditation standard the dossier belongs to; empty if it belongs to none."""
    if isinstance(act, OpenCertification):
        return act.standard
    if isinstance(dossier, Application):
        return dossier.submitted.standard if dossier.submitted else ""
    return dossier.standard if isinstance(dossier, Assignment | Certification | Finding) else ""


def function_for(act: Work) -> WhoCould:
    """Whom to ask for instead."""
    return WhoCould(
        {Appoint: Function.EVALUATION, Review: Function.REVIEW, Decide: Function.DECISION}.get(
            type(act), min(act.spec.by)
        )
    )


def _ties(act: Work, dossier: Dossier, known: Known) -> Iterator[tuple[str, str, str, str]]:
    """Person, client, kind and whose tie it is, for every tie there is on the day."""
    day, clients = day_of(act, dossier, known), frozenset({client_of(dossier, act)})
    for person in sorted(at_work(act, known)):
        for tie in known.person(person).tied_to(clients):
            if tie.holds_on(day):
                yield person, tie.client, tie.kind, tie.whose


@rule(
    "impartiality.nobody-tied-to-the-client",
    asks=("17065:2012 4.2.12", "17065:2012 6.2.1", "17021-1:2015 5.2.13", "17021-1:2015 5.2.12"),
    force=HARD,
    answers=("R-33",),
)
def nobody_tied_to_the_client(act: Work, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """Whoever works for the client, advises it or makes what it makes takes no part in its certification."""
    for person, client, kind, whose in _ties(act, dossier, known):
        if whose == "own" and kind in BINDING:
            yield refusal("tied-to-the-client", function_for(act), person=person, client=client, kind=kind)


@rule(
    "impartiality.other-ties-are-judged",
    asks=("17065:2012 4.2.3", "17065:2012 6.1.3 c", "17021-1:2015 5.2.13", "17021-1:2015 5.2.3"),
    force=POLICY,
    answers=("R-33",),
)
def other_ties_are_judged(act: Work, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """A tie of family, money or training, or of the employer, keeps a person away unless judged to do no harm."""
    for person, client, kind, whose in _ties(act, dossier, known):
        if kind != "sales-target" and (whose == "employer" or kind not in BINDING):
            yield refusal("tie-not-judged", function_for(act), person=person, client=client, kind=kind, whose=whose)


@rule("impartiality.no-sales-target", asks=("17021-1:2015 5.2.1", "17065:2012 4.2.2"), force=POLICY, answers=("SD08",))
def no_sales_target(act: Work, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """Whoever reviews the application may also audit or decide, but nobody with a sales target for the client."""
    for person, client, kind, _ in _ties(act, dossier, known):
        if kind == "sales-target":
            yield refusal("sales-target-for-the-client", function_for(act), person=person, client=client)


@rule(
    "impartiality.two-years-after-consultancy",
    asks=("17021-1:2015 5.2.10", "17021-1:2015 5.2.6"),
    force=HARD,
    answers=("TR15",),
)
def two_years_after_consultancy(act: Work, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """Who advised a client, or audited it internally, takes no part in its certification for two calendar years."""
    if standard_of(dossier, act) == SYSTEMS:
        yield from _too_soon(act, dossier, known, frozenset({"consultancy", "internal-audit"}), "distance")


@rule(
    "impartiality.period-after-consultancy",
    asks=("17065:2012 4.2.10",),
    force=POLICY,
    answers=("R-28", "R-52"),
)
def period_after_consultancy(act: Review | Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Who gave consultancy on a product does not review or decide on it for the period the body chose."""
    if dossier.standard != SYSTEMS:
        yield from _too_soon(act, dossier, known, ADVICE, "product-distance")


@rule(
    "impartiality.past-employment-is-judged",
    asks=("17021-1:2015 5.2.3", "17065:2012 4.2.3"),
    force=POLICY,
)
def past_employment_is_judged(act: Work, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """Who was employed by the client lately takes no part unless that is judged to do no harm."""
    yield from _too_soon(act, dossier, known, frozenset({"employment"}), "distance")


def _too_soon(act: Work, dossier: Dossier, known: Known, kinds: frozenset[str], period: str) -> Iterator[Refusal]:
    """Ties of these kinds, the person's own, that ended less than the body's period before the day."""
    periods = known.body.periods
    months = periods.distance if period == "distance" else periods.product_distance
    day, clients = day_of(act, dossier, known), frozenset({client_of(dossier, act)})
    for person in sorted(at_work(act, known)):
        for tie in known.person(person).tied_to(clients):
            if tie.whose == "own" and tie.kind in kinds and tie.weighs_on(day, months) and not tie.holds_on(day):
                yield refusal(
                    "tied-too-lately",
                    function_for(act),
                    person=person,
                    client=tie.client,
                    kind=tie.kind,
                    ended=tie.until_day,
                    free=tie.free_from(months),
                )
