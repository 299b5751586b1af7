"""The pages as a Django app, so that their templates are found."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages for the people of the body."""

    name = "certwright.web"
    label = "web"
    verbose_name = "Pages"
