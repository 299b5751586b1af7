"""What stands in the database when a monitor asks: the same whichever process answers."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.db.models import Count, Manager
from django_tasks_db.models import DBTaskResult
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from certwright import __version__
from certwright.journal.models import Tail
from certwright.outbox.models import Message
from certwright.web.monitoring.health import root_age


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
        yield _counted("certwright_jobs", "Jobs, by what became of them.", DBTaskResult._default_manager, "status")
        yield _counted("certwright_letters", "Letters and notices, by where they stand.", Message.objects, "state")


def _counted(name: str, says: str, rows: Manager[Any], field: str) -> Metric:
    """How many ``rows`` there are for each value of ``field``, one gauge."""
    family = GaugeMetricFamily(name, says, labels=(field,))
    for value, found in rows.order_by(field).values_list(field).annotate(Count("pk")):
        family.add_metric((value.lower(),), found)
    return family
