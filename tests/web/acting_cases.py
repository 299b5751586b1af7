"""A body at work, for tests of forms: the helmets of the story were evaluated, and a test failed."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from django.http import HttpResponseBase
from django.test import Client

from certwright.cli.story_file import Chapter, read_story
from certwright.cli.story_playing import Player
from certwright.journal.attachments import Folder
from signing_in import signed_in

STORIES = Path(__file__).parent.parent / "stories"


def play(name: str, folder: Path) -> None:
    """Play a story of the house into the database of the test."""
    played = list(Player(Folder(folder), "default").play(read_story(STORIES / f"{name}.yaml")))
    assert not [one.wrong for one in played if one.wrong]


def play_until(name: str, does: str, dossier: str, folder: Path) -> None:
    """Play a story up to, and without, the first time an act is done in a dossier."""
    story = read_story(STORIES / f"{name}.yaml")
    chapters: list[Chapter] = []
    for chapter in story.chapters:
        at = next((at for at, one in enumerate(chapter.steps) if one.does == does and dossier in one.dossiers), None)
        chapters.append(replace(chapter, steps=chapter.steps[:at]))
        if at is not None:
            break
    played = list(Player(Folder(folder), "default").play(replace(story, chapters=tuple(chapters))))
    assert not [one.wrong for one in played if one.wrong]


class Inputs(HTMLParser):
    """What a browser would send back of a form: its inputs as they stand."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self._select = self._area = ""
        self._text: list[str] = []
        self._acting = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = dict(attrs)
        if tag == "form":
            self._acting = "data-acting" in here
        if not self._acting:
            return
        name, kind = here.get("name") or "", here.get("type") or "text"
        if tag == "select":
            self._select = name
        elif tag == "textarea":
            self._area, self._text = name, []
        elif tag == "option" and self._select and "selected" in here:
            self._add(self._select, here.get("value") or "")
        elif tag == "input" and name and kind != "file" and (kind not in ("radio", "checkbox") or "checked" in here):
            self._add(name, here.get("value") or "")

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            self._add(self._area, "".join(self._text).removeprefix("\n"))
            self._area = ""
        elif tag == "select":
            self._select = ""

    def _add(self, name: str, value: str) -> None:
        self.sent.setdefault(name, []).append(value)


def address(dossier: str, act: str) -> str:
    """Where an act is done."""
    kind, _, key = dossier.partition(":")
    return f"/d/{kind}/{key}/do/{act}/"


class Desk:
    """Somebody at a form: opens it, changes what stands there, presses a button."""

    def __init__(self, person: str, dossier: str, act: str, query: str = "") -> None:
        self.browser: Client = signed_in(person)
        self.url = address(dossier, act)
        self.page = self.browser.get(self.url + query)
        self.sent = Inputs(text(self.page)).sent

    def press(self, do: str = "record", **fields: Any) -> HttpResponseBase:
        """Press a button, with other ``fields`` of the act (``sites__0__code`` for the code of the first site)."""
        typed = {f"act.{name.replace('__', '.')}": value for name, value in fields.items()}
        self.page = self.browser.post(self.url, {**self.sent, **typed, "do": do})
        if self.page.status_code != 302:
            self.sent = Inputs(text(self.page)).sent
        return self.page


def text(response: HttpResponseBase) -> str:
    """The page as it was sent."""
    return getattr(response, "content", b"").decode()
