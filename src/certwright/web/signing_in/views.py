"""Our own pages of signing in: the account at a glance, accepting an invitation, the language."""

import logging

from allauth.account.utils import perform_login
from allauth.socialaccount.providers.openid_connect import views as organisation
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certwright.accounts import invitations
from certwright.accounts.models import User
from certwright.answers.account_policy import invites
from certwright.web.viewing import viewer

log = logging.getLogger("certwright.accounts")

_LANGUAGE_LASTS = 31_536_000  # seconds


@require_safe
@never_cache
def overview(request: HttpRequest) -> HttpResponse:
    """The account of whoever is signed in."""
    shown = {
        "may_invite": bool(invites(viewer(request))),
        "languages": settings.LANGUAGES,
        "chosen": getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE),
    }
    return render(request, "web/signing_in/overview.html", shown)


@require_safe
def no_password(request: HttpRequest) -> HttpResponse:
    """Whoever signs in without a password here gets one by a link only."""
    raise PermissionDenied(_("You have no password here. Whoever looks after accounts can give you a link for one."))


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the language with the account, and in this browser from the next page on."""
    response = HttpResponseRedirect(reverse("account"))
    code = request.POST.get("language", "")
    if code in dict(settings.LANGUAGES):
        User.objects.filter(pk=viewer(request).user).update(language=code)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, code, max_age=_LANGUAGE_LASTS, samesite="Lax", httponly=True)
    return response


class PasswordForm(forms.Form):
    """A new password, twice."""

    password = forms.CharField(max_length=200, strip=False, error_messages={"required": _("Choose a password.")})
    again = forms.CharField(max_length=200, strip=False, error_messages={"required": _("Write it once more.")})

    def __init__(self, *args: object, account: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.account = account

    def clean_password(self) -> str:
        """Long enough, not one of those everybody tries, not the e-mail address."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.account)
        return password

    def clean_again(self) -> str:
        """The same again."""
        again: str = self.cleaned_data["again"]
        if "password" in self.cleaned_data and again != self.cleaned_data["password"]:
            raise forms.ValidationError(_("The two are not the same."))
        return again


@login_not_required
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password by the link of an invitation, and be signed in. A second factor is asked for all the same."""
    found = invitations.invited(token, timezone.now())
    if found is None:
        return render(request, "web/signing_in/invitation.html", status=404)
    account = found.account
    form = PasswordForm(request.POST or None, account=account)
    if request.method == "POST" and form.is_valid():
        if not invitations.accept(found, form.cleaned_data["password"], timezone.now()):
            return render(request, "web/signing_in/invitation.html", status=404)
        account.refresh_from_db()
        answer: HttpResponse = perform_login(request, account, email_verification="none")
        return answer
    return render(request, "web/signing_in/invitation.html", {"form": form, "email": account.email})


@login_not_required
def by_organisation(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the organisation's own sign-in service; where it does not answer, that is said instead of failing."""
    try:
        answer: HttpResponse = organisation.login(request, provider_id)
    except OSError as error:  # whatever keeps its description from being read
        log.error("The sign-in service of the organisation does not answer: %s", error)
        messages.error(request, gettext("Your organisation’s sign-in does not answer just now. Try again later."))
        return HttpResponseRedirect(reverse("account_login"))
    return answer
