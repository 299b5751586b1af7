"""The journal as a Django app."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class JournalConfig(AppConfig):
    """Makes the triggers after each migration, looks for them at start, and watches the file SQLite writes to."""

    name = "certwright.journal"
    label = "journal"
    verbose_name = "Journal"

    def ready(self) -> None:
        from certwright.journal import checks, in_place, triggers  # noqa: F401  # imported to register the start-up checks

        pre_migrate.connect(triggers.step_aside_for_migration, sender=self)
        post_migrate.connect(triggers.make_after_migration, sender=self)
        connection_created.connect(in_place.remember)
