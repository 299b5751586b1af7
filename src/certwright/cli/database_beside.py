"""A second database, opened beside the installation's own for as long as it is needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections


@contextmanager
def database_beside(alias: str, described: dict[str, Any]) -> Iterator[str]:
    """Make a database known under ``alias``; what ``described`` leaves out is as Django has it."""
    known = {"default": connections.settings["default"], alias: described}
    connections.settings[alias] = connections.configure_settings(known)[alias]
    try:
        yield alias
    finally:
        connections[alias].close()
        del connections[alias], connections.settings[alias]
