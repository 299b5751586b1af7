"""Rows of determination and what it brings up: assignments, who works on them, findings; and complaints and appeals."""

from django.db import models

from certwright.rows.models.row import Row, one_per_key


class AssignmentRow(Row):
    """Every assignment. ``leader`` leads it, ``members`` is how many are on it; ``reported_on`` is the report in force.

    ``conclusion`` is what that report concludes.
    """

    certification = models.CharField(max_length=80)
    client = models.CharField(max_length=80)
    standard = models.CharField(max_length=40)
    pack = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    planned_from = models.DateField()
    planned_to = models.DateField()
    confirmed_on = models.DateField(null=True)
    plan_sent_on = models.DateField(null=True)
    held_from = models.DateField(null=True)
    held_to = models.DateField(null=True)
    interrupted_on = models.DateField(null=True)
    reported_on = models.DateField(null=True)
    conclusion = models.CharField(max_length=60)
    leader = models.CharField(max_length=80)
    members = models.IntegerField()
    provider = models.CharField(max_length=80)

    class Meta:
        constraints = one_per_key("dossier", name="rows_assignment_key")
        indexes = (
            models.Index(fields=["planned_from", "dossier"], name="rows_assignment_by_day"),
            models.Index(fields=["reported_on", "planned_from"], name="rows_assignment_unreported"),
            models.Index(fields=["certification"], name="rows_assignment_of"),
            models.Index(fields=["client"], name="rows_assignment_by_client"),
        )


class AppointmentRow(Row):
    """Every appointment to an assignment, in the order made."""

    KEY = ("dossier", "number")
    number = models.IntegerField()
    person = models.CharField(max_length=80)
    role = models.CharField(max_length=40)
    appointed_on = models.DateField()
    released_on = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", "number", name="rows_appointment_key")
        indexes = (models.Index(fields=["person", "released_on"], name="rows_appointment_of_person"),)


class FindingRow(Row):
    """Every nonconformity. ``settled_on`` is when nothing more was wanted for it.

    That is its verification; for a minor one of a management system already the acceptance of what is planned.
    """

    certification = models.CharField(max_length=80)
    assignment = models.CharField(max_length=80)
    client = models.CharField(max_length=80)
    standard = models.CharField(max_length=40)
    pack = models.CharField(max_length=60)
    grade = models.CharField(max_length=40)
    requirement = models.CharField(max_length=200)
    raised_on = models.DateField()
    raised_by = models.CharField(max_length=80)
    told_on = models.DateField(null=True)
    answer_due = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    judged = models.CharField(max_length=40)
    accepted_on = models.DateField(null=True)
    verified_on = models.DateField(null=True)
    settled_on = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", name="rows_finding_key")
        indexes = (
            models.Index(fields=["raised_on", "dossier"], name="rows_finding_by_day"),
            models.Index(fields=["settled_on", "answer_due"], name="rows_finding_due"),
            models.Index(fields=["certification"], name="rows_finding_of"),
            models.Index(fields=["assignment"], name="rows_finding_assignment"),
        )


class MatterRow(Row):
    """Every complaint, appeal and misuse; whom it came from is not told here. ``ours`` is what validation said."""

    kind = models.CharField(max_length=20)
    standard = models.CharField(max_length=40)
    received_on = models.DateField()
    certification = models.CharField(max_length=80)
    client = models.CharField(max_length=80)
    ours = models.CharField(max_length=20)
    acknowledged_on = models.DateField(null=True)
    handler = models.CharField(max_length=80)
    inquired_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    outcome = models.CharField(max_length=40)
    told_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", name="rows_matter_key")
        indexes = (
            models.Index(fields=["received_on", "dossier"], name="rows_matter_by_day"),
            models.Index(fields=["closed_on", "received_on"], name="rows_matter_open"),
        )
