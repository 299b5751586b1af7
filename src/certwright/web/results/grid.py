"""The table of results as it stands on the page: what was typed put to its place in the plan, and judged there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext

from certwright.answers.words import tone
from certwright.core.dossiers.assignment import heaviest
from certwright.core.result_lines import Measure, with_verdicts
from certwright.web.acting.choosing import Option
from certwright.web.results.cells import Cell, Measured, because, unreadable
from certwright.web.results.plan import Asked, Plan

Problems = Mapping[str, str]
OPEN = frozenset({"not-applicable", "not-examined"})
"""Verdicts for which nothing is measured."""


@dataclass(frozen=True, slots=True)
class Row:
    """A requirement: its first cell carries what a person says (verdict, method, remark) beside what was measured.

    ``stands`` is the verdict as it stands, by whoever says it; ``missing`` counts values that are not there yet.
    """

    asked: Asked
    first: Cell
    measured: tuple[Measured, ...]
    stands: str
    said: str
    missing: int
    because: tuple[str, ...]
    errors: tuple[str, ...]
    is_extra: bool = False
    options: SafeString | str = ""

    @property
    def key(self) -> str:
        """What tells the row from the others on the page, whatever else stands there."""
        return f"{self.asked.id}-{self.first.at}" if self.is_extra else slugify(self.asked.id.replace(".", "_"))

    @property
    def wrong(self) -> str:
        """The numbers of its values, from 0, that cannot be read or lie outside their limit."""
        cells = [cell for one in self.measured for cell in one.cells]
        return " ".join(str(at) for at, cell in enumerate(cells) if cell.is_wrong)

    @property
    def tone(self) -> str:
        """The tone of the verdict as it stands."""
        return tone(self.stands)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading: ``measured`` ones have columns for specimens, the others are judged. ``columns`` begins the
    ids of its heads."""

    title: str
    measured: bool
    rows: tuple[Row, ...]
    columns: str = "measured"


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole table. ``samples`` names the columns' samples with the specimens of each."""

    sections: tuple[Section, ...]
    samples: tuple[tuple[str, str, range], ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def missing(self) -> int:
        """How many results are not there yet."""
        return sum(row.missing for row in self.rows)

    @property
    def wanted(self) -> int:
        """How many results there are to be."""
        return sum(1 if row.said in OPEN else sum(len(one.cells) for one in row.measured) or 1 for row in self.rows)

    @property
    def unmet(self) -> int:
        """How many requirements are not met."""
        return sum(row.stands == "not-met" for row in self.rows)


class _Places:
    """Gives each cell the line that was typed for it, and numbers the cells."""

    def __init__(self, lines: Sequence[Mapping[str, Any]], plan: Plan, problems: Problems) -> None:
        self._problems = problems
        self._free: dict[str, list[int]] = defaultdict(list)
        self._lines = lines
        judged = with_verdicts(lines, plan.scheme, plan.settled) if plan.scheme else lines
        self._verdicts = [str(line.get("verdict") or "") for line in judged]
        for at, line in enumerate(lines):
            self._free[str(line.get("requirement"))].append(at)
        self._next = 0

    def cell(self, asked: Asked, measure: Measure | None, sample: str, label: str) -> Cell:
        """The next cell of a requirement, with the first line typed for it."""
        limit = measure.says if measure else ""
        found = next((at for at in self._free[asked.id] if self._fits(self._lines[at], limit, sample)), None)
        number, self._next = self._next, self._next + 1
        if found is None:
            return Cell(number, f"cell-{number}", sample, label, measure, {})
        self._free[asked.id].remove(found)
        line, wrong = self._lines[found], self._wrong(found)
        if measure is not None and not wrong and (text := str(line.get("value") or "")):
            wrong = unreadable(text, measure)
        return Cell(number, f"id_act-lines-{found}-value", sample, label, measure, line, wrong, self._verdicts[found])

    def left(self) -> Iterator[tuple[str, int]]:
        """The lines no cell took: of requirements that are not in the plan, or more than it has cells for."""
        return ((name, at) for name, places in self._free.items() for at in places)

    def extra(self, at: int) -> Cell:
        """A cell for a line that was left."""
        number, self._next = self._next, self._next + 1
        line = self._lines[at]
        return Cell(
            number, f"id_act-lines-{at}-value", "", "", None, line, self._wrong(at), str(line.get("verdict") or "")
        )

    def _fits(self, line: Mapping[str, Any], limit: str, sample: str) -> bool:
        named, of = line.get("limit"), _id(line.get("sample"))
        return (not named or not limit or named == limit) and (not of or not sample or of == sample)

    def _wrong(self, at: int) -> str:
        path = f"act.lines.{at}"
        return " ".join(text for where, text in self._problems.items() if where == path or where.startswith(f"{path}."))


class _Choices:
    """The options of the verdict's list, written once for all rows that say the same."""

    def __init__(self, verdicts: tuple[Option, ...]) -> None:
        self._verdicts = verdicts
        self._written: dict[tuple[bool, str], SafeString] = {}

    def of(self, row: Row) -> SafeString:
        """The options of a row, with what it says chosen."""
        key = bool(row.measured), row.said
        if key not in self._written:
            blank = Option("", gettext("As measured") if row.measured else gettext("Choose one"))
            self._written[key] = format_html_join(
                "",
                '<option value="{}"{}>{}</option>',
                (
                    (one.value, mark_safe(" selected") if one.value == row.said else "", one.label)
                    for one in (blank, *self._verdicts)
                ),
            )
        return self._written[key]


def grid(plan: Plan, lines: Sequence[Mapping[str, Any]], problems: Problems, verdicts: tuple[Option, ...]) -> Grid:
    """The table for a plan, with the lines typed so far."""
    places = _Places(lines, plan, problems)
    rows = [_row(asked, plan, places) for asked in plan.asked]
    rows += [replace(_of_cell(Asked(name, name), places.extra(at)), is_extra=True) for name, at in list(places.left())]
    numbered = range(1, plan.specimens + 1)
    samples = tuple((one, plan.names.get(one, ""), numbered) for one in plan.samples)
    choices = _Choices(verdicts)
    rows = [replace(row, options=choices.of(row)) for row in rows]
    return Grid(tuple(_sections(rows)), samples)


def _sections(rows: Sequence[Row]) -> Iterator[Section]:
    figures = tuple(row for row in rows if row.measured)
    if figures:
        yield Section(gettext("Measured"), True, figures)
    judged: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if not row.measured:
            judged[row.asked.group or (gettext("Judged from evidence") if figures else "")].append(row)
    for number, (title, found) in enumerate(judged.items()):
        yield Section(title, False, tuple(found), f"judged-{number}")


def _row(asked: Asked, plan: Plan, places: _Places) -> Row:
    if not asked.measures:
        sample = plan.samples[0] if len(plan.samples) == 1 else ""
        return _of_cell(asked, places.cell(asked, None, sample, ""))
    measured = tuple(_measured(asked, one, plan, places) for one in asked.measures)
    cells = [cell for one in measured for cell in one.cells]
    first = cells[0]
    said = str(first.typed.get("verdict") or "")
    empty = 0 if said in OPEN else sum(not cell.value for cell in cells)
    found = heaviest((asked.id, cell.verdict) for cell in cells if cell.verdict).get(asked.id, "")
    stands = found if found == "not-met" or not empty else ""
    errors = tuple(dict.fromkeys(cell.error for cell in cells if cell.error and (cell.value or said)))
    return Row(asked, first, measured, stands, said, empty, tuple(because(measured, asked)), errors)


def _of_cell(asked: Asked, cell: Cell) -> Row:
    said = str(cell.typed.get("verdict") or "")
    return Row(asked, cell, (), said, said, 0 if said else 1, (), (cell.error,) if cell.error else ())


def _measured(asked: Asked, measure: Measure, plan: Plan, places: _Places) -> Measured:
    cells = []
    for sample in plan.samples:
        for number in range(1, measure.specimens + 1):
            label = gettext("%(requirement)s, %(quantity)s, specimen %(number)s") % {
                "requirement": asked.title, "quantity": measure.limit.quantity, "number": number,
            }  # fmt: skip
            cells.append(places.cell(asked, measure, sample, label))
    return Measured(measure, tuple(cells), plan.specimens - measure.specimens)


def _id(text: object) -> str:
    """The id of a sample, written by itself or in brackets after its name."""
    written = str(text or "")
    return written.rpartition("(")[2].rstrip(")") if written.endswith(")") else written
