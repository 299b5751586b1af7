"""Whole stories lived in the browser, with a sign-in per person; and the same refusals from the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from allauth.account.internal.flows import login
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from browser.living import Life, Lived
from browser.sitting import desks
from certwright.accounts import fresh
from certwright.accounts.models import User
from certwright.cli.story_file import Chapter, Story, read_story
from certwright.cli.story_playing import Player
from certwright.journal.attachments import Folder
from certwright.office import installation

STORIES = Path(__file__).parents[1] / "stories"
PASSWORD = "a password of the story"


def told(chapter: Chapter, folder: Path) -> list[Lived]:
    """What the command line says comes of each step of a chapter."""
    surroundings = {**os.environ, "CERTWRIGHT_DATA": str(folder)}
    called = [str(Path(sys.executable).parent / "certwright"), "story", str(chapter.file.path), "--json"]
    answer = subprocess.run(called, env=surroundings, check=False, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    steps = json.loads(answer.stdout)["steps"]
    own = [step for step in steps if step["file"] == str(chapter.file.path) and step["outcome"] != "seen"]
    return [Lived(step["line"], step["in"], step["outcome"], tuple(step["rules"])) for step in own]


@pytest.fixture
def player(live_server: LiveServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Player:
    """Founds the body of a story where the live server answers, and turns the clock of that server."""
    player = Player(Folder(tmp_path / "attachments"), "default")
    monkeypatch.setattr(installation, "means", lambda using="default": player.means)
    for module in (fresh, login):
        monkeypatch.setattr(module, "time", Seconds(player))
    return player


class Seconds:
    """The clock of the story, where seconds since 1970 are asked for: a sign-in of yesterday vouches for nothing."""

    def __init__(self, player: Player) -> None:
        self._player = player

    def time(self) -> float:
        """Seconds since 1970 on the story's clock."""
        return self._player.means.clock().timestamp()


def accounts(story: Story) -> None:
    for person in story.setting.people:
        User.objects.create_user(f"{person}@example.org", PASSWORD, person=f"person:{person}")


@pytest.mark.parametrize("last", ["helmets-2-withdrawn", "iso-9001-4-restored"])
def test_a_story_lived_in_the_browser(
    last: str, browser: Browser, live_server: LiveServer, player: Player, tmp_path: Path
) -> None:
    story = read_story(STORIES / f"{last}.yaml")
    on_the_command_line = [told(chapter, tmp_path) for chapter in story.chapters]
    player.found(story.setting)
    accounts(story)
    with desks(browser, str(live_server), lambda who: f"{who}@example.org", PASSWORD) as everybody:
        life = Life(everybody, player)
        assert [list(life.chapter(chapter)) for chapter in story.chapters] == on_the_command_line
        assert life.signed_again > 0
