"""The derived tables. Rows hold dates, never statuses: lists compare them with today (DESIGN section 5.7).

Each row belongs to the dossier it was made from and is told from the others of that dossier by its ``KEY``.
"""

from typing import ClassVar

from django.db import models


class Row(models.Model):
    """Base of every row: the dossier it was made from."""

    KEY: ClassVar[tuple[str, ...]] = ("dossier",)
    dossier = models.CharField(max_length=80)

    class Meta:
        abstract = True


def _one_per_key(*key: str, name: str) -> list[models.BaseConstraint]:
    return [models.UniqueConstraint(fields=list(key), name=name)]


class DossierRow(Row):
    """Every dossier: its kind and title, how many acts it has, when it last moved."""

    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=500)  # a few lines of at most 200 characters each
    seq = models.IntegerField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = _one_per_key("dossier", name="rows_dossier_key")
        indexes = (models.Index(fields=["kind", "title"], name="rows_dossier_by_title"),)


class ClientRow(Row):
    """Every client."""

    name = models.CharField(max_length=200)
    status = models.CharField(max_length=20)
    country = models.CharField(max_length=2)
    town = models.CharField(max_length=200)
    register_number = models.CharField(max_length=200)
    sites = models.IntegerField()

    class Meta:
        constraints = _one_per_key("dossier", name="rows_client_key")


class SiteRow(Row):
    """Every site of every client."""

    KEY = ("dossier", "code")
    code = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    town = models.CharField(max_length=200)
    country = models.CharField(max_length=2)

    class Meta:
        constraints = _one_per_key("dossier", "code", name="rows_site_key")


class PersonRow(Row):
    """Every person; ``name`` is empty before particulars are stated and after they are erased."""

    name = models.CharField(max_length=200)
    basis = models.CharField(max_length=20)
    since = models.DateField(null=True)

    class Meta:
        constraints = _one_per_key("dossier", name="rows_person_key")


class AuthorisationRow(Row):
    """Every time an authorisation is in force, once per pack it is bound to (``pack`` empty: bound to none).

    An authorisation that was suspended and restored has a row for the time before and one for the time after.
    """

    KEY = ("act_id", "pack", "valid_from")
    act_id = models.CharField(max_length=40)
    function = models.CharField(max_length=40)
    pack = models.CharField(max_length=60)
    areas = models.JSONField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        constraints = _one_per_key("act_id", "pack", "valid_from", name="rows_authorisation_key")
        indexes = (
            models.Index(fields=["function", "pack", "valid_from"], name="rows_who_could"),
            models.Index(fields=["dossier"], name="rows_authorisation_of"),
        )


class AdoptionRow(Row):
    """Every adopted text of every pack."""

    KEY = ("act_id",)
    act_id = models.CharField(max_length=40)
    pack = models.CharField(max_length=60)
    edition = models.CharField(max_length=300)
    text_digest = models.CharField(max_length=71)
    adopted_on = models.DateField()

    class Meta:
        constraints = _one_per_key("act_id", name="rows_adoption_key")
        indexes = (models.Index(fields=["dossier"], name="rows_adoption_of"),)


class BreachRow(Row):
    """Every breach on the record, numbered within its act."""

    KEY = ("act_id", "number")
    act_id = models.CharField(max_length=40)
    number = models.IntegerField()
    rule = models.CharField(max_length=120)
    says = models.CharField(max_length=120)

    class Meta:
        constraints = _one_per_key("act_id", "number", name="rows_breach_key")
        indexes = (models.Index(fields=["dossier"], name="rows_breach_of"),)


class LinkRow(Row):
    """Which dossier refers to which, and by what kind of act: how work booked on something that changed is found."""

    KEY = ("dossier", "target", "by")
    target = models.CharField(max_length=80)
    by = models.CharField(max_length=60)

    class Meta:
        constraints = _one_per_key("dossier", "target", "by", name="rows_link_key")
        indexes = (models.Index(fields=["target"], name="rows_link_to"),)


class ClaimRow(Row):
    """What may belong to one dossier only, such as a client's register number. The database keeps it so."""

    KEY = ("scope", "value")
    scope = models.CharField(max_length=40)
    value = models.CharField(max_length=1_300)  # two lines of 200 characters, each of which may fold into three

    class Meta:
        constraints = _one_per_key("scope", "value", name="rows_claim_key")
        indexes = (models.Index(fields=["dossier"], name="rows_claim_of"),)
