"""``certwright upgrade``: step by step, with a backup first, and stopped by the first fault."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from building import Building, building, found_body, register_client
from certwright.cli import upgrade as upgrading
from certwright.journal import triggers
from certwright.office.tables import unapplied
from certwright.rows.models import ClientRow
from cli.conftest import Call

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def founded(transactional_db: None, installation: Path) -> Building:
    """As in conftest, in a database whose transactions are real."""
    here = building(installation)
    found_body(here)
    register_client(here)
    return here


@pytest.fixture
def behind(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An installation that a migration is missing in; the migrations really made are noted."""
    made: list[str] = []
    monkeypatch.setattr(upgrading, "unapplied", lambda: ["rows.0099_made_for_this_test"])
    monkeypatch.setattr(upgrading, "call_command", lambda name, **given: made.append(name))
    return made


def test_where_nothing_is_to_be_migrated_everything_is_looked_at(founded: Building, call: Call) -> None:
    answer = call("upgrade", "--json")
    assert (answer.status, answer.json["backup"]) == (0, None), answer.out
    told = " ".join(answer.json["steps"])
    assert "11 acts in 5 dossiers" in told
    assert "are those of this release already" in told
    assert "judged the same" in told


def test_before_migrating_a_backup_is_made_that_is_whole(
    founded: Building, call: Call, behind: list[str], installation: Path, tmp_path: Path
) -> None:
    answer = call("upgrade", "--json")
    assert answer.status == 0, answer.out
    assert behind == ["migrate"]
    backup = Path(answer.json["backup"])
    assert backup.parent == installation / "backups"
    assert (backup / "manifest.json").exists()
    elsewhere = call("upgrade", "--backup-to", tmp_path / "elsewhere", "--json")
    assert Path(elsewhere.json["backup"]).parent == tmp_path / "elsewhere"


def test_rows_that_lag_are_put_in_step(founded: Building, call: Call) -> None:
    ClientRow.objects.update(town="Leeds")
    assert call("upgrade").status == 0
    assert ClientRow.objects.get().town == "York"


def test_an_altered_journal_stops_it_before_anything_is_changed(
    founded: Building, call: Call, behind: list[str]
) -> None:
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE journal_content SET text = replace(text, 'Helmets', 'Hamlets')")
    triggers.make(connection)
    answer = call("upgrade", "--json")
    assert (answer.status, answer.json["status"], answer.json["backup"]) == (1, "fault", None)
    assert behind == []
    assert "STOPPED here" in answer.json["steps"][-1]


def test_a_migration_that_leaves_triggers_away_stops_it_and_names_the_backup(
    founded: Building, call: Call, behind: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def migrate(name: str, **given: Any) -> None:
        triggers.remove(connection)

    monkeypatch.setattr(upgrading, "call_command", migrate)
    answer = call("upgrade", "--json")
    triggers.make(connection)
    assert answer.status == 1
    assert answer.json["backup"] in answer.json["steps"][-1]


def test_missing_triggers_stop_it_also_where_nothing_is_to_be_migrated(founded: Building, call: Call) -> None:
    triggers.remove(connection)
    answer = call("upgrade")
    triggers.make(connection)
    assert answer.status == 1
    assert "journal_envelope_no_update" in answer.out


def test_the_remedy_for_missing_triggers_works(founded: Building, call: Call) -> None:
    triggers.remove(connection)
    remedy = call("doctor").out
    assert "certwright migrate --skip-checks" in " ".join(remedy.split())
    assert call("migrate").status != 0
    assert call("migrate", "--skip-checks").status == 0
    assert not triggers.missing(connection)


def test_a_database_of_a_later_release_is_left_alone(founded: Building, call: Call) -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_applied("journal", "0999_of_a_later_release")
    try:
        answer = call("upgrade")
    finally:
        recorder.record_unapplied("journal", "0999_of_a_later_release")
    assert answer.status == 4
    assert "of a later release" in answer.err
    assert "journal.0999_of_a_later_release" in answer.err


def test_all_acts_are_proved_when_asked_for(founded: Building, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrading, "SAMPLE", 3)
    assert "3  acts judged again" in call("upgrade").out
    assert "11  acts judged again" in call("upgrade", "--prove-all").out


class TestReady:
    """Nothing is written where the record is not as this release needs it."""

    WRITING = (("perform", "acts.yaml"), ("packs", "adopt", "iso-9001", "--as", "person:ben", "--basis", "Read."))

    @pytest.mark.parametrize("words", WRITING)
    def test_missing_migrations(
        self, founded: Building, call: Call, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
    ) -> None:
        monkeypatch.setattr("certwright.cli.ready.unapplied", lambda: ["rows.0099"])
        answer = call(*words)
        assert answer.status == 4
        assert "certwright upgrade" in answer.err

    @pytest.mark.parametrize("words", WRITING)
    def test_missing_triggers(self, founded: Building, call: Call, words: tuple[str, ...]) -> None:
        triggers.remove(connection)
        answer = call(*words)
        triggers.make(connection)
        assert answer.status == 4
        assert "Triggers that protect the record are missing" in answer.err

    def test_none_are_missing_in_the_tests(self, founded: Building) -> None:
        assert unapplied() == []
