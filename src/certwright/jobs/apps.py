"""The clock's work as a Django app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Jobs and their schedule."""

    name = "certwright.jobs"
    label = "jobs"
    verbose_name = "Jobs"
