"""What a rule is: one function, one demand, which yields refusals and cites the clause that asks for it."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from certwright.core.acts import ACTS
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from certwright.core.functions import Function
from certwright.core.known import Known


class Force(Enum):
    """How binding a rule is."""

    HARD = "hard"  # the standard or a mandatory document says so: nobody can override it
    POLICY = "policy"  # the body's or scheme's choice: may be deviated from with a recorded reason and approver
    RECORD = "record"  # the record would make no sense otherwise: refuses statements of fact, too


HARD, POLICY, RECORD = Force.HARD, Force.POLICY, Force.RECORD


@dataclass(frozen=True, slots=True)
class WhoCould:
    """A question, answered from rows when it is shown: who is authorised for this function?"""

    function: Function


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act may not be recorded. Data only: a sentence id and the references that fill it.

    ``rule``, ``asks`` and ``force`` are filled in by the judge.
    """

    says: str
    evidence: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    could: WhoCould | None = None
    rule: str = ""
    asks: tuple[str, ...] = ()
    force: Force = Force.RECORD


def refusal(says: str, could: WhoCould | None = None, **evidence: object) -> Refusal:
    """A refusal with its evidence given as keywords."""
    return Refusal(says, MappingProxyType({name: str(value) for name, value in evidence.items()}), could)


Judging = Callable[..., Iterator[Refusal]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A demand on some kinds of act, or on the dossiers of a kind.

    ``asks`` are clauses with standard and edition (``17065:2012 7.6.2``), ``answers`` the ids of the domain papers'
    rules this one enforces. ``version`` grows whenever the rule's meaning changes; ``changes`` says what changed.
    """

    id: str
    asks: tuple[str, ...]
    force: Force
    answers: tuple[str, ...]
    version: int
    changes: tuple[str, ...]
    says: str
    acts: frozenset[type[Act]]
    kind: type[Dossier]
    takes: tuple[str, ...]
    judging: Judging

    @property
    def theme(self) -> str:
        """The theme module the rule stands in: the first part of its id."""
        return self.id.partition(".")[0]

    @property
    def needs_act(self) -> bool:
        """Whether the filled-in act is needed; if not, the rule can be judged for the button alone."""
        return "act" in self.takes

    def judge(self, act: Act | None, dossier: Dossier, known: Known) -> Iterator[Refusal]:
        """What the rule has against the act, or against any such act when ``act`` is ``None``."""
        given = {"act": act, "dossier": dossier, "known": known}
        return self.judging(*[given[name] for name in self.takes])


RULES: dict[str, Rule] = {}


def rule(
    rule_id: str,
    *,
    asks: tuple[str, ...],
    force: Force,
    answers: tuple[str, ...] = (),
    of: tuple[type[Act], ...] = (),
    changes: tuple[str, ...] = (),
) -> Callable[[Judging], Judging]:
    """Declare a function to be a rule.

    The acts it speaks about are read from its ``act`` parameter; a rule without one names them in ``of``. The
    docstring's first line is the demand in our own words.

    Raises:
        ValueError: the id is taken, or the function says nothing about which acts it judges.
    """

    def declare(judging: Judging) -> Judging:
        hints = get_type_hints(judging)
        acts = frozenset(of) or _acts_of(hints.get("act"))
        if rule_id in RULES or not acts:
            raise ValueError(f"{rule_id}: declared twice, or of no act")
        RULES[rule_id] = Rule(
            id=rule_id,
            asks=asks,
            force=force,
            answers=answers,
            version=1 + len(changes),
            changes=changes,
            says=(inspect.getdoc(judging) or "").partition("\n")[0],
            acts=acts,
            kind=hints.get("dossier", Dossier),
            takes=tuple(inspect.signature(judging).parameters),
            judging=judging,
        )
        return judging

    return declare


EVERY_ACT: tuple[type[Act], ...] = tuple(ACTS.values())


def _acts_of(hint: Any) -> frozenset[type[Act]]:
    if hint is Act:
        return frozenset(EVERY_ACT)
    if get_origin(hint) in (Union, UnionType):
        return frozenset(get_args(hint))
    return frozenset() if hint is None else frozenset({hint})
