"""``certwright backup`` and ``restore-check``: what is copied is whole, and whatever is not is told."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django import Settings

from building import Building, attach, propose, record
from certwright.cli import backup as making
from certwright.cli.outcome import Unavailable
from certwright.cli.restored import ALIAS
from cli.conftest import Call
from small_body import BEN, act

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _restoring(monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> None:
    """Let the database of a backup be opened; the tests of Django allow those only that the settings name."""
    allowed_only = BaseDatabaseWrapper.ensure_connection

    def ensure_connection(self: BaseDatabaseWrapper) -> None:
        if self.alias != ALIAS:
            allowed_only(self)
        elif self.connection is None:
            self.connect()

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", ensure_connection)


@pytest.fixture
def backup(transactional_db: None, installation: Path, call: Call, tmp_path: Path) -> Path:
    """A backup of an installation with an attachment and a signed root."""
    from building import building, found_body

    here = building(installation)
    found_body(here)
    grant(here, attach(here, b"minutes"))
    assert call("journal", "root").status == 0
    answer = call("backup", tmp_path / "backups", "--json")
    assert answer.status == 0, answer
    return Path(answer.json["backup"])


def grant(here: Building, document: str) -> None:
    today = here.clock.today.isoformat()
    said = act(
        "person.grant-authorisation", function="review", valid_from=today, evidence="Seen.", documents=[document]
    )
    record(here, propose(here, BEN, said))


def wrong_with(call: Call, backup: Path, *words: object) -> list[str]:
    answer = call("restore-check", backup, *words, "--json")
    assert (answer.status, answer.json["whole"]) == (1, False)
    assert "NOT whole" in call("restore-check", backup, *words).out
    found = answer.json
    return [*found["files"], *found["journal"]["counts"], *(each["what"] for each in found["rows"])]


def test_it_holds_everything_but_the_private_key(backup: Path) -> None:
    held = {path.relative_to(backup).as_posix() for path in backup.rglob("*") if path.is_file()}
    manifest = json.loads((backup / "manifest.json").read_text())
    assert held == {*manifest["files"], "manifest.json"}
    assert {name.split("/")[0] for name in held} == {
        "attachments", "keys", "roots", "manifest.json",
        "database.sqlite3" if connection.vendor == "sqlite" else "database.pgdump",
    }  # fmt: skip
    assert not any(b"PRIVATE KEY" in (backup / name).read_bytes() for name in held)
    assert manifest["position"] == 11


def test_it_is_whole(backup: Path, call: Call) -> None:
    answer = call("restore-check", backup, "--json")
    assert (answer.status, answer.json["whole"]) == (0, True), answer.out
    assert (answer.json["journal"]["acts"], answer.json["journal"]["attachments"]) == (11, 1)
    assert answer.json["journal"]["roots"] == 1
    assert "The backup is whole." in call("restore-check", backup).out


def test_checking_leaves_nothing_behind_and_changes_nothing(backup: Path, call: Call) -> None:
    before = {path: path.read_bytes() for path in backup.rglob("*") if path.is_file()}
    assert call("restore-check", backup).status == 0
    assert {path: path.read_bytes() for path in backup.rglob("*") if path.is_file()} == before
    assert ALIAS not in connections.settings


def test_it_is_of_one_moment_and_later_acts_are_not_in_it(backup: Path, call: Call, installation: Path) -> None:
    from building import building, register_client

    here = building(installation)
    here.clock.go_on(days=1)
    here.ids.act_id = lambda: "act-later-1"  # type: ignore[method-assign]
    register_client(here)
    answer = call("restore-check", backup, "--json")
    assert (answer.status, answer.json["journal"]["acts"]) == (0, 11)


def test_a_root_made_later_and_kept_elsewhere_tells_an_old_backup(
    backup: Path, call: Call, installation: Path, tmp_path: Path
) -> None:
    from building import building, register_client

    here = building(installation)
    here.clock.go_on(days=1)
    here.ids.act_id = lambda: "act-later-1"  # type: ignore[method-assign]
    register_client(here)
    outside = tmp_path / "outside"
    outside.mkdir()
    assert call("journal", "root", "--to", outside).status == 0
    assert "cut" in wrong_with(call, backup, "--roots", outside)


@pytest.mark.parametrize("what", ["attachments", "roots", "keys"])
def test_a_missing_file_is_named(backup: Path, call: Call, what: str) -> None:
    name = next(path for path in (backup / what).rglob("*") if path.is_file())
    name.unlink()
    assert f"{name.relative_to(backup).as_posix()} is missing." in wrong_with(call, backup)


def test_an_altered_attachment_is_named(backup: Path, call: Call) -> None:
    name = next(path for path in (backup / "attachments").rglob("*") if path.is_file())
    name.write_bytes(b"other minutes")
    found = wrong_with(call, backup)
    assert f"{name.relative_to(backup).as_posix()} was altered." in found
    assert "attachment-altered" in found


def test_a_file_that_does_not_belong_is_named(backup: Path, call: Call) -> None:
    (backup / "notes.txt").write_text("remember")
    assert "notes.txt does not belong to the backup." in wrong_with(call, backup)


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_an_altered_database_is_named_by_the_act(backup: Path, call: Call) -> None:
    with closing(sqlite3.connect(backup / "database.sqlite3")) as database, database:
        database.execute("DROP TRIGGER journal_content_no_update")
        database.execute("UPDATE journal_content SET text = replace(text, 'Anna Example', 'Anna Exemple')")
        database.execute("UPDATE rows_personrow SET name = 'Nobody' WHERE dossier = 'person:ben'")
    found = wrong_with(call, backup)
    assert "database.sqlite3 was altered." in found
    assert {"content-altered", "altered"} <= set(found)


def test_what_is_no_backup_is_told(db: None, installation: Path, call: Call, tmp_path: Path) -> None:
    answer = call("restore-check", tmp_path)
    assert answer.status == 2
    assert "it is no backup, or one that was not finished" in answer.err
    (tmp_path / "manifest.json").write_text("{}")
    assert call("restore-check", tmp_path).status == 2


def test_a_backup_of_a_later_release_is_left_to_that_release(backup: Path, call: Call) -> None:
    manifest = json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps({**manifest, "format": 2}))
    answer = call("restore-check", backup)
    assert answer.status == 2
    assert "later release" in answer.err


def test_nothing_is_left_of_a_backup_that_failed(
    transactional_db: None, installation: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making, "copy_database", full)
    answer = call("backup", tmp_path / "backups")
    assert answer.status == 4
    assert "No space left on device" in answer.err
    assert list((tmp_path / "backups").iterdir()) == []

    def gone(*given: object) -> None:
        raise Unavailable("The database cannot be copied: gone.")

    monkeypatch.setattr(making, "copy_database", gone)
    assert call("backup", tmp_path / "backups").status == 4
    assert list((tmp_path / "backups").iterdir()) == []


def test_an_attachment_altered_before_is_copied_and_told(
    transactional_db: None, installation: Path, call: Call, tmp_path: Path, settings: Settings
) -> None:
    from building import building, found_body

    here = building(installation)
    found_body(here)
    attachment = attach(here, b"minutes")
    grant(here, attachment)
    next(path for path in Path(settings.CERTWRIGHT_ATTACHMENTS).rglob("*") if path.is_file()).write_bytes(b"other")
    answer = call("backup", tmp_path / "backups", "--json")
    assert (answer.status, answer.json["altered_attachments"]) == (1, [attachment])


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_without_pg_dump_it_says_what_to_install(
    transactional_db: None, installation: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    answer = call("backup", tmp_path / "backups")
    assert answer.status == 4
    assert "postgresql-client" in answer.err
