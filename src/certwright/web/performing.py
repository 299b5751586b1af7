"""Asking the one door on behalf of whoever is signed in, and making what it answers ready to be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from certwright.answers.saying import Names, called, names, names_in, sentence
from certwright.answers.who_could import who_could
from certwright.core.entry import Proposal
from certwright.core.rules import Refusal
from certwright.office import installation
from certwright.office.candidates import who_could_lift
from certwright.office.enclosing import Enclosed, perform_with
from certwright.office.means import Means
from certwright.office.outcome import Outcome, Refused


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who could do what was refused."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """A refusal as it is shown. ``could`` is ``None`` where nobody else would help."""

    rule: str
    force: str
    asks: tuple[str, ...]
    says: str
    remedy: str
    evidence: Mapping[str, str]
    could: tuple[Person, ...] | None


def means() -> Means:
    """The means of this installation."""
    return installation.means()


def ask(proposals: Sequence[Proposal], enclosed: Enclosed | None = None) -> Outcome:
    """Record all of ``proposals`` or none.

    Raises:
        RecordUnavailable: the record cannot take it now; nothing was recorded.
        AttachmentTooLarge: a file is larger than the limit.
    """
    return perform_with(enclosed or Enclosed(), proposals, means())


def told(refused: Refused, proposals: Sequence[Proposal], enclosed: Enclosed | None = None) -> tuple[Told, ...]:
    """Every reason of a refusal in words, each with the people who could do it instead and pass every rule."""
    using = means()
    holders = partial(who_could, using=using.using)
    could = who_could_lift(refused, proposals, enclosed or Enclosed(), using, holders)
    known = {**names_in(refused.refusals), **names({person for some in could for person in some or ()})}
    return tuple(
        replace(told_one(refusal, known), could=None if some is None else _people(some, known))
        for refusal, some in zip(refused.refusals, could, strict=True)
    )


def told_one(refusal: Refusal, known: Names) -> Told:
    """One refusal in words, without anybody who could do it instead. ``known`` are the names of what it mentions."""
    said = sentence(refusal, known)
    return Told(refusal.rule, refusal.force.value, refusal.asks, said.says, said.remedy, refusal.evidence, None)


def _people(some: Sequence[str], known: Names) -> tuple[Person, ...]:
    return tuple(Person(one, called(one, known)) for one in some)
