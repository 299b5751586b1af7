"""Text laid out for a screen: paragraphs and tables."""

from collections.abc import Sequence
from textwrap import fill

WIDTH = 100

_JOINERS = "\u200c\u200d"
"""Format characters that names in some scripts need; every other one is left out of what strangers wrote."""


def harmless(text: str) -> str:
    """Text of strangers without what a terminal would obey or hide: control characters, turned directions, halves."""
    plain = " ".join(text.split())
    return "".join(sign if sign.isprintable() or sign in _JOINERS else "\N{REPLACEMENT CHARACTER}" for sign in plain)


def paragraph(text: str, indent: str = "", first: str | None = None) -> str:
    """A paragraph in lines that fit on a screen; ``first`` begins its first line instead of ``indent``."""
    return fill(
        text,
        WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def table(rows: Sequence[Sequence[object]], indent: str = "  ") -> list[str]:
    """Rows in columns as wide as they need; the last one runs on."""
    shown = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[at]) for row in shown) for at in range(len(shown[0]) - 1)] if shown else []
    return [
        (indent + "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])).rstrip()
        for row in shown
    ]
