"""The addresses of all pages for the people of the body. Each page's folder names its own."""

from django.urls import include, path

from certwright.web.landing import landing

urlpatterns = [
    path("", include("certwright.web.calculators.urls")),
    path("", include("certwright.web.lists.urls")),
    path("", include("certwright.web.messages.urls")),
    path("", include("certwright.web.matrix.urls")),
    path("", include("certwright.web.work.urls")),
    path("", include("certwright.web.first_steps.urls")),
    path("", include("certwright.web.adopting.urls")),
    path("", include("certwright.web.palette.urls")),
    path("installation/", landing, name="landing"),
    path("", include("certwright.web.monitoring.urls")),
    path("account/", include("certwright.web.signing_in.urls")),
    path("", include("certwright.web.people_accounts.urls")),
    path("", include("certwright.web.outside_team.urls")),
    path("", include("certwright.web.counts.urls")),
    path("", include("certwright.web.authorisations.urls")),
    path("", include("certwright.web.team.urls")),
    path("", include("certwright.web.visits.urls")),
    path("", include("certwright.web.results.urls")),  # forms with pages of their own stand before those of all acts
    path("", include("certwright.web.reports.urls")),
    path("", include("certwright.web.acting.urls")),
    path("", include("certwright.web.committees.urls")),
    path("", include("certwright.web.findings.urls")),
    path("", include("certwright.web.files.urls")),
    path("", include("certwright.web.dossier.urls")),
    path("", include("certwright.web.schemes.urls")),
]
