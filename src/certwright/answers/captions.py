"""What dossiers are called on pages: their stored titles with words, days and names as people write them.

A stored title may hold an id (``iso-9001 for client:c-14``) or a bare day: rows are made from one dossier alone.
"""

import re
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from certwright.answers.pack_names import pack_said
from certwright.answers.saying import names
from certwright.answers.why import in_days
from certwright.answers.words import KINDS, said

_ID = re.compile(r"\b(?:client|person|certification):[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


def captions(
    dossiers: Iterable[str], titles: Mapping[str, str] | None = None, using: str = "default"
) -> Mapping[str, str]:
    """What each of ``dossiers`` is called. ``titles`` are those at hand already; the others are read from rows."""
    wanted = set(dossiers)
    known = {each: title for each, title in (titles or {}).items() if title != each}
    known |= names(wanted - known.keys(), using)
    inside = {found for each in wanted for found in _ID.findall(known.get(each, ""))}
    if missing := inside - known.keys():
        known |= names(missing, using)
    return {each: caption(each, known.get(each, ""), known) for each in wanted}


def caption(dossier: str, title: str, known: Mapping[str, str]) -> str:
    """What one dossier is called. ``known`` are the names of the dossiers its title may mention."""
    kind, _sep, key = dossier.partition(":")
    if kind == "pack":
        return pack_said(key)
    if not title or title == dossier:
        return f"{KINDS[kind]} {key}" if kind in KINDS else dossier
    return in_days(_ID.sub(lambda found: known.get(found[0], found[0]), _in_words(kind, title)))


def _in_words(kind: str, title: str) -> str:
    match kind:
        case "assignment":
            return _first(title, ", ")
        case "finding":
            return _first(title, ": ")
        case "matter":
            return _first(title, " of ")
        case "certification" if " for client:" in title:
            pack, _sep, client = title.partition(" for ")
            return _("%(pack)s for %(client)s") % {"pack": pack_said(pack), "client": client}
        case _:
            return title


def _first(title: str, sep: str) -> str:
    """The title with its first word as people say it."""
    first, between, rest = title.partition(sep)
    told = said(first)
    return f"{told[:1].upper()}{told[1:]}{between}{rest}"
