"""Which page answers which address."""

from django.urls import include, path

urlpatterns = [
    path("", include("certwright.design.urls")),
    path("", include("certwright.web.urls")),
]

handler429 = "certwright.web.errors.too_many"
