"""What the pages of signing in show besides their forms."""

import json
from typing import Any

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest

from certwright.accounts import demonstration

_ANEW = json.dumps({"prompt": "login", "max_age": "0"})
"""Asks the organisation's service to see the person now, and to say when it did."""


def context(request: HttpRequest) -> dict[str, Any]:
    """Context processor for addresses below ``/account/``; nothing for any other."""
    if not request.path.startswith("/account/"):
        return {}
    back = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME, "")
    return {
        "organisation": settings.CERTWRIGHT_OIDC_NAME,
        "organisation_params": _ANEW,
        "redirect_field_value": back,
        "next_is_form": "/do/" in back,
        "demonstration": demonstration.listed,
        "demonstration_password": demonstration.PASSWORD,
    }
