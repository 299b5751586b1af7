"""What is asked to found a certification body: who answers for it in law, and the two people its founding names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from certwright.cli.act_file import read_document
from certwright.cli.outcome import BadInput, Problem
from certwright.core.acts import Act, read_act
from certwright.core.acts.body import FoundBody, LegalEntity, Standard
from certwright.core.acts.person import Basis
from certwright.core.acts.problems import FieldProblem, field_problems
from certwright.core.dossiers import BODY
from certwright.core.entry import Proposal
from certwright.core.words import Day, Email, Line, LongText, Months, PersonId, TimeZone
from certwright.office.means import new_act_id

Answers = dict[str, Any]


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Someone(_Asked):
    """A person the founding names. Without ``since``, the tie begins on the day of the founding."""

    id: PersonId
    name: Line
    email: Email | None = None
    basis: Basis = "employment"
    since: Day | None = None


class Founding(_Asked):
    """A body about to be founded. Without ``first_authoriser``, the founder is it."""

    legal_entity: LegalEntity
    time_zone: TimeZone
    standards_in_use: Annotated[tuple[Standard, ...], Field(min_length=1)]
    basis: LongText
    retention_months: Months = 72
    founder: Someone
    first_authoriser: Someone | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: the option that answers it, where the answer belongs, what is asked, what is usual."""

    option: str
    path: str
    asks: str
    usual: str = ""
    optional: bool = False

    @property
    def name(self) -> str:
        """The attribute of parsed options."""
        return self.option.replace("-", "_")


QUESTIONS = (
    Question("name", "legal_entity.name", "Name of the legal entity that is the certification body"),
    Question("form", "legal_entity.form", "Its legal form, such as GmbH, Ltd or association"),
    Question("town", "legal_entity.town", "Town of its seat"),
    Question("country", "legal_entity.country", "Country, as two letters (ISO 3166-1)"),
    Question("register-number", "legal_entity.register_number", "Number in the public register", optional=True),
    Question("time-zone", "time_zone", "Time zone in which its days are counted, such as Europe/Warsaw"),
    Question("standards", "standards_in_use", "Standards in use: iso-iec-17065, iso-iec-17021-1, or both with a comma",
             "iso-iec-17065, iso-iec-17021-1"),
    Question("basis", "basis", "What the founding rests on: articles of association, a resolution of …"),
    Question("founder", "founder.name", "Name of the person who founds it (top management)"),
    Question("founder-id", "founder.id", "Their id here; ids are kept for ever, so no names in them", "person:p-001"),
    Question("founder-email", "founder.email", "Their e-mail address", optional=True),
    Question("authoriser", "first_authoriser.name", "Name of the person who evaluates competence and authorises the "
             "first people; empty: the founder", optional=True),
    Question("authoriser-id", "first_authoriser.id", "Their id here", "person:p-002"),
    Question("authoriser-email", "first_authoriser.email", "Their e-mail address", optional=True),
)  # fmt: skip


def founding(answers: Answers) -> Founding:
    """The founding that ``answers`` (path → text) describe. Raises :class:`pydantic.ValidationError`."""
    nested: Answers = {}
    for path, answer in answers.items():
        whole, _, part = path.partition(".")
        value = [each.strip() for each in answer.split(",")] if path == "standards_in_use" else answer
        if part:
            nested.setdefault(whole, {})[part] = value
        else:
            nested[whole] = value
    if "name" not in nested.get("first_authoriser", {}):
        nested.pop("first_authoriser", None)
    return Founding.model_validate(nested)


def problems(error: ValidationError) -> list[FieldProblem]:
    """What is wrong with a founding, in the words of its fields."""
    return field_problems(error, Founding)


def read_founding(path: Path) -> Founding:
    """Read a founding from a YAML file with the fields of :class:`Founding`. Raises BadInput with lines."""
    document = read_document(path)
    try:
        return Founding.model_validate(document.value)
    except ValidationError as error:
        raise BadInput(
            *(
                Problem(told.says, file=str(path), line=document.place(told.steps).line, field=told.path)
                for told in problems(error)
            )
        ) from error


def proposals(asked: Founding, today: date) -> list[Proposal]:
    """The founding act, and those that register its people."""
    authoriser = asked.first_authoriser or asked.founder
    said = asked.model_dump(exclude={"founder", "first_authoriser"})
    found = FoundBody.model_validate({**said, "first_authoriser": authoriser.id})
    people = {person.id: person for person in (authoriser, asked.founder)}
    return [
        _proposal(BODY, found, asked.founder.id, today),
        *_registrations(people.values(), authoriser.id, today),
    ]


def _registrations(people: Iterable[Someone], by: str, today: date) -> Iterator[Proposal]:
    for person in people:
        tie = {"basis": person.basis, "since": person.since or today}
        yield _proposal(person.id, read_act("person.register@1", tie), by, today)
        particulars = {"name": person.name, "email": person.email}
        yield _proposal(person.id, read_act("person.state-particulars@1", particulars), by, today)


def _proposal(dossier: str, act: Act, actor: str, today: date) -> Proposal:
    return Proposal(new_act_id(), dossier, act, actor, today)
