"""What a command hands back: a status that means something, a document for programs and a text for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any


class Status(IntEnum):
    """The exit statuses, the same for every command (``docs/reference/cli.md``)."""

    DONE = 0  # what was asked for is done, or nothing was found wrong
    FAULT = 1  # the command looked, and found something wrong
    BAD_INPUT = 2  # what was typed, or a file that was named, cannot be used; nothing was recorded
    REFUSED = 3  # a rule bars the act; nothing was recorded
    UNAVAILABLE = 4  # database, disk or storage cannot serve now; one may try again

    @property
    def word(self) -> str:
        """The status as JSON documents say it: ``bad-input``."""
        return self.name.lower().replace("_", "-")


@dataclass(frozen=True, slots=True)
class Outcome:
    """``data`` is what ``--json`` prints, behind the name of the command and the status; ``text`` is for people."""

    data: Mapping[str, Any]
    text: str
    status: Status = Status.DONE


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with what somebody gave: where it stands, what is wrong, what puts it right."""

    says: str
    remedy: str = ""
    file: str = ""
    line: int | None = None
    field: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part)
        parts = (f"{place}:" if place else "", f"{self.field}:" if self.field else "", self.says, self.remedy)
        return " ".join(part for part in parts if part)


class BadInput(Exception):
    """What was given cannot be used. ``problems`` says everything that is wrong with it."""

    def __init__(self, *problems: Problem) -> None:
        self.problems: Sequence[Problem] = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class Unavailable(Exception):
    """Something the command needs cannot serve now: the message says what, and what to do."""
