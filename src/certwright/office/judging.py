"""Judging a proposal against gathered dossiers: the same for recording an act and for judging it again later."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pydantic import ValidationError

from certwright.core.acts import UnknownAct, read_act
from certwright.core.acts.problems import field_problems
from certwright.core.acts.record import PutRight
from certwright.core.dossiers import Dossier, before
from certwright.core.entry import Entry, Proposal
from certwright.core.judge import Judgement, judge
from certwright.core.known import Known
from certwright.core.rules import Refusal
from certwright.core.rules.rule import refusal
from certwright.office.gathering import PackTexts, packs_for, reckonings_for

Earlier = Callable[[], Sequence[Entry]]
"""Yields the entries of the proposal's dossier; asked only for a correction."""


def judge_proposal(
    proposal: Proposal, today: date, gathered: Mapping[str, Dossier], texts: PackTexts, earlier: Earlier
) -> tuple[Judgement, Mapping[str, str]]:
    """What the rules say about ``proposal`` on ``today``, and the packs they read (name and edition → digest).

    ``gathered`` holds the proposal's own dossier and all it looks at.
    """
    packs, faulty = packs_for(proposal, gathered, texts)
    known = Known(proposal, today, gathered, packs, faulty, reckonings_for(proposal, texts))
    found = judge(proposal.act, gathered[proposal.dossier], known)
    if isinstance(proposal.act, PutRight) and not found.refusals:
        found = _judge_corrected(proposal.act, gathered[proposal.dossier], known, earlier)
    return found, {f"{pack.pack} {pack.edition}": digest for digest, pack in packs.items()}


def _judge_corrected(correction: PutRight, dossier: Dossier, known: Known, earlier: Earlier) -> Judgement:
    """The corrected act meets the rules of its kind, in the dossier as it stood before the error was made."""
    try:
        corrected = read_act(correction.form, correction.fields)
    except UnknownAct:
        return Judgement((refusal("unknown-act", form=correction.form),))
    except ValidationError as error:
        return Judgement(tuple(_of_field(problem.path, problem.says) for problem in field_problems(error, None)))
    as_it_was = before(dossier.id, earlier(), correction.act)
    mark = dossier.acts[correction.act]
    # It is judged as the original was: by its own day and actor, so that a correction is not held to be back-dated.
    original = replace(known.proposal, act=corrected, effective_on=mark.effective_on, actor=mark.actor)
    return judge(corrected, as_it_was, replace(known, proposal=original, today=mark.effective_on))


def _of_field(path: str, says: str) -> Refusal:
    return refusal("field-wrong", field=path, problem=says)
