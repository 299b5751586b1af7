"""Catalogues: one ``.po`` file for each language, and the ``.mo`` file that Django reads, compiled from it."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from words.message import Found, Key

LANGUAGES = ("de", "es", "fr")
COMPLETE = ("de",)
"""The languages in which every text has to be said."""
_HEADER = """\
# {language} words of Certwright. `make words` finds new texts and drops those nobody says any more.
#"""
_NAMES = {"de": "German", "es": "Spanish", "fr": "French"}
_WIDTH = 120
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def po_file(root: Path, language: str) -> Path:
    """Where the catalogue of a language is kept."""
    return root / "src/certwright/locale" / language / "LC_MESSAGES/django.po"


def read(root: Path, language: str) -> Catalog:
    """The catalogue as it is kept; an empty one for a language that has none."""
    file = po_file(root, language)
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as kept:
        return read_po(kept, locale=language)


def renewed(kept: Catalog, found: Mapping[Key, Found], language: str) -> Catalog:
    """A catalogue of exactly the texts found, with the translations that are kept. Nothing is guessed."""
    new = Catalog(
        locale=language,
        header_comment=_HEADER.format(language=_NAMES[language]),
        project="certwright",
        charset="utf-8",
        fuzzy=False,
    )
    for key, one in found.items():
        was = kept.get(key.text, key.context)
        said = was.string if was is not None else None
        files = [(file, 1) for file in dict.fromkeys(place.file for place in one.places)]
        if one.plural is None:
            new.add(key.text, said if isinstance(said, str) else "", files, context=key.context)
        else:
            new.add((key.text, one.plural), said if isinstance(said, tuple) else ("", ""), files, context=key.context)
    return new


def po_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as it is written: files without lines, so that it changes only where texts do."""
    written = io.BytesIO()
    write_po(written, catalogue, width=_WIDTH, include_lineno=False, sort_by_file=False)
    lines = written.getvalue().decode().splitlines()
    dates = ('"POT-Creation-Date', '"PO-Revision-Date', '"Last-Translator', '"Generated-By', '"Report-Msgid-Bugs-To')
    return ("\n".join(line for line in lines if not line.startswith(dates)) + "\n").encode()


def mo_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as Django reads it. What is not translated is left out: the English text stands instead."""
    catalogue.creation_date = catalogue.revision_date = _NO_TIME  # the same words make the same bytes
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def entries(catalogue: Catalog) -> Mapping[Key, Entry]:
    """The texts of a catalogue, without its header."""
    return {
        Key(entry.id if isinstance(entry.id, str) else entry.id[0], entry.context): entry
        for entry in catalogue
        if entry.id
    }


def missing(catalogue: Catalog) -> list[Key]:
    """The texts that are not translated."""
    return [key for key, entry in entries(catalogue).items() if not _is_said(entry.string)]


def _is_said(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(string) if isinstance(string, str) else all(string or [""])


def write(root: Path, catalogue: Catalog, language: str) -> None:
    """Keep a catalogue, and compile it."""
    file = po_file(root, language)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(po_bytes(catalogue))
    file.with_suffix(".mo").write_bytes(mo_bytes(read(root, language)))
