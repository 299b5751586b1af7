"""Several people at once: threads with connections of their own, stopped where a race would be lost or won."""

from collections.abc import Callable
from threading import Event, Thread, current_thread
from time import monotonic, sleep
from types import ModuleType
from typing import Any, Generic, TypeVar

import pytest
from django.db import connection, connections

PATIENCE = 30.0
"""Seconds after which something that should have come about never will."""

T = TypeVar("T")


class Person(Thread, Generic[T]):
    """Somebody who does something at once with others. What came of it is asked for later."""

    def __init__(self, name: str, does: Callable[[], T]) -> None:
        super().__init__(name=name, daemon=True)
        self._does = does
        self._came: list[T] = []
        self._error: BaseException | None = None
        self.start()

    def run(self) -> None:
        """Do it, and close the connection that was opened for it."""
        try:
            self._came.append(self._does())
        except BaseException as error:
            self._error = error
        finally:
            connections.close_all()

    @property
    def outcome(self) -> T:
        """What came of it, once it is done."""
        self.join(PATIENCE)
        assert not self.is_alive(), f"{self.name} is still waiting"
        if self._error:
            raise self._error
        return self._came[0]


class Gate:
    """Where one person stops, once, until told to go on."""

    def __init__(self, person: str) -> None:
        self._person = person
        self._reached, self._open = Event(), Event()

    def pass_through(self) -> None:
        """Stop here, if it is for the one who comes by."""
        if current_thread().name == self._person and not self._reached.is_set():
            self._reached.set()
            assert self._open.wait(PATIENCE), "nobody opened the gate"

    def wait_until_reached(self) -> None:
        """Come back as soon as the person stands here."""
        assert self._reached.wait(PATIENCE), f"{self._person} never came here"

    def open(self) -> None:
        """Let the person go on."""
        self._open.set()


def gate_before(patch: pytest.MonkeyPatch, module: ModuleType, function: str, person: str) -> Gate:
    """A gate before a function that ``module`` calls by its name."""
    gate, original = Gate(person), getattr(module, function)

    def passing(*given: Any, **named: Any) -> Any:
        gate.pass_through()
        return original(*given, **named)

    patch.setattr(module, function, passing)
    return gate


def must_be_waiting(person: "Person[Any]") -> None:
    """See the person wait: on PostgreSQL for a lock that the server names, on SQLite for the one writer to finish."""
    if connection.vendor == "sqlite":
        sleep(0.3)
        assert person.is_alive(), f"{person.name} did not wait"
        return
    until = monotonic() + PATIENCE
    while not _somebody_waits():
        assert person.is_alive(), f"{person.name} did not wait"
        assert monotonic() < until, f"{person.name} waits for no lock"
        sleep(0.01)


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return bool(cursor.fetchone()[0])
