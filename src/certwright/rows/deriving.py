"""From a dossier to its rows: one small function per kind, pure but for the row classes.

A row stands as a tuple of its table's field values, so that sets of rows can be compared.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from certwright.core.dossiers import Certification, Client, Dossier, PackDossier, Person
from certwright.rows.models import (
    AdoptionRow,
    AuthorisationRow,
    BreachRow,
    ClaimRow,
    ClientRow,
    DossierRow,
    LinkRow,
    PersonRow,
    Row,
    SiteRow,
)

Key = tuple[type[Row], tuple[Any, ...]]
"""A table and the values of its ``KEY`` fields."""


def rows_of(dossier: Dossier) -> dict[Key, Row]:
    """Every row the dossier makes, by key. A dossier nothing was recorded in makes none."""
    if not dossier.exists:
        return {}
    made = [*_of_any(dossier), *_OF_KIND.get(type(dossier), _nothing_more)(dossier)]
    return {(type(row), tuple(getattr(row, name) for name in row.KEY)): row for row in made}


@cache
def fields_of(table: type[Row]) -> tuple[str, ...]:
    """The names of a table's fields, without the database's own row number."""
    return tuple(field.name for field in table._meta.concrete_fields if field.name != "id")


def values_of(row: Row) -> tuple[Any, ...]:
    """The values of a row in the order of its fields."""
    return tuple(getattr(row, name) for name in fields_of(type(row)))


def _of_any(dossier: Dossier) -> Iterator[Row]:
    yield DossierRow(
        dossier=dossier.id, kind=dossier.kind, title=dossier.title, seq=dossier.seq, recorded_at=dossier.recorded_at
    )
    numbers: dict[str, int] = {}
    for act_id, breach in dossier.breaches:
        numbers[act_id] = numbers.get(act_id, 0) + 1
        yield BreachRow(
            dossier=dossier.id, act_id=act_id, number=numbers[act_id], rule=breach.rule, says=breach.says
        )
    for target, by in sorted(dossier.links):
        yield LinkRow(dossier=dossier.id, target=target, by=by)


def _nothing_more(dossier: Dossier) -> Iterator[Row]:
    yield from ()


def _of_certification(certification: Certification) -> Iterator[Row]:
    for number in sorted({issued.number for issued in certification.attestations}):
        yield ClaimRow(dossier=certification.id, scope="certificate.number", value=number.casefold())


def _of_client(client: Client) -> Iterator[Row]:
    entity = client.legal_entity
    if entity is None:
        return
    number = entity.register_number or ""
    yield ClientRow(
        dossier=client.id,
        name=entity.name,
        status=client.status,
        country=entity.country,
        town=entity.town,
        register_number=number,
        sites=len(client.sites),
    )
    for site in client.sites:
        yield SiteRow(dossier=client.id, code=site.code, name=site.name, town=site.town, country=site.country)
    if number:
        value = " / ".join((entity.country, (entity.register_name or "").casefold(), number.casefold()))
        yield ClaimRow(dossier=client.id, scope="client.register-number", value=value)


def _of_person(person: Person) -> Iterator[Row]:
    if not person.is_open:
        return
    name = person.particulars.name if person.particulars else ""
    yield PersonRow(dossier=person.id, name=name, basis=person.basis, since=person.since)
    for held in person.authorisations:
        for pack in held.packs or ("",):
            yield AuthorisationRow(
                dossier=person.id,
                act_id=held.act,
                function=held.function.value,
                pack=pack,
                areas=list(held.areas),
                valid_from=held.valid_from,
                valid_until=held.valid_until,
            )


def _of_pack(pack: PackDossier) -> Iterator[Row]:
    for adopted in pack.adoptions:
        yield AdoptionRow(
            dossier=pack.id,
            act_id=adopted.act,
            pack=pack.name,
            edition=adopted.edition,
            text_digest=adopted.text,
            adopted_on=adopted.adopted_on,
        )


_OF_KIND: dict[type[Dossier], Callable[[Any], Iterator[Row]]] = {
    Certification: _of_certification,
    Client: _of_client,
    PackDossier: _of_pack,
    Person: _of_person,
}

TABLES: tuple[type[Row], ...] = (
    DossierRow,
    ClientRow,
    SiteRow,
    PersonRow,
    AuthorisationRow,
    AdoptionRow,
    BreachRow,
    LinkRow,
    ClaimRow,
)
