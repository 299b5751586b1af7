"""The parts of a certificate, with the clause that asks for each (ISO/IEC 17021-1 8.2.2; ISO/IEC 17065 7.7.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Translated = Mapping[str, str]
"""Language code → text."""


def in_language(texts: Translated, language: str) -> str:
    """The text in ``language``, else in English, else in the language that comes first."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; ``country`` is its ISO 3166-1 code."""

    town: str
    country: str
    street: str | None = None
    postal_code: str | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """Street, and postal code with town."""
        town = f"{self.postal_code} {self.town}" if self.postal_code else self.town
        return (self.street, town) if self.street else (town,)


@dataclass(frozen=True, slots=True)
class Party:
    """A body or a holder: legal name and address (17021-1 8.2.2 a; 17065 7.7.1 a, c).

    ``register_name`` and ``register_number`` tell where and as what the law knows it.
    """

    name: str
    form: str
    address: Address
    register_name: str | None = None
    register_number: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is covered (17021-1 8.2.2 a, f)."""

    code: str
    name: str
    address: Address


@dataclass(frozen=True, slots=True)
class Product:
    """A product, process or service that is certified, its category and the models covered (17065 7.7.1 d)."""

    code: str
    name: str
    category: Translated
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that conformity is stated with, and its edition (17021-1 8.2.2 e; 17065 7.7.1 d)."""

    document: str
    edition: str
    title: str

    @property
    def named(self) -> str:
        """The document with its edition, as people write it: ``ISO 9001:2015``; ``Factory rules (1)``."""
        if not self.edition:
            return self.document
        dated = len(self.edition) >= 4 and self.edition[:4].isdigit()
        return f"{self.document}:{self.edition}" if dated else f"{self.document} ({self.edition})"


@dataclass(frozen=True, slots=True)
class Scheme:
    """The scheme or standard certified to, by pack; ``owner`` is the scheme owner's name where it is not the body."""

    pack: str
    edition: str
    title: Translated
    kind: str
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates a certificate shows, all inclusive (17021-1 8.2.2 b, c; 17065 7.7.1 b, e).

    ``original`` is when certification was first granted, ``effective`` when what this version says came into force,
    ``last_day`` its expiry (``None``: open ended), ``recertified`` the latest renewal. After a lapse, ``lapsed_after``
    is the old last day and ``recertification_audit`` the audit that ended the lapse (17021-1 8.2.2 b, note).
    """

    original: date
    effective: date
    last_day: date | None
    recertified: date | None = None
    lapsed_after: date | None = None
    recertification_audit: date | None = None


class AccreditationSymbol(StrEnum):
    """What of the accreditation a certificate shows."""

    NONE = "none"
    SYMBOL = "symbol"
    SYMBOL_AND_ARRANGEMENT = "symbol-and-arrangement"


@dataclass(frozen=True, slots=True)
class Accredited:
    """The accreditation whose scope covers the certificate on the day of issue: by whom, under which number.

    ``arrangement`` and ``mark`` are the arrangement the accreditation body signed and the mark we hold a licence for.
    """

    accreditation_body: str
    number: str
    standard: str
    arrangement: str | None
    mark: str | None

    @property
    def shows(self) -> AccreditationSymbol:
        """The accreditation symbol, with the arrangement's mark only where there is a licence for it."""
        return AccreditationSymbol.SYMBOL_AND_ARRANGEMENT if self.mark else AccreditationSymbol.SYMBOL


@dataclass(frozen=True, slots=True)
class CertificateContent:
    """Everything a version of a certificate says.

    ``title`` is the scheme's name for the document, ``scope`` what is covered in words, ``languages`` those it is
    written in, the first of them leading. ``assessed_on`` is the last day of the work the decision rests on.
    ``not_covered`` is what the scheme wants said about its limits; ``licence`` the number of a mark licence in force;
    ``further`` what standard or scheme asks beyond that, label and text (17021-1 8.2.2 h; 17065 7.7.1 f).
    """

    number: str
    version: int
    issued_on: date
    signed_by: str
    languages: tuple[str, ...]
    standard: str
    object_kind: str
    body: Party
    holder: Party
    scheme: Scheme
    title: Translated
    scope: Translated
    references: tuple[Reference, ...]
    sites: tuple[Site, ...]
    products: tuple[Product, ...]
    dates: Dates
    assessed_on: date
    accreditation: Accredited | None = None
    not_covered: str | None = None
    licence: str | None = None
    further: tuple[tuple[str, str], ...] = ()

    @property
    def is_management_system(self) -> bool:
        """Whether a management system is certified, not a product, process or service."""
        return self.object_kind == "management-system"
