"""``/health`` for monitors: an answer, or the plain reason why not."""

import pytest
from django.db import OperationalError, connection
from django.test import Client

from certwright import __version__


@pytest.mark.django_db
def test_all_is_well(client: Client) -> None:
    response = client.get("/health")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "release": __version__}
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_a_database_that_is_gone_is_told_and_nothing_else(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OperationalError("could not connect to server at secret-host")

    monkeypatch.setattr(connection, "cursor", gone)
    response = client.get("/health")
    assert response.status_code == 503
    assert response.json() == {"status": "database unreachable", "release": __version__}
