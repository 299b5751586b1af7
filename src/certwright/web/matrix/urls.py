"""The addresses of the matrix."""

from django.urls import path

from certwright.web.matrix.views import matrix, matrix_of, side_by_side

urlpatterns = [
    path("matrix/", matrix, name="matrix"),
    path("matrix/side-by-side/", side_by_side, name="matrix-side-by-side"),
    path("matrix/<slug:standard>/", matrix_of, name="matrix-of"),
]
