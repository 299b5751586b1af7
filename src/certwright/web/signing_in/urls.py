"""The addresses of signing in: those of allauth that we offer, by allauth's own names. All others lead nowhere."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as socialaccount
from allauth.socialaccount.providers.openid_connect import views as organisation
from allauth.usersessions import views as sessions
from django.urls import path

from certwright.web.signing_in import views

urlpatterns = [
    path("", views.overview, name="account"),
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/none/", views.no_password, name="account_set_password"),
    path("invitation/<str:token>/", views.invitation, name="account-invitation"),
    path("language/", views.choose_language, name="account-language"),
    path("factors/", mfa.index, name="mfa_index"),
    path("factors/sign-in/", mfa.authenticate, name="mfa_authenticate"),
    path("factors/reauthenticate/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("factors/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("factors/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("factors/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("factors/codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("factors/codes/download/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("passkeys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("passkeys/sign-in/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("passkeys/reauthenticate/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("organisation/cancelled/", socialaccount.login_cancelled, name="socialaccount_login_cancelled"),
    path("organisation/error/", socialaccount.login_error, name="socialaccount_login_error"),
    path("<slug:provider_id>/login/", views.by_organisation, name="openid_connect_login"),
    path("<slug:provider_id>/login/callback/", organisation.callback, name="openid_connect_callback"),
]
