"""Outside demonstration mode the program does not start with anything that was published or left to a default."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from certwright.config.environment import read
from certwright.config.production import refusals
from certwright.journal.root_keys import DEMONSTRATION_MARK, new_key

Variables = dict[str, str]


@pytest.fixture
def in_order(tmp_path: Path) -> Variables:
    """The variables of an installation that may start."""
    key = tmp_path / "root.pem"
    new_key(key)
    return {
        "CERTWRIGHT_MODE": "production",
        "CERTWRIGHT_DATA": str(tmp_path),
        "CERTWRIGHT_HOSTS": "cab.example",
        "CERTWRIGHT_SECRET_KEY": "k" * 50,
        "CERTWRIGHT_ROOT_KEY": str(key),
    }


def _said(variables: Variables) -> list[str]:
    return list(refusals(read(variables)))


def test_an_installation_in_order_is_not_refused(in_order: Variables) -> None:
    assert _said(in_order) == []


def test_with_nothing_given_every_fault_is_named() -> None:
    said = _said({"CERTWRIGHT_MODE": "production"})
    assert [sentence.split()[0] for sentence in said] == [
        "CERTWRIGHT_SECRET_KEY",
        "CERTWRIGHT_DATA",
        "CERTWRIGHT_HOSTS",
        "CERTWRIGHT_ROOT_KEY",
    ]


@pytest.mark.parametrize(("length", "refused"), [(49, True), (50, False)])
def test_the_secret_key_is_long_enough(in_order: Variables, length: int, refused: bool) -> None:
    assert bool(_said(in_order | {"CERTWRIGHT_SECRET_KEY": "k" * length})) is refused


def test_the_root_key_must_be_there(in_order: Variables, tmp_path: Path) -> None:
    (said,) = _said(in_order | {"CERTWRIGHT_ROOT_KEY": str(tmp_path / "nowhere.pem")})
    assert "There is no key at" in said
    assert "openssl genpkey -algorithm ed25519" in said


def test_the_root_key_must_be_one_that_signs(in_order: Variables, tmp_path: Path) -> None:
    (tmp_path / "root.pem").write_text("nothing of the kind")
    (said,) = _said(in_order)
    assert "cannot be read" in said


def test_the_key_of_a_demonstration_signs_no_root(in_order: Variables, tmp_path: Path) -> None:
    key = tmp_path / "root.pem"
    key.write_bytes(DEMONSTRATION_MARK + b"\n" + key.read_bytes())
    (said,) = _said(in_order)
    assert "holds the key of a demonstration" in said


def test_s3_needs_a_bucket(in_order: Variables) -> None:
    assert _said(in_order | {"CERTWRIGHT_STORAGE": "s3", "CERTWRIGHT_STORAGE_BUCKET": "evidence"}) == []
    (said,) = _said(in_order | {"CERTWRIGHT_STORAGE": "s3"})
    assert "CERTWRIGHT_STORAGE_BUCKET is not set" in said


def _starts(
    variables: Variables, source: str = "import certwright.config.settings"
) -> "subprocess.CompletedProcess[str]":
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CERTWRIGHT_")}
    return subprocess.run(
        [sys.executable, "-c", source],
        env=clean | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_program_itself_does_not_start(in_order: Variables) -> None:
    refused = _starts(in_order | {"CERTWRIGHT_SECRET_KEY": ""})
    assert refused.returncode != 0
    assert "Certwright does not start in production mode:\n- CERTWRIGHT_SECRET_KEY is not set" in refused.stderr
    assert _starts(in_order).returncode == 0


def test_the_server_does_not_start_on_a_record_without_its_triggers(in_order: Variables) -> None:
    serve = "import certwright.config.wsgi"
    assert (
        _starts(
            in_order, f"{serve}\nfrom django.core.management import call_command\ncall_command('migrate')"
        ).returncode
        == 0
    )
    assert _starts(in_order, serve).returncode == 0
    with sqlite3.connect(Path(in_order["CERTWRIGHT_DATA"]) / "certwright.sqlite3") as database:
        database.execute("DROP TRIGGER journal_envelope_no_update")
    refused = _starts(in_order, serve)
    assert refused.returncode != 0
    assert "journal_envelope_no_update" in refused.stderr


def test_attachments_go_to_s3_where_that_is_set(in_order: Variables) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CERTWRIGHT_")}
    source = """
import django
django.setup()
from django.core.files.storage import storages
found = storages["attachments"]
print(type(found).__module__, found.bucket_name, found.file_overwrite)
"""
    bucket = {"CERTWRIGHT_STORAGE": "s3", "CERTWRIGHT_STORAGE_BUCKET": "evidence"}
    done = subprocess.run(
        [sys.executable, "-c", source], env=clean | in_order | bucket, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["storages.backends.s3", "evidence", "False"]
