"""Where somebody says why they read, and where it is seen who did."""

from django.urls import path

from certwright.web.outside_team import views

urlpatterns = [
    path("d/<slug:kind>/<str:key>/why-read/", views.reason, name="reading-reason"),
    path("d/<slug:kind>/<str:key>/read-by/", views.read_by, name="reading-readers"),
]
