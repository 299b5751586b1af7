"""The tables of drafts, one for each person, dossier and kind of act, and of what uploaded files were called."""

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """What ``user`` typed so far into the form of ``act`` in ``dossier``.

    ``content`` is what the form kept, unjudged. ``passed_by`` is what whoever passed it on is called, if somebody did.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    dossier = models.CharField(max_length=80)
    act = models.CharField(max_length=60)
    content = models.JSONField()
    passed_by = models.CharField(max_length=200, blank=True, default="")
    began_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "dossier", "act"], name="drafts_one_each")]
        indexes = [models.Index(fields=["user", "-saved_at"], name="drafts_of_user")]


class FileName(models.Model):
    """What a file was called when it was handed in for ``dossier``, and its size in bytes.

    Acts name a file by its digest alone. What it was called is no part of the record, and can be erased.
    """

    dossier = models.CharField(max_length=80)
    digest = models.CharField(max_length=80)
    name = models.CharField(max_length=255)
    size = models.BigIntegerField()
    kept_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "digest"], name="drafts_file_named_once")]
