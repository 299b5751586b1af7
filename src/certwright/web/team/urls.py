"""Where people are appointed and a team is confirmed: the forms of those acts, with everybody who could."""

from django.urls import path

from certwright.web.team import views

urlpatterns = [
    path(
        "d/assignment/<str:key>/do/assignment.appoint/",
        views.appoint,
        {"kind": "assignment", "act": "assignment.appoint"},
        name="team-appoint",
    ),
    path(
        "d/assignment/<str:key>/do/assignment.confirm-team/",
        views.confirm,
        {"kind": "assignment", "act": "assignment.confirm-team"},
        name="team-confirm",
    ),
]
