"""The address of the palette."""

from django.urls import path

from certwright.web.palette.views import palette

urlpatterns = [path("palette/", palette, name="palette")]
