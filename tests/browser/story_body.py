"""The body of a story behind the live server: founded, its people with accounts, the clock of the story on the wall."""

from pathlib import Path

import pytest
from allauth.account.internal.flows import login

from certwright.accounts import fresh
from certwright.accounts.models import User
from certwright.cli.story_file import Story
from certwright.cli.story_playing import Player
from certwright.journal.attachments import Folder
from certwright.office import installation

PASSWORD = "a password of the story"


class Seconds:
    """The clock of a story, where seconds since 1970 are asked for: a sign-in of yesterday vouches for nothing."""

    def __init__(self, player: Player) -> None:
        self._player = player

    def time(self) -> float:
        """Seconds since 1970 on the story's clock."""
        return self._player.means.clock().timestamp()


def player_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Player:
    """Plays into the database of the test; pages and sign-ins look at its clock."""
    player = Player(Folder(folder / "attachments"), "default")
    monkeypatch.setattr(installation, "means", lambda using="default": player.means)
    for module in (fresh, login):
        monkeypatch.setattr(module, "time", Seconds(player))
    return player


def address_of(who: str) -> str:
    """The e-mail address with which somebody of a story signs in."""
    return f"{who}@example.org"


def with_accounts(*people: str) -> None:
    """Let these people of a story sign in."""
    for person in people:
        User.objects.create_user(address_of(person), PASSWORD, person=f"person:{person}")


def founded(story: Story, player: Player) -> None:
    """Found the body of a story, and give everybody in it an account."""
    player.found(story.setting)
    with_accounts(*story.setting.people)
