"""Samples: who draws them, how the draw is repeated, whose hands they go through (ISO/IEC 17065 7.4.4; scheme; T7)."""

from collections.abc import Iterator

from certwright.core.acts.determination import RecordResults
from certwright.core.acts.sample import DisposeSample, DrawSample, HandOver
from certwright.core.dossiers import Assignment, Certification, Sample
from certwright.core.dossiers.sample import HARMED
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.draw import draw
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.evaluation import TypeSampling

ON_THE_SPOT = frozenset({"sampler", "evaluator", "lead-evaluator", "auditor", "team-leader"})
"""Roles that draw samples. Whoever draws one is an evaluator of the case (R-11)."""


@rule("sampling.belongs-to-its-assignment", asks=("17065:2012 7.4.4",), force=RECORD, answers=("T7",))
def belongs_to_its_assignment(act: DrawSample, known: Known) -> Iterator[Refusal]:
    """A sample is drawn for an assignment of its certification, of a product under it, by somebody who worked on it."""
    assignment, certification = known.one(Assignment, act.assignment), known.one(Certification, act.certification)
    if assignment is None or certification is None:
        return
    if assignment.certification != certification.id:
        yield refusal(
            "named-otherwise",
            dossier=assignment.id,
            what="certification",
            own=assignment.certification,
            named=act.certification,
        )
    if certification.products and act.product not in {product.code for product in certification.products}:
        yield refusal("product-not-certified", product=act.product, certification=certification.id)
    if act.drawn_by is not None and act.drawn_by not in assignment.team:
        yield refusal("not-on-the-team", WhoCould(Function.PLANNING), person=act.drawn_by, assignment=assignment.id)
    if act.drawer == "body" and act.drawn_by is None:
        yield refusal("sampler-not-named")
    if act.lot_size is not None and act.size > act.lot_size:
        yield refusal("sample-larger-than-lot", size=act.size, lot_size=act.lot_size)


@rule("sampling.drawn-by-whom-the-scheme-says", asks=("17065:2012 7.4.4",), force=HARD, answers=("R-89", "T7"))
def drawn_by_whom_the_scheme_says(act: DrawSample, known: Known) -> Iterator[Refusal]:
    """Samples are drawn by the body or by whom the scheme names; by the client only where the scheme says so."""
    assignment = known.one(Assignment, act.assignment)
    pack = known.pack_of(assignment) if assignment else None
    if not isinstance(pack, ProductScheme):
        return
    drawn = {plan.id: plan.drawn_by for plan in pack.sampling_plans}
    if act.sampling is not None and act.sampling not in drawn:
        yield refusal("sampling-plan-unknown", sampling=act.sampling, pack=pack.pack)
    says = drawn.get(act.sampling or "", pack.selection.drawn_by if pack.selection else "body")
    if act.drawer not in {"body", says}:
        yield refusal("drawn-by-another", drawer=act.drawer, wanted=says, pack=pack.pack)


@rule(
    "sampling.sampler-was-appointed",
    asks=("17065:2012 6.1.2.1 d", "17065:2012 7.4.2"),
    force=HARD,
    answers=("T7", "R-34"),
)
def sampler_was_appointed(act: DrawSample, known: Known) -> Iterator[Refusal]:
    """The body's sampler was on the team that day, in a role that draws samples, and is not of the client."""
    assignment = known.one(Assignment, act.assignment)
    if assignment is None or act.drawn_by is None:
        return
    member = assignment.member_during(act.drawn_by, act.drawn_on, act.drawn_on)
    if member is None or member.role not in ON_THE_SPOT:
        yield refusal("no-sampler-then", person=act.drawn_by, day=act.drawn_on, assignment=assignment.id)
    if known.person(act.drawn_by).basis == "client" and act.drawer != "client":
        yield refusal("sampler-of-the-client", person=act.drawn_by)


@rule("sampling.draw-can-be-repeated", asks=("17065:2012 7.4.4",), force=POLICY, answers=("R-89",))
def draw_can_be_repeated(act: DrawSample) -> Iterator[Refusal]:
    """A random draw from a lot or list can be repeated by anybody: size and seed are told, and give these places."""
    if act.origin not in {"lot", "population"}:
        return
    if act.seed is None or act.lot_size is None or not act.places:
        yield refusal("draw-not-told")
    elif act.size <= act.lot_size and tuple(sorted(act.places)) != tuple(
        sorted(draw(range(1, act.lot_size + 1), act.size, act.seed))
    ):
        yield refusal("draw-gives-other-places", seed=act.seed, size=act.size, lot_size=act.lot_size)


@rule("sampling.custody-runs-forward", asks=("17065:2012 7.4.4",), force=RECORD, answers=("T7",))
def custody_runs_forward(act: HandOver | DisposeSample, dossier: Sample) -> Iterator[Refusal]:
    """A sample changes hands day by day, until it is disposed of."""
    day, last = act.handed_on if isinstance(act, HandOver) else act.on, dossier.last_day
    if last is not None and day < last:
        yield refusal("custody-goes-back", day=day, last=last)
    if dossier.disposed and dossier.disposed != "kept-as-reference":
        yield refusal("sample-is-gone", what=dossier.disposed, day=dossier.disposed_on)


@rule("sampling.seals-do-not-mend", asks=("17065:2012 7.4.4",), force=RECORD, answers=("T7",))
def seals_do_not_mend(act: HandOver, dossier: Sample) -> Iterator[Refusal]:
    """Seals are whole only if there were some, and they were never found broken."""
    if act.condition != "seals-whole":
        return
    if not dossier.seals:
        yield refusal("never-sealed")
    harm = next((held for held in dossier.custody if held.condition in HARMED), None)
    if harm is not None:
        yield refusal("seals-were-broken", day=harm.since, condition=harm.condition)


@rule("sampling.drawn-before-it-was-examined", asks=("17065:2012 7.4.4",), force=HARD, answers=("T7", "T8"))
def drawn_before_it_was_examined(act: RecordResults, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """What was examined is a sample of this certification, drawn by then and still there."""
    for sample in known.of(Sample, dict.fromkeys(line.sample for line in act.lines if line.sample)):
        if sample.certification != dossier.certification:
            yield refusal("sample-of-another", sample=sample.id, belongs=sample.certification)
        if sample.drawn_on is not None and sample.drawn_on > act.examined_on:
            yield refusal("examined-before-drawn", sample=sample.id, drawn=sample.drawn_on, examined=act.examined_on)
        if not sample.there_on(act.examined_on):
            yield refusal("sample-is-gone", what=sample.disposed, day=sample.disposed_on)


@rule("sampling.unharmed-when-examined", asks=("17065:2012 7.4.4",), force=HARD, answers=("T7",))
def unharmed_when_examined(act: RecordResults, known: Known) -> Iterator[Refusal]:
    """A sample whose seals were broken, or that was damaged, no longer speaks for what it was drawn from."""
    for sample in known.of(Sample, dict.fromkeys(line.sample for line in act.lines if line.sample)):
        harm = sample.harmed_by(act.examined_on)
        if harm is not None:
            yield refusal("sample-harmed", sample=sample.id, condition=harm.condition, day=harm.since)


@rule("sampling.results-name-their-sample", asks=("17065:2012 7.4.4",), force=HARD, answers=("T7", "T8"))
def results_name_their_sample(act: RecordResults, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Where the scheme has specimens drawn for a task, each result of the task says which sample it is of."""
    pack = known.pack_of(dossier)
    if not isinstance(pack, ProductScheme) or act.taken_over:
        return
    plans = [plan for plan in pack.sampling_plans if isinstance(plan, TypeSampling)]
    sampled = {count.task for plan in plans for count in plan.counts}
    tasks = {each.id: each.task for each in pack.requirements}
    for line in act.lines:
        examined = line.verdict in {"met", "not-met"}
        if examined and line.sample is None and tasks.get(line.requirement) in sampled:
            yield refusal("sample-not-named", requirement=line.requirement)
