"""Letters and notices as a Django app."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks


class OutboxConfig(AppConfig):
    """The outbox."""

    name = "certwright.outbox"
    label = "outbox"
    verbose_name = "Messages"

    def ready(self) -> None:
        """Look at the body's own letters whenever the program starts."""
        checks.register(own_letters)


def own_letters(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[checks.CheckMessage]:
    """A warning for each letter of the body's own that cannot be used; the shipped one is sent meanwhile."""
    from certwright.outbox.library import (
        faults,  # it reads letters, which know the acts: not before everything is set up
    )

    hint = "See docs/how-to/letters.md. Until it is mended the shipped letter is used."
    found = faults(settings.CERTWRIGHT_LETTERS)
    return [checks.Warning(f"A letter cannot be used. {fault}", hint=hint, id="outbox.W001") for fault in found]
