"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Sign-in for the people of the body and its clients."""

    name = "certwright.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from certwright.accounts import checks  # noqa: F401  # imported to register the start-up checks
