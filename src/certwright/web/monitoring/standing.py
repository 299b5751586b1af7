"""What stands in the database when a monitor asks: the same whichever process answers."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.apps import apps
from django.db.models import Count
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from certwright import __version__
from certwright.journal.models import Tail
from certwright.web.monitoring.health import root_age

QUEUED = ("django_tasks_database", "DBTaskResult")
"""App and model of a job, looked up only where the app is installed."""


class Standing(Collector):
    """Gauges, read when they are asked for. Raises Django's ``DatabaseError`` where they cannot be."""

    def collect(self) -> Iterator[Metric]:
        """Each gauge with its value; what there is nothing to say of is left out."""
        release = GaugeMetricFamily("certwright_release", "Always 1; the label names the release.", labels=("release",))
        release.add_metric((__version__,), 1)
        yield release
        tail = Tail.objects.first()
        yield GaugeMetricFamily(
            "certwright_journal_position", "Position of the last act of the journal.", tail.position if tail else 0
        )
        if (age := root_age(datetime.now(UTC).date())) is not None:
            yield GaugeMetricFamily(
                "certwright_last_root_age_days",
                "Days since the journal was last signed; left out if it never was.",
                age,
            )
        if apps.is_installed("django_tasks_db"):
            yield _jobs()


def _jobs() -> Metric:
    """Jobs by what became of them. A long queue, or one that failed, wants somebody."""
    family = GaugeMetricFamily("certwright_jobs", "Jobs in the queue, by status.", labels=("status",))
    jobs = apps.get_model(*QUEUED)._default_manager
    for status, found in jobs.order_by("status").values_list("status").annotate(Count("pk")):
        family.add_metric((status.lower(),), found)
    return family
