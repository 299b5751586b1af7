"""The schedule as the database keeps it: when each job is due, and how it went last."""

from django.db import models


class Turn(models.Model):
    """A job of the schedule. ``due_at`` is when it is put into the queue next, ``queued_at`` when it was last."""

    name = models.CharField(max_length=40, unique=True)
    due_at = models.DateTimeField()
    queued_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=40, blank=True, default="")
