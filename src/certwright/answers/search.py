"""Finding dossiers by the beginnings of words: of a name, a certificate number, an id."""

from collections.abc import Collection

from django.db import connections
from django.db.models import Exists, OuterRef, Q, QuerySet

from certwright.rows.deriving.words import words_asked
from certwright.rows.models import WordRow


def found(text: str, kinds: Collection[str], using: str = "default") -> QuerySet[WordRow]:
    """A row for each word of a dossier of one of ``kinds`` that begins as asked; no text finds nothing.

    Of several words asked for, each must be the beginning of some word of the dossier. The longest is looked up first:
    it is likely to belong to the fewest.
    """
    asked = sorted(words_asked(text), key=len, reverse=True)
    rows = WordRow.objects.using(using)
    if not asked:
        return rows.none()
    first, *others = asked
    matching = rows.filter(beginning(first, using), kind__in=kinds)
    for word in others:
        matching = matching.filter(Exists(rows.filter(beginning(word, using), dossier=OuterRef("dossier"))))
    return matching


def beginning(word: str, using: str = "default") -> Q:
    """The condition that a word begins so, told as each database finds it by index."""
    if connections[using].vendor == "sqlite":  # its LIKE folds letters by itself and so passes the index over
        return Q(word__gte=word, word__lt=f"{word}\U0010ffff")
    return Q(word__startswith=word)
