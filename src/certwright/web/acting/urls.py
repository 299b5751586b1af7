"""Where acts are done: in a dossier, to begin one, and what fields suggest."""

from django.urls import path

from certwright.web.acting import views

urlpatterns = [
    path("new/<str:act>/", views.new, name="acting-new"),
    path("choose/<str:kinds>/", views.choose, name="acting-choose"),
    path("d/<str:kind>/<str:key>/do/<str:act>/", views.do, name="acting-do"),
]
