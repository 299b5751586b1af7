"""Signing in again before a decision or a signature, so that nobody else at the same screen gives it.

The standards ask that certification decisions are made by named, authorised people (ISO/IEC 17065 7.6.2–7.6.5;
ISO/IEC 17021-1 9.5.1); that they prove anew who they are is this program's choice (POLICY).
"""

import time
from collections.abc import Mapping
from typing import Any, Final

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

_DECIDES = _("It decides about a certification.")
_SIGNS = _("It signs for the certification body.")
_AUTHORISES = _("It gives somebody the right to do work that the standards reserve.")
_CHANGES_THE_RULES = _("It sets what later decisions are judged by.")
_CORRECTS = _("It changes how the record reads, or removes something from it for good.")

FRESH_ACTS: Final[Mapping[str, Promise]] = {
    "agreement.conclude": _SIGNS,
    "agreement.amend": _SIGNS,
    "body.found": _AUTHORISES,
    "certification.review": _DECIDES,
    "certification.decide": _DECIDES,
    "certification.maintain": _DECIDES,
    "certification.terminate": _DECIDES,
    "certification.issue": _SIGNS,
    "certification.license-mark": _SIGNS,
    "committee.hold-session": _DECIDES,
    "matter.decide": _DECIDES,
    "matter.erase-origin": _CORRECTS,
    "pack.adopt": _CHANGES_THE_RULES,
    "person.erase-particulars": _CORRECTS,
    "person.grant-authorisation": _AUTHORISES,
    "person.restore-authorisation": _AUTHORISES,
    "record.annul": _CORRECTS,
    "record.put-right": _CORRECTS,
}
"""Name of an act → why whoever does it signs in again before."""

VOUCHED_AT: Final = "vouched_at"
"""Where the session keeps when the organisation's own sign-in saw the person, in seconds since 1970."""


def needs_fresh_sign_in(act_name: str) -> bool:
    """Whether an act, named without its version (``certification.decide``), asks for signing in again."""
    return act_name in FRESH_ACTS


def is_fresh(request: HttpRequest) -> bool:
    """Whether whoever is signed in proved it within the last ``CERTWRIGHT_FRESH_MINUTES``, in this very session."""
    return time.time() - _proved_at(request) < settings.CERTWRIGHT_FRESH_MINUTES * 60


def sign_in_again(request: HttpRequest, back_to: str) -> HttpResponseRedirect:
    """To the page that asks for it, which leads back to ``back_to``, an address of ours. Keep drafts before."""
    return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{urlencode({REDIRECT_FIELD_NAME: back_to})}")


def _proved_at(request: HttpRequest) -> float:
    """When, in seconds since 1970; 0 if never.

    What another sign-in service says counts from when it last saw the person, not from when it answered us.
    """
    records: list[dict[str, Any]] = get_authentication_records(request, request.user)
    own = [record["at"] for record in records if record["method"] in {"password", "mfa"}]
    return max([*own, request.session.get(VOUCHED_AT, 0)], default=0)
