"""The pages of findings. That of one finding stands before the page every dossier has."""

from django.urls import path

from certwright.web.findings import views

urlpatterns = [
    path("d/finding/<str:key>/", views.finding, name="finding"),
    path("d/assignment/<str:key>/findings/", views.sheet, name="findings-sheet"),
    path("d/assignment/<str:key>/findings/raise/", views.raising, name="findings-raise"),
]
