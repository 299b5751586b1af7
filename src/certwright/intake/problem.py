"""What is wrong with a file or a row of it, as data: the place, the value, the reason, what would put it right."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing that is wrong with one row, or worth knowing about it.

    ``row`` counts the rows of the table from 1, ``line`` the lines of the file (0 where the format has none). ``code``
    names the sort of problem and never changes.
    """

    code: str
    row: int
    line: int
    column: str
    value: str
    says: str
    remedy: str

    def __str__(self) -> str:
        place = f"line {self.line}" if self.line else f"row {self.row}"
        cell = f", {self.column}" if self.column else ""
        return f"{place}{cell}: {self.says} {self.remedy}"


class FileRefused(Exception):
    """A file cannot be read as a table at all. ``says`` and ``remedy`` are sentences for whoever brought it."""

    def __init__(self, code: str, says: str, remedy: str) -> None:
        self.code, self.says, self.remedy = code, says, remedy
        super().__init__(f"{says} {remedy}")
