"""What monitors ask: an answer or the plain reason why not, and figures to those who may have them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import Settings

from building import building, found_body, register_client
from certwright import __version__
from certwright.journal import triggers
from certwright.journal.root import export, make
from certwright.journal.root_keys import new_key, private_key
from certwright.office.counting import ACTS
from certwright.web.monitoring import health

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _looked_at_anew() -> Iterator[None]:
    yield
    health._tables_must_be_ours.cache_clear()


class TestHealth:
    """``/health`` and ``/health/live``."""

    def test_all_is_well(self, client: Client) -> None:
        response = client.get("/health")
        assert response.status_code == 200
        assert response.json() == {"status": "ok", "release": __version__, "root_age_days": None}
        assert "no-store" in response.headers["Cache-Control"]

    def test_a_database_that_is_gone_is_told_and_nothing_else(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def gone() -> None:
            raise OperationalError("could not connect to server at secret-host")

        client.get("/health")  # the tables were looked at before
        monkeypatch.setattr(connection, "cursor", gone)
        response = client.get("/health")
        assert response.status_code == 503
        assert response.json()["status"] == "database unreachable"
        assert "secret-host" not in response.text
        assert client.get("/health/live").json() == {"status": "ok", "release": __version__}

    def test_tables_of_another_release_get_no_work(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("certwright.web.monitoring.health.unapplied", lambda: ["rows.0099"])
        response = client.get("/health")
        assert (response.status_code, response.json()["status"]) == (503, "tables of another release")

    def test_nor_does_a_record_without_its_triggers(self, client: Client) -> None:
        triggers.remove(connection)
        response = client.get("/health")
        assert (response.status_code, response.json()["status"]) == (503, "record unprotected")

    def test_the_age_of_the_last_root_is_told(self, client: Client, tmp_path: Path, settings: Settings) -> None:
        here = building(tmp_path)
        found_body(here)
        settings.CERTWRIGHT_ROOTS, settings.CERTWRIGHT_ROOT_KEY = tmp_path / "roots", tmp_path / "root.pem"
        new_key(settings.CERTWRIGHT_ROOT_KEY)
        now = datetime.now(UTC)
        root = make("default", None, (now - timedelta(days=3)).date(), now)
        export(settings.CERTWRIGHT_ROOTS, root, private_key(settings.CERTWRIGHT_ROOT_KEY))
        assert client.get("/health").json()["root_age_days"] == 3

    @pytest.mark.parametrize("address", ["/health", "/health/live"])
    def test_monitors_ask_by_address_over_plain_http(self, client: Client, address: str, settings: Settings) -> None:
        settings.SECURE_SSL_REDIRECT = True
        assert client.get(address, headers={"host": "10.1.2.3"}).status_code == 200
        assert client.get("/account/login/", headers={"host": "10.1.2.3"}).status_code == 400


def _figures(text: str) -> dict[str, float]:
    return {name: float(value) for name, value in re.findall(r"^(certwright_\S+) (\S+)$", text, flags=re.MULTILINE)}


class TestMetrics:
    """``/metrics``."""

    def test_it_tells_what_stands_and_what_was_asked(self, client: Client, tmp_path: Path) -> None:
        here = building(tmp_path)
        found_body(here)
        before = _figures(client.get("/metrics").text)
        register_client(here)
        client.get("/account/login/")
        client.get("/nowhere/client:secret")
        after = _figures(client.get("/metrics").text)
        assert after[f'certwright_release{{release="{__version__}"}}'] == 1
        assert after["certwright_journal_position"] == before["certwright_journal_position"] + 1
        assert _more(before, after, 'certwright_acts_total{act="client.register",outcome="performed"}') == 1
        assert _more(before, after, 'certwright_request_seconds_count{page="account_login",status="200"}') == 1
        assert _more(before, after, 'certwright_request_seconds_count{page="none",status="404"}') == 1

    def test_labels_name_pages_and_acts_and_nobody(self, client: Client, tmp_path: Path) -> None:
        found_body(building(tmp_path))
        client.get("/d/client/secret/")
        client.get("/nowhere/client:secret")
        text = client.get("/metrics").text
        assert set(re.findall(r'(\w+)="', text)) <= {"release", "act", "outcome", "page", "status", "state", "le"}
        assert "secret" not in text

    def test_with_a_token_only_whoever_shows_it(self, client: Client, settings: Settings) -> None:
        settings.CERTWRIGHT_METRICS_TOKEN = "figures for monitors"
        assert client.get("/metrics").status_code == 404
        assert client.get("/metrics", headers={"authorization": "Bearer other"}).status_code == 404
        assert client.get("/metrics", headers={"authorization": "Bearer figures for monitors"}).status_code == 200

    @pytest.mark.parametrize(
        ("asked", "status"),
        [
            ({"REMOTE_ADDR": "127.0.0.1"}, 200),
            ({"REMOTE_ADDR": "::1"}, 200),
            ({"REMOTE_ADDR": "192.0.2.7"}, 404),
            ({"REMOTE_ADDR": ""}, 404),
            ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}, 404),
            ({"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=192.0.2.7"}, 404),
        ],
    )
    def test_without_a_token_only_this_machine(self, client: Client, asked: dict[str, str], status: int) -> None:
        assert client.get("/metrics", **asked).status_code == status  # type: ignore[arg-type]

    def test_behind_a_proxy_a_token_is_needed(self, client: Client, settings: Settings) -> None:
        settings.CERTWRIGHT_TLS = "proxy"
        assert client.get("/metrics").status_code == 404

    def test_a_refused_act_is_counted_as_one(self, client: Client, tmp_path: Path) -> None:
        here = building(tmp_path)
        before = _refused()
        with pytest.raises(AssertionError):
            register_client(here)  # there is no body yet
        assert _refused() == before + 1


def _more(before: dict[str, float], after: dict[str, float], name: str) -> float:
    return after[name] - before.get(name, 0)


def _refused() -> float:
    return float(ACTS.labels("client.register", "refused")._value.get())
