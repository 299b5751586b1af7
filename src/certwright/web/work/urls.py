"""The address of my work: the first page."""

from django.urls import path

from certwright.web.work.views import first_page

urlpatterns = [path("", first_page, name="work")]
