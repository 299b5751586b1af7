"""The look as a Django app, so that its templates and style sheet are found."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Style sheet and page frame."""

    name = "certwright.design"
    label = "design"
    verbose_name = "Design"
