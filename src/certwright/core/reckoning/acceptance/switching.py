"""Which severity the next lot of a series gets: the switching rules as a fold over what happened.

A series is the lots of one product line of one factory, for one nonconformity class and one AQL; each series has its
own state. The state is never stored: it follows from the events in their order, so a result that comes late is put in
its place and the fold is run again. Only lots submitted for the first time count.

What the documents do not say is decided cautiously here: a lot inspected under another severity than was due earns
nothing by being accepted, and counts in full when it is not accepted.
"""

from collections.abc import Iterable
from dataclasses import replace

from certwright.core.reckoning.acceptance.plan import Index, Plan
from certwright.core.reckoning.acceptance.series import (
    ActionAgreed,
    Event,
    LotInspected,
    NormalReinstated,
    ReductionAgreed,
    SeriesState,
    Submission,
    Turn,
)
from certwright.core.reckoning.acceptance.verdict import Judgement, Verdict, verdict
from certwright.core.reckoning.derivation import CannotReckon, Input, Step
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.model.base import Source
from certwright.packs.model.switching_rules import SwitchingScore


def turns(scheme: AqlScheme, events: Iterable[Event], start: SeriesState | None = None) -> tuple[Turn, ...]:
    """What each event did to the series, in order; a new series starts on normal inspection.

    Raises :class:`CannotReckon` for lots whose plans belong to another scheme, class or AQL, and for impossible counts.
    """
    state, done, series = start or SeriesState(), [], None
    for event in events:
        if isinstance(event, LotInspected):
            series = series or event.plan
            _check_series(scheme, series, event.plan)
        done.append(turn(scheme, state, event))
        state = done[-1].after
    return tuple(done)


def turn(scheme: AqlScheme, state: SeriesState, event: Event) -> Turn:
    """What ``event`` does to a series in ``state``."""
    rules = scheme.switching
    match event:
        case LotInspected():
            after, says, source = _lot(scheme, state, event)
        case ReductionAgreed() if reduction_earned(scheme, state):
            after, says, source = SeriesState(Severity.REDUCED), "to-reduced", rules.normal_to_reduced.source
        case ReductionAgreed():
            after, says, source = state, "reduction-not-earned", rules.normal_to_reduced.source
        case NormalReinstated() if state.severity is Severity.REDUCED:
            after, says, source = SeriesState(Severity.NORMAL), "to-normal", rules.reduced_to_normal
        case NormalReinstated():
            after, says, source = state, "not-on-reduced", rules.reduced_to_normal
        case ActionAgreed() if state.severity is None:
            after, says, source = SeriesState(Severity.TIGHTENED), "resumed", rules.resumption
        case ActionAgreed():
            after, says, source = state, "not-discontinued", rules.resumption
    return Turn(event, state, after, _step(says, event, after, source))


def reduction_earned(scheme: AqlScheme, state: SeriesState) -> bool:
    """Whether the lots so far allow reduced inspection: by the score (ISO), or by lots accepted in a row (Z1.4).

    Reduced inspection also needs steady production and the responsible authority's wish; it is never obligatory.
    """
    rule = scheme.switching.normal_to_reduced
    enough = state.score >= rule.threshold if isinstance(rule, SwitchingScore) else state.in_a_row >= rule.lots
    return enough and state.severity is Severity.NORMAL


_Move = tuple[SeriesState, str, Source]


def _lot(scheme: AqlScheme, state: SeriesState, lot: LotInspected) -> _Move:
    judged = verdict(lot.plan, lot.counted)
    rules = scheme.switching
    if lot.submission is Submission.RESUBMITTED:
        return state, "resubmitted", rules.normal_to_tightened.source
    if state.severity is None:
        return state, "lot-while-discontinued", rules.discontinuation.source
    if judged.accepted and lot.plan.identity.severity is not state.severity:
        return state, "accepted-under-other-severity", rules.normal_to_tightened.source
    counted = _count(scheme, state, lot, judged)
    if state.severity is Severity.NORMAL:
        return _from_normal(scheme, counted)
    if state.severity is Severity.TIGHTENED:
        return _from_tightened(scheme, counted)
    if judged.judgement is Judgement.ACCEPTED:
        return counted, "stays", rules.reduced_to_normal
    return SeriesState(Severity.NORMAL), "to-normal", rules.reduced_to_normal


def _count(scheme: AqlScheme, state: SeriesState, lot: LotInspected, judged: Verdict) -> SeriesState:
    accepted = judged.accepted
    return replace(
        state,
        recent=(*state.recent, accepted)[-scheme.switching.normal_to_tightened.within :],
        in_a_row=state.in_a_row + 1 if accepted else 0,
        not_accepted=state.not_accepted + (not accepted),
        lots=state.lots + 1,
        score=_score(scheme, state, lot, judged),
    )


def _from_normal(scheme: AqlScheme, state: SeriesState) -> _Move:
    rule = scheme.switching.normal_to_tightened
    if state.recent.count(False) >= rule.not_accepted:
        return SeriesState(Severity.TIGHTENED), "to-tightened", rule.source
    return state, "stays", rule.source


def _from_tightened(scheme: AqlScheme, state: SeriesState) -> _Move:
    back, end = scheme.switching.tightened_to_normal, scheme.switching.discontinuation
    if state.in_a_row >= back.lots:
        return SeriesState(Severity.NORMAL), "to-normal", back.source
    too_many_bad = end.not_accepted is not None and state.not_accepted >= end.not_accepted
    too_long = end.lots is not None and state.lots >= end.lots
    if too_many_bad or too_long:
        return SeriesState(None), "discontinued", end.source
    return state, "stays", back.source


def _score(scheme: AqlScheme, state: SeriesState, lot: LotInspected, judged: Verdict) -> int:
    """The switching score after an original lot: zero wherever the scheme has none or inspection is not normal."""
    rule = scheme.switching.normal_to_reduced
    if not isinstance(rule, SwitchingScore) or state.severity is not Severity.NORMAL or not judged.accepted:
        return 0
    if lot.plan.ac <= 1:
        return state.score + rule.small_ac
    tighter = tighter_acceptance_number(scheme, lot.plan)
    return state.score + rule.larger_ac if tighter is not None and lot.counted <= tighter else 0


def tighter_acceptance_number(scheme: AqlScheme, plan: Plan) -> int | None:
    """The acceptance number at the same letter and the next tighter AQL, under normal inspection.

    ``None`` where the table has no plan there; then a lot cannot show that it would have been accepted.
    """
    column = scheme.aql_series.index(plan.identity.quality or "") - 1
    row = scheme.tables[Severity.NORMAL].rows.get(plan.plan_letter or "", ())
    ac, slash, _ = row[column].partition("/") if 0 <= column < len(row) else ("", "", "")
    return int(ac) if slash else None


def _check_series(scheme: AqlScheme, series: Plan, plan: Plan) -> None:
    one, other = series.identity, plan.identity
    same = (one.quality, one.nonconformity_class, one.counting) == (
        other.quality,
        other.nonconformity_class,
        other.counting,
    )
    if not same or other.index is not Index.AQL or other.document != scheme.document:
        inputs: dict[str, Input] = {
            "document": other.document,
            "quality": other.quality,
            "nonconformity_class": other.nonconformity_class,
            "series": one.quality,
        }
        source = scheme.switching.normal_to_tightened.source
        raise CannotReckon("acceptance-sampling.another-series", "plan", source, inputs)


def _step(says: str, event: Event, after: SeriesState, source: Source) -> Step:
    about = event.lot if isinstance(event, LotInspected) else event.reference
    inputs: dict[str, Input] = {
        "about": about,
        "in_a_row": after.in_a_row,
        "not_accepted": after.not_accepted,
        "lots": after.lots,
        "score": after.score,
    }
    return Step(f"switching.{says}", after.severity or "discontinued", "severity", source, inputs)
