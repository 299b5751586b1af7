"""The process that answers requests, with its workers: ``certwright serve`` starts it.

python -m certwright.cli.pages_process ADDRESS PORT WORKERS THREADS
"""

import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

APPLICATION: Final = "certwright.config.wsgi"

WAITING: Final = 64
"""How many requests one worker takes on at once, answered or waiting; others wait outside."""

PATIENCE: Final = 15
"""Seconds a worker is given to answer what it took on, when it is told to stop."""


def main(words: Sequence[str]) -> None:
    """Answer requests until told to stop."""
    address, port, workers, threads = words
    Server(
        APPLICATION,
        address=address,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=int(workers),
        blocking_threads=int(threads),
        backpressure=WAITING,
        workers_kill_timeout=PATIENCE,
        websockets=False,
        log_level=LogLevels.warning,
    ).serve(target_loader=_application)


def _application(module: str) -> Any:
    """In a new worker: read everything.

    A worker is forked with the signal handlers of the server, which do nothing in it. Without putting them back, a
    worker told to stop while it still reads would not hear it, and be waited for in vain.
    """
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    return import_module(module).application


if __name__ == "__main__":
    main(sys.argv[1:])
