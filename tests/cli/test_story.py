"""``certwright story``: what it prints, what it answers, and that the installation is not touched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

from cli.conftest import Call

STORY = """
story: A client is registered
body:
  founded: 2026-01-05
  people: {anna: [], ben: [client-administration], cara: [quality-management]}
  clients: {creams: Creams}
steps:
  - {when: 2026-01-06, who: ben, does: enquiry.open, in: "enquiry:e-1", with: {channel: form, wants: Advice}}
  - {when: 2026-01-07, who: ben, does: enquiry.decline, in: "enquiry:e-1", with: {reason: We give no advice.}}
  - {when: 2026-01-08, who: ben, does: enquiry.answer, in: "enquiry:e-1",
     with: {object: person, wants_mark_on_product: "no", demanded_by: own-wish, needs_accredited: "no"},
     refused: [enquiry.is-not-declined]}
"""

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stories_have_a_database_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests may connect only to the databases pytest-django knows of, and to that of the story."""
    allowed_only = BaseDatabaseWrapper.ensure_connection

    def also_to_the_story(self: BaseDatabaseWrapper) -> None:
        if self.alias != "story":
            allowed_only(self)
        elif self.connection is None:
            self.connect()

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", also_to_the_story)


def story(folder: Path, text: str = STORY, name: str = "story.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_story_that_comes_as_told(call: Call, tmp_path: Path) -> None:
    answer = call("story", story(tmp_path), "--json")
    assert (answer.status, answer.json["otherwise"]) == (0, 0)
    assert [step["outcome"] for step in answer.json["steps"]] == ["allowed", "allowed", "refused"]


def test_a_step_that_turned_out_otherwise_is_named_with_its_line(call: Call, tmp_path: Path) -> None:
    otherwise = STORY.replace("enquiry.is-not-declined", "enquiry.settled-from-answers")
    answer = call("story", story(tmp_path, otherwise))
    assert answer.status == 1
    assert "story.yaml:10: OTHERWISE: It was refused by enquiry.is-not-declined" in answer.out


def test_a_refusal_that_was_told_and_did_not_come(call: Call, tmp_path: Path) -> None:
    told = STORY.replace(
        "{reason: We give no advice.}}", "{reason: We give no advice.}, refused: [enquiry.is-not-declined]}"
    )
    answer = call("story", story(tmp_path, told), "--json")
    assert (answer.status, answer.json["steps"][1]["outcome"]) == (1, "allowed")


def test_a_story_goes_on_where_another_ended(call: Call, tmp_path: Path) -> None:
    story(tmp_path)
    later = """
story: Later
follows: story.yaml
steps:
  - {when: 2026-02-01, shows: [{dossier: "enquiry:e-1", is: open, with: {received_on: 2026-01-06}}]}
"""
    answer = call("story", story(tmp_path, later, "later.yaml"), "--json")
    assert answer.status == 0
    assert [step["outcome"] for step in answer.json["steps"]] == ["allowed", "allowed", "seen"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("story: A\nfollows: story.yaml\nsteps: [{when: 2026-01-01, shows: [{dossier: 'body:self'}]}]\n", "in a ring"),
        (STORY.replace("who: ben, does: enquiry.decline", "does: enquiry.decline"), "who does it"),
        (STORY.replace("does: enquiry.decline", "does: enquiry.dismiss"), "There is no act called"),
        (STORY.replace("refused: [enquiry", "allowed: true, refused: [enquiry"), "one of"),
        (STORY.replace("channel: form", "channel: pigeon"), "Choose one of"),
        (STORY.replace("clients: {", "packs: [iso-9999]\n  clients: {"), "no pack “iso-9999”"),
        (STORY.replace("clients: {", "packs: [iso-iec-17065]\n  clients: {"), "scheme management"),
    ],
)
def test_what_is_no_story_is_said_with_its_line(call: Call, tmp_path: Path, text: str, says: str) -> None:
    answer = call("story", story(tmp_path, text))
    assert answer.status == 2
    assert says in answer.err


def test_a_story_is_told_where_no_installation_stands(tmp_path: Path) -> None:
    own = {**os.environ, "CERTWRIGHT_DATA": str(tmp_path), "CERTWRIGHT_DATABASE": ""}
    told = [str(Path(sys.executable).parent / "certwright"), "story", story(tmp_path)]
    answer = subprocess.run(told, env=own, check=False, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert not list(tmp_path.glob("*.sqlite3*"))
