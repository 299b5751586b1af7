"""Draw the pictures of docs/explanation/audit-time.md, every line of them reckoned by the program itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from html import escape
from math import log10
from pathlib import Path

from certwright.core.reckoning.audit_time import Adjustment, AuditTimeQuestion, audit_time
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.sites import sample_size
from certwright.packs.model.audit_time import AuditKind
from certwright.packs.model.site_sampling import Occasion
from certwright.packs.shipped import library

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "explanation" / "pictures"
DAY = date(2026, 11, 23)
WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 56, 580, 20, 360  # the frame; names of the lines stand to its right
LINE_HEIGHT = 16

Scale = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Line:
    """A named line of steps: (from this x on, this y), and the pattern of its dashes."""

    name: str
    steps: tuple[tuple[int, float], ...]
    dashes: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis counts, where it is marked, and how a value becomes a place between 0 and 1."""

    title: str
    marks: tuple[int, ...]
    place: Scale


def logarithmic(last: int) -> Scale:
    """1 at the left, ``last`` at the right, each factor of ten equally wide."""
    return lambda value: log10(value) / log10(last)


def linear(last: int) -> Scale:
    """0 at the left, ``last`` at the right."""
    return lambda value: value / last


def chart(name: str, title: str, across: Axis, up: Axis, lines: Sequence[Line]) -> str:
    """The lines as an SVG document in the colour of the surrounding text."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"',
        f' aria-labelledby="{name}-title" fill="none" stroke="currentColor" font-family="inherit" font-size="13">',
        f'<title id="{name}-title">{escape(title)}</title>',
        f'<rect x="{LEFT}" y="{TOP}" width="{RIGHT - LEFT}" height="{BOTTOM - TOP}"/>',
        *(_mark_across(mark, across) for mark in across.marks),
        *(_mark_up(mark, up) for mark in up.marks),
        *(_drawn(line, across, up) for line in lines),
        *_names(lines, up),
        _text((LEFT + RIGHT) / 2, HEIGHT - 16, "middle", across.title),
        f'<g transform="rotate(-90)">{_text(-(TOP + BOTTOM) / 2, 16, "middle", up.title)}</g>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _x(value: float, axis: Axis) -> float:
    return round(LEFT + axis.place(value) * (RIGHT - LEFT), 1)


def _y(value: float, axis: Axis) -> float:
    return round(BOTTOM - axis.place(value) * (BOTTOM - TOP), 1)


def _text(x: float, y: float, anchor: str, text: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="currentColor" stroke="none">{escape(text)}</text>'


def _mark_across(mark: int, axis: Axis) -> str:
    x = _x(mark, axis)
    return f'<path d="M{x} {TOP}V{BOTTOM}" opacity="0.2"/>{_text(x, BOTTOM + 18, "middle", f"{mark:,}")}'


def _mark_up(mark: int, axis: Axis) -> str:
    y = _y(mark, axis)
    return f'<path d="M{LEFT} {y}H{RIGHT}" opacity="0.2"/>{_text(LEFT - 8, y + 4, "end", str(mark))}'


def _drawn(line: Line, across: Axis, up: Axis) -> str:
    first, *others = line.steps
    path = f"M{_x(first[0], across)} {_y(first[1], up)}"
    path += "".join(f"H{_x(x, across)}V{_y(y, up)}" for x, y in others)
    dashes = f' stroke-dasharray="{line.dashes}"' if line.dashes else ""
    return f'<path d="{path}H{RIGHT}" stroke-width="2"{dashes}/>'


def _names(lines: Sequence[Line], up: Axis) -> list[str]:
    """The name of each line at its right end, moved down where two would touch."""
    names, free = [], float("-inf")
    for line in sorted(lines, key=lambda each: -each.steps[-1][1]):
        free = max(_y(line.steps[-1][1], up) + 4, free + LINE_HEIGHT)
        names.append(_text(RIGHT + 8, free, "start", line.name))
    return names


def changes(values: Callable[[int], Fraction], first: int, last: int) -> tuple[tuple[int, float], ...]:
    """Where a value that never falls changes between two whole numbers, found by halving."""
    found = [(first, float(values(first)))]
    at = first
    while at < last and values(last) != values(at):
        low, high = at, last  # the value at ``low`` still holds, at ``high`` no longer
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if values(middle) == values(at) else (low, middle)
        at = high
        found.append((at, float(values(at))))
    return tuple(found)


def tables(book: RuleBook) -> str:
    """Initial audit time by effective personnel, for quality, environment and information security."""

    def line(name: str, standard: str, complexity: str = "", dashes: str = "") -> Line:
        def days(persons: int) -> Fraction:
            return audit_time(AuditTimeQuestion(standard, persons, complexity=complexity), book).days

        return Line(name, changes(days, 1, 10_700), dashes)

    lines = [
        line("EMS, high", "iso-14001", "high", "8 3"),
        line("ISMS", "iso-iec-27001", dashes="12 3 2 3"),
        line("EMS, medium", "iso-14001", "medium", "5 3"),
        line("QMS", "iso-9001"),
        line("EMS, low", "iso-14001", "low", "3 3"),
        line("EMS, limited", "iso-14001", "limited", "1 3"),
    ]
    persons = Axis("effective personnel", (1, 10, 100, 1000, 10_000), logarithmic(10_700))
    return chart(
        "tables",
        "Initial audit days by effective personnel",
        persons,
        Axis("audit days", (0, 5, 10, 15, 20, 25, 30, 35), linear(36)),
        lines,
    )


def cycle(book: RuleBook) -> str:
    """A cycle of a quality management system: as the table says, and reduced as far as it may be."""

    def line(name: str, audit: AuditKind, percent: int, dashes: str) -> Line:
        reduced = (Adjustment(percent, "for the picture"),) if percent else ()

        def days(persons: int) -> Fraction:
            return audit_time(AuditTimeQuestion("iso-9001", persons, audit, adjustments=reduced), book).days

        return Line(name, changes(days, 1, 10_700), dashes)

    lines = [
        line("initial audit", AuditKind.INITIAL, 0, ""),
        line("… reduced by 30 %", AuditKind.INITIAL, -30, "5 3"),
        line("recertification", AuditKind.RECERTIFICATION, 0, "12 3 2 3"),
        line("surveillance, a year", AuditKind.SURVEILLANCE, 0, "1 3"),
    ]
    persons = Axis("effective personnel", (1, 10, 100, 1000, 10_000), logarithmic(10_700))
    return chart(
        "cycle",
        "Audit days of a QMS over the cycle, by effective personnel",
        persons,
        Axis("audit days", (0, 5, 10, 15, 20), linear(23)),
        lines,
    )


def samples(book: RuleBook) -> str:
    """How many of up to 100 similar sites are visited."""
    names = {
        Occasion.INITIAL: ("initial", ""),
        Occasion.RECERTIFICATION_PROVEN: ("recertification, proven", "5 3"),
        Occasion.SURVEILLANCE: ("surveillance", "1 3"),
    }

    def line(occasion: Occasion) -> Line:
        name, dashes = names[occasion]
        visited = changes(lambda sites: Fraction(sample_size(sites, occasion, book.sites()).sampled), 1, 100)
        return Line(name, visited, dashes)

    return chart(
        "samples",
        "Sites visited by number of sites, without the central function",
        Axis("similar sites, without the central function", (0, 20, 40, 60, 80, 100), linear(100)),
        Axis("sites visited", (0, 2, 4, 6, 8, 10), linear(11)),
        [line(occasion) for occasion in names],
    )


def pictures() -> dict[str, str]:
    """Name of each file and its content."""
    book = RuleBook.on(DAY, [volume.pack for volume in library()])
    return {
        "audit-time-tables.svg": tables(book),
        "audit-time-cycle.svg": cycle(book),
        "site-samples.svg": samples(book),
    }


def main() -> None:
    """Write every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, svg in pictures().items():
        (PICTURES / name).write_text(svg, encoding="utf-8")
        print(f"docs/explanation/pictures/{name}")


if __name__ == "__main__":
    main()
