"""The operating characteristic as a curve (SVG) and as the table that says the same in numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from html import escape

from certwright.core.reckoning.acceptance.characteristic import Characteristic, Figures, quality_accepted_at_most

WIDTH, HEIGHT = 640, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 616, 24, 336  # the frame within which the curve is drawn
_TICKS = 5
_NICE = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5), Fraction(10))


@dataclass(frozen=True, slots=True)
class Point:
    """Quality per 100 items, and the probability (0 to 1) with which a lot of that quality is accepted."""

    quality: Fraction
    acceptance: Fraction


@dataclass(frozen=True, slots=True)
class CurveWords:
    """What the picture says, in the reader's language. ``marks`` label the AQL and the quality accepted one time in
    ten."""

    title: str
    description: str
    quality: str
    acceptance: str
    marks: tuple[str, str]


def curve(characteristic: Characteristic, points: int = 60) -> tuple[Point, ...]:
    """``points`` + 1 points of the curve, evenly spaced from perfect quality to one that is hardly ever accepted."""
    end = _nice_end(quality_accepted_at_most(characteristic, Fraction(1, 100)) or characteristic.worst)
    end = min(end, characteristic.worst)
    steps = (Fraction(end * place, points) for place in range(points + 1))
    return tuple(Point(quality, characteristic.acceptance(quality)) for quality in steps)


def rows(points: Sequence[Point]) -> tuple[tuple[str, str], ...]:
    """The points as text for a table: quality per 100 items with three decimals, acceptance in per cent with two."""
    return tuple((written(point.quality, 3), written(100 * point.acceptance, 2)) for point in points)


def svg(points: Sequence[Point], index: Fraction | None, figures: Figures, words: CurveWords, name: str) -> str:
    """The curve as an SVG document in the colour of the surrounding text, for light, dark and print.

    ``index`` is the AQL or LQ to mark, per 100 items. ``name`` begins the ids within the picture, so that several can
    stand on one page.
    """
    end = points[-1].quality
    line = " ".join(f"{_x(point.quality, end)},{_y(point.acceptance)}" for point in points)
    marks = [(index, figures.at_index), (figures.one_in_ten, Fraction(1, 10))]
    parts = [
        _opening(words, escape(name)),
        *_grid(end),
        f'<polyline points="{line}" stroke-width="2.5" stroke-linejoin="round"/>',
        *(
            _mark(quality, acceptance, end, label)
            for (quality, acceptance), label in zip(marks, words.marks, strict=True)
            if quality is not None and acceptance is not None and quality <= end
        ),
        _text((_LEFT + _RIGHT) // 2, HEIGHT - 12, words.quality, "middle"),
        f'<g transform="rotate(-90)">{_text(-(_TOP + _BOTTOM) // 2, 16, words.acceptance, "middle")}</g>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _opening(words: CurveWords, name: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" fill="none" stroke="currentColor" '
        'font-family="inherit" font-size="13">\n'
        f'<title id="{name}-title">{escape(words.title)}</title>\n'
        f'<desc id="{name}-desc">{escape(words.description)}</desc>'
    )


def written(value: Fraction, places: int) -> str:
    """``value`` with that many decimals, a half rounded up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _grid(end: Fraction) -> list[str]:
    """Frame, grid lines and the numbers on both axes."""
    lines = [f'<rect x="{_LEFT}" y="{_TOP}" width="{_RIGHT - _LEFT}" height="{_BOTTOM - _TOP}"/>']
    for tick in range(_TICKS + 1):
        share = Fraction(tick, _TICKS)
        x, y = _x(share, Fraction(1)), _y(share)
        lines.append(f'<path d="M{x} {_TOP}V{_BOTTOM}M{_LEFT} {y}H{_RIGHT}" opacity="0.2"/>')
        lines.append(_text(x, _BOTTOM + 18, _short(end * share), "middle"))
        lines.append(_text(_LEFT - 8, _y(share, 4), _short(100 * share), "end"))
    return lines


def _mark(quality: Fraction, acceptance: Fraction, end: Fraction, label: str) -> str:
    x, y = _x(quality, end), _y(acceptance)
    beside = str(_TOP - 6) if acceptance > Fraction(9, 10) else _y(acceptance, -7)  # above the frame, not across it
    return (
        f'<path d="M{x} {_BOTTOM}V{y}H{_LEFT}" stroke-dasharray="4 4"/>'
        f'<circle cx="{x}" cy="{y}" r="4" fill="currentColor"/>' + _text(_x(quality, end, 9), beside, label, "start")
    )


def _text(x: int | str, y: int | str, text: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="currentColor" stroke="none">{escape(text)}</text>'


def _x(quality: Fraction, end: Fraction, right: int = 0) -> str:
    return written(_LEFT + (_RIGHT - _LEFT) * quality / end + right, 1)


def _y(acceptance: Fraction, down: int = 0) -> str:
    return written(_BOTTOM - (_BOTTOM - _TOP) * acceptance + down, 1)


def _short(value: Fraction) -> str:
    """Up to three decimals, without the zeros at their end."""
    text = written(value, 3)
    return text.rstrip("0").rstrip(".")


def _nice_end(quality: Fraction) -> Fraction:
    """The least of 1, 2, 2.5, 5 × 10^k that is not below ``quality``."""
    power = Fraction(1, 1000)
    while 10 * power < quality:
        power *= 10
    return next(step * power for step in _NICE if step * power >= quality)
