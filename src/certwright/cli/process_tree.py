"""Several programs that run as one: started together, stopped together, none left behind.

Each child has a session of its own, so that Ctrl+C at a terminal reaches only us and each child is told to stop once:
a server that is told twice gives up the requests it is answering.
"""

import ctypes
import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event
from time import monotonic
from types import FrameType

LOOKS = 0.2
"""Seconds between two looks at whether something is ready."""

_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Child:
    """A program of the tree, as people call it, and the seconds it is given to stop before it is killed."""

    name: str
    command: Sequence[str]
    patience: float


class ChildEnded(Exception):
    """A child ended by itself, which ends the tree."""

    def __init__(self, child: Child, status: int) -> None:
        how = f"were ended by signal {-status}" if status < 0 else f"ended by themselves with status {status}"
        super().__init__(f"{child.name.capitalize()} {how}. What they said stands above.")


@dataclass(slots=True)
class Tree:
    """Running children. ``stopping`` is whether somebody told us to stop (SIGTERM, SIGINT or SIGHUP)."""

    children: dict[Child, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    stopping: bool = False
    _news: Event = field(default_factory=Event)

    def wait_until(self, ready: Callable[[], bool]) -> bool:
        """Wait until ``ready`` says so; ``False`` if we were told to stop before. Raises ChildEnded."""
        while not self.stopping:
            self._look()
            if ready():
                return True
            self._news.wait(LOOKS)
            self._news.clear()
        return False

    def wait(self) -> None:
        """Wait until we are told to stop. Raises ChildEnded if a child ends before."""
        while not self.stopping:
            self._look()
            self._news.wait()
            self._news.clear()

    def told(self, number: int, _frame: FrameType | None) -> None:
        """Signal handler: a child ended, or we are to stop."""
        self.stopping = self.stopping or number != signal.SIGCHLD
        self._news.set()

    def _look(self) -> None:
        for child, process in self.children.items():
            if (status := process.poll()) is not None:
                raise ChildEnded(child, status)

    def stop(self) -> None:
        """Tell every child to stop, wait as long as each is given, and kill whatever is left of it."""
        for process in self.children.values():
            process.terminate()
        began = monotonic()
        for child, process in self.children.items():
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, began + child.patience - monotonic()))
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # its own session: what it started goes, too
            process.wait()


@contextmanager
def running(children: Sequence[Child], environment: Mapping[str, str]) -> Iterator[Tree]:
    """Start ``children``; on leaving, whatever the reason, all of them are stopped."""
    tree = Tree()
    signals = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD)
    before = {number: signal.signal(number, tree.told) for number in signals}
    try:
        for child in children:
            tree.children[child] = subprocess.Popen(
                child.command, env=dict(environment), start_new_session=True, preexec_fn=_not_outliving_us
            )
        yield tree
    finally:
        tree.stop()
        for number, handler in before.items():
            signal.signal(number, handler)


def _not_outliving_us() -> None:
    """In the child: be told to stop when whoever started us is killed and cannot tell us (Linux alone knows how)."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
