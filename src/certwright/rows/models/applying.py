"""Rows of what comes before a certification: enquiry, application, agreement."""

from django.db import models

from certwright.rows.models.row import Row, one_per_key


class EnquiryRow(Row):
    """Every enquiry."""

    client = models.CharField(max_length=80)
    received_on = models.DateField()
    information_sent_on = models.DateField(null=True)
    settled_on = models.DateField(null=True)
    declined_on = models.DateField(null=True)
    standard = models.CharField(max_length=40)

    class Meta:
        constraints = one_per_key("dossier", name="rows_enquiry_key")
        indexes = (models.Index(fields=["received_on", "dossier"], name="rows_enquiry_by_day"),)


class ApplicationRow(Row):
    """Every pack that was applied for: each has a review of its own (ISO/IEC 17065 7.3.4; ISO/IEC 17021-1 9.1.2).

    ``asked_on`` is since when the client is asked for what is missing, while it is.
    """

    KEY = ("dossier", "pack")
    pack = models.CharField(max_length=60)
    standard = models.CharField(max_length=40)
    client = models.CharField(max_length=80)
    enquiry = models.CharField(max_length=80)
    received_on = models.DateField()
    asked_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    declined_on = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", "pack", name="rows_application_key")
        indexes = (
            models.Index(fields=["received_on", "dossier"], name="rows_application_by_day"),
            models.Index(fields=["accepted_on", "declined_on", "received_on"], name="rows_application_waits"),
            models.Index(fields=["client"], name="rows_application_by_client"),
        )


class AgreementRow(Row):
    """Every certification agreement; ``packs`` are what it covers."""

    client = models.CharField(max_length=80)
    packs = models.JSONField()
    valid_from = models.DateField()
    last_day = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", name="rows_agreement_key")
        indexes = (
            models.Index(fields=["client"], name="rows_agreement_by_client"),
            models.Index(fields=["valid_from", "dossier"], name="rows_agreement_by_day"),
        )
