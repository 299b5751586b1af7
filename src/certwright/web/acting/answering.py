"""What comes of a form that was sent in: recorded, refused, a breach to confirm, overtaken, or something to correct."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext

from certwright.answers.saying import called, sentence
from certwright.answers.saying import names_in as names_told
from certwright.answers.timeline import Told as ToldAct
from certwright.answers.timeline import timeline
from certwright.core.dossiers import KINDS, Dossier
from certwright.core.entry import Breach, Entry
from certwright.core.judge import rules_for
from certwright.core.rules import RULES, Rule
from certwright.journal import reading
from certwright.office.enclosing import try_out
from certwright.office.outcome import OutcomeUnknown, Performed, RecordUnavailable, Refused
from certwright.web.acting.form import Form
from certwright.web.acting.naming import names_in
from certwright.web.acting.proposing import Proposed, case_of, following, propose
from certwright.web.acting.written import dossiers_in, written
from certwright.web.performing import Told, ask, means, told

OVERTAKEN = frozenset({"dossier-has-moved", "overtaken"})


@dataclass(frozen=True, slots=True)
class ToldBreach:
    """A breach that would be recorded, in words."""

    rule: str
    says: str
    remedy: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it. ``entries`` are on record; ``notice`` (tone, title, text) says what else there is to say.

    ``asked`` are the rules that were asked and had nothing against it.
    """

    proposed: Proposed
    entries: tuple[Entry, ...] = ()
    repeated: bool = False
    refusals: tuple[Told, ...] = ()
    breaches: tuple[ToldBreach, ...] = ()
    accepts: str = ""
    overtaken: bool = False
    unavailable: bool = False
    notice: tuple[str, str, str] | None = None
    now: Mapping[str, str] = field(default_factory=dict)
    asked: tuple[Rule, ...] = ()


def answer(form: Form, record: str, accepted: str) -> Answer:
    """Record what the form asks for if ``record`` says so, else only judge it.

    ``accepted`` are the breaches the person has seen and confirmed.
    """
    proposed = propose(form)
    if proposed.proposal is None:
        return Answer(proposed)
    if changed := _follows_otherwise(form):
        title = gettext("Something follows differently now.")
        return Answer(proposed, notice=("warn", title, gettext("Look at it, and record again.")), now=changed)
    try:
        return _asked(form, proposed, record, accepted)
    except RecordUnavailable as error:
        return Answer(proposed, unavailable=True, notice=not_available(error))


def not_available(error: RecordUnavailable) -> tuple[str, str, str]:
    """What is said when the record could not be reached: tone, title, text."""
    if isinstance(error, OutcomeUnknown):
        says = gettext("Whether it was recorded is not known. Press the button again: it is recorded once at most.")
        return "warn", gettext("The connection broke."), says
    says = gettext("Nothing was recorded, and nothing you typed is lost. Try again in a moment. (%(why)s)")
    return "warn", gettext("The record cannot take it now."), says % {"why": error}


def _asked(form: Form, proposed: Proposed, record: str, accepted: str) -> Answer:
    proposal = proposed.proposal
    assert proposal is not None
    tried = try_out(proposed.enclosed, [proposal], means())
    if isinstance(tried, Refused):
        return _refused(tried, proposed)
    breaches = tuple(breach for entry in tried.entries for breach in entry.breaches)
    seen = _digest(breaches)
    if record == "check":
        return _checked(proposed, breaches, seen)
    if breaches and not tried.repeated and accepted != seen:
        return Answer(proposed, breaches=_in_words(breaches), accepts=seen)
    outcome = ask([proposal], proposed.enclosed)
    if isinstance(outcome, Performed):
        return Answer(proposed, entries=outcome.entries, repeated=outcome.repeated)
    return _refused(outcome, proposed)


def _checked(proposed: Proposed, breaches: tuple[Breach, ...], seen: str) -> Answer:
    if breaches:
        return Answer(proposed, breaches=_in_words(breaches), accepts=seen)
    says = gettext("No rule speaks against it. Nothing was recorded.")
    return Answer(proposed, notice=("good", gettext("This can be recorded."), says), asked=_rules(proposed))


def _rules(proposed: Proposed) -> tuple[Rule, ...]:
    """The rules that speak about such an act in such a dossier."""
    assert proposed.proposal is not None
    return rules_for(type(proposed.proposal.act), KINDS[proposed.proposal.kind])


def _refused(refused: Refused, proposed: Proposed) -> Answer:
    if any(refusal.says in OVERTAKEN for refusal in refused.refusals):
        return Answer(proposed, overtaken=True)
    assert proposed.proposal is not None
    return Answer(proposed, refusals=told(refused, [proposed.proposal], proposed.enclosed))


def _in_words(breaches: tuple[Breach, ...]) -> tuple[ToldBreach, ...]:
    known = names_told(breaches)
    found = [(breach, sentence(breach, known)) for breach in breaches]
    return tuple(
        ToldBreach(breach.rule, words.says, words.remedy, RULES[breach.rule].asks if breach.rule in RULES else ())
        for breach, words in found
    )


def _digest(breaches: tuple[Breach, ...]) -> str:
    """What tells one set of breaches from another, so that only what was seen is confirmed."""
    told_of = sorted((breach.rule, breach.says, sorted(breach.evidence.items())) for breach in breaches)
    return sha256(repr(told_of).encode()).hexdigest() if breaches else ""


def _follows_otherwise(form: Form) -> dict[str, str]:
    """The fields that followed from the case when the form was shown, and follow otherwise now: path → value now."""
    shown = {name: value for name, value in form.follows.items() if form.act.get(name) == value}
    if not shown:
        return {}
    now = as_typed(form, following(form))
    return {f"act.{name}": str(now[name]) for name, value in shown.items() if name in now and now[name] != value}


def as_typed(form: Form, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields as they stand in the form, dossiers with their names."""
    known = names_in(case_of(form, form.said), dossiers_in(form.questions, fields))
    return written(form.questions, fields, lambda one: called(one, known))


def since(form: Form, dossier: Dossier) -> tuple[ToldAct, ...]:
    """What was recorded in the dossier, as it stands now, since the person began, by whom."""
    if dossier.seq <= form.seen:
        return ()
    entries = reading.entries({form.dossier: form.seen}, "default")[form.dossier]
    return timeline(dossier, entries)
