"""Cells as HTML. Made here and not in a template: a page has hundreds of them, and each would cost a fifth of a
millisecond there."""

from datetime import date

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from certwright.answers.lists.cell import Cell, Column
from certwright.answers.lists.page import Line
from certwright.design.templatetags.look import tone_icon
from certwright.web.dossier.places import dossier_url

_CLASSES = {"number": "num", "day": "day"}


def row(line: Line, columns: tuple[Column, ...]) -> SafeString:
    """A row of the table. Its first cell is its head, and leads on."""
    first, *others = line.cells
    pairs = zip(others, columns[1:], strict=True)
    rest = format_html_join("", "{}", ((_cell(cell, column),) for cell, column in pairs))
    return format_html('<tr><th scope="row">{}</th>{}</tr>', _head(first, line.dossier), rest)


def _cell(cell: Cell, column: Column) -> SafeString:
    css = " ".join(filter(None, (_CLASSES.get(cell.kind, ""), "minor" if column.minor else "")))
    held = format_html(' class="{}"', css) if css else ""
    return format_html('<td{} data-label="{}">{}</td>', held, column.label, inside(cell))


def _head(cell: Cell, dossier: str) -> SafeString:
    said = _day(cell.day) if cell.day else cell.text
    return format_html('<a class="go" href="{}">{}</a>', dossier_url(cell.dossier or dossier), said)


def inside(cell: Cell) -> SafeString:
    """What stands in a cell."""
    match cell.kind:
        case "name" if cell.dossier:
            return format_html('<a href="{}">{}</a>', dossier_url(cell.dossier), cell.text)
        case "day":
            return _day(cell.day) if cell.day else mark_safe("")  # nothing is in it
        case "state":
            return format_html('<span class="status {}">{}{}</span>', cell.tone, tone_icon(cell.tone, 14), cell.text)
        case _:
            return format_html("{}", cell.text)


def _day(day: date) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), date_format(day, "SHORT_DATE_FORMAT"))
