"""``certwright doctor``: each thing that may be wrong is seen, and told with what to do."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError, connection
from pytest_django import Settings

from building import Building, attach, propose, record
from certwright.cli import doctor_database, doctor_record
from certwright.journal import triggers
from certwright.journal.models import Tail
from certwright.journal.root_keys import DEMONSTRATION_MARK
from certwright.rows.models import DossierRow
from cli.conftest import Call
from small_body import BEN, act

pytestmark = pytest.mark.django_db


def findings(call: Call) -> dict[str, tuple[str, str]]:
    """What is found, by name: state and remedy."""
    found = call("doctor", "--json").json["findings"]
    return {each["name"]: (each["state"], each["remedy"] or "") for each in found}


def states(call: Call) -> dict[str, str]:
    return {name: state for name, (state, _) in findings(call).items()}


def test_a_sound_installation(founded: Building, call: Call) -> None:
    call("journal", "root")
    answer = call("doctor", "--json")
    assert answer.status == 0
    found = {each["name"]: each["state"] for each in answer.json["findings"]}
    assert found.pop("settings") == "warn"  # test mode
    assert set(found.values()) == {"ok"}, answer.json
    assert set(found) == {
        "release", "data folder", "disk", "signing key", "database", "durability", "tables", "triggers", "body",
        "time zone", "journal", "clock", "signed root", "rows", "attachments", "letters", "outbox",
    }  # fmt: skip


def test_every_fault_comes_with_a_remedy_and_status_1(founded: Building, call: Call) -> None:
    DossierRow.objects.filter(dossier=BEN).delete()
    answer = call("doctor")
    assert answer.status == 1
    assert "→ Run: certwright rows rebuild" in answer.out
    assert states(call)["rows"] == "fail"


class TestMachine:
    """What can be seen without the database."""

    def test_no_data_folder(self, founded: Building, call: Call, settings: Settings, tmp_path: Path) -> None:
        settings.CERTWRIGHT_DATA = tmp_path / "none"
        assert findings(call)["data folder"] == ("fail", "Run: certwright init")

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_that_cannot_be_written(self, founded: Building, call: Call, installation: Path) -> None:
        installation.chmod(0o500)
        assert states(call)["data folder"] == "fail"

    @pytest.mark.parametrize(("free", "state"), [(1e8, "fail"), (1e9, "warn"), (1e11, "ok")])
    def test_little_disk(
        self, founded: Building, call: Call, monkeypatch: pytest.MonkeyPatch, free: float, state: str
    ) -> None:
        monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=free))
        assert states(call)["disk"] == state

    def test_keys(self, founded: Building, call: Call, settings: Settings) -> None:
        file = settings.CERTWRIGHT_ROOT_KEY
        file.write_bytes(DEMONSTRATION_MARK + b"\n" + file.read_bytes())
        assert states(call)["signing key"] == "warn"
        file.chmod(0o644)
        assert findings(call)["signing key"] == ("fail", f"Run: chmod 600 {file}")
        file.write_text("no key")
        assert states(call)["signing key"] == "fail"
        file.unlink()
        assert states(call)["signing key"] == "fail"

    def test_production(self, founded: Building, call: Call, settings: Settings) -> None:
        settings.CERTWRIGHT_MODE = "production"
        assert states(call)["settings"] == "ok"


class TestDatabase:
    """The database."""

    def test_gone(self, founded: Building, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        def gone() -> Any:
            raise OperationalError("connection refused")

        monkeypatch.setattr(doctor_database, "look", gone)
        answer = call("doctor", "--json")
        assert answer.status == 1
        last = answer.json["findings"][-1]
        assert (last["name"], last["state"], last["says"]) == ("database", "fail", "connection refused")

    def test_missing_triggers(self, founded: Building, call: Call) -> None:
        triggers.remove(connection)
        assert states(call)["triggers"] == "fail"
        triggers.make(connection)
        assert states(call)["triggers"] == "ok"

    def test_missing_migrations_end_the_look(
        self, founded: Building, call: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(doctor_database, "unapplied", lambda: ["journal.0099_later"])
        found = states(call)
        assert found["tables"] == "fail"
        assert "journal" not in found

    def test_a_database_that_may_lose_acts(self, founded: Building, call: Call) -> None:
        weakened = "PRAGMA secure_delete=OFF" if connection.vendor == "sqlite" else "SET synchronous_commit = off"
        restored = "PRAGMA secure_delete=ON" if connection.vendor == "sqlite" else "SET synchronous_commit = on"
        with connection.cursor() as cursor:
            cursor.execute(weakened)
            assert states(call)["durability"] == "warn"
            cursor.execute(restored)
        assert states(call)["durability"] == "ok"


class TestRecord:
    """The record, as far as a quick look goes."""

    def test_nobody_founded(self, installation: Path, call: Call) -> None:
        assert findings(call)["body"] == ("warn", "Run: certwright init")

    def test_roots(self, founded: Building, call: Call, settings: Settings) -> None:
        assert states(call)["signed root"] == "warn"  # none yet
        call("journal", "root")
        (file,) = Path(settings.CERTWRIGHT_ROOTS).iterdir()
        assert states(call)["signed root"] == "ok"
        later = datetime.now(UTC) + timedelta(days=3)
        record(founded, propose(founded, BEN, act("person.state-particulars", name="Benjamin Example")))
        assert {each.name: each.state for each in doctor_record.look(later)}["signed root"] == "warn"
        file.write_text(file.read_text().replace('"position":10', '"position":99'))
        assert states(call)["signed root"] == "fail"

    def test_a_root_that_goes_further_than_the_journal(
        self, founded: Building, call: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        call("journal", "root")
        tail = Tail.objects.get()
        tail.position -= 1
        assert doctor_record._root(tail, founded.clock.today).state == "fail"

    def test_a_tail_that_is_not_the_end(self, founded: Building) -> None:
        tail = Tail.objects.get()
        tail.position -= 1
        assert doctor_record._end(tail).state == "fail"

    def test_a_clock_put_back(self, founded: Building) -> None:
        before = founded.clock.now - timedelta(days=1)
        assert {each.name: each.state for each in doctor_record.look(before)}["clock"] == "warn"

    def test_attachments(self, founded: Building, call: Call, settings: Settings) -> None:
        attachment = attach(founded, b"minutes")
        assert states(call)["unused files"] == "warn"
        said = act(
            "person.grant-authorisation", function="review", valid_from=founded.clock.today.isoformat(),
            evidence="Seen.", documents=[attachment],
        )  # fmt: skip
        record(founded, propose(founded, BEN, said))
        assert states(call)["attachments"] == "ok"
        assert "unused files" not in states(call)
        founded.attachments.remove(attachment)
        assert states(call)["attachments"] == "fail"
