"""The meeting of a committee that lies ahead, and the minutes of those held."""

from django.urls import path

from certwright.web.committees import views

urlpatterns = [
    path("d/committee/<str:key>/meeting/", views.meeting, name="committee-meeting"),
    path("d/committee/<str:key>/minutes/<str:day>/", views.minutes, name="committee-minutes"),
]
