"""The address of the first steps."""

from django.urls import path

from certwright.web.first_steps.views import page

urlpatterns = [path("first-steps/", page, name="first-steps")]
