"""What is done by the clock. A task takes its means from the installation, does one thing and can be done again."""

from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from certwright.drafts.models import Draft
from certwright.office import installation
from certwright.office.daily_root import sign_root
from certwright.office.reminding import AT_ONCE as REMINDED_AT_ONCE
from certwright.office.reminding import remind
from certwright.office.sending import send_due
from certwright.outbox.moving import give_back_stuck

KEEP_DRAFTS = timedelta(days=180)
"""After this long without a change, what somebody typed and never sent in is thrown away."""
KEEP_RESULTS = timedelta(days=14)
"""How long is kept what became of jobs."""


@task
def outbox() -> int:
    """Send what waits, and give back what was left half sent."""
    means = installation.means()
    give_back_stuck(means.clock(), means.using)
    sent = 0
    while tried := send_due(means):
        sent += tried
    return sent


@task
def root() -> str:
    """Sign the daily root of the journal."""
    return sign_root(installation.means()).name


@task
def reminders() -> int:
    """Write the reminders whose day has come."""
    means, written = installation.means(), 0
    while wrote := remind(means):
        written += wrote
        if wrote < REMINDED_AT_ONCE:
            break
    return written


@task
def cleaning() -> dict[str, int]:
    """Throw away old drafts, ended sessions and what is known of old jobs."""
    now = timezone.now()
    SessionStore.clear_expired()
    drafts, _ = Draft.objects.filter(saved_at__lt=now - KEEP_DRAFTS).delete()
    over = DBTaskResult.objects.filter(finished_at__lt=now - KEEP_RESULTS)
    results, _ = over.exclude(status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING)).delete()
    return {"drafts": drafts, "results": results}
