"""ISO 9001 lived in the browser, from the enquiry to the restored certificate, with a sign-in per person.

What is refused, and by which rules, is what the command line refuses.
"""

from pathlib import Path

from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from browser.living import Life
from browser.sitting import desks
from browser.story_body import PASSWORD, address_of, founded
from browser.told import STORIES, told
from certwright.cli.story_file import read_story
from certwright.cli.story_playing import Player


def test_iso_9001_from_the_enquiry_to_the_restored_certificate(
    browser: Browser, live_server: LiveServer, player: Player, tmp_path: Path
) -> None:
    story = read_story(STORIES / "iso-9001-4-restored.yaml")
    on_the_command_line = [step for chapter in story.chapters for step in told(chapter, tmp_path)]
    founded(story, player)
    with desks(browser, str(live_server), address_of, PASSWORD) as everybody:
        life = Life(everybody, player)
        lived = [step for chapter in story.chapters for step in life.chapter(chapter)]
        assert [pair for pair in zip(lived, on_the_command_line, strict=True) if pair[0] != pair[1]] == []
        assert life.signed_again > 0
