"""To whom a letter goes, and how they are reached: by e-mail, or on paper if they never sign in."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from certwright.core.acts.body import LegalEntity
from certwright.core.dossiers import Application, Matter, Person
from certwright.outbox.facts import Occasion

_EMAIL = re.compile(r"[^\s<>()\[\],;:@\"]+@[^\s<>()\[\],;:@\"]+\.[^\s<>()\[\],;:@\".]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter goes to. ``recipient`` is their dossier; ``email`` is empty where only paper reaches them."""

    recipient: str = ""
    name: str = ""
    email: str = ""
    postal: str = ""


def address(of: Occasion, to: str, last_application: Callable[[str], Application | None]) -> Addressee:
    """Who gets a letter ``to`` the client or the origin of a matter. Nobody: an addressee without a name."""
    if to == "origin" and isinstance(of.dossier, Matter):
        received = of.dossier.received
        if received is None or received.origin != "client":
            return of_origin(of.dossier)
    return of_client(of, last_application)


def of_client(of: Occasion, last_application: Callable[[str], Application | None]) -> Addressee:
    """The client, by the person who speaks for it: its representative in the application of the case, or the last."""
    client = of.client
    if client is None:
        return Addressee()
    application = of.application or last_application(client.id)
    speaks = application.submitted.representative if application and application.submitted else None
    person = of.at(speaks) if speaks else None
    told = person.particulars if isinstance(person, Person) else None
    postal = postal_address(client.legal_entity) if client.legal_entity else ""
    if told is None:
        return Addressee(client.id, one_line(client.title), "", postal)
    return Addressee(speaks or client.id, one_line(told.name), told.email or "", told.address or postal)


def of_origin(matter: Matter) -> Addressee:
    """Whom a complaint came from, as stated apart from it; nobody before that is stated or after it was erased."""
    told = matter.origin
    if told is None:
        return Addressee()
    contact = told.contact or ""
    found = _EMAIL.search(contact)
    return Addressee(matter.id, one_line(told.who), found[0] if found else "", contact)


def postal_address(entity: LegalEntity) -> str:
    """The lines of an envelope."""
    town = " ".join(filter(None, (entity.postal_code, entity.town)))
    return "\n".join(filter(None, (entity.name, entity.street, town, entity.country)))


def one_line(name: str) -> str:
    """A name without anything that would begin another line, be it in a letter or in the head of a mail."""
    return " ".join(_CONTROL.sub(" ", name).split())
