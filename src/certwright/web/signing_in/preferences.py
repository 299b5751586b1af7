"""Pages are in the language their reader chose, on every machine; without a choice, in that of the browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from certwright.accounts.models import User


class LanguageMiddleware:
    """Speaks the language kept with the account, whatever browser is used."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request. ``LocaleMiddleware`` has chosen by cookie and browser already."""
        user = request.user
        if isinstance(user, User) and user.language in dict(settings.LANGUAGES):
            translation.activate(user.language)
            request.LANGUAGE_CODE = user.language
        return self.get_response(request)
