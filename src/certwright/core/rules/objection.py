"""Objections of the client to members of the team (ISO/IEC 17021-1 9.2.3.5; corrections, 13: no click is demanded)."""

from collections.abc import Iterator

from certwright.core.acts.assignment import AnswerObjection, ClientObjects, ConfirmTeam
from certwright.core.acts.determination import CarryOut
from certwright.core.dossiers import Assignment
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule


@rule("objection.is-to-a-member", asks=("17021-1:2015 9.2.3.5",), force=RECORD)
def is_to_a_member(act: ClientObjects, dossier: Assignment) -> Iterator[Refusal]:
    """The client objects to somebody who is on the team."""
    if dossier.serving(act.person) is None:
        yield refusal("not-on-the-team", person=act.person, assignment=dossier.id)


@rule("objection.awaits-an-answer", asks=("17021-1:2015 9.2.3.5",), force=RECORD)
def awaits_an_answer(act: AnswerObjection, dossier: Assignment) -> Iterator[Refusal]:
    """An answer to an objection answers one that is open."""
    if not any(made.person == act.person and made.outcome is None for made in dossier.objections):
        yield refusal("no-open-objection", person=act.person, assignment=dossier.id)


@rule("objection.judged-from-outside", asks=("17021-1:2015 9.2.3.5",), force=POLICY, answers=("SD14",))
def judged_from_outside(act: AnswerObjection, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """The client's objection to a member is judged by somebody outside the team."""
    if known.proposal.actor in dossier.team:
        yield refusal("objection-judged-by-the-team", WhoCould(Function.PLANNING), person=known.proposal.actor)


@rule("objection.heard-before-the-team-is-confirmed", asks=("17021-1:2015 9.2.3.5",), force=HARD, answers=("T09",))
def heard_before_the_team_is_confirmed(act: ConfirmTeam, dossier: Assignment) -> Iterator[Refusal]:
    """A team is confirmed when every objection is answered and nobody is on it to whom one was upheld."""
    for made in dossier.objections:
        if made.bars and dossier.serving(made.person) is not None:
            yield refusal("objection-stands", person=made.person, outcome=made.outcome or "not answered")


@rule("objection.heard-before-the-work", asks=("17021-1:2015 9.2.3.5",), force=HARD, answers=("T09",))
def heard_before_the_work(act: CarryOut, dossier: Assignment) -> Iterator[Refusal]:
    """Nobody took part to whom the client's objection was upheld, or not answered."""
    for made in dossier.objections:
        if made.bars and made.person in act.present:
            yield refusal("objection-stands", person=made.person, outcome=made.outcome or "not answered")
