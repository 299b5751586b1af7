"""What is done by the clock. A task takes its means from the installation, does one thing and can be done again."""

import time
from collections.abc import Callable
from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from certwright.drafts.models import Draft
from certwright.office import installation
from certwright.office.daily_root import sign_root
from certwright.office.reminding import remind
from certwright.office.sending import send_due
from certwright.outbox.moving import give_back_stuck

KEEP_DRAFTS = timedelta(days=180)
"""After this long without a change, what somebody typed and never sent in is thrown away."""
KEEP_RESULTS = timedelta(days=14)
"""How long is kept what became of jobs."""


def in_parts(part: Callable[[], int]) -> int:
    """Do ``part`` until nothing is left to do, and rest after each as long as it took: people never wait for long
    (DESIGN 5.11). Gives back how much was done."""
    done = 0
    while some := _rested(part):
        done += some
    return done


def _rested(part: Callable[[], int]) -> int:
    began = time.monotonic()
    some = part()
    time.sleep(time.monotonic() - began if some else 0)
    return some


@task
def outbox() -> int:
    """Send what waits, and give back what was left half sent."""
    means = installation.means()
    give_back_stuck(means.clock(), means.using)
    return in_parts(lambda: send_due(means))


@task
def root() -> str:
    """Sign the daily root of the journal."""
    return sign_root(installation.means()).name


@task
def reminders() -> int:
    """Write the reminders whose day has come."""
    means = installation.means()
    return in_parts(lambda: remind(means))


@task
def cleaning() -> dict[str, int]:
    """Throw away old drafts, ended sessions and what is known of old jobs."""
    now = timezone.now()
    SessionStore.clear_expired()
    drafts, _ = Draft.objects.filter(saved_at__lt=now - KEEP_DRAFTS).delete()
    over = DBTaskResult.objects.filter(finished_at__lt=now - KEEP_RESULTS)
    results, _ = over.exclude(status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING)).delete()
    return {"drafts": drafts, "results": results}
