"""The journal as a Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class JournalConfig(AppConfig):
    """Makes the triggers after each migration and looks for them at start."""

    name = "certwright.journal"
    label = "journal"
    verbose_name = "Journal"

    def ready(self) -> None:
        from certwright.journal import checks, triggers  # noqa: F401  # imported to register the start-up checks

        pre_migrate.connect(triggers.step_aside_for_migration, sender=self)
        post_migrate.connect(triggers.make_after_migration, sender=self)
