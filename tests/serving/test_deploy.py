"""What ``deploy/`` says, a machine can do: commands, settings and files that are named there exist.

The image is not built here and the units are not started: that needs a container engine, and systemd as first process.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from architecture.source import CHECKOUT
from certwright.cli.commands import find
from certwright.cli.running import parser_of
from certwright.config.environment import FROM_FILES, Environment, read, variable
from certwright.config.production import refusals

DEPLOY = CHECKOUT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
PROGRAM = "/opt/certwright/bin/certwright"
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file() and not {"secrets", "backups"} & set(path.parts))

SETTINGS = {variable(name) for name in Environment.model_fields} | {f"{variable(name)}_FILE" for name in FROM_FILES}


def _lines(unit: Path) -> list[tuple[str, str]]:
    """The directives of a unit, in order; one may stand several times."""
    lines = [line for line in unit.read_text().splitlines() if line and not line.startswith(("#", "["))]
    return [(name, value) for name, _, value in (line.partition("=") for line in lines)]


def _compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return found


def _commands() -> Iterator[tuple[str, list[str]]]:
    """Each command line that calls the program, with the file it stands in."""
    for unit in SERVICES:
        for name, value in _lines(unit):
            if name.startswith("Exec"):
                program, *words = shlex.split(value)
                assert program == PROGRAM, unit.name
                yield unit.name, words
    for service in _compose()["services"].values():
        if command := service.get("command"):
            assert command[0] == "certwright"
            yield "compose.yaml", command[1:]
    (command,) = re.findall(r"^CMD (\[.*\])$", (DEPLOY / "Dockerfile").read_text(), flags=re.MULTILINE)
    yield "Dockerfile", yaml.safe_load(command)[1:]


@pytest.mark.parametrize(("place", "words"), list(_commands()), ids=lambda given: str(given))
def test_every_command_is_one_with_its_options(place: str, words: list[str]) -> None:
    found = find(words)
    assert found, f"{place}: {words}"
    parser_of(found[0]).parse_args(found[1])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_setting_that_is_named_exists(file: Path) -> None:
    named = set(re.findall(r"\bCERTWRIGHT_[A-Z0-9_]+\b", file.read_text()))
    assert named <= SETTINGS


def test_the_settings_of_the_units_lack_nothing_but_what_the_units_add(tmp_path: Path) -> None:
    text = (DEPLOY / "certwright.env").read_text()
    given = dict(line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#"))
    secret = tmp_path / "secret-key"
    secret.write_text("k" * 50)
    for unit in SERVICES:
        added = dict(value.split("=", 1) for name, value in _lines(unit) if name == "Environment")
        assert {value.split(":")[0] for name, value in _lines(unit) if name == "LoadCredential"} == {"secret-key"}
        assert added == {"CERTWRIGHT_SECRET_KEY_FILE": "%d/secret-key"}
    (said,) = refusals(read(given | {"CERTWRIGHT_SECRET_KEY_FILE": str(secret)}))
    assert "There is no key at /etc/certwright/keys/root.pem" in said


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_services_are_nobody_and_may_write_where_they_must(unit: Path) -> None:
    told = _lines(unit)
    assert ("User", "certwright") in told
    assert ("ProtectSystem", "strict") in told
    assert ("NoNewPrivileges", "yes") in told
    writes = [value for name, value in told if name == "ReadWritePaths"]
    assert "/var/lib/certwright" in writes
    beside = [word for name, value in told if name == "ExecStart" for word in shlex.split(value) if word[0] == "/"][1:]
    assert all(any(path.startswith(place) for place in writes) for path in beside if path != PROGRAM)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed here")
def test_systemd_finds_nothing_wrong(tmp_path: Path) -> None:
    for unit in UNITS:
        (tmp_path / unit.name).write_text(unit.read_text().replace(PROGRAM, "/bin/true"))
    units = [str(tmp_path / unit.name) for unit in UNITS]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")


class TestCompose:
    """``compose.yaml``."""

    def test_what_services_use_is_declared(self) -> None:
        whole = _compose()
        for name, service in whole["services"].items():
            assert set(service.get("secrets", ())) <= whole["secrets"].keys(), name
            volumes = {mount.split(":")[0] for mount in service.get("volumes", ())}
            assert {volume for volume in volumes if not volume.startswith(".")} <= whole["volumes"].keys(), name

    def test_settings_read_secrets_where_they_are_put(self) -> None:
        for name in ("pages", "jobs"):
            service = _compose()["services"][name]
            read_from = {value for key, value in service["environment"].items() if key.endswith("_FILE")}
            assert read_from == {f"/run/secrets/{secret}" for secret in service["secrets"]}
            mounts = {mount.split(":")[1] for mount in service["volumes"]}
            assert str(Path(service["environment"]["CERTWRIGHT_ROOT_KEY"]).parent) in mounts
            assert service["environment"]["CERTWRIGHT_DATA"] in mounts

    def test_pages_answer_this_machine_alone(self) -> None:
        services = _compose()["services"]
        assert [port for service in services.values() for port in service.get("ports", ())] == ["127.0.0.1:8000:8000"]
        assert services["database"]["image"].partition(":")[2] >= "15"

    def test_each_is_given_the_time_it_needs_to_stop(self) -> None:
        from certwright.cli.serve import JOBS_PATIENCE, PAGES_PATIENCE

        services = _compose()["services"]
        for name, patience in (("pages", PAGES_PATIENCE), ("jobs", JOBS_PATIENCE)):
            assert int(services[name]["stop_grace_period"].removesuffix("s")) > patience
            unit = dict(_lines(DEPLOY / "systemd" / f"certwright-{name}.service"))
            assert int(unit["TimeoutStopSec"]) > patience


class TestDockerfile:
    """``Dockerfile``, read: it is not built here."""

    TEXT = (DEPLOY / "Dockerfile").read_text()

    def test_it_runs_as_nobody_and_is_looked_after(self) -> None:
        assert re.search(r"^USER certwright$", self.TEXT, flags=re.MULTILINE)
        assert "HEALTHCHECK" in self.TEXT

    def test_packages_are_checked_by_hash_and_nothing_else_is_downloaded(self) -> None:
        installs = re.findall(r"pip install ([^\n]*(?:\\\n[^\n]*)*)", self.TEXT)
        assert len(installs) == 2
        assert "--require-hashes" in installs[0]
        assert "--no-index" in installs[1]
        assert not re.search(r"\b(curl|wget|git clone)\b|https?://(?!127\.0\.0\.1)", self.TEXT)

    def test_what_it_copies_is_there_and_reaches_the_builder(self) -> None:
        allowed = {line[1:] for line in (CHECKOUT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
        copied = re.findall(r"^COPY (?!--from)(.+) \S+$", self.TEXT, flags=re.MULTILINE)
        names = {name for line in copied for name in line.split()}
        assert names <= allowed
        assert all((CHECKOUT / name).exists() for name in names)
