"""The runner: puts into the queue what is due, does what lies there, looks after what failed, and stops when asked."""

import logging
import signal
from collections.abc import Callable
from datetime import datetime
from threading import Event
from types import FrameType

from django.db import close_old_connections
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker

from certwright.jobs.retrying import reap_stuck, retry_failed
from certwright.jobs.schedule import queue_due

PAUSE = 2.0
"""Seconds between two looks at the queue."""
_log = logging.getLogger("certwright.jobs")


class Runner:
    """Does the clock's work until it is told to stop. ``name`` tells one process from another in what is kept."""

    def __init__(self, name: str, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._stopping = Event()
        self._worker = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=name,
            excluded_queue_names=[],
        )

    def stop(self, signum: int = 0, frame: FrameType | None = None) -> None:
        """Stop after the job in hand."""
        self._worker.running = False
        self._stopping.set()

    def stop_on_signals(self) -> None:
        """Stop cleanly on SIGTERM and Ctrl+C."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)

    def once(self) -> list[str]:
        """Do everything that is due now. Gives back the names of the scheduled jobs that were."""
        now = self._clock()
        reap_stuck(now)
        retry_failed(now)
        names = list(queue_due(now))
        self._worker.run()
        return names

    def run(self) -> None:
        """Work until :meth:`stop`. A database that cannot be reached is waited for."""
        _log.info("jobs are running")
        while not self._stopping.is_set():
            try:
                self.once()
            except Exception:
                _log.exception("the queue cannot be worked on now")
            close_old_connections()
            self._stopping.wait(PAUSE)
        _log.info("jobs have stopped")
