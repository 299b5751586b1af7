"""What an act is: a frozen model with a versioned name that says what it is about and who may propose it.

Acts are what a dossier is made of. Their stored form never changes: a new shape is a new version, and the old bytes
are lifted to it by a pure function beside the model (DESIGN section 5.4).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict

from certwright.core.functions import Function
from certwright.core.words import Word


class Nature(Enum):
    """Whether an act may be refused by the standard, or states a fact that is recorded even as a breach."""

    AUTHORITY = "authority"  # accept, grant, adopt, decide …: judged before it happens
    FACT = "fact"  # it happened; what a rule says against it becomes a breach


class Part(BaseModel):
    """A nested part of an act, at most one level deep."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class ActSpec:
    """What the vocabulary says about a kind of act.

    ``about`` is the kind of dossier the act is recorded in (``*``: any). ``by`` are the functions of which the actor
    must hold one (empty: the act's own rules say who). ``personal`` acts carry a person's particulars and may be
    removed by an erasure act. ``settled`` acts can be neither annulled nor put right. Acts that ``reaches_back`` marks
    change how earlier acts of their dossier read: they correct them or remove their content. ``references`` are the
    fields that name dossiers, each with what goes before its value to make an id; ``evidence`` those that name files;
    ``reckonings`` those that name a kept reckoning.
    """

    name: str
    version: int
    about: str
    nature: Nature
    by: frozenset[Function]
    says: str
    personal: bool
    settled: bool
    reaches_back: bool
    references: tuple[tuple[str, str], ...]
    evidence: tuple[tuple[str, str], ...]
    reckonings: tuple[tuple[str, str], ...]

    @property
    def versioned_name(self) -> str:
        """The name as it is stored: ``client.register@1``."""
        return f"{self.name}@{self.version}"


class Act(BaseModel):
    """Base of every act. A subclass declares itself by class keywords, see :class:`ActSpec`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    spec: ClassVar[ActSpec]

    def __init_subclass__(cls, **declared: Any) -> None:
        super().__init_subclass__()  # the keywords are for __pydantic_init_subclass__, which sees the finished fields

    @classmethod
    def __pydantic_init_subclass__(cls, **declared: Any) -> None:
        cls.spec = ActSpec(
            name=declared["name"],
            version=declared.get("version", 1),
            about=declared["about"],
            nature=declared["nature"],
            by=frozenset(declared.get("by", ())),
            says=declared["says"],
            personal=declared.get("personal", False),
            settled=declared.get("settled", False),
            reaches_back=declared.get("reaches_back", False),
            references=tuple(_fields_where(cls, lambda word: word.dossier is not None)),
            evidence=tuple(_fields_where(cls, lambda word: word.attachment)),
            reckonings=tuple(_fields_where(cls, lambda word: word.widget == "reckoning")),
        )

    def gathers(self) -> frozenset[str]:
        """The dossiers, besides its own, the actor's and the body's, that rules may look at to judge this act."""
        return frozenset(self._values(self.spec.references))

    def considers(self) -> frozenset[str]:
        """The dossiers that rules may look at besides, if they are there: unlike what is gathered, none need exist."""
        return frozenset()

    def searches(self) -> frozenset[tuple[str, str]]:
        """Pairs of a dossier and a kind of act: whatever such an act ties to that dossier is gathered, named or not."""
        return frozenset()

    def attachments(self) -> frozenset[str]:
        """The attachments that must be in store before this act is recorded."""
        return frozenset(self._values(self.spec.evidence))

    def reckonings(self) -> frozenset[str]:
        """The kept reckonings this act names, by digest."""
        return frozenset(self._values(self.spec.reckonings))

    def erases(self) -> tuple[str, ...]:
        """The ids of the acts of this dossier whose content is removed when this act is recorded."""
        return ()

    def _values(self, fields: tuple[tuple[str, str], ...]) -> Iterator[str]:
        for name, prefix in fields:
            yield from (prefix + text for text in _strings(getattr(self, name)))


def words_of(metadata: list[Any], annotation: Any) -> Iterator[Word]:
    """Every :class:`Word` a field is typed with, also inside ``tuple[...]`` and ``| None``."""
    yield from (item for item in metadata if isinstance(item, Word))
    for argument in get_args(annotation):
        yield from words_of([item for item in get_args(argument) if isinstance(item, Word)], argument)


def _fields_where(model: type[BaseModel], wanted: Callable[[Word], bool]) -> Iterator[tuple[str, str]]:
    for name, field in model.model_fields.items():
        word = next((word for word in words_of(field.metadata, field.annotation) if wanted(word)), None)
        if word is not None:
            yield name, word.prefix


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)


Lift = Callable[[Mapping[str, Any]], dict[str, Any]]
"""Turns the stored fields of one version of an act into those of the next version."""
