"""The tables of the record. Nothing here is queried for its meaning: questions go to rows.

``Envelope`` is what the chain runs over and is never removed. ``Content`` holds what was said and may be removed by a
recorded erasure act. ``Head`` and ``Tail`` are where each dossier and the whole journal stand; ``journal verify``
holds them against the envelopes. Triggers forbid every other way of changing these tables.
"""

from django.db import models

DIGEST_LENGTH = 64


class Envelope(models.Model):
    """One act: the JSON text that was hashed, byte for byte, and its place in the journal and in its dossier."""

    position = models.BigIntegerField(primary_key=True)
    act_id = models.CharField(max_length=40, unique=True)
    dossier = models.CharField(max_length=80)
    seq = models.IntegerField()
    hash = models.CharField(max_length=DIGEST_LENGTH)
    text = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["dossier", "seq"], name="journal_one_act_per_seq"),)


class Content(models.Model):
    """What an act said: the salted JSON text whose digest stands in the envelope."""

    position = models.BigIntegerField(primary_key=True)
    salt = models.CharField(max_length=32)
    text = models.TextField()


class Erasure(models.Model):
    """The content at ``position`` was removed by the act at ``by``. It opens the way for the removal, and stays."""

    position = models.BigIntegerField(primary_key=True)
    by = models.BigIntegerField()


class Text(models.Model):
    """A text the record refers to by digest: an adopted pack, a rule catalogue. Never removed."""

    digest = models.CharField(max_length=71, primary_key=True)
    text = models.TextField()


class Head(models.Model):
    """Where a dossier's chain stands."""

    dossier = models.CharField(max_length=80, primary_key=True)
    seq = models.IntegerField()
    hash = models.CharField(max_length=DIGEST_LENGTH)


class Tail(models.Model):
    """Where the whole journal stands: its last position and time, and the hash over all envelope hashes in order."""

    id = models.SmallIntegerField(primary_key=True)
    position = models.BigIntegerField()
    hash = models.CharField(max_length=DIGEST_LENGTH)
    recorded_at = models.DateTimeField()
