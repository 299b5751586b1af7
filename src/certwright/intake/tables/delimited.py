"""CSV as it is met: comma, semicolon or tab; any line ends; quoted cells over several lines; headings with blanks."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from certwright.intake.decoding import decoded
from certwright.intake.limits import Limits
from certwright.intake.opening import Opened
from certwright.intake.problem import FileRefused
from certwright.intake.tables.row import Row

_DELIMITERS = ",;\t|"


def delimited_rows(opened: Opened, encoding: str | None, limits: Limits) -> Iterator[Row]:
    """The rows below the heading. Empty lines are no rows. A row of another length is told and not guessed at."""
    text = decoded(opened.content, encoding).text
    csv.field_size_limit(limits.cell)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    heading = _heading(reader, limits)
    number = 0
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            says = f"The row cannot be read: {error}."
            yield Row.spoilt(number, line, "row-unreadable", "", says, "Look for a quotation mark that is not closed.")
            if "end of data" in str(error):
                return
            continue
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        if len(cells) != len(heading):
            says = f"The row has {len(cells)} cells; the heading has {len(heading)}."
            yield Row.spoilt(
                number, line, "row-of-another-length", ",".join(cells), says, "Look for a delimiter in a cell."
            )
        else:
            yield Row(number, line, dict(zip(heading, cells, strict=True)))


def _delimiter(text: str) -> str:
    """The delimiter that the heading holds most of."""
    counted = Counter(letter for letter in text.partition("\n")[0] if letter in _DELIMITERS)
    return counted.most_common(1)[0][0] if counted else ","


def _heading(reader: Iterator[list[str]], limits: Limits) -> list[str]:
    try:
        names = [name.strip() for name in next(reader)]
    except (StopIteration, csv.Error) as error:
        raise FileRefused(
            "table-without-heading", "The table has no heading.", "Name its columns in line 1."
        ) from error
    return checked_heading(names, limits)


def checked_heading(names: list[str], limits: Limits) -> list[str]:
    """A heading that names every column, each once.

    Raises:
        FileRefused: a name is missing or repeated, or there are too many.
    """
    if len(names) > limits.columns:
        raise FileRefused(
            "table-too-wide", f"The table has {len(names)} columns.", f"At most {limits.columns} are read."
        )
    if "" in names:
        place = names.index("") + 1
        raise FileRefused("column-without-name", f"Column {place} has no name.", "Name it in the heading.")
    twice = sorted(name for name, times in Counter(names).items() if times > 1)
    if twice:
        raise FileRefused("column-named-twice", f"Two columns are called “{twice[0]}”.", "Give each its own name.")
    return names
