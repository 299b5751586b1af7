"""What a scheme rests on: its owner, the categories of product, the normative documents and their interpretation."""

from datetime import date
from typing import Literal

from pydantic import Field

from certwright.packs.model.base import LanguageCode, Line, PackModel, Prose, Source, Word
from certwright.packs.model.scheme.words import ClauseSet, Determination, Performer, SchemeFunction
from certwright.packs.model.uncertain import Uncertain


class SchemeOwner(PackModel):
    """Who owns the scheme. With an external owner the body needs an agreement (ISO/IEC 17065:2012 7.1.1)."""

    who: Literal["body", "external"]
    name: Line | None = None
    agreement: Prose | None = None


class Category(PackModel):
    """A category of product, process or service; ``part_of`` names the wider one."""

    id: Word
    title: dict[LanguageCode, Line] = Field(min_length=1)
    part_of: Word | None = None


class NormativeDocument(PackModel):
    """A document whose requirements are certified against. ``edition`` may be missing only in a draft scheme.

    ``clauses`` lists the clauses that apply (empty: all); ``transition_until`` is the last day on which certificates on
    the edition before this one may stay valid.
    """

    id: Word
    reference: Line
    edition: Line | None = None
    amendments: tuple[Line, ...] = ()
    title: Line
    clauses: tuple[Line, ...] = ()
    transition_until: date | None = None
    source: Source


class Interpretation(PackModel):
    """How a requirement is read, by whom it was agreed and why (ISO/IEC 17065:2012 7.1.3)."""

    id: Word
    of: Line
    says: Prose
    agreed_by: Line
    source: Source


class FunctionUse(PackModel):
    """A function of the scheme: who performs it, with which competence, method, record and clause set (R-04).

    ``determination`` says which kind, where the function is determination; that function may stand several times.
    """

    function: SchemeFunction
    determination: Determination | None = None
    performer: Performer | None = None
    competence: Word | None = None
    method: Prose | None = None
    record: Word | None = None
    clause_set: ClauseSet | None = None


class Accreditation(PackModel):
    """What may be said about accreditation for this scheme. ``by-scope``: wherever the body's own scope holds it.

    ``route`` is the body's choice where accreditation bodies accredit the same scheme in different ways.
    """

    status: Literal["by-scope", "not-offered"]
    says: Prose
    route: Uncertain | None = None
    countries: tuple[Line, ...] = ()


class ApplicationField(PackModel):
    """Something that the application asks beyond what every application asks (ISO/IEC 17065:2012 7.2)."""

    id: Word
    label: Line
    form: Literal["line", "text", "number", "day", "yes-no", "choice", "file", "list"] = "text"
    choices: tuple[Line, ...] = ()
    asked: Literal["always", "where-it-applies"] = "always"
