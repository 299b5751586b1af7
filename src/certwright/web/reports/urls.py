"""Where a report is recorded. It stands before the forms of all acts."""

from django.urls import path

from certwright.web.reports.views import report

urlpatterns = [
    path(
        "d/assignment/<str:key>/do/assignment.report/",
        report,
        {"kind": "assignment", "act": "assignment.report"},
        name="report",
    ),
]
