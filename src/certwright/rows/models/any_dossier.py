"""What every dossier makes, whatever its kind: its line, its words, its breaches, what it refers to and claims."""

from django.db import models

from certwright.rows.models.row import Row, one_per_key


class DossierRow(Row):
    """Every dossier: its kind and title, how many acts it has, when it last moved."""

    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=500)  # a few lines of at most 200 characters each
    seq = models.IntegerField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = one_per_key("dossier", name="rows_dossier_key")
        indexes = (models.Index(fields=["kind", "title"], name="rows_dossier_by_title"),)


class WordRow(Row):
    """What a dossier is found by: the words of its name, its numbers and its id, folded, each at most 40 characters."""

    KEY = ("dossier", "word")
    word = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)

    class Meta:
        constraints = one_per_key("dossier", "word", name="rows_word_key")
        indexes = (
            # On PostgreSQL the beginning of a word is found by index only in this class of operators.
            models.Index(
                fields=["word", "kind", "dossier"],
                name="rows_word_by_word",
                opclasses=["varchar_pattern_ops", "varchar_ops", "varchar_ops"],
            ),
        )


class BreachRow(Row):
    """Every breach on the record, numbered within its act, with the day the act took effect."""

    KEY = ("act_id", "number")
    act_id = models.CharField(max_length=40)
    number = models.IntegerField()
    rule = models.CharField(max_length=120)
    says = models.CharField(max_length=120)
    on = models.DateField()

    class Meta:
        constraints = one_per_key("act_id", "number", name="rows_breach_key")
        indexes = (
            models.Index(fields=["dossier"], name="rows_breach_of"),
            models.Index(fields=["on"], name="rows_breach_by_day"),
        )


class LinkRow(Row):
    """Which dossier refers to which, and by what kind of act: how work booked on something that changed is found."""

    KEY = ("dossier", "target", "by")
    target = models.CharField(max_length=80)
    by = models.CharField(max_length=60)

    class Meta:
        constraints = one_per_key("dossier", "target", "by", name="rows_link_key")
        indexes = (models.Index(fields=["target"], name="rows_link_to"),)


class ClaimRow(Row):
    """What may belong to one dossier only, such as a client's register number. The database keeps it so."""

    KEY = ("scope", "value")
    scope = models.CharField(max_length=40)
    value = models.CharField(max_length=1_300)  # two lines of 200 characters, each of which may fold into three

    class Meta:
        constraints = one_per_key("scope", "value", name="rows_claim_key")
        indexes = (models.Index(fields=["dossier"], name="rows_claim_of"),)
