"""Where results are entered: the form of the act, as a table. It stands before the forms of all acts."""

from django.urls import path

from certwright.web.results import views

urlpatterns = [
    path(
        "d/assignment/<str:key>/do/assignment.record-results/",
        views.results,
        {"kind": "assignment", "act": "assignment.record-results"},
        name="results",
    ),
]
