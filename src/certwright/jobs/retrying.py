"""What becomes of jobs that failed or got stuck: tried again with growing pauses, and not for ever."""

import logging
from datetime import datetime, timedelta

from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

TRIES = 5
STUCK_AFTER = timedelta(hours=1)
"""A job that runs longer is taken to have died with its process."""
_FIRST_PAUSE = timedelta(minutes=1)
_log = logging.getLogger("certwright.jobs")


class Stuck(Exception):
    """Whoever ran the job did not come back."""


def pause_after(tries: int) -> timedelta:
    """How long to wait after so many tries: 1 minute, 5, 25, about two hours."""
    return _FIRST_PAUSE * int(5 ** max(tries - 1, 0))


def retry_failed(now: datetime) -> int:
    """Put failed jobs back into the queue, unless they were tried often enough. Gives back how many."""
    again = 0
    for result in DBTaskResult.objects.failed().filter(finished_at__gt=now - timedelta(days=1)):
        tries = len(result.worker_ids)
        if tries >= TRIES:
            continue
        fresh = DBTaskResult.objects.filter(pk=result.pk, status=TaskResultStatus.FAILED)
        again += fresh.update(
            status=TaskResultStatus.READY, run_after=now + pause_after(tries), finished_at=None, started_at=None
        )
        _log.warning("%s failed (try %d), again in %s", result.task_path, tries, pause_after(tries))
    return again


def reap_stuck(now: datetime) -> int:
    """Take jobs that run for too long for failed. Gives back how many."""
    stuck = DBTaskResult.objects.running().filter(started_at__lt=now - STUCK_AFTER)
    for result in stuck:
        _log.error("%s did not come back since %s", result.task_path, result.started_at)
        result.set_failed(Stuck(f"no answer since {result.started_at}"))
    return len(stuck)
