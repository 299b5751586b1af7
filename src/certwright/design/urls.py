"""Addresses of the look."""

from django.urls import path

from certwright.design.views import choose_look, gallery

urlpatterns = [
    path("design/", gallery, name="design"),
    path("preferences/look/", choose_look, name="look"),
]
