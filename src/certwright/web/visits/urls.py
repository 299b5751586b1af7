"""Where visits are planned and changed: the forms of those acts, with everything that is due at the client."""

from django.urls import path

from certwright.web.visits import views

urlpatterns = [
    path("d/visit/<str:key>/do/visit.plan/", views.visit, {"kind": "visit", "act": "visit.plan"}, name="visit-plan"),
    path(
        "d/visit/<str:key>/do/visit.change/", views.visit, {"kind": "visit", "act": "visit.change"}, name="visit-change"
    ),
]
