"""What every test may count on: settings of their own, in a folder that is removed afterwards.

The tests run on SQLite unless ``CERTWRIGHT_TEST_DATABASE`` names a PostgreSQL database (``make postgres`` does).
Tests below ``tests/core``, ``tests/packs`` and ``tests/credentials`` use no database.
"""

import atexit
import importlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import django.db
import hypothesis
import pytest

_folder = Path(tempfile.mkdtemp(prefix="certwright-tests-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

for _name in [name for name in os.environ if name.startswith("CERTWRIGHT_") and name != "CERTWRIGHT_TEST_DATABASE"]:
    del os.environ[_name]  # an installation on the same machine must not be reached by a test
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "certwright.config.settings",
    "CERTWRIGHT_MODE": "test",
    "CERTWRIGHT_DATA": str(_folder),
    "CERTWRIGHT_DATABASE": os.environ.get("CERTWRIGHT_TEST_DATABASE", ""),
    "CERTWRIGHT_HOSTS": "testserver",
    "CERTWRIGHT_LOG_LEVEL": "WARNING",
}

# How long an example takes says more about the machine than about the code; speed is measured in tests/bench.
# At home each run tries other examples; in CI they are the same each time, so that a red run is about the change.
hypothesis.settings.register_profile("house", deadline=None, print_blob=True, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")


def pytest_configure() -> None:
    """Set Django up with the settings above, before any test module is imported."""
    django.setup()


@pytest.fixture(autouse=True)
def _the_record_may_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with transactions of its own Django empties all tables, which the record's triggers forbid."""
    marker = request.node.get_closest_marker("django_db")
    asked_for = {"transactional_db", "live_server"} & set(request.fixturenames)
    if not asked_for and not (marker and marker.kwargs.get("transaction")):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    triggers = importlib.import_module("certwright.journal.triggers")  # not before Django is set up
    triggers.remove(django.db.connection)  # they are made again when the tables are empty
