"""Pages of which every translated text is marked: what stands there unmarked was translated by nobody."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.utils import translation

BEGIN, END = "⟦", "⟧"
_SHOWN = ("alt", "aria-label", "data-label", "placeholder", "title")
_CODE = ("code", "kbd", "script", "style", "pre", "textarea")
_VOID = frozenset({"input", "img", "br", "hr", "link", "meta", "col", "wbr", "path", "circle", "line", "rect"})
_MARKED = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")


def marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is translated comes out between marks, instead of in another language."""

    def marked(text: str) -> str:
        return f"{BEGIN}{text}{END}" if text else text

    def plural(one: str, several: str, number: int) -> str:
        return marked(one if number == 1 else several)

    def in_context(_context: str, text: str) -> str:
        return marked(text)

    found: Any = translation._trans  # type: ignore[attr-defined]  # where Django looks its functions up
    monkeypatch.setattr(found, "gettext", marked)
    monkeypatch.setattr(found, "ngettext", plural)
    monkeypatch.setattr(found, "pgettext", in_context)


def unmarked(page: str) -> Iterator[str]:
    """The texts of a page, those of its attributes too, without what is between marks."""
    reader = _Texts()
    reader.feed(page)
    for text in reader.texts:
        left = text
        while (rest := _MARKED.sub("", left)) != left:
            left = rest
        yield " ".join(left.split())


class _Texts(HTMLParser):
    """Collects what people read or hear of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._code: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag not in _VOID and (self._code or tag in _CODE or told.get("translate") == "no"):
            self._code.append(tag)
        self.texts += [value for name, value in attrs if name in _SHOWN and value]

    def handle_endtag(self, tag: str) -> None:
        if self._code and tag == self._code[-1]:
            self._code.pop()

    def handle_data(self, data: str) -> None:
        if not self._code and data.strip():
            self.texts.append(data)
