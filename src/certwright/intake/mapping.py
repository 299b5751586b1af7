"""A mapping says what the columns of a table mean: which statement a row makes, and what of it stands in which cell.

It is data, written once a source and kept: a YAML file with its own id, the columns it expects, what tells two rows
apart, and the words of the source with what they mean here. A body's own mappings are files like the shipped ones.
"""

from collections.abc import Mapping as Dictionary
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from certwright.intake.problem import FileRefused

Kind = Literal["certification", "client", "person", "authorisation", "finding", "evaluation"]
"""What a row states. A row about a certification may state its client and sites as well."""


State = Literal["valid", "suspended", "withdrawn", "expired"]
"""What a word of a source for the state of a certification means."""


class Cell(BaseModel):
    """One field of the statement: the column (or a constant) it comes from, and how the cell is to be read.

    ``written`` are forms of days (as of ``strptime``), tried in turn; ``between`` parts a cell that holds several
    values, of which ``several`` takes one day and ``part`` the first, the last or all but the first. ``words`` are the
    source's words and what each means; ``nothing`` are words for an empty cell, and ``otherwise``
    stands for a word that is not known (without it the row is refused). ``constant`` stands for a cell where
    the source has no such column. ``longest`` is the number of characters that are read at most.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    column: str | None = Field(default=None, alias="from")
    constant: Any = None
    form: Literal["line", "text", "html", "day", "list", "choice"] = "line"
    written: tuple[str, ...] = ("%Y-%m-%d",)
    between: str | None = None
    part: Literal["all", "first", "last", "rest"] = "all"
    several: Literal["first", "last", "refuse"] = "refuse"
    words: Dictionary[str, Any] = Field(default_factory=dict)
    nothing: tuple[str, ...] = ()
    otherwise: str | None = None
    needed: bool = True
    longest: Annotated[int, Field(ge=1, le=10_000)] = 10_000

    @model_validator(mode="after")
    def _from_one_place(self) -> "Cell":
        if (self.column is None) == (self.constant is None):
            raise ValueError("give either the column a field comes from, or a constant")
        return self


class Mapping(BaseModel):
    """A mapping as its file holds it.

    ``columns`` are those the table must have; ``key`` those that tell two things apart and stay the same from one
    delivery to the next. ``states`` are the source's words for the state of a certification, and what each means: a
    word is kept beside what the days say, and only a suspension and a withdrawal are believed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    mapping: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: str
    source: str
    row: Kind
    encoding: str | None = None
    columns: Annotated[tuple[str, ...], Field(min_length=1)]
    key: Annotated[tuple[str, ...], Field(min_length=1)]
    fields: Annotated[Dictionary[str, Cell], Field(min_length=1)]
    states: Dictionary[str, State] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _names_its_columns(self) -> "Mapping":
        named = {cell.column for cell in self.fields.values() if cell.column} | set(self.key)
        unknown = sorted(named - set(self.columns))
        if unknown:
            raise ValueError(f"“{unknown[0]}” is not among the columns of the mapping")
        return self


def read_mapping(text: str, name: str) -> Mapping:
    """The mapping that ``text`` holds.

    Raises:
        FileRefused: it is not YAML, or no mapping; it says where and what.
    """
    try:
        return Mapping.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{name}:{mark.line + 1}" if mark else name
        raise FileRefused("mapping-unreadable", f"{place} is not YAML.", "Correct the file there.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"]) or "the mapping"
        raise FileRefused("mapping-unreadable", f"{name}, {place}: {first['msg']}.", "Correct the mapping.") from error


SHIPPED = Path(__file__).parent / "mappings"


def shipped(name: str) -> Mapping:
    """A mapping that comes with the program. Raises FileRefused if there is none of that name."""
    path = SHIPPED / f"{name}.yaml"
    if not path.is_file():
        there = ", ".join(sorted(each.stem for each in SHIPPED.glob("*.yaml")))
        raise FileRefused("mapping-unknown", f"There is no mapping “{name}”.", f"There are: {there}.")
    return read_mapping(path.read_text(encoding="utf-8"), path.name)
