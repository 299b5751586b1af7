"""Pages of which every translated text is marked: what stands there unmarked was translated by nobody."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.utils import translation

BEGIN, END = "⟦", "⟧"
_SHOWN = ("alt", "aria-label", "data-label", "placeholder", "title")
_CODE = ("code", "kbd", "script", "style", "pre", "textarea")
_VOID = frozenset({"input", "img", "br", "hr", "link", "meta", "col", "wbr", "path", "circle", "line", "rect"})


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


def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every text whose translation is asked for from now on."""
    found: Any = translation._trans  # type: ignore[attr-defined]  # where Django looks its functions up
    wanted: set[str] = set()
    translate = found.gettext

    def listening(message: str) -> str:
        wanted.add(str(message))
        return str(translate(message))

    monkeypatch.setattr(found, "gettext", listening)
    return wanted


def unmarked(page: str) -> Iterator[str]:
    """The texts of a page, those of its attributes too, without what is between marks."""
    reader = _Texts()
    reader.feed(page)
    yield from filter(None, (" ".join(text.split()) for text in reader.left))


class _Texts(HTMLParser):
    """Collects what people read or hear of a page and stands outside every mark. A marked text may hold markup."""

    def __init__(self) -> None:
        super().__init__()
        self.left: list[str] = []
        self._code: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID and (self._code or tag in _CODE):
            self._code.append(tag)
        self.left += [self._outside(value, 0)[0] for name, value in attrs if name in _SHOWN and value]

    def handle_endtag(self, tag: str) -> None:
        if self._code and tag == self._code[-1]:
            self._code.pop()

    def handle_data(self, data: str) -> None:
        told, self._depth = self._outside(data, self._depth)
        if not self._code:
            self.left.append(told)

    @staticmethod
    def _outside(text: str, depth: int) -> tuple[str, int]:
        """What stands outside marks, and how deep inside them the text ends."""
        outside: list[str] = []
        for sign in text:
            depth -= sign == END
            if not depth and sign not in (BEGIN, END):
                outside.append(sign)
            depth += sign == BEGIN
        return "".join(outside), depth
