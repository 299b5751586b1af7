"""Rows of the body, its people and committees, clients and providers, and of what the body itself works by."""

from django.db import models

from certwright.rows.models.row import Row, one_per_key


class BodyRow(Row):
    """The body: its name, the zone its days are counted in, whom its founding named."""

    name = models.CharField(max_length=200)
    time_zone = models.CharField(max_length=60)
    founder = models.CharField(max_length=80)
    first_authoriser = models.CharField(max_length=80)

    class Meta:
        constraints = one_per_key("dossier", name="rows_body_key")


class ThreatRow(Row):
    """Every threat to impartiality; ``residual`` is what was last judged to remain, empty before it was treated."""

    KEY = ("act_id",)
    act_id = models.CharField(max_length=40)
    client = models.CharField(max_length=80)
    identified_on = models.DateField()
    residual = models.CharField(max_length=40)
    look_again_on = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("act_id", name="rows_threat_key")
        indexes = (models.Index(fields=["dossier"], name="rows_threat_of"),)


class ClientRow(Row):
    """Every client."""

    name = models.CharField(max_length=200)
    status = models.CharField(max_length=20)
    country = models.CharField(max_length=2)
    town = models.CharField(max_length=200)
    register_number = models.CharField(max_length=200)
    sites = models.IntegerField()

    class Meta:
        constraints = one_per_key("dossier", name="rows_client_key")
        indexes = (
            models.Index(fields=["name", "dossier"], name="rows_client_by_name"),
            models.Index(fields=["country", "name", "dossier"], name="rows_client_by_country"),
        )


class SiteRow(Row):
    """Every site of every client."""

    KEY = ("dossier", "code")
    code = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    town = models.CharField(max_length=200)
    country = models.CharField(max_length=2)

    class Meta:
        constraints = one_per_key("dossier", "code", name="rows_site_key")


class PersonRow(Row):
    """Every person; ``name`` is empty before particulars are stated and after they are erased."""

    name = models.CharField(max_length=200)
    basis = models.CharField(max_length=20)
    since = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", name="rows_person_key")
        indexes = (models.Index(fields=["name", "dossier"], name="rows_person_by_name"),)


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
        constraints = one_per_key("act_id", "pack", "valid_from", name="rows_authorisation_key")
        indexes = (
            models.Index(fields=["function", "pack", "valid_from"], name="rows_who_could"),
            models.Index(fields=["dossier"], name="rows_authorisation_of"),
            models.Index(fields=["valid_until"], name="rows_authorisation_ends"),
        )


class CommitteeRow(Row):
    """Every committee: what it is for, and the day of its last session."""

    purpose = models.CharField(max_length=60)
    quorum = models.IntegerField()
    founded_on = models.DateField(null=True)
    last_session_on = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", name="rows_committee_key")


class SeatRow(Row):
    """Every seat of every committee, both days included."""

    KEY = ("dossier", "number")
    number = models.IntegerField()
    person = models.CharField(max_length=80)
    interest = models.CharField(max_length=60)
    first_day = models.DateField()
    last_day = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", "number", name="rows_seat_key")
        indexes = (models.Index(fields=["person"], name="rows_seat_of_person"),)


class ProviderRow(Row):
    """Every laboratory, inspection body or agent, and from when until when it is approved."""

    name = models.CharField(max_length=200)
    what = models.CharField(max_length=60)
    methods = models.IntegerField()
    approved_from = models.DateField(null=True)
    approved_until = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", name="rows_provider_key")
        indexes = (models.Index(fields=["name", "dossier"], name="rows_provider_by_name"),)


class AccreditationRow(Row):
    """Every accreditation the body holds or held."""

    accreditation_body = models.CharField(max_length=200)
    standard = models.CharField(max_length=40)
    number = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", name="rows_accreditation_key")


class AdoptionRow(Row):
    """Every adopted text of every pack."""

    KEY = ("act_id",)
    act_id = models.CharField(max_length=40)
    pack = models.CharField(max_length=60)
    edition = models.CharField(max_length=300)
    text_digest = models.CharField(max_length=71)
    adopted_on = models.DateField()

    class Meta:
        constraints = one_per_key("act_id", name="rows_adoption_key")
        indexes = (models.Index(fields=["dossier"], name="rows_adoption_of"),)


class DocumentRow(Row):
    """Every controlled document: its version released last, since when, and its last day if it was withdrawn."""

    title = models.CharField(max_length=200)
    version = models.CharField(max_length=200)
    in_force_from = models.DateField(null=True)
    last_day = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", name="rows_document_key")
        indexes = (models.Index(fields=["title", "dossier"], name="rows_document_by_title"),)
