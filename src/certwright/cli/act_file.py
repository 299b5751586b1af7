"""The file form of acts: what ``certwright perform`` reads.

    as: person:anna
    acts:
      - do: client.register
        in: client:helmets
        with:
          legal_entity: {name: Helmets & Sons, form: Ltd, town: York, country: GB}
          sites:
            - {code: "1", name: Works, town: York, country: GB}

Whatever is wrong is said with its line, all of it at once, and nothing is recorded.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from certwright.cli.outcome import BadInput, Problem
from certwright.core.acts.problems import field_problems
from certwright.core.words import ActId, Day, DossierId, Line, LongText, PersonId, Reason, RuleId
from certwright.packs import plain_yaml
from certwright.packs.plain_yaml import Document
from certwright.packs.problem import PackRefused

Steps = tuple[str | int, ...]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class WrittenOnBehalf(_Part):
    """For whom an act is entered, and what shows that it may be."""

    whom: DossierId
    evidence: LongText


class WrittenDeviation(_Part):
    """A POLICY rule that is departed from."""

    rule: RuleId
    reason: Reason
    approver: PersonId


class WrittenAct(_Part):
    """One act as somebody wrote it down: what is done, in which dossier, by whom, on which day, with which fields."""

    do: Line
    dossier: DossierId = Field(alias="in")
    actor: PersonId | None = Field(default=None, alias="as")
    on: Day | None = None
    id: ActId | None = None
    on_behalf: WrittenOnBehalf | None = None
    deviations: tuple[WrittenDeviation, ...] = ()
    expects: Annotated[int, Field(ge=0)] | None = None
    fields: dict[str, Any] = Field(default={}, alias="with")


class _Whole(_Part):
    actor: PersonId | None = Field(default=None, alias="as")
    acts: Annotated[tuple[WrittenAct, ...], Field(min_length=1, max_length=1_000)]


@dataclass(frozen=True, slots=True)
class ActFile:
    """What a file asks for: its acts, who does those that name nobody, and where everything stands in it."""

    path: Path
    actor: str | None
    acts: tuple[WrittenAct, ...]
    document: Document

    def line(self, *steps: str | int) -> int:
        """The line of something, or of the nearest thing around it."""
        return self.document.place(steps).line

    def problem(self, steps: Steps, says: str, remedy: str = "", field: str = "") -> Problem:
        """Something that is wrong at a place of the file."""
        return Problem(says, remedy, str(self.path), self.line(*steps), field)

    def problems(self, error: ValidationError, model: type[BaseModel] | None, around: Steps) -> Iterator[Problem]:
        """What is wrong with fields that stand below ``around``, in the words of the fields of ``model``."""
        for told in field_problems(error, model):
            unquoted = told.text_wanted and isinstance(told.given, bool | int | Decimal | date)
            remedy = f"Put it in quotes: “{told.given}” without quotes is no text." if unquoted else ""
            yield self.problem((*around, *told.steps), told.says, remedy, told.path)


def read_act_file(path: Path) -> ActFile:
    """Read a file of acts.

    Raises:
        BadInput: it cannot be read, is not YAML, or has not this form.
    """
    document = read_document(path)
    if not isinstance(document.value, Mapping):
        raise BadInput(
            Problem("Acts are written as “as:” and “acts:”.", "See: certwright perform --help", str(path), 1)
        )
    file = ActFile(path, None, (), document)
    try:
        whole = _Whole.model_validate(document.value)
    except ValidationError as error:
        raise BadInput(*file.problems(error, _Whole, ())) from error
    return ActFile(path, whole.actor, whole.acts, document)


def read_document(path: Path) -> Document:
    """The plain YAML of a file, with the place of everything in it. Raises BadInput."""
    try:
        return plain_yaml.read(path.read_bytes().decode())
    except OSError as error:
        raise BadInput(Problem(f"The file cannot be read: {error.strerror}.", file=str(path))) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadInput(Problem("The text is not UTF-8.", "Save it as UTF-8.", str(path), line)) from error
    except PackRefused as refused:
        raise BadInput(
            *(Problem(f"{item.says}.", item.remedy, str(path), item.line) for item in refused.problems)
        ) from refused
