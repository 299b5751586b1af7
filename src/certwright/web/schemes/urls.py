"""The addresses of texts of standards and schemes."""

from django.urls import path

from certwright.web.schemes import views

urlpatterns = [
    path("schemes/<slug:pack>/<str:edition>/", views.scheme, name="scheme"),
    path("schemes/<slug:pack>/<str:edition>/text/", views.text, name="scheme-text"),
]
