"""Rows as a Django app."""

from django.apps import AppConfig


class RowsConfig(AppConfig):
    """The derived tables."""

    name = "certwright.rows"
    label = "rows"
    verbose_name = "Rows"
