"""What every row is."""

from typing import ClassVar

from django.db import models


class Row(models.Model):
    """Base of every row: the dossier it was made from."""

    KEY: ClassVar[tuple[str, ...]] = ("dossier",)
    dossier = models.CharField(max_length=80)

    class Meta:
        abstract = True


def one_per_key(*key: str, name: str) -> list[models.BaseConstraint]:
    """The constraint that keeps a table's ``KEY`` unique, for the database too."""
    return [models.UniqueConstraint(fields=list(key), name=name)]
