"""Helmets lived in the browser, from the enquiry to the withdrawal, a sign-in per person; its beginning without script.

What is refused, and by which rules, is what the command line refuses.
"""

from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from browser.living import Life
from browser.sitting import desks
from browser.story_body import PASSWORD, address_of, founded
from browser.told import STORIES, told
from certwright.cli.story_file import read_story
from certwright.cli.story_playing import Player
from certwright.core.dossiers import Application
from certwright.office.standing import dossiers

ACCEPTED = 10
"""The steps of the first chapter up to the accepted application."""


def test_helmets_from_the_enquiry_to_the_withdrawal(
    browser: Browser, live_server: LiveServer, player: Player, tmp_path: Path
) -> None:
    story = read_story(STORIES / "helmets-2-withdrawn.yaml")
    on_the_command_line = [step for chapter in story.chapters for step in told(chapter, tmp_path)]
    founded(story, player)
    with desks(browser, str(live_server), address_of, PASSWORD) as everybody:
        life = Life(everybody, player)
        lived = [step for chapter in story.chapters for step in life.chapter(chapter)]
        assert [pair for pair in zip(lived, on_the_command_line, strict=True) if pair[0] != pair[1]] == []
        assert life.signed_again > 0


def test_from_the_enquiry_to_the_accepted_application_without_script(
    browser: Browser, live_server: LiveServer, player: Player
) -> None:
    story = read_story(STORIES / "helmets-0-evaluated.yaml")
    founded(story, player)
    first = story.chapters[0]
    with desks(browser, str(live_server), address_of, PASSWORD, java_script_enabled=False) as everybody:
        lived = list(Life(everybody, player).chapter(replace(first, steps=first.steps[:ACCEPTED])))
    assert [step.outcome for step in lived].count("refused") == 3
    application = dossiers(["application:helmets"])["application:helmets"]
    assert isinstance(application, Application)
    assert application.accepted
