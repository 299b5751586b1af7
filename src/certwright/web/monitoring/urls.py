"""Addresses of what monitors ask."""

from django.urls import path

from certwright.web.monitoring.health import health, live
from certwright.web.monitoring.metrics import metrics

urlpatterns = [
    path("health", health, name="health"),
    path("health/live", live, name="health-live"),
    path("metrics", metrics, name="metrics"),
]
