"""Competence: nobody does what they are not authorised for (ISO/IEC 17065 6.1.2; ISO/IEC 17021-1 7.1–7.2)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from certwright.core.acts.act import Act
from certwright.core.acts.person import EndAuthorisation, GrantAuthorisation
from certwright.core.dossiers import Person, holds_by_founding
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule

AUTHORISED = ("17065:2012 6.1.2.1 d", "17021-1:2015 7.2.4")


def named(areas: Iterable[str]) -> str:
    """Areas as they stand in a sentence; a case without any is about all areas of its pack."""
    return ", ".join(sorted(areas)) or "all areas"


def not_authorised(person: str, function: Function, pack: str, areas: Iterable[str], day: date) -> Refusal:
    """What is said of somebody who is not authorised for a function under a pack, in all of ``areas``, on a day."""
    could, what = WhoCould(function), function.label
    return refusal(
        "not-authorised-for-pack", could, person=person, function=what, pack=pack, areas=named(areas), day=day
    )


@rule("competence.actor-is-authorised", asks=AUTHORISED, force=RECORD, answers=("R-34",))
def actor_is_authorised(act: Act, known: Known) -> Iterator[Refusal]:
    """Whoever acts holds one of the functions the act needs, on the day of the act."""
    wanted = sorted(act.spec.by)
    actor, day = known.proposal.actor, known.proposal.effective_on
    if wanted and not any(known.holds(actor, function, day) for function in wanted):
        yield refusal(
            "actor-lacks-function",
            WhoCould(wanted[0]),
            person=actor,
            function=" or ".join(function.label for function in wanted),
            day=day,
        )


@rule("competence.not-by-oneself", asks=("17065:2012 6.1.2.1 c", "17021-1:2015 7.1.3"), force=HARD, answers=("SD09",))
def nobody_authorises_themselves(act: GrantAuthorisation, dossier: Person, known: Known) -> Iterator[Refusal]:
    """Nobody authorises themselves: competence is evaluated by somebody else."""
    if known.proposal.actor == dossier.id:
        yield refusal(
            "authorised-by-oneself", WhoCould(min(act.spec.by)), person=dossier.id, function=act.function.label
        )


@rule("competence.authorised-before-the-work", asks=AUTHORISED, force=HARD)
def authorised_before_the_work(act: GrantAuthorisation, known: Known) -> Iterator[Refusal]:
    """An authorisation begins on the day it is granted or later: work already done cannot be covered afterwards."""
    if act.valid_from < known.proposal.effective_on:
        yield refusal("authorisation-back-dated", valid_from=act.valid_from, day=known.proposal.effective_on)


@rule("competence.authorisation-runs-forward", asks=AUTHORISED, force=RECORD)
def authorisation_runs_forward(act: GrantAuthorisation) -> Iterator[Refusal]:
    """An authorisation does not end before it begins."""
    if act.valid_until is not None and act.valid_until < act.valid_from:
        yield refusal("authorisation-ends-before-it-begins", valid_from=act.valid_from, valid_until=act.valid_until)


@rule("competence.packs-are-adopted", asks=("17065:2012 7.1.1", "17021-1:2015 7.1.2"), force=RECORD)
def authorised_for_adopted_packs(act: GrantAuthorisation, known: Known) -> Iterator[Refusal]:
    """An authorisation is bound to standards and schemes the body has adopted."""
    for pack in act.packs:
        found = known.gathered.get(f"pack:{pack}")
        if found is None or not found.is_open:
            yield refusal("pack-not-adopted", pack=pack)


@rule("competence.ended-authorisation-is-in-force", asks=AUTHORISED, force=RECORD)
def ended_authorisation_is_in_force(act: EndAuthorisation, dossier: Person, known: Known) -> Iterator[Refusal]:
    """What is ended was granted, has not ended yet, and ends no earlier than the day before it is ended."""
    held = next((held for held in dossier.authorisations if held.act == act.authorisation), None)
    day = known.proposal.effective_on
    if held is None:
        yield refusal("authorisation-unknown", act_id=act.authorisation, person=dossier.id)
    elif held.valid_until is not None and held.valid_until < act.last_day:
        yield refusal("authorisation-already-ended", act_id=act.authorisation, valid_until=held.valid_until)
    elif act.last_day < day - timedelta(days=1):
        yield refusal("authorisation-ended-in-the-past", last_day=act.last_day, day=day)


@rule(
    "competence.evaluator-knows-the-scheme",
    asks=("17021-1:2015 7.1.3", "17065:2012 6.1.2.1 c"),
    force=POLICY,
    answers=("SD09",),
)
def evaluator_knows_the_scheme(act: GrantAuthorisation, known: Known) -> Iterator[Refusal]:
    """Competence is evaluated by somebody whose own authorisation covers the same standards and schemes."""
    actor, day, evaluating = known.actor, known.proposal.effective_on, Function.COMPETENCE_EVALUATION
    if holds_by_founding(known.body, actor, evaluating):
        return
    for pack in act.packs:
        if not actor.authorised_for(evaluating, pack, frozenset(act.areas), day):
            yield refusal("evaluator-lacks-the-scheme", WhoCould(evaluating), evaluator=actor.id, pack=pack)
