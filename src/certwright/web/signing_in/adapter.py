"""What allauth asks us: who may sign in, and what is said and written down when somebody may not."""

import logging
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from certwright.accounts.fresh import VOUCHED_AT
from certwright.accounts.models import User
from certwright.web.viewing import viewer_of

log = logging.getLogger("certwright.accounts")

_VOUCHED = "_certwright_vouched_at"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # it comes without types
    """Sign-in with e-mail address and password, passkey or second factor."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "This e-mail address and password do not go together. Check both; capital letters matter in the password."
        ),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes, then try again."),
        "incorrect_password": _("This is not your password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts are made by invitation."""
        return False

    def pre_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> HttpResponse | None:
        """Whoever's tie to the body is over signs in no more, just as with a closed account."""
        response: HttpResponse | None = super().pre_login(request, user, **kwargs)
        if response is None and isinstance(user, User) and viewer_of(user).ended:
            response = self.respond_user_inactive(request, user)
        if response is not None:
            log.warning("Sign-in refused: the account of %s is closed (%s)", user, self.get_client_ip(request))
        return response

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Sign in, and take over what another sign-in service vouched for."""
        super().login(request, user)
        vouched = getattr(request, _VOUCHED, None)
        if vouched is not None:
            request.session[VOUCHED_AT] = vouched
        log.info("%s signed in (%s)", user, self.get_client_ip(request))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Write down that somebody tried: address given and where from, never the password."""
        log.warning("Sign-in failed for %s (%s)", credentials.get("email"), self.get_client_ip(request))

    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        """Whether this is the password of whoever is signed in; attempts are counted as at sign-in."""
        found = self.authenticate(context.request, email=getattr(user, "email", ""), password=password)
        return found is not None and found.pk == user.pk

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Only what went wrong is said; that somebody signed in they see."""
        level = args[1] if len(args) > 1 else kwargs.get("level", messages.INFO)
        if level >= messages.ERROR or kwargs.get("message"):
            super().add_message(*args, **kwargs)


class OrganisationAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # the same
    """Sign-in by the organisation's own service (OpenID Connect), to accounts that exist already."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never: accounts are made by invitation."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account by the verified e-mail address, the first time; by the service's own id ever after.

        Raises:
            ImmediateHttpResponse: there is no such account; back to the sign-in page, which says so.
        """
        seen = _last_seen(sociallogin)
        if seen is not None:
            setattr(request, _VOUCHED, seen)
        if sociallogin.is_existing:
            return
        verified = {address.email.lower() for address in sociallogin.email_addresses if address.verified}
        account = User.objects.filter(email__in=verified, is_active=True).first()
        if account is None:
            log.warning("Sign-in by the organisation refused: no account for %s", ", ".join(sorted(verified)) or "?")
            messages.error(request, gettext("There is no account for you here. Ask client administration for one."))
            raise ImmediateHttpResponse(HttpResponseRedirect(reverse("account_login")))
        sociallogin.connect(request, account)


def _last_seen(sociallogin: SocialLogin) -> float | None:
    """When the service last saw the person (the claim ``auth_time``), in seconds since 1970, if it says so."""
    told = (sociallogin.account.extra_data or {}).get("id_token", {}).get("auth_time")
    return float(told) if isinstance(told, int | float) else None
