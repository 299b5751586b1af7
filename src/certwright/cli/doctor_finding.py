"""One line of what ``certwright doctor`` finds."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How something is."""

    OK = "ok"
    WARN = "warn"  # it works, and somebody should see to it
    FAIL = "fail"  # it does not work, or the record is not safe


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, what was seen, and what to do about it."""

    name: str
    state: State
    says: str
    remedy: str = ""


def ok(name: str, says: str) -> Finding:
    """All is well."""
    return Finding(name, State.OK, says)


def warn(name: str, says: str, remedy: str) -> Finding:
    """Somebody should see to it."""
    return Finding(name, State.WARN, says, remedy)


def fail(name: str, says: str, remedy: str) -> Finding:
    """It is broken."""
    return Finding(name, State.FAIL, says, remedy)
