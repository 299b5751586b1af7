"""What letters may say beside the fields of the act that caused them: words about the case, each with its meaning."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from certwright.core.acts.decision import Decide
from certwright.core.dossiers import (
    BODY,
    Agreement,
    Application,
    Assignment,
    Body,
    Certification,
    Client,
    Dossier,
    Finding,
    Matter,
    Person,
)
from certwright.core.dossiers.pin import Pin
from certwright.core.entry import Entry
from certwright.packs.said import pack_said


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the vocabulary, said in the language of the letter."""

    word: str


@dataclass(frozen=True, slots=True)
class Called:
    """A dossier, by what it is called. Whoever is named can be erased from the letter later."""

    dossier: str
    does: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Several values on one line, such as a line of an audit plan."""

    parts: tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another; one day where both are the same."""

    first: date | None
    last: date | None


Value: TypeAlias = str | date | Term | Called | Line | Span | tuple["Value", ...] | None


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is about: the ``entry`` that caused it (``None``: a day did) in ``dossier`` as it stands after it.

    ``at`` gives other dossiers, ``None`` where nothing is recorded. ``on`` is the day of the letter.
    """

    entry: Entry | None
    dossier: Dossier
    at: Callable[[str], Dossier | None]
    on: date

    @property
    def body(self) -> Body | None:
        """The certification body."""
        found = self.at(BODY)
        return found if isinstance(found, Body) else None

    @property
    def assignment(self) -> Assignment | None:
        """The assignment it is about: the dossier itself, or the one the act names."""
        named = getattr(self.entry.act, "assignment", None) if self.entry else None
        found = self.at(named) if isinstance(named, str) and not isinstance(self.dossier, Assignment) else self.dossier
        return found if isinstance(found, Assignment) else None

    @property
    def certification(self) -> Certification | None:
        """The certification it is about."""
        own = self.dossier
        found = self.at(own.certification) if isinstance(own, Assignment | Finding) else own
        return found if isinstance(found, Certification) else None

    @property
    def application(self) -> Application | None:
        """The application the case goes back to."""
        certification = self.certification
        found = self.at(certification.application) if certification else self.dossier
        return found if isinstance(found, Application) else None

    @property
    def client(self) -> Client | None:
        """The client it is about."""
        own = self.dossier
        if isinstance(own, Matter):
            named = own.received.about_client if own.received else None
        elif isinstance(own, Agreement | Application | Assignment | Certification | Finding):
            named = own.client
        else:
            named = own.id
        found = self.at(named) if named else None
        return found if isinstance(found, Client) else None

    @property
    def pin(self) -> Pin | None:
        """The text of standard or scheme the case is pinned to."""
        own = self.dossier
        return own.pin if isinstance(own, Assignment | Certification | Finding) else None

    @property
    def standard(self) -> str:
        """The accreditation standard of the case: ``iso-iec-17065`` or ``iso-iec-17021-1``."""
        own = self.dossier
        held = own.received if isinstance(own, Matter) else own.submitted if isinstance(own, Application) else own
        return str(getattr(held, "standard", ""))


def _packs(of: Occasion) -> Value:
    application = of.application
    return (
        tuple(pack_said(name) for name in application.submitted.packs)
        if application and application.submitted
        else None
    )


def _sites(of: Occasion) -> Value:
    if of.assignment is None:
        return None
    known = {site.code: f"{site.name}, {site.town}" for site in of.client.sites} if of.client else {}
    return "; ".join(known.get(code, code) for code in of.assignment.sites)


def _team(of: Occasion) -> Value:
    members = of.assignment.serving_members if of.assignment else ()
    return tuple(Called(member.person, member.role) for member in members)


def _scope(of: Occasion) -> Value:
    certification = of.certification
    if certification is None:
        return None
    covered = certification.coverages[-1] if certification.coverages else None
    return covered.scope if covered else certification.scope


def _number(of: Occasion) -> Value:
    certification = of.certification
    if certification is None:
        return None
    return certification.attestations[-1].number if certification.attestations else certification.id.partition(":")[2]


def _effective(of: Occasion) -> Value:
    act = of.entry.act if of.entry else None
    if of.entry is None or not isinstance(act, Decide):
        return None
    return act.effective_from or of.entry.effective_on


def _of_finding(part: str) -> Callable[[Occasion], Value]:
    def tell(of: Occasion) -> Value:
        value: Value = getattr(of.dossier, part) if isinstance(of.dossier, Finding) else None
        return value

    return tell


def _of_matter(part: str) -> Callable[[Occasion], Value]:
    def tell(of: Occasion) -> Value:
        received = of.dossier.received if isinstance(of.dossier, Matter) else None
        value: Value = getattr(received, part) if received else None
        return value

    return tell


WORDS: Mapping[str, Callable[[Occasion], Value]] = {
    "body": lambda of: of.body.title if of.body else None,
    "client": lambda of: of.client.title if of.client else None,
    "packs": _packs,
    "pack": lambda of: pack_said(of.pin.pack) if of.pin else None,
    "edition": lambda of: of.pin.edition if of.pin else None,
    "number": _number,
    "covers": _scope,
    "certified_until": lambda of: of.certification.last_day if of.certification else None,
    "effective_day": _effective,
    "assignment": lambda of: Term(of.assignment.what) if of.assignment else None,
    "announced": lambda of: of.assignment.announced if of.assignment else None,
    "from_day": lambda of: of.assignment.from_day if of.assignment else None,
    "to_day": lambda of: of.assignment.to_day if of.assignment else None,
    "places": _sites,
    "days": lambda of: Span(of.assignment.from_day, of.assignment.to_day) if of.assignment else None,
    "team": _team,
    "requirement": _of_finding("requirement"),
    "answer_due": _of_finding("answer_due"),
    "received_on": _of_matter("received_on"),
    "origin": _of_matter("origin"),
}
"""The words of letters. A field of the act that caused the letter goes before a word of the same name."""


def name_of(dossier: Dossier | None, dossier_id: str) -> str:
    """What a dossier is called in a letter; its id's second half where nothing better is known."""
    if dossier is None or (isinstance(dossier, Person) and dossier.particulars is None):
        return dossier_id.partition(":")[2]
    return dossier.title
