"""What a cell means, in each form a mapping may give it: text, HTML, a day, a list, one of several words, a country …

A cell that cannot be read in its form raises :class:`CellRefused`: nothing is guessed.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Any

from certwright.intake.mapping import Cell

_FORMULA = ("=", "+", "@", "\t", "\r")
_BLANK = re.compile(r"\s+")


class CellRefused(ValueError):
    """A cell does not hold what its column should; ``says`` and ``remedy`` are sentences."""

    def __init__(self, code: str, says: str, remedy: str) -> None:
        self.code, self.says, self.remedy = code, says, remedy
        super().__init__(says)


class _Words(HTMLParser):
    """Collects the words of HTML; tags end words, scripts and styles are no words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"script", "style"}
        self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style"} and self._hidden > 0
        self.said.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.said.append(data)


def _line(value: Any, cell: Cell) -> str | None:
    text = _BLANK.sub(" ", str(value)).strip()
    if text.startswith(_FORMULA) and not _number_like(text):
        raise CellRefused("cell-is-a-formula", "The cell holds a formula.", "Give its value as text.")
    return text or None


def _number_like(text: str) -> bool:
    return re.fullmatch(r"[+-]?[\d .,()/-]+", text) is not None


def _text(value: Any, cell: Cell) -> str | None:
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    return text or None


def _html(value: Any, cell: Cell) -> str | None:
    words = _Words()
    words.feed(str(value))
    words.close()
    return _line("".join(words.said), cell)


def _day(value: Any, cell: Cell) -> date | None:
    if isinstance(value, date):
        return value
    text = str(value).strip()
    if text.casefold() in cell.nothing:
        return None
    if text in cell.words:
        return _day(cell.words[text], cell)
    parts = [part.strip() for part in text.split(cell.between)] if cell.between else [text]
    days = [_one_day(part, cell) for part in parts if part]
    if len(days) > 1 and cell.several == "refuse":
        raise CellRefused("several-days", f"The cell holds {len(days)} days.", "Say in the mapping which one counts.")
    return days[0 if cell.several == "first" else -1] if days else None


def _one_day(text: str, cell: Cell) -> date:
    for form in cell.written:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  # a calendar day has no time zone
        except ValueError:
            continue
    forms = " or ".join(cell.written)
    raise CellRefused("not-a-day", f"“{text[:60]}” is not a day written as {forms}.", "Correct the day.")


def _list(value: Any, cell: Cell) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else str(value).split(cell.between or ";")
    found = (_html(part, cell) for part in parts)
    return tuple(dict.fromkeys(part for part in found if part))


def _choice(value: Any, cell: Cell) -> str | None:
    text = _BLANK.sub(" ", str(value)).strip()
    if not text or text.casefold() in cell.nothing:
        return None
    known = {word.casefold(): meant for word, meant in cell.words.items()}
    if text.casefold() not in known and cell.otherwise is not None:
        return cell.otherwise
    if text.casefold() not in known:
        meant = ", ".join(sorted(cell.words))[:200]
        raise CellRefused("word-not-known", f"“{text[:60]}” is none of: {meant}.", "Add the word to the mapping.")
    return str(known[text.casefold()])


_FORMS: Mapping[str, Callable[[Any, Cell], Any]] = MappingProxyType(
    {"line": _line, "text": _text, "html": _html, "day": _day, "list": _list, "choice": _choice}
)


def meant(value: Any, cell: Cell) -> Any:
    """What ``value`` means in the form the mapping gives its column; ``None`` for an empty cell.

    Raises:
        CellRefused: it means nothing in that form.
    """
    part = _part(value, cell)
    if part is None or (isinstance(part, str) and not part.strip()):
        return () if cell.form == "list" else None
    return _FORMS[cell.form](part, cell)


def _part(value: Any, cell: Cell) -> Any:
    if cell.part == "all" or not isinstance(value, str) or not cell.between:
        return value
    parts = [part for part in value.split(cell.between) if part.strip()]
    if not parts:
        return None
    if cell.part == "rest":
        return cell.between.join(parts[1:])
    return parts[0 if cell.part == "first" else -1]
