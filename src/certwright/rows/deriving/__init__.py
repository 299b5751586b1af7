"""From a dossier to its rows: one small function per kind, pure but for the row classes.

A row stands here as the values of its table's fields, in their order: rows are compared far more often than written.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from certwright.core.dossiers import (
    Agreement,
    Application,
    Assignment,
    Body,
    Certification,
    Client,
    Committee,
    ControlledDocument,
    Dossier,
    Enquiry,
    Finding,
    Matter,
    OwnAccreditation,
    PackDossier,
    Person,
    Provider,
)
from certwright.rows import models
from certwright.rows.deriving.any_dossier import of_any
from certwright.rows.deriving.applying import of_agreement, of_application, of_enquiry
from certwright.rows.deriving.belonging import of_belonging
from certwright.rows.deriving.certifying import of_certification
from certwright.rows.deriving.determining import of_assignment, of_finding, of_matter
from certwright.rows.deriving.parties import (
    of_accreditation,
    of_body,
    of_client,
    of_committee,
    of_document,
    of_pack,
    of_person,
    of_provider,
)
from certwright.rows.deriving.row import Made
from certwright.rows.models import Row

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
    of_kind = _OF_KIND.get(type(dossier), _nothing_more)
    for table, fields in (*of_any(dossier), *of_belonging(dossier), *of_kind(dossier)):
        fields["dossier"] = dossier.id
        found[table, tuple([fields[name] for name in table.KEY])] = tuple([fields[name] for name in fields_of(table)])
    return found


@cache
def fields_of(table: type[Row]) -> tuple[str, ...]:
    """The names of a table's fields, without the database's own row number."""
    return tuple(field.name for field in table._meta.concrete_fields if field.name != "id")


def _nothing_more(dossier: Dossier) -> Iterator[Made]:
    yield from ()


_OF_KIND: dict[type[Dossier], Callable[[Any], Iterator[Made]]] = {
    Agreement: of_agreement,
    Application: of_application,
    Assignment: of_assignment,
    Body: of_body,
    Certification: of_certification,
    Client: of_client,
    Committee: of_committee,
    ControlledDocument: of_document,
    Enquiry: of_enquiry,
    Finding: of_finding,
    Matter: of_matter,
    OwnAccreditation: of_accreditation,
    PackDossier: of_pack,
    Person: of_person,
    Provider: of_provider,
}

TABLES: tuple[type[Row], ...] = tuple(getattr(models, name) for name in models.__all__ if name != "Row")
"""Every derived table."""
