"""Unsubmitted work as a Django app."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """Drafts of acts."""

    name = "certwright.drafts"
    label = "drafts"
    verbose_name = "Drafts"
