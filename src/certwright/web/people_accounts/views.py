"""Accounts of others, for those who may invite them: a list, an invitation, one account and what it comes to."""

import secrets

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certwright.accounts import closing, invitations
from certwright.accounts.models import User
from certwright.answers.account_policy import For, invites, whom
from certwright.answers.saying import names
from certwright.web.people_accounts.form import LABELS, InvitationForm
from certwright.web.viewing import viewer

MOST = 500
"""How many accounts the list shows: those made last."""


@require_safe
@never_cache
def accounts(request: HttpRequest) -> HttpResponse:
    """The accounts that whoever looks may make and close."""
    may = _may(request)
    found = [one for one in User.objects.order_by("-pk")[: MOST * 2] if _whom(one) in may][:MOST]
    known = names({name for one in found for name in (one.person, one.client)} - {""})
    lines = [(one, LABELS[_whom(one)], known.get(one.person) or one.name, known.get(one.client, "")) for one in found]
    return render(request, "web/people_accounts/list.html", {"lines": lines})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invite(request: HttpRequest) -> HttpResponse:
    """Make an account and the link that opens it."""
    form = InvitationForm(request.POST or None, may=_may(request), initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        made = User.objects.create_user(form.cleaned_data["email"], **form.account())
        return _with_link(request, made)
    return render(request, "web/people_accounts/invite.html", {"form": form})


@require_safe
@never_cache
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account, and what can be done with it."""
    return _shown(request, _theirs(request, pk))


@require_POST
@never_cache
def change(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Do one thing with an account: a new ``link``, ``close``, ``reopen``, ``sessions`` (end), ``factors`` (remove)."""
    found, by = _theirs(request, pk), str(request.user)
    if found.pk == request.user.pk and what != "sessions":
        raise PermissionDenied(_("Nobody changes their own account here."))
    match what:
        case "link":
            return _with_link(request, found)
        case "close":
            closing.close(found, by, timezone.now())
            messages.success(request, gettext("The account is closed, and whoever was signed in to it is signed out."))
        case "reopen":
            closing.reopen(found, by)
            messages.success(request, gettext("The account is open again."))
        case "sessions":
            closing.end_sessions(found)
            messages.success(request, gettext("Signed out everywhere."))
        case "factors":
            closing.remove_second_factors(found, by)
            messages.success(request, gettext("Passkeys, app and recovery codes are removed."))
        case _:
            raise Http404
    return HttpResponseRedirect(reverse("accounts-one", args=(pk,)))


def _may(request: HttpRequest) -> frozenset[For]:
    may = invites(viewer(request))
    if not may:
        raise PermissionDenied(_("Competence evaluation, client administration and quality management make accounts."))
    return may


def _theirs(request: HttpRequest, pk: int) -> User:
    found = get_object_or_404(User, pk=pk)
    if _whom(found) not in _may(request):
        raise PermissionDenied(_("Accounts of this kind are looked after by others."))
    return found


def _whom(account: User) -> For:
    return whom(account.person, account.client, account.administrator, account.assessor_from)


def _with_link(request: HttpRequest, account: User) -> HttpResponse:
    """The account with its new link. The link is shown this once: only its digest is kept."""
    days = settings.CERTWRIGHT_INVITATION_DAYS
    token = invitations.invite(account, str(request.user), timezone.now(), days, secrets.token_urlsafe)
    link = request.build_absolute_uri(reverse("account-invitation", args=(token,)))
    return _shown(request, account, link)


def _shown(request: HttpRequest, account: User, link: str = "") -> HttpResponse:
    known = names({account.person, account.client} - {""})
    shown = {
        "account": account,
        "whom": LABELS[_whom(account)],
        "called": known.get(account.person) or account.name or account.email,
        "client": known.get(account.client, account.client),
        "link": link,
        "days": settings.CERTWRIGHT_INVITATION_DAYS,
        "open_until": invitations.open_until(account, timezone.now()),
        "own": account.pk == request.user.pk,
    }
    return render(request, "web/people_accounts/account.html", shown)
