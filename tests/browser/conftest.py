"""Debian's Chromium, driven by Playwright, on a server of the tests. Without either of them the tests are skipped.

``CERTWRIGHT_CHROMIUM`` names another browser of the same family.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from certwright.cli.story_playing import Player

# Playwright keeps an event loop in this thread, so Django takes every query for one from asynchronous code. It is none.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: `make browser` installs it")

CHROMIUM = os.environ.get("CERTWRIGHT_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
WIDTHS = (390, 768, 1440)  # CSS pixels: a telephone, a tablet, a desk
THEMES = ("light", "dark")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One Chromium for all tests."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"There is no Chromium at {CHROMIUM}: install it, or name one in CERTWRIGHT_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@contextmanager
def complaining(page: "Page") -> Iterator[list[str]]:
    """What the browser's console complains of meanwhile: scripts that failed, what the content policy refused."""
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield complaints


@pytest.fixture
def page(browser: "Browser", live_server: object) -> Iterator["Page"]:
    """A fresh page of a fresh person on the live server; paths are enough for ``goto``.

    At the end nothing may stand in the browser's console.
    """
    with browser.new_context(base_url=str(live_server), viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        with complaining(page) as complaints:
            yield page
        assert not complaints


@pytest.fixture
def player(live_server: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Player":
    """Plays stories into the record behind the live server, whose clock is that of the story."""
    from browser.story_body import player_of  # not before Django is set up

    return player_of(tmp_path, monkeypatch)
