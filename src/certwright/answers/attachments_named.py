"""Which attachments the record names: to find files that are missing, and files no act names."""

from collections.abc import Iterator
from itertools import chain

from django.db import connections
from pydantic_core import from_json

from certwright.core.acts import UnknownAct, read_act

_PAGE = 1_000
_DIGEST = "sha256:"


def attachments_named(using: str = "default") -> frozenset[str]:
    """The ids of all attachments that acts whose content stands name, as evidence or as what shows an authority."""
    return frozenset(chain.from_iterable(_named(form, text) for form, text in _contents(using)))


def _contents(using: str) -> Iterator[tuple[str, str]]:
    """The envelope and content texts of acts that name a digest at all, read page by page."""
    query = f"""SELECT c.position, e.text, c.text FROM journal_content c
JOIN journal_envelope e ON e.position = c.position
WHERE c.position > %s AND c.text LIKE %s ORDER BY c.position LIMIT {_PAGE}"""
    after = 0
    while True:
        with connections[using].cursor() as cursor:
            cursor.execute(query, [after, f"%{_DIGEST}%"])
            found = cursor.fetchall()
        yield from ((envelope, content) for _, envelope, content in found)
        if len(found) < _PAGE:
            return
        after = found[-1][0]


def _named(envelope: str, content: str) -> Iterator[str]:
    said = from_json(content)
    evidence = (said.get("on_behalf") or {}).get("evidence", "")
    if evidence.startswith(_DIGEST):
        yield evidence
    try:
        yield from read_act(from_json(envelope)["form"], said["fields"]).attachments()
    except (UnknownAct, ValueError):
        return  # written by a later release: what it names cannot be known here
