"""From a dossier to its rows: one small function per kind, pure but for the row classes.

A row stands here as the values of its table's fields, in their order: rows are compared far more often than written.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import product
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

Values = tuple[Any, ...]
Rows = Mapping[Key, Values]
"""Rows as the values of their fields, by key."""


def rows_of(dossier: Dossier) -> dict[Key, Values]:
    """Every row the dossier makes, by key. A dossier nothing was recorded in makes none."""
    if not dossier.exists:
        return {}
    found: dict[Key, Values] = {}
    for table, fields in (*_of_any(dossier), *_OF_KIND.get(type(dossier), _nothing_more)(dossier)):
        fields["dossier"] = dossier.id
        found[table, tuple([fields[name] for name in table.KEY])] = tuple([fields[name] for name in fields_of(table)])
    return found


@cache
def fields_of(table: type[Row]) -> tuple[str, ...]:
    """The names of a table's fields, without the database's own row number."""
    return tuple(field.name for field in table._meta.concrete_fields if field.name != "id")


Made = tuple[type[Row], dict[str, Any]]
"""A table and the fields of a row of it; that it belongs to the dossier goes without saying."""


def _row(table: type[Row], **fields: Any) -> Made:
    return table, fields


def _of_any(dossier: Dossier) -> Iterator[Made]:
    yield _row(DossierRow, kind=dossier.kind, title=dossier.title, seq=dossier.seq, recorded_at=dossier.recorded_at)
    numbers: dict[str, int] = {}
    for act_id, breach in dossier.breaches:
        numbers[act_id] = numbers.get(act_id, 0) + 1
        yield _row(BreachRow, act_id=act_id, number=numbers[act_id], rule=breach.rule, says=breach.says)
    for target, by in sorted(dossier.links):
        yield _row(LinkRow, target=target, by=by)


def _nothing_more(dossier: Dossier) -> Iterator[Made]:
    yield from ()


def _of_certification(certification: Certification) -> Iterator[Made]:
    for number in sorted({issued.number for issued in certification.attestations}):
        yield _row(ClaimRow, scope="certificate.number", value=number.casefold())
    if certification.pin is not None:  # one acceptance of an application opens one certification
        value = f"{certification.application} / {certification.pin.pack}"
        yield _row(ClaimRow, scope="application.certification", value=value)


def _of_client(client: Client) -> Iterator[Made]:
    entity = client.legal_entity
    if entity is None:
        return
    number = entity.register_number or ""
    yield _row(
        ClientRow,
        name=entity.name,
        status=client.status,
        country=entity.country,
        town=entity.town,
        register_number=number,
        sites=len(client.sites),
    )
    for site in client.sites:
        yield _row(SiteRow, code=site.code, name=site.name, town=site.town, country=site.country)
    if number:
        value = " / ".join((entity.country, (entity.register_name or "").casefold(), number.casefold()))
        yield _row(ClaimRow, scope="client.register-number", value=value)


def _of_person(person: Person) -> Iterator[Made]:
    if not person.is_open:
        return
    name = person.particulars.name if person.particulars else ""
    yield _row(PersonRow, name=name, basis=person.basis, since=person.since)
    for held in person.authorisations:
        for pack, (first, last) in product(held.packs or ("",), held.in_force()):
            yield _row(
                AuthorisationRow,
                act_id=held.act,
                function=held.function.value,
                pack=pack,
                areas=list(held.areas),
                valid_from=first,
                valid_until=last,
            )


def _of_pack(pack: PackDossier) -> Iterator[Made]:
    for adopted in pack.adoptions:
        yield _row(
            AdoptionRow,
            act_id=adopted.act,
            pack=pack.name,
            edition=adopted.edition,
            text_digest=adopted.text,
            adopted_on=adopted.adopted_on,
        )


_OF_KIND: dict[type[Dossier], Callable[[Any], Iterator[Made]]] = {
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
