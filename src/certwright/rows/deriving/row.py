"""A row in the making: a table and the fields of a row of it."""

from datetime import date
from typing import Any

from certwright.core.dossiers import Dossier
from certwright.rows.models import Row

Made = tuple[type[Row], dict[str, Any]]
"""A table and the fields of a row of it; that it belongs to the dossier goes without saying."""


def row(table: type[Row], **fields: Any) -> Made:
    """A row of ``table``."""
    return table, fields


def day_of(dossier: Dossier, act: str) -> date | None:
    """The day the last act of this name took effect that was not annulled; ``None`` if there is none."""
    marks = (mark for mark in reversed(list(dossier.acts.values())) if mark.annulled_by is None)
    return next((mark.effective_on for mark in marks if mark.form.partition("@")[0] == act), None)
