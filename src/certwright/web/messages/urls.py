"""The addresses of messages, and of the calendar file of a visit."""

from django.urls import path

from certwright.web.messages import calendar, views, wording

urlpatterns = [
    path("messages/", views.listed, name="messages"),
    path("messages/letters/", wording.every, name="message-letters"),
    path("messages/letters/<slug:name>/", wording.one, name="message-letter"),
    path("messages/<int:pk>/", views.message, name="message"),
    path("messages/<int:pk>/letter.pdf", views.as_pdf, name="message-pdf"),
    path("messages/<int:pk>/edit/", views.edit, name="message-edit"),
    path("messages/<int:pk>/do/<slug:what>/", views.do, name="message-do"),
    path("d/<slug:kind>/<str:key>/calendar.ics", calendar.visit, name="dossier-calendar"),
]
