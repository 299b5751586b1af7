"""Which page answers which address."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("", include("certwright.design.urls")),
    path("", include("certwright.web.urls")),
]
