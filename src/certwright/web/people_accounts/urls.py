"""Where accounts are made and closed."""

from django.urls import path

from certwright.web.people_accounts import views

urlpatterns = [
    path("accounts/", views.accounts, name="accounts"),
    path("accounts/invite/", views.invite, name="accounts-invite"),
    path("accounts/<int:pk>/", views.account, name="accounts-one"),
    path("accounts/<int:pk>/<slug:what>/", views.change, name="accounts-change"),
]
