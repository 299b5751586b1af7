"""The views of lists that somebody keeps: a name for a question asked again and again."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class SavedView(models.Model):
    """A question to a list, as it stands in its address, under a name of the user's own."""

    LONGEST: ClassVar[int] = 60
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    listing = models.CharField(max_length=40)
    name = models.CharField(max_length=LONGEST)
    query = models.CharField(max_length=2_000)

    class Meta:
        app_label = "accounts"
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=["user", "listing", "name"], name="accounts_saved_view_by_name"),)
