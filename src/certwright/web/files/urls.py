"""Where a file is downloaded: below the dossier that names it."""

from django.urls import path

from certwright.web.files.views import file

urlpatterns = [path("d/<slug:kind>/<str:key>/files/<str:digest>/", file, name="dossier-file")]
