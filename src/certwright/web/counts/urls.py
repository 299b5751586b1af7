"""Where the counts beside the navigation come from."""

from django.urls import path

from certwright.web.counts import views

urlpatterns = [path("counts/", views.counted, name="counts")]
