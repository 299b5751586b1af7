"""What is wrong with a pack, as data: where, what, and what would put it right."""

from collections.abc import Iterable
from dataclasses import dataclass

from certwright.packs.model.base import Path

MOST_PROBLEMS = 200


@dataclass(frozen=True, slots=True)
class PackProblem:
    """One thing that is wrong with a pack.

    ``code`` names the sort of problem and never changes (``unknown-field``, ``dangling-reference``, …).
    ``line`` and ``column`` count from 1 and point into the pack's text; ``None`` where no single place is at fault.
    ``says`` and ``remedy`` are sentences for whoever writes the pack. ``pack`` names the file that the pack came from,
    else pack and edition.
    """

    code: str
    says: str
    remedy: str
    line: int | None = None
    column: int | None = None
    path: Path = ()
    pack: str | None = None

    def __str__(self) -> str:
        place = f"{self.pack or 'pack'}:{self.line or '?'}:{self.column or '?'}"
        where = f" at {written(self.path)}" if self.path else ""
        return f"{place}: {self.says}{where}. {self.remedy}"


class PackRefused(Exception):
    """A text is not a pack. ``problems`` says what is wrong with it; there is always at least one."""

    def __init__(self, problems: Iterable[PackProblem]) -> None:
        self.problems = tuple(readable(list(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def readable(problems: list[PackProblem]) -> list[PackProblem]:
    """The problems, or the first of them and how many more there are: nobody reads ten thousand."""
    further = len(problems) - MOST_PROBLEMS
    if further <= 0:
        return problems
    says = f"There are {further} further problems"
    return [*problems[:MOST_PROBLEMS], PackProblem("further-problems", says, "Correct those above first.")]


def written(path: Path) -> str:
    """A path as people write it: ``clauses[3].theme``; positions count from 0 as in the text's own order."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else step)
    return text
