"""What is asked of a proposal before anything is locked: its form. What it says is for the rules to judge.

What passes here can be written and read again: ids, texts and days stand in the record for ever, on every database.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from certwright.core.acts import UnknownAct, read_act
from certwright.core.dossiers import BODY, KINDS
from certwright.core.entry import Proposal
from certwright.core.rules import Refusal
from certwright.core.rules.rule import refusal
from certwright.core.words import ActId, DossierId, LongText, PersonId, Reason, RuleId, Word
from certwright.journal.attachments import Attachments, faults
from certwright.journal.envelope import CONTENT_LIMIT, content_text


def misplaced(proposal: Proposal) -> tuple[Refusal, ...]:
    """What stands against an act whose dossier is of no kind we know, or of another kind than the act is about."""
    spec = proposal.act.spec
    if proposal.kind not in KINDS:
        return (refusal("no-such-kind-of-dossier", dossier=proposal.dossier),)
    if spec.about not in ("*", proposal.kind) or (proposal.kind == "body" and proposal.dossier != BODY):
        return (refusal("dossier-of-another-kind", form=spec.name, about=spec.about, dossier=proposal.dossier),)
    return ()


def malformed(proposal: Proposal) -> tuple[Refusal, ...]:
    """Every id, text and day of the proposal that is not one, and an act that could not be stored and read again."""
    wrong = [
        refusal("field-wrong", field=name, problem=_word(kind).error)
        for name, kind, value in _around_the_act(proposal)
        if not _is_one(kind, value)
    ]
    if type(proposal.effective_on) is not date:  # a moment is a date, too, and would be stored with its hours
        wrong.append(refusal("field-wrong", field="effective_on", problem="Give a calendar day."))
    return tuple(wrong) or tuple(_unfit(proposal))


def not_in_store(proposal: Proposal, store: Attachments) -> tuple[Refusal, ...]:
    """Every attachment the proposal names that is missing or altered.

    Raises:
        OSError: the store cannot be read.
    """
    named = proposal.act.attachments()
    if proposal.on_behalf and proposal.on_behalf.evidence.startswith("sha256:"):
        named |= {proposal.on_behalf.evidence}
    return tuple(refusal(f"attachment-{fault}", attachment=name) for name, fault in faults(store, named))


def _around_the_act(proposal: Proposal) -> Iterator[tuple[str, Any, object]]:
    """What a proposal says besides its act: where it stands, the word it is one of, the value."""
    yield "id", ActId, proposal.id
    yield "dossier", DossierId, proposal.dossier
    yield "actor", PersonId, proposal.actor
    if proposal.on_behalf:
        yield "on_behalf.whom", DossierId, proposal.on_behalf.whom
        yield "on_behalf.evidence", LongText, proposal.on_behalf.evidence
    for at, deviation in enumerate(proposal.deviations):
        yield f"deviations[{at}].rule", RuleId, deviation.rule
        yield f"deviations[{at}].reason", Reason, deviation.reason
        yield f"deviations[{at}].approver", PersonId, deviation.approver


def _unfit(proposal: Proposal) -> Iterator[Refusal]:
    try:
        text = content_text(proposal)
        if len(text) > CONTENT_LIMIT:
            yield refusal("content-too-large", size=len(text), limit=CONTENT_LIMIT)
            return
        text.encode()
        comes_back = read_act(proposal.act.spec.versioned_name, from_json(text)["fields"]) == proposal.act
    except (UnknownAct, ValueError, RecursionError):
        comes_back = False
    if not comes_back:
        problem = "It holds something that cannot be stored and read again."
        yield refusal("field-wrong", field=proposal.act.spec.name, problem=problem)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _is_one(kind: Any, value: object) -> bool:
    try:
        _adapter(kind).validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


def _word(kind: Any) -> Word:
    return next(item for item in get_args(kind) if isinstance(item, Word))
