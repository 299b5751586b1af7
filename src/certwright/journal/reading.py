"""Reading the record: the entries of dossiers, one act by its id, the stored texts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from django.db import connections

from certwright.core.entry import Entry
from certwright.journal.envelope import read_entry
from certwright.journal.models import Text

_COLUMNS = """SELECT e.text, e.hash, c.text FROM journal_envelope e
LEFT JOIN journal_content c ON c.position = e.position"""


AT_ONCE = 300
"""How many dossiers one question names at most: databases refuse a longer one."""


def entries(after: Mapping[str, int], using: str) -> Mapping[str, list[Entry]]:
    """The entries of each dossier that come after a sequence number (0: all of them), in order."""
    found: dict[str, list[Entry]] = defaultdict(list)
    pairs = list(after.items())
    for start in range(0, len(pairs), AT_ONCE):
        some = pairs[start : start + AT_ONCE]
        wanted = " OR ".join(["(e.dossier = %s AND e.seq > %s)"] * len(some))
        given = [value for pair in some for value in pair]
        with connections[using].cursor() as cursor:
            cursor.execute(f"{_COLUMNS} WHERE {wanted} ORDER BY e.dossier, e.seq", given)
            for text, envelope_hash, content in cursor.fetchall():
                entry = read_entry(text, envelope_hash, content)
                found[entry.dossier].append(entry)
    return found


def entries_between(after: str, upto: str | None, using: str) -> Mapping[str, list[Entry]]:
    """The entries of every dossier whose id comes after ``after``, up to ``upto`` (``None``: to the last one).

    Ids are in the order the database keeps them in, which need not be Python's.
    """
    found: dict[str, list[Entry]] = defaultdict(list)
    upper, given = ("AND e.dossier <= %s", [after, upto]) if upto is not None else ("", [after])
    with connections[using].cursor() as cursor:
        cursor.execute(f"{_COLUMNS} WHERE e.dossier > %s {upper} ORDER BY e.dossier, e.seq", given)
        for text, envelope_hash, content in cursor.fetchall():
            entry = read_entry(text, envelope_hash, content)
            found[entry.dossier].append(entry)
    return found


def by_id(act_ids: Iterable[str], using: str) -> list[tuple[Entry, str | None]]:
    """The recorded acts among ``act_ids``, each with the text of its content (``None``: erased)."""
    wanted = list(act_ids)
    if not wanted:
        return []
    places = ", ".join(["%s"] * len(wanted))
    with connections[using].cursor() as cursor:
        cursor.execute(f"{_COLUMNS} WHERE e.act_id IN ({places}) ORDER BY e.position", wanted)
        return [(read_entry(text, found, content), content) for text, found, content in cursor.fetchall()]


Line = tuple[int, str, int, str, str, str, str | None, str | None]
"""Position, act id, sequence number, dossier, hash and text of an envelope; salt and text of its content."""


def lines(using: str, after: int = 0, page: int = 5_000) -> Iterator[Line]:
    """Every envelope with its content in journal order, read page by page so that no lock and no memory is held."""
    query = f"""SELECT e.position, e.act_id, e.seq, e.dossier, e.hash, e.text, c.salt, c.text FROM journal_envelope e
LEFT JOIN journal_content c ON c.position = e.position WHERE e.position > %s ORDER BY e.position LIMIT {page}"""
    while True:
        with connections[using].cursor() as cursor:
            cursor.execute(query, [after])
            found = cursor.fetchall()
        yield from found
        if len(found) < page:
            return
        after = found[-1][0]


def text(digest: str, using: str) -> str | None:
    """A stored text by its digest, or ``None``."""
    return texts([digest], using).get(digest)


def texts(digests: Iterable[str], using: str) -> Mapping[str, str]:
    """Stored texts by digest, in one question; those that are not in store are left out."""
    return dict(Text.objects.using(using).filter(digest__in=set(digests)).values_list("digest", "text"))
