"""The database from a path or an address."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from certwright.config.database import described

DEFAULT = Path("var/certwright.sqlite3")


def test_nothing_given_is_the_file_in_the_data_folder() -> None:
    assert described("", DEFAULT)["NAME"] == "var/certwright.sqlite3"


def test_a_path_is_an_sqlite_file_that_survives_a_power_cut() -> None:
    found = described("/srv/certwright.sqlite3", DEFAULT)
    assert found["ENGINE"] == "django.db.backends.sqlite3"
    assert found["NAME"] == "/srv/certwright.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in found["OPTIONS"]["init_command"]
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


def test_an_address_is_postgresql() -> None:
    found = described("postgresql://clerk:p%40ss@db.example:5433/cab?sslmode=require", DEFAULT)
    assert {key: found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "cab",
        "USER": "clerk",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
    }
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_a_socket_folder_may_stand_in_the_address() -> None:
    found = described("postgresql://clerk@/cab?host=/run/postgresql", DEFAULT)
    assert (found["HOST"], found["PORT"], found["OPTIONS"]) == ("/run/postgresql", "", {})


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="“mysql” databases are not supported"):
        described("mysql://db.example/cab", DEFAULT)


def test_an_address_without_a_name_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="names no database"):
        described("postgresql://db.example/", DEFAULT)
