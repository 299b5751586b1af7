"""When what is due: a small table, so that two machines with the same database do each job once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django_tasks.base import Task

from certwright.jobs import tasks
from certwright.jobs.models import Turn


@dataclass(frozen=True, slots=True)
class Every:
    """A job and when it comes round: ``then`` gives the next moment after one."""

    task: Task[Any, Any]
    says: str
    then: Callable[[datetime], datetime]


def after(pause: timedelta) -> Callable[[datetime], datetime]:
    """So long after it was last put into the queue."""
    return lambda now: now + pause


def daily(at: time) -> Callable[[datetime], datetime]:
    """Every day at this time, UTC."""

    def then(now: datetime) -> datetime:
        today = datetime.combine(now.date(), at, now.tzinfo)
        return today if today > now else today + timedelta(days=1)

    return then


SCHEDULE: Mapping[str, Every] = {
    "outbox": Every(tasks.outbox, "Send what waits in the outbox", after(timedelta(seconds=15))),
    "root": Every(tasks.root, "Sign the daily root of the journal", daily(time(0, 30))),
    "reminders": Every(tasks.reminders, "Write reminders of dates that come near", daily(time(4))),
    "cleaning": Every(tasks.cleaning, "Throw away old drafts, sessions and results", daily(time(3))),
}
"""Every job that comes round by itself."""


def queue_due(now: datetime) -> Iterator[str]:
    """Put into the queue what is due, each job once however many look. A job never heard of is due at once."""
    known = dict(Turn.objects.values_list("name", "due_at"))
    for name, job in SCHEDULE.items():
        if name not in known:
            Turn.objects.get_or_create(name=name, defaults={"due_at": now})
            known[name] = now
        if known[name] <= now and _queued(name, known[name], job, now):
            yield name


def _queued(name: str, due_at: datetime, job: Every, now: datetime) -> bool:
    """Whoever moves the turn on puts the job into the queue, in one transaction."""
    with transaction.atomic():
        mine = Turn.objects.filter(name=name, due_at=due_at).update(due_at=job.then(now), queued_at=now)
        if mine:
            result = job.task.enqueue()
            Turn.objects.filter(name=name).update(result=result.id)
    return bool(mine)
