"""Which page answers which address."""

from django.urls import path

from certwright.web.health import health
from certwright.web.landing import landing

urlpatterns = [
    path("", landing, name="landing"),
    path("health", health, name="health"),
]
