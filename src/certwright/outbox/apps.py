"""Letters and notices as a Django app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """The outbox."""

    name = "certwright.outbox"
    label = "outbox"
    verbose_name = "Messages"
