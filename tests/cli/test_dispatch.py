"""How words become a command, and what comes of words that are none."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from certwright import __version__
from certwright.cli import main
from certwright.cli.commands import Command, commands, find
from certwright.cli.outcome import Status
from certwright.cli.running import overview, parser_of
from cli.conftest import Call

ALL = list(commands())
by_command = pytest.mark.parametrize("command", ALL, ids=[command.name for command in ALL])


@by_command
def test_every_command_has_a_module_that_says_what_it_does(command: Command) -> None:
    module = command.module()
    assert len((module.__doc__ or "").split()) > 5
    assert command.name in overview()
    assert command.summary in overview()


@by_command
def test_every_command_takes_json_and_helps(command: Command, call: Call) -> None:
    assert any("--json" in action.option_strings for action in parser_of(command)._actions)
    answer = call(*command.name.split(), "--help")
    assert answer.status == 0
    assert f"certwright {command.name}" in answer.out


@by_command
def test_a_wrong_option_is_bad_input_also_as_json(command: Command, call: Call) -> None:
    answer = call(*command.name.split(), "--nonsense", "--json")
    assert (answer.status, answer.json["status"], answer.json["command"]) == (2, "bad-input", command.name)
    assert answer.json["problems"][0].keys() == {"file", "line", "field", "says", "remedy"}


def test_a_command_of_two_words_is_found_with_what_follows() -> None:
    found = find(["journal", "verify", "--roots", "x"])
    assert found is not None
    command, rest = found
    assert (command.name, list(rest)) == ("journal verify", ["--roots", "x"])
    assert find(["journal"]) is None


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"], ["help"]])
def test_without_a_command_all_are_listed(call: Call, words: list[str]) -> None:
    answer = call(*words)
    assert answer.status == 0
    assert "journal verify" in answer.out


def test_the_version(call: Call) -> None:
    assert call("--version").out.strip() == __version__


@pytest.mark.parametrize(
    ("word", "meant"), [("journal", "journal root, journal verify"), ("docter", "doctor"), ("migrat", "migrate")]
)
def test_an_unknown_command_is_told_with_what_was_meant(call: Call, word: str, meant: str) -> None:
    answer = call(word)
    assert answer.status == 2
    assert f"There is no command “{word}”." in answer.err
    assert meant in answer.err


def test_django_commands_run(call: Call) -> None:
    answer = call("diffsettings", "--all")
    assert answer.status == 0
    assert "CERTWRIGHT_MODE" in answer.out
    assert call("diffsettings", "--nonsense").status == 2


def test_ctrl_c_ends_quietly(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("certwright.cli.rules.run", interrupted)
    answer = call("rules")
    assert answer.status == 130
    assert answer.err.strip() == "Interrupted."


def test_a_failure_of_the_program_is_not_taken_for_an_answer(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(*given: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("certwright.cli.rules.run", failed)
    answer = call("rules")
    assert answer.status == 70
    assert "ZeroDivisionError" in answer.err
    assert "Please report" in answer.err


def test_what_the_disk_refuses_is_told(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object) -> None:
        raise OSError(28, "No space left on device", "/srv/roots")

    monkeypatch.setattr("certwright.cli.rules.run", full)
    answer = call("rules", "--json")
    assert (answer.status, answer.json["status"]) == (4, "unavailable")
    assert "No space left on device: '/srv/roots'" in answer.json["says"]


def test_the_words_of_statuses() -> None:
    assert [(status.value, status.word) for status in Status] == [
        (0, "done"), (1, "fault"), (2, "bad-input"), (3, "refused"), (4, "unavailable"),
    ]  # fmt: skip


class TestAsAProcess:
    """The installed program, in an environment of its own."""

    def run(self, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
        environment = {"CERTWRIGHT_DATA": str(folder / "data"), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "certwright", *words]
        return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)

    @pytest.mark.slow
    def test_from_nothing_to_a_verified_body(self, tmp_path: Path) -> None:
        made = self.run("init", "--demo", "--json", folder=tmp_path)
        assert made.returncode == 0, made.stderr
        assert json.loads(made.stdout)["founded"] is True
        shown = self.run("show", "body:self", folder=tmp_path)
        assert "Meridian Conformity (demonstration)" in shown.stdout
        verified = self.run("journal", "verify", "--json", folder=tmp_path)
        assert (verified.returncode, json.loads(verified.stdout)["clean"]) == (0, True)
        self.restored_as_the_how_to_says(tmp_path)

    def restored_as_the_how_to_says(self, folder: Path) -> None:
        assert self.run("journal", "root", folder=folder).returncode == 0
        backup = Path(json.loads(self.run("backup", "backups", "--json", folder=folder).stdout)["backup"])
        elsewhere = folder / "elsewhere"
        for part in ("roots", "keys", "attachments"):
            shutil.copytree(folder / backup / part, elsewhere / "data" / part)
        shutil.copy(folder / backup / "database.sqlite3", elsewhere / "data" / "certwright.sqlite3")
        shutil.copy(folder / "data" / "keys" / "root.pem", elsewhere / "data" / "keys")  # kept in other hands
        looked = self.run("doctor", folder=elsewhere)
        assert looked.returncode == 0, looked.stdout
        verified = self.run("journal", "verify", "--json", folder=elsewhere)
        assert (json.loads(verified.stdout)["clean"], json.loads(verified.stdout)["roots"]) == (True, 1)

    @pytest.mark.slow
    def test_help_needs_neither_settings_nor_database(self, tmp_path: Path) -> None:
        helped = self.run("--help", folder=tmp_path)
        assert helped.returncode == 0
        assert not (tmp_path / "data").exists()

    @pytest.mark.slow
    def test_without_an_installation_it_says_what_to_do(self, tmp_path: Path) -> None:
        (tmp_path / "acts.yaml").write_text("as: person:a\nacts: []\n")
        answer = self.run("perform", "acts.yaml", folder=tmp_path)
        assert answer.returncode == 4
        assert "certwright" in answer.stderr
        assert "Traceback" not in answer.stderr

    @pytest.mark.slow
    def test_a_database_that_is_gone_is_told(self, tmp_path: Path) -> None:
        told = subprocess.run(
            [sys.executable, "-m", "certwright", "show", "body:self", "--json"],
            env={"CERTWRIGHT_DATABASE": str(tmp_path / "nowhere" / "record.sqlite3")},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert told.returncode == 4
        assert "unable to open database file" in json.loads(told.stdout)["says"]

    @pytest.mark.slow
    def test_a_misspelt_setting_is_told(self, tmp_path: Path) -> None:
        command = [sys.executable, "-m", "certwright", "doctor"]
        told = subprocess.run(
            command, env={"CERTWRIGHT_MOOD": "x"}, cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert told.returncode == 2
        assert "Did you mean CERTWRIGHT_MODE?" in told.stderr


def test_main_reads_the_words_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["certwright", "--version"])
    assert main() == 0
