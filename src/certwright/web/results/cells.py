"""The cells of measured values: what is typed in them, whether it can be read, and why a verdict is what it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from certwright.core.reckoning.reading import NotAReading, holds, read_reading
from certwright.core.result_lines import Measure
from certwright.web.results.plan import Asked


@dataclass(frozen=True, slots=True)
class Cell:
    """A place for one line of the act: what is typed there under which name, and what is wrong with it.

    ``at`` numbers the lines of the table; ``id`` is the control's, as errors link to it. ``label`` says which specimen
    it is of. ``verdict`` is what its limit makes of it.
    """

    at: int
    id: str
    sample: str
    label: str
    measure: Measure | None
    typed: Mapping[str, Any]
    error: str = ""
    verdict: str = ""

    @property
    def name(self) -> str:
        """The beginning of the names of its inputs."""
        return f"act.lines.{self.at}"

    @property
    def is_wrong(self) -> bool:
        """Whether what is typed cannot be read, or lies outside its limit."""
        return bool(self.value) and (bool(self.error) or self.verdict == "not-met")

    @property
    def value(self) -> str:
        """The value as typed."""
        return str(self.typed.get("value") or "")


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity with its cells, sample by sample."""

    measure: Measure
    cells: tuple[Cell, ...]
    filler: int = 0


def because(measured: Iterable[Measured], asked: Asked) -> Iterator[str]:
    """The derivation of a verdict in sentences: each value by its limit, the count of specimens, the decision rule."""
    for one in measured:
        if one.measure.within is None:
            yield gettext("%(quantity)s: the body has not settled this limit; say the verdict yourself.") % {
                "quantity": one.measure.limit.quantity
            }
        for number, cell in enumerate(one.cells, 1):
            if cell.value and not cell.error:
                yield _compared(one.measure, number, cell)
        stated = sum(bool(cell.value) for cell in one.cells)
        yield gettext("%(stated)s of %(wanted)s values of “%(quantity)s” are stated; all are needed for “met”.") % {
            "stated": stated, "wanted": len(one.cells), "quantity": one.measure.limit.quantity,
        }  # fmt: skip
    if asked.criterion:
        yield asked.criterion
    yield gettext(
        "Values are compared as reported (simple acceptance). Measurement uncertainty counts only as far as the "
        "scheme’s limit already takes it in."
    )


def _compared(measure: Measure, number: int, cell: Cell) -> str:
    reading = read_reading(cell.value, measure.limit.unit)
    told = {"number": number, "value": f"{reading.written} {measure.limit.unit}", "limit": measure.says}
    inside = holds(reading, measure.within) if measure.within else None
    if inside is None:
        return gettext("Specimen %(number)s: %(value)s, to be judged by a person.") % told
    if inside:
        return gettext("Specimen %(number)s: %(value)s is within %(limit)s.") % told
    return gettext("Specimen %(number)s: %(value)s is outside %(limit)s.") % told


def unreadable(text: str, measure: Measure) -> str:
    try:
        read_reading(text, measure.limit.unit)
    except NotAReading:
        told = gettext("“%(text)s” is no figure in %(unit)s. Write a number, such as 4.1.")
        return told % {"text": text[:40], "unit": measure.limit.unit}
    return ""
