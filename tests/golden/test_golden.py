"""What every release recorded is read, verified, proved and upgraded by this one.

The journals are written by ``python scripts/golden_journal.py``; those of a released version never again.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import from_json

from certwright import __version__
from certwright.core.acts import ACTS, read_act
from certwright.journal.attachments import Folder
from certwright.journal.envelope import canonical
from certwright.journal.verifying import verify
from certwright.office.proving import prove
from certwright.rows.rebuilding import rebuild
from golden import every_form, kept

HERE = Path(__file__).parent
JOURNALS = sorted(path.parent for path in HERE.glob(f"*/*/{kept.JOURNAL}"))
PROVABLE = [folder for folder in JOURNALS if folder.name != "every-form"]
DATABASES = [folder for folder in JOURNALS if (folder / kept.DATABASE).exists()]
ANEW = "If this version is not released yet, run: python scripts/golden_journal.py"


def called(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


each_journal = pytest.mark.parametrize("folder", JOURNALS, ids=called)


def acts_in(folder: Path) -> list[tuple[str, str | None]]:
    """The form of every act of a kept journal, and the text of its content (``None``: erased)."""
    lines = [from_json(line) for line in (folder / kept.JOURNAL).read_bytes().splitlines()]
    return [(from_json(line["envelope"])["form"], line.get("content")) for line in lines if "envelope" in line]


def differences(folder: Path, found: Mapping[str, Any]) -> list[str]:
    expected = from_json((folder / kept.EXPECTED).read_bytes())
    return [f"{what}{told}" for what in found for told in kept.differences(expected[what], found[what])]


@pytest.mark.django_db
@each_journal
def test_it_verifies_and_adds_up_to_what_it_added_up_to(folder: Path) -> None:
    kept.read_journal(folder)
    verified = verify("default", Folder(folder / kept.ATTACHMENTS))
    assert verified.clean, verified.faults
    assert rebuild("default") > 0
    assert differences(folder, {"dossiers": kept.dossiers_now(), "rows": kept.rows_now()}) == [], ANEW


@pytest.mark.django_db
@pytest.mark.parametrize("folder", PROVABLE, ids=called)
def test_every_act_judged_again_comes_out_the_same_or_is_explained(folder: Path) -> None:
    kept.read_journal(folder)
    proved = prove("default")
    assert proved.clean, proved.findings


@each_journal
def test_what_is_written_does_not_change_without_a_new_version(folder: Path) -> None:
    """An act of a form that is still the newest, read and written again, gives the bytes that are stored."""
    newest = {model.spec.versioned_name for model in ACTS.values()}
    for form, content in acts_in(folder):
        if content is None or form not in newest:
            continue
        fields = from_json(content)["fields"]
        assert canonical(read_act(form, fields).model_dump(mode="json")) == canonical(fields), f"{form}. {ANEW}"


def test_every_kind_of_act_has_a_golden_act() -> None:
    """Whoever adds a kind of act, or a new version of one, writes the golden journals anew."""
    forms = {form for form, _ in acts_in(HERE / __version__ / "every-form")}
    lacking = sorted({model.spec.versioned_name for model in ACTS.values()} - forms)
    assert not lacking, f"The golden journal of {__version__} lacks {', '.join(lacking)}. {ANEW}"


@pytest.mark.django_db
def test_the_longest_lines_fit_every_table(tmp_path: Path) -> None:
    """Each line and text of each act as long as it may be, of letters that grow when their case is folded."""
    letter = "\u0390"
    here = every_form.write(tmp_path, lines=[letter * 200], texts=[letter * 10_000, letter * 4_000])
    assert rebuild("default") > 0
    assert verify("default", here.means.attachments).clean


def test_no_kind_of_act_a_release_wrote_is_forgotten() -> None:
    for folder in JOURNALS:
        unknown = {form for form, _ in acts_in(folder) if form.partition("@")[0] not in ACTS}
        assert not unknown, f"{called(folder)} holds acts this release cannot read: {sorted(unknown)}. {ANEW}"


def test_there_is_a_golden_journal_of_this_version() -> None:
    assert {"the-record", "every-form"} <= {folder.name for folder in JOURNALS if folder.parent.name == __version__}


UPGRADED = """
import json
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from certwright.journal import triggers
from certwright.office.installation import attachments
from certwright.journal.verifying import verify
from certwright.rows.rebuilding import check, rebuild
from golden import every_form, kept
call_command("migrate", verbosity=0)
rebuild("default")
print(json.dumps({
    "wrong": [*map(str, (*triggers.missing(connection), *verify("default", attachments()).faults, *check("default")))],
    "dossiers": kept.dossiers_now(),
    "rows": kept.rows_now(),
}))
"""


@pytest.mark.parametrize("folder", [each for each in DATABASES if each not in PROVABLE], ids=called)
def test_its_database_is_upgraded(folder: Path, tmp_path: Path) -> None:
    """The file a release left behind, an act of every kind in it: migrated, triggers and rows made anew."""
    found = json.loads(run(folder, tmp_path, UPGRADED))
    assert found.pop("wrong") == []
    assert differences(folder, found) == [], ANEW


WORKED_ON = """
import sys
from certwright.cli import main
commands = [["upgrade", "--prove-all"], ["perform", "acts.yaml"], ["rows", "rebuild", "--check"], ["prove", "--all"]]
sys.exit(max(main(command) for command in commands))
"""
ACTS_FILE = """
as: person:ben
acts:
  - do: client.register
    in: client:after-the-upgrade
    with:
      legal_entity: {name: Late & Sons, form: Ltd, town: York, country: GB}
      sites: [{code: "1", name: Works, town: York, country: GB}]
"""


@pytest.mark.parametrize("folder", [each for each in DATABASES if each in PROVABLE], ids=called)
def test_its_database_is_upgraded_by_the_command_and_worked_on(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "acts.yaml").write_text(ACTS_FILE, encoding="utf-8")
    assert "client:after-the-upgrade" in run(folder, tmp_path, WORKED_ON)


def run(folder: Path, data: Path, program: str) -> str:
    """Run a program on a copy of the database a release left behind; it must end well."""
    database = data / "certwright.sqlite3"
    database.write_bytes(gzip.decompress((folder / kept.DATABASE).read_bytes()))
    shutil.copytree(folder / kept.ATTACHMENTS, data / "attachments")
    environment = os.environ | {
        "CERTWRIGHT_DATABASE": str(database),
        "CERTWRIGHT_DATA": str(data),
        "PYTHONPATH": os.pathsep.join(str(HERE.parents[1] / room) for room in ("src", "tests")),
    }
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=environment, cwd=data, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout
