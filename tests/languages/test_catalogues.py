"""The catalogues hold what the program says: nothing missing in German, nothing dead, nothing with a hole in it.

``make words`` brings them up to the source; what is then empty is written by hand in ``src/certwright/locale``.
"""

import gettext
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from words import catalogue, in_templates, source
from words.message import Found, Key

ROOT = Path(__file__).parents[2]
_PERCENT = re.compile(r"%\([a-z_]+\)[a-z]|%%")
_MARKUP = re.compile(r"</?[a-z]+|&#?\w+;")

SAME_EVERYWHERE = frozenset({"Certwright", "ISO/IEC 17065", "ISO/IEC 17021-1", "UTC", "narrow-page", "beside"})
"""What no language says in another way, and names of classes that blocks hold."""
ENGLISH_ONLY = ("design/gallery.html", "design/specimens/")
"""The gallery of parts is for those who build pages, and speaks English to everybody."""
MADE_ELSEWHERE = {
    "src/certwright/answers/timeline.py",  # sentences of acts
    "src/certwright/answers/told.py",  # sentences of acts and refusals, names of fields
    "src/certwright/answers/saying.py",  # sentences of refusals
    "src/certwright/answers/words.py",  # words of the vocabulary
    "src/certwright/web/acting/checklists.py",  # duties of an agreement
    "src/certwright/web/acting/options.py",  # questions of reviews, items of reports
    "src/certwright/web/acting/proposing.py",  # what is wrong with a field
    "src/certwright/web/acting/reckoned.py",  # what is wrong with a field
    "src/certwright/web/acting/shown.py",  # names of functions
    "src/certwright/web/acting/wording/acts.py",  # names of acts
    "src/certwright/web/acting/wording/fields.py",  # names of fields
}
"""Modules that translate texts core made. :mod:`words.spoken` finds those texts."""


@cache
def said() -> dict[Key, Found]:
    return source.found(ROOT)


def texts(language: str) -> Iterator[tuple[str, str, str]]:
    """Every text that is translated: where it stands, in English, in the language."""
    for key, entry in catalogue.entries(catalogue.read(ROOT, language)).items():
        english = [entry.id] if isinstance(entry.id, str) else list(entry.id)
        there = [entry.string] if isinstance(entry.string, str) else list(entry.string or ())
        where = str(said()[key].places[0]) if key in said() else "nowhere"
        yield from ((where, one, other) for one, other in zip(english, there, strict=True) if other)


@pytest.mark.parametrize("language", catalogue.COMPLETE)
def test_nothing_is_left_untranslated(language: str) -> None:
    kept = catalogue.entries(catalogue.read(ROOT, language))
    there = kept.keys() - set(catalogue.missing(catalogue.read(ROOT, language)))
    lacks = [f"{found.places[0]}: {key.text}" for key, found in said().items() if key not in there]
    assert not lacks, (
        f"{len(lacks)} texts are not in {catalogue.po_file(ROOT, language).relative_to(ROOT)} yet (`make words` enters "
        "them; translate them there, then `make words` once more):\n" + "\n".join(lacks)
    )


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_nothing_is_kept_that_nobody_says(language: str) -> None:
    dead = [key.text for key in catalogue.entries(catalogue.read(ROOT, language)) if key not in said()]
    assert not dead, "`make words` drops them:\n" + "\n".join(dead)


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_nothing_is_guessed(language: str) -> None:
    assert not [key.text for key, entry in catalogue.entries(catalogue.read(ROOT, language)).items() if entry.fuzzy]


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_a_translation_has_the_same_places_to_fill(language: str) -> None:
    wrong = [f"{where}: {one} → {other}" for where, one, other in texts(language) if places(one) != places(other)]
    assert not wrong, "\n".join(wrong)


def places(text: str) -> tuple[set[str], set[str], list[str]]:
    """What is filled in, in either way of writing it; and the markup."""
    return fields(text), set(_PERCENT.findall(text)), sorted(_MARKUP.findall(text))


def fields(text: str) -> set[str]:
    return {name for _text, name, _form, _how in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_a_translation_begins_and_ends_as_the_text_does(language: str) -> None:
    def edges(text: str) -> tuple[bool, bool, bool]:
        return text[:1].isspace(), text[-1:].isspace(), text.rstrip()[-1:] == ":"

    wrong = [f"{where}: {one!r} → {other!r}" for where, one, other in texts(language) if edges(one) != edges(other)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_what_pages_read_is_compiled_from_what_is_kept(language: str) -> None:
    with catalogue.po_file(ROOT, language).with_suffix(".mo").open("rb") as compiled:
        read = dict(_catalog(gettext.GNUTranslations(compiled)))
    kept = catalogue.entries(catalogue.read(ROOT, language)).items()
    stale = [key.text for key, entry in kept if any(entry.string or ()) and _compiled(read, key, entry) != entry.string]
    assert not stale, "`make words` compiles them:\n" + "\n".join(stale)


def _catalog(read: gettext.GNUTranslations) -> dict[object, str]:
    found: dict[object, str] = read._catalog  # type: ignore[attr-defined]  # there is no other way to see it whole
    return found


def _compiled(read: dict[object, str], key: Key, entry: Message) -> str | tuple[str, ...]:
    name = f"{key.context}\x04{key.text}" if key.context else key.text
    if isinstance(entry.id, str):
        return read.get(name, "")
    return tuple(read.get((name, number), "") for number in range(len(entry.string or ())))


def test_what_is_translated_but_made_elsewhere_is_known() -> None:
    new = [str(place) for place in source.reckoned(ROOT) if place.file not in MADE_ELSEWHERE]
    assert not new, "Write the text into the call, or teach words.spoken where it comes from:\n" + "\n".join(new)


def test_templates_leave_no_words_untranslated() -> None:
    left = [
        f"{place}: {text}"
        for file in source.template_files(ROOT)
        if not any(part in file.as_posix() for part in ENGLISH_ONLY)
        for place, text in in_templates.forgotten(file, ROOT, SAME_EVERYWHERE)
    ]
    assert not left, "Put them into {% translate %}:\n" + "\n".join(left)


def test_no_page_writes_months_in_the_order_of_one_language() -> None:
    own = re.compile(r'(?:\|date:|date_format\([^"\n]*)"(?![A-Z_]+_FORMAT")[^"\n]*[FMNb][^"\n]*"')
    left = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for file in [*source.template_files(ROOT), *source.python_files(ROOT)]
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if own.search(line)
    ]
    assert not left, "Name a format of config/formats, such as DATE_FORMAT:\n" + "\n".join(left)


def test_what_is_looked_for_is_found(tmp_path: Path) -> None:
    """The checks above would pass if nothing were found."""
    page = tmp_path / "page.html"
    page.write_text('{% load i18n %}<p title="Aside">{% translate "One" %} and two</p>\n<code>cli</code>{{ x }}')
    assert [text for _place, text in in_templates.forgotten(page, tmp_path, frozenset())] == ["Aside", "and two"]
    assert [found.key.text for found in in_templates.messages(page, tmp_path)] == ["One"]
    assert len(said()) > 3000
    assert said()[Key("%(count)d item")].plural == "%(count)d items"
