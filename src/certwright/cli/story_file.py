"""The form of a story: a procedure written down as acts on days, each with what must come of it.

    story: A failed specimen is cured by new tests only
    body:
      packs: [safety-helmets]
      people:
        anna: []                                  # the first founds the body and authorises the others
        ben: [client-administration, scheme-management]
      clients: {helmets: Helmets & Sons}
    steps:
      - {when: 2026-03-02, who: ben, does: enquiry.open, in: "enquiry:e-1", with: {wants: A mark., channel: form}}
      - {when: 2026-03-03, who: ben, does: enquiry.settle, in: "enquiry:e-1", refused: [enquiry.settled-from-answers]}

Exactly one of ``allowed`` (understood where none is given), ``refused`` and ``breach`` says what must come of a step.
``follows: FILE`` tells an earlier story first. A step without ``does`` only lets time pass and looks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from certwright.cli.act_file import ActFile, WrittenDeviation, WrittenOnBehalf, read_document
from certwright.cli.outcome import BadInput, Problem
from certwright.core.acts.body import Standard
from certwright.core.acts.person import Basis
from certwright.core.functions import Function
from certwright.core.words import ActId, Country, Day, DossierId, Email, Line, LongText, PackName, RuleId


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
"""The second half of an id; the first is told by where it stands."""


class Someone(_Part):
    """A person of the story: what they may do, for which packs (none: all) and areas, and their tie to the body.

    Without a ``name`` they are called as in the story.
    """

    may: tuple[Function, ...] = ()
    name: Line | None = None
    email: Email | None = None
    packs: tuple[PackName, ...] = ()
    areas: tuple[Line, ...] = ()
    basis: Basis = "employment"


class Customer(_Part):
    """A client of the story with the codes of its sites."""

    name: Line
    sites: Annotated[tuple[Line, ...], Field(min_length=1)] = ("1",)
    form: Line = "Ltd"
    town: Line = "York"
    country: Country = "GB"


class Setting(_Part):
    """The body before the story begins. The first of ``people`` founds it and authorises the others.

    ``documents`` are registered and released in version 1, each with the clauses it answers; the form of the agreement
    is one of them.
    """

    founded: Day
    name: Line = "Certification body of the story"
    standards: tuple[Standard, ...] = ("iso-iec-17065", "iso-iec-17021-1")
    packs: tuple[PackName, ...] = ()
    people: Annotated[dict[Id, Someone], Field(min_length=1)]
    clients: dict[Id, Customer] = {}
    documents: dict[Id, tuple[Line, ...]] = {}

    @field_validator("people", mode="before")
    @classmethod
    def _people(cls, people: Any) -> Any:
        return _expanded(people, list, "may")

    @field_validator("clients", mode="before")
    @classmethod
    def _clients(cls, clients: Any) -> Any:
        return _expanded(clients, str, "name")


def _expanded(items: Any, short: type, field: str) -> Any:
    """Each item in full where only its one usual field was written."""
    if not isinstance(items, dict):
        return items
    return {name: {field: item} if isinstance(item, short) else item for name, item in items.items()}


class Shows(_Part):
    """What must be seen of a dossier: ``state`` of a certification on a day, and any facts its dossier holds."""

    dossier: DossierId
    state: Annotated[Line | None, Field(alias="is")] = None
    on: Day | None = None
    facts: Annotated[dict[str, Any], Field(alias="with")] = {}


class Step(_Part):
    """One step: when, who does what in which dossier, with which fields, and what comes of it.

    With several dossiers under ``in`` the act is done in each; with ``who: themselves`` by the person each is about.
    """

    when: Day
    who: Id | None = None
    does: Line | None = None
    dossiers: Annotated[tuple[DossierId, ...], Field(alias="in", max_length=50)] = ()
    fields: Annotated[dict[str, Any], Field(alias="with")] = {}
    on: Day | None = None
    id: ActId | None = None
    on_behalf: WrittenOnBehalf | None = None
    deviations: tuple[WrittenDeviation, ...] = ()
    allowed: Literal[True] | None = None
    refused: Annotated[tuple[RuleId, ...], Field(min_length=1)] | None = None
    breach: Annotated[tuple[RuleId, ...], Field(min_length=1)] | None = None
    shows: tuple[Shows, ...] = ()
    note: LongText | None = None

    @field_validator("dossiers", mode="before")
    @classmethod
    def _dossiers(cls, dossiers: Any) -> Any:
        return [dossiers] if isinstance(dossiers, str) else dossiers

    @model_validator(mode="after")
    def _holds_together(self) -> "Step":
        if sum(told is not None for told in (self.allowed, self.refused, self.breach)) > 1:
            raise ValueError("Say one of “allowed”, “refused” and “breach”.")
        if self.does and not (self.who and self.dossiers):
            raise ValueError("Say who does it (“who”) and in which dossier (“in”).")
        if not self.does and not self.shows:
            raise ValueError("Say what is done (“does”), or what is seen (“shows”).")
        return self


class _Written(_Part):
    story: Line
    about: LongText | None = None
    body: Setting | None = None
    follows: Line | None = None
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _begins(self) -> "_Written":
        if (self.body is None) == (self.follows is None):
            raise ValueError("A story begins with a “body:”, or it follows another story.")
        return self


@dataclass(frozen=True, slots=True)
class Chapter:
    """The steps of one file, which knows their lines."""

    title: str
    steps: tuple[Step, ...]
    file: ActFile


@dataclass(frozen=True, slots=True)
class Story:
    """A story with those it follows: the body they begin with, and what happens then, chapter by chapter."""

    title: str
    setting: Setting
    chapters: tuple[Chapter, ...]


def read_story(path: Path) -> Story:
    """Read a story and those it follows.

    Raises:
        BadInput: a file cannot be read, has not this form, or the stories follow one another in a ring.
    """
    return _read(path.resolve(), ())


def _read(path: Path, later: tuple[Path, ...]) -> Story:
    if path in later:
        raise BadInput(Problem("The stories follow one another in a ring.", file=str(path)))
    document = read_document(path)
    file = ActFile(path, None, (), document)
    if not isinstance(document.value, Mapping):
        raise BadInput(Problem("A story has “story:” and “steps:”.", "See: certwright story --help", str(path), 1))
    try:
        written = _Written.model_validate(document.value)
    except ValidationError as error:
        raise BadInput(*file.problems(error, _Written, ())) from error
    chapter = Chapter(written.story, written.steps, file)
    if written.body is not None:
        return Story(written.story, written.body, (chapter,))
    before = _read((path.parent / str(written.follows)).resolve(), (*later, path))
    return Story(written.story, before.setting, (*before.chapters, chapter))
