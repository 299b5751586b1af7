"""JSON Lines: one object a line. Names given twice, and what is no number in JSON, make a row unreadable."""

import json
from collections.abc import Iterator
from typing import Any

from certwright.intake.decoding import decoded
from certwright.intake.limits import Limits
from certwright.intake.opening import Opened
from certwright.intake.tables.row import Row


def json_rows(opened: Opened, encoding: str | None, limits: Limits) -> Iterator[Row]:
    """The objects of the file. Blank lines are no rows."""
    number = 0
    for line, text in enumerate(decoded(opened.content, encoding).text.split("\n"), 1):
        if not text.strip():
            continue
        number += 1
        try:
            value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            remedy = "Correct the line, or leave it out."
            yield Row.spoilt(number, line, "row-unreadable", text, f"The line is not JSON: {error}.", remedy)
            continue
        if isinstance(value, dict):
            yield Row(number, line, value)
        else:
            yield Row.spoilt(number, line, "row-unreadable", text, "The line is no object.", "Write {…} on each line.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"“{twice}” is given twice")
    return dict(pairs)


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no number")
