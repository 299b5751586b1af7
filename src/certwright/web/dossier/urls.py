"""The addresses of dossiers: ``/d/<kind>/<key>/`` and what belongs to it."""

from django.urls import path

from certwright.web.dossier import views

urlpatterns = [
    path("d/<slug:kind>/<str:key>/", views.dossier, name="dossier"),
    path("d/<slug:kind>/<str:key>/timeline/", views.timeline, name="dossier-timeline"),
    path("d/<slug:kind>/<str:key>/changes/", views.changes, name="dossier-changes"),
    path("d/<slug:kind>/<str:key>/acts/<str:act_id>/", views.act, name="dossier-act"),
]
