"""Where a text is adopted."""

from django.urls import path

from certwright.web.adopting.views import adopt

urlpatterns = [path("schemes/<slug:pack>/<str:edition>/adopt/", adopt, name="adopt")]
