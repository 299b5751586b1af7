"""Rows of confidentiality: where a dossier belongs and who has a part in it (17065 4.5; 17021-1 8.4)."""

from django.db import models

from certwright.rows.models.row import Row, one_per_key


class BelongingRow(Row):
    """Every dossier that belongs to a client or a certification, and whether the client was told of it."""

    client = models.CharField(max_length=80)
    certification = models.CharField(max_length=80)
    told = models.BooleanField()

    class Meta:
        constraints = one_per_key("dossier", name="rows_belonging_key")
        indexes = (
            models.Index(fields=["client"], name="rows_belonging_to_client"),
            models.Index(fields=["certification"], name="rows_belonging_to_case"),
        )


class PartRow(Row):
    """Whoever has, or had, a part in the work a dossier holds; ``until_day`` is the last day of it (none: still).

    The client and the certification are the dossier's own, so that one question tells what somebody takes part in.
    """

    KEY = ("dossier", "person")
    person = models.CharField(max_length=80)
    until_day = models.DateField(null=True)
    client = models.CharField(max_length=80)
    certification = models.CharField(max_length=80)

    class Meta:
        constraints = one_per_key("dossier", "person", name="rows_part_key")
        indexes = (
            models.Index(fields=["person"], name="rows_part_of_person"),
            models.Index(fields=["certification"], name="rows_part_in_case"),
        )
