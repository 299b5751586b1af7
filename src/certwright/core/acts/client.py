"""Acts about a client: the organisation or person that is responsible to the body (ISO/IEC 17065 3.1)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.acts.body import LegalEntity
from certwright.core.functions import Function
from certwright.core.words import Country, Line, LongText, PastDay, PersonId


class Site(Part):
    """A permanent place where the client works, or where a process or service under certification is carried out."""

    code: Line
    name: Line
    street: Line | None = None
    postal_code: Line | None = None
    town: Line
    country: Country


class RegisterClient(
    Act,
    name="client.register",
    about="client",
    nature=Nature.AUTHORITY,
    by={Function.CLIENT_ADMINISTRATION},
    says="Registered the client {act.legal_entity.name} with {count:sites}.",
):
    """Register a client with its legal entity and sites (ISO/IEC 17065 7.2; ISO/IEC 17021-1 9.1.1).

    A sole trader's own name and address are personal data: they stand in the proprietor's person dossier, where they
    can be erased, and ``legal_entity`` holds the trading name only.
    """

    legal_entity: LegalEntity
    status: Literal["legal-person", "sole-trader"] = "legal-person"
    proprietor: PersonId | None = None
    sites: Annotated[tuple[Site, ...], Field(min_length=1, max_length=2_000)]


class ChangeClient(
    Act,
    name="client.change",
    about="client",
    nature=Nature.FACT,
    by={Function.CLIENT_ADMINISTRATION},
    says="The client told us: {act.what}",
):
    """What changed about the client: its name or address, or its sites, as all of them are now (17065 4.1.2.2 k).

    What is not given stays. Another legal entity is another client (R-12). What a change means for each certification
    is notified and assessed there.
    """

    what: LongText
    told_on: PastDay
    legal_entity: LegalEntity | None = None
    sites: Annotated[tuple[Site, ...], Field(max_length=2_000)] = ()
