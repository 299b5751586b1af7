"""The gallery: every component with what it is for, how it is written and how it looks.

A component is explained in one place, the comment that opens its template; its states stand in one file,
``templates/design/specimens/<name>.html``. The gallery shows both, so what is shown is always what is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

TEMPLATES: Final = Path(__file__).parent / "templates"
COMPONENTS: Final = TEMPLATES / "cotton"
SPECIMENS: Final = TEMPLATES / "design" / "specimens"

CHAPTERS: Final = {
    "Foundations": ("typography", "colours", "icon"),
    "Words about a state": ("badge", "status", "person", "notice", "empty"),
    "Doing": ("button", "menu", "dialog", "refusals", "refusal"),
    "A dossier": ("card", "facts", "fact", "why", "because", "steps", "step", "timeline", "told"),
    "Lists": ("table", "filters", "chip", "tabs", "tab", "pager", "counters", "counter"),
    "Forms": ("field", "choices", "error-summary"),
    "Waiting": ("progress", "skeleton"),
}
"""Chapters with their parts: components by name, and specimens that show style without a component of their own."""


@dataclass(frozen=True, slots=True)
class Part:
    """One component. ``attributes`` are pairs of name and meaning; ``shown`` is the template of its specimen.

    A component that only lives inside another has no specimen of its own: ``shown`` and ``source`` are empty.
    """

    name: str
    says: str
    attributes: tuple[tuple[str, str], ...]
    shown: str
    source: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Parts that belong together."""

    name: str
    parts: tuple[Part, ...]


@lru_cache(maxsize=1)
def chapters() -> tuple[Chapter, ...]:
    """The whole gallery, read once."""
    return tuple(Chapter(name, tuple(map(part, names))) for name, names in CHAPTERS.items())


def part(name: str) -> Part:
    """One part of the gallery, from its two files."""
    component, specimen = COMPONENTS / f"{name.replace('-', '_')}.html", SPECIMENS / f"{name}.html"
    says, attributes = explained((component if component.exists() else specimen).read_text(encoding="utf-8"))
    if not specimen.exists():
        return Part(name, says, attributes, "", "")
    source = without_comment(specimen.read_text(encoding="utf-8"))
    return Part(name, says, attributes, f"design/specimens/{name}.html", source)


def explained(template: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What the opening comment of a template says: a text, then a line ``name: meaning`` for each attribute."""
    comment, ends, _rest = template.removeprefix("{% comment %}").partition("{% endcomment %}")
    if not (template.startswith("{% comment %}") and ends):
        return "", ()
    text, _blank, lines = comment.strip().partition("\n\n")
    return text, tuple(_attributes(lines))


def without_comment(template: str) -> str:
    """A specimen as somebody would write it."""
    return template.rpartition("{% endcomment %}")[2].strip()


def _attributes(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        name, _colon, meaning = line.lstrip(":").partition(":")
        yield (f":{name}" if line.startswith(":") else name), meaning.strip()
