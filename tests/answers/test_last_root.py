"""The root that goes furthest is found, and told apart from one that nobody should trust."""

from datetime import date
from pathlib import Path

import pytest

from certwright.answers.last_root import last_root
from certwright.journal.root import Root, export
from certwright.journal.root_keys import new_key, private_key


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A key pair of the body."""
    file = tmp_path / "keys" / "root.pem"
    new_key(file)
    return file


def _export(folder: Path, key: Path, day: str, position: int) -> Path:
    root = Root(day, position, "0" * 64, f"{day}T09:00:00.000000+00:00", 3, f"{day}T23:00:00.000000+00:00")
    return export(folder, root, private_key(key))


def test_before_the_first_root_there_is_none(tmp_path: Path, key: Path) -> None:
    assert last_root(tmp_path / "roots", key) is None
    (tmp_path / "roots").mkdir()
    (tmp_path / "roots" / "root-copy.json").write_text("{}")
    assert last_root(tmp_path / "roots", key) is None


def test_the_root_that_goes_furthest_is_the_last(tmp_path: Path, key: Path) -> None:
    for day, position in (("2026-03-02", 11), ("2026-03-03", 99), ("2026-03-03", 101), ("2026-02-01", 9)):
        _export(tmp_path, key, day, position)
    found = last_root(tmp_path, key)
    assert found
    assert (found.day, found.position, found.fault) == (date(2026, 3, 3), 101, "")


def test_an_altered_root_is_not_trusted(tmp_path: Path, key: Path) -> None:
    file = _export(tmp_path, key, "2026-03-02", 11)
    file.write_text(file.read_text().replace('"dossiers":3', '"dossiers":4'))
    found = last_root(tmp_path, key)
    assert found
    assert found.fault == "the signature is wrong"


def test_a_root_by_another_key_is_not_trusted(tmp_path: Path, key: Path) -> None:
    stranger = tmp_path / "stranger" / "root.pem"
    new_key(stranger)
    _export(tmp_path, stranger, "2026-03-02", 11)
    found = last_root(tmp_path, key)
    assert found
    assert found.fault.endswith("is not known")
