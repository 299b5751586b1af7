"""Where one sees who holds which function on a day."""

from django.urls import path

from certwright.web.authorisations import views

urlpatterns = [path("functions/", views.functions, name="functions")]
