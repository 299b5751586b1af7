"""The addresses of lists: ``/clients/``, ``/certifications/`` …, their exports, and the views somebody keeps."""

from django.urls import path, register_converter

from certwright.answers.lists.catalogue import LISTS
from certwright.web.lists import views


class ListName:
    """The name of a list."""

    regex = "|".join(LISTS)

    def to_python(self, value: str) -> str:
        """The name as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """The name as it stands. Raises ``ValueError`` if there is no such list."""
        if value not in LISTS:
            raise ValueError(value)
        return value


register_converter(ListName, "list")

urlpatterns = [
    path("<list:name>/", views.listed, name="list"),
    path("<list:name>/export.csv", views.as_csv, name="list-csv"),
    path("<list:name>/export.xlsx", views.as_xlsx, name="list-xlsx"),
    path("<list:name>/views/", views.keep_view, name="list-keep-view"),
    path("<list:name>/views/<int:key>/remove/", views.remove_view, name="list-remove-view"),
]
