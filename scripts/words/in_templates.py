"""The texts that templates translate, and those they forget to."""

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

from words.message import Key, Message, Place

_KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_BLOCK = re.compile(r"{%-?\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
_COMMENT = re.compile(r"{%\s*comment\b.*?{%\s*endcomment\s*%}", re.DOTALL)
_TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
_HERE = "\x00"
"""Stands where a tag stood: what is on either side of it is no one text."""
_WORD = re.compile(r"[A-Za-z]{2,}")
_ATTRIBUTE = re.compile(r'\b[a-z-]+="')
"""A template that is part of a tag holds attributes."""
_SHOWN = frozenset({"alt", "aria-label", "label", "placeholder", "title", "hint", "data-label"})
"""Attributes that people read or hear."""
_CODE = frozenset({"code", "kbd", "script", "style"})
"""Elements whose text is no language."""


def messages(file: Path, root: Path) -> Iterator[Message]:
    """Every text that a template translates."""
    code = templatize(file.read_text(encoding="utf-8"), origin=str(file))
    code = "\n".join(map(str.lstrip, code.split("\n")))  # read as Python, where an indent would mean something
    for line, text, _comments, context in extract("python", io.BytesIO(code.encode()), keywords=_KEYWORDS):
        place = Place(file.relative_to(root).as_posix(), line)
        if isinstance(text, tuple):
            yield Message(Key(text[0], context), place, text[1])
        else:
            yield Message(Key(text, context), place)


def forgotten(file: Path, root: Path, names: frozenset[str]) -> Iterator[tuple[Place, str]]:
    """Words that stand in a template outside every translation. ``names`` are those that are the same everywhere."""
    text = file.read_text(encoding="utf-8")
    for tag in (_COMMENT, _BLOCK, _TAG):
        text = tag.sub(_left, text)
    reader = _Texts()
    reader.feed(text)
    reader.close()
    for line, words in ((line, words) for line, told in reader.texts for words in told.split(_HERE)):
        if _WORD.search(words) and words.strip(" ,.·:") not in names and not _ATTRIBUTE.search(words):
            yield Place(file.relative_to(root).as_posix(), line), words.strip()


def _left(found: re.Match[str]) -> str:
    """What stays of a template's tag: its lines, and between elements that it stood there."""
    before = found.string[: found.start()]
    in_an_element = before.rfind("<") > before.rfind(">")
    return ("" if in_an_element else _HERE) + "\n" * found[0].count("\n")


class _Texts(HTMLParser):
    """Collects what people read: text between tags, and the attributes that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[tuple[int, str]] = []
        self._code: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CODE:
            self._code.append(tag)
        line = self.getpos()[0]
        self.texts += [(line, (value or "").strip()) for name, value in attrs if name in _SHOWN]

    def handle_endtag(self, tag: str) -> None:
        if self._code and self._code[-1] == tag:
            self._code.pop()

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.texts.append((self.getpos()[0], " ".join(data.split())))
