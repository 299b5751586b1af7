"""What can be done in a dossier, and what cannot be done now and why: judged before anybody types (DESIGN section 4).

A refused act stays visible with its reasons. What only the filled-in act can tell is told by its form.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse

from certwright.answers.facts.sheet import Ref, Value, every_value
from certwright.answers.phases import WAYS, Phase, State
from certwright.answers.told import said_of
from certwright.answers.viewer import Viewer
from certwright.answers.who_could import holders
from certwright.core.acts import ACTS
from certwright.core.acts.act import Act
from certwright.core.dossiers import BODY, Dossier
from certwright.core.entry import Proposal
from certwright.core.functions import Function
from certwright.core.judge import judge_button
from certwright.core.known import Known
from certwright.core.rules import RULES, Refusal
from certwright.core.rules.record import OPENING
from certwright.web.acting.beginning import is_for, next_url
from certwright.web.acting.next_act import Next, begins, next_act
from certwright.web.acting.remedies import remedy
from certwright.web.acting.wording.acts import doing
from certwright.web.performing import Told

_AUTHORISED = "competence.actor-is-authorised"
_ABOUT_ACTS = frozenset({"record.annul", "record.put-right"})
"""Acts about one act of the dossier: offered where that act is shown."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why an act cannot be done now. ``could`` are the people who hold the function it asks for."""

    refusal: Refusal
    says: tuple[Value, ...]
    remedy: tuple[Value, ...]
    url: str
    label: str
    could: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Choice:
    """An act of the dossier's kind: what doing it is called, where its form is, what stands against it."""

    name: str
    label: str
    url: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Offered:
    """The act that comes next, if the viewer can do it; the others they can do; those that cannot be done now."""

    primary: Choice | None = None
    others: tuple[Choice, ...] = ()
    refused: tuple[Choice, ...] = ()

    def dossiers(self) -> frozenset[str]:
        """The dossiers the reasons name."""
        reasons = [reason for choice in self.refused for reason in choice.reasons]
        named = {name for reason in reasons for name in reason.could or ()}
        pieces = (piece for reason in reasons for piece in every_value((*reason.says, *reason.remedy)))
        return frozenset(named | {piece.dossier for piece in pieces if isinstance(piece, Ref)})


def acting(viewer: Viewer) -> tuple[str, ...]:
    """The dossiers that say what ``viewer`` may do; none for somebody who can do nothing, such as a client."""
    return () if not viewer.person or viewer.client or viewer.assessor or viewer.ended else (BODY, viewer.person)


def offered(viewer: Viewer, dossier: Dossier, way: Sequence[Phase], beside: Mapping[str, Dossier]) -> Offered:
    """What ``viewer`` can do in ``dossier`` as it stands; ``beside`` are the dossiers of :func:`acting`."""
    if not beside:
        return Offered()
    known = Known(_proposal(viewer, dossier), viewer.today, {**beside, dossier.id: dossier})
    judged = [(name, tuple(_refusals(ACTS[name], dossier, known))) for name in _acts(dossier)]
    asked = {found.could.function for _, refusals in judged for found in refusals if found.could}
    could = holders(asked, known.body, viewer.today)
    choices = [_choice(name, dossier, refusals, could) for name, refusals in judged]
    able = [choice for choice in choices if not choice.reasons]
    able += [_begun(one) for one in begins(dossier) if is_for(ACTS[one.act], viewer)] if dossier.is_open else []
    primary = _primary(able, dossier, way)
    others = tuple(choice for choice in able if choice is not primary)
    return Offered(primary, others, tuple(choice for choice in choices if choice.reasons))


def _acts(dossier: Dossier) -> Iterable[str]:
    """The acts of a kind of dossier in the order of its way, those that open one left out where it is open."""
    way = [name for step in WAYS.get(dossier.kind, ()) for name in step.acts]
    own = [name for name, model in ACTS.items() if model.spec.about == dossier.kind]
    fitting = [name for name in dict.fromkeys([*way, *own]) if name in own and name not in _ABOUT_ACTS]
    return [name for name in fitting if not (dossier.is_open and name in OPENING)]


def _proposal(viewer: Viewer, dossier: Dossier) -> Proposal:
    """What is known of an act before it is filled in: where, by whom, for which day."""
    return Proposal("", dossier.id, Act.model_construct(), viewer.person, viewer.today)


def _refusals(model: type[Act], dossier: Dossier, known: Known) -> Iterable[Refusal]:
    """What stands against any act of this kind: that the viewer is not authorised, and the state of the dossier."""
    rule = RULES[_AUTHORISED]
    asked = replace(known, proposal=replace(known.proposal, act=model.model_construct()))
    for found in rule.judge(asked.proposal.act, dossier, asked):
        yield replace(found, rule=rule.id, asks=rule.asks, force=rule.force)
    judged = judge_button(model, dossier, asked)
    yield from judged.refusals


def _choice(name: str, dossier: Dossier, refusals: Sequence[Refusal], could: dict[Function, list[str]]) -> Choice:
    kind, _, key = dossier.id.partition(":")
    reasons = tuple(_reason(found, dossier, could) for found in refusals)
    return Choice(name, doing(name), reverse("acting-do", args=(kind, key, name)), reasons)


def _reason(found: Refusal, dossier: Dossier, could: dict[Function, list[str]]) -> Reason:
    says, lifts = said_of(found)
    people = tuple(could[found.could.function]) if found.could else None
    told = Told(found.rule, found.force.value, found.asks, found.says, "", found.evidence, None)
    url, label = remedy(told, dossier.id)
    return Reason(found, says, lifts, url, label, people)


def _begun(one: Next) -> Choice:
    """A dossier that is begun from this one."""
    return Choice(one.act, doing(one.act), next_url(one))


def _primary(able: Sequence[Choice], dossier: Dossier, way: Sequence[Phase]) -> Choice | None:
    """The usual next act, else the first act of the phase where the dossier stands, that the viewer can do."""
    now = {phase.id for phase in way if phase.state is State.NOW}
    usual = next_act(dossier)
    wanted = [name for step in WAYS.get(dossier.kind, ()) if step.id in now for name in step.acts]
    found = {choice.name: choice for choice in able}
    return next((found[name] for name in [*([usual.act] if usual else []), *wanted] if name in found), None)
