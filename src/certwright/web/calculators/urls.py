"""The addresses of the calculators."""

from django.urls import path

from certwright.web.calculators.views import calculator, calculators

urlpatterns = [
    path("calculators/", calculators, name="calculators"),
    path("calculators/<slug:name>/", calculator, name="calculator"),
]
