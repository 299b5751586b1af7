"""A story told again of somebody else: other names, other numbers, other months, the same procedure.

The demonstration body is made of stories that tests hold to what they say. Told again, a story keeps its days of the
month, so that what fell on a last day still does.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from certwright.cli.act_file import WrittenDeviation
from certwright.cli.short_forms import written_out
from certwright.cli.story_file import Chapter, Step, Story
from certwright.core.acts import ACTS
from certwright.core.reckoning.calendar import add_months

_NUMBERED = frozenset({"number", "licence", "lookup_key", "session"})
"""Fields with numbers the body gives once only."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A step retold, and where it stands in its file."""

    step: Step
    chapter: Chapter
    at: int


@dataclass(frozen=True, slots=True)
class Retelling:
    """How a story is told again: ``number`` tells it from others, ``names`` are dossiers that are called otherwise than
    by that number (people, and what several cases share), ``months`` is how much later it happens."""

    number: int
    names: Mapping[str, str]
    months: int

    def scenes(self, story: Story) -> Iterator[Scene]:
        """The steps of a story that leave something behind, chapter by chapter."""
        called = {**_numbered(story, self.number), **self.names}
        for chapter in story.chapters:
            for at, step in enumerate(chapter.steps):
                if step.does and not step.refused:
                    yield Scene(self._retold(step, called), chapter, at)

    def _retold(self, step: Step, called: Mapping[str, str]) -> Step:
        model = ACTS.get(str(step.does).partition("@")[0])
        fields = written_out(model, step.fields) if model else step.fields
        who = called.get(f"person:{step.who}", f"person:{step.who}").partition(":")[2]
        return step.model_copy(
            update={
                "when": self._later(step.when),
                "on": self._later(step.on) if step.on else None,
                "who": "themselves" if step.who == "themselves" else who,
                "dossiers": tuple(called.get(name, name) for name in step.dossiers),
                "fields": {name: self._field(name, value, called) for name, value in fields.items()},
                "id": called.get(step.id, step.id) if step.id else None,
                "on_behalf": step.on_behalf
                and step.on_behalf.model_copy(update={"whom": called.get(step.on_behalf.whom, step.on_behalf.whom)}),
                "deviations": tuple(_approved(item, called.get) for item in step.deviations),
                "shows": (),
            }
        )

    def _field(self, name: str, value: Any, called: Mapping[str, str]) -> Any:
        if name in _NUMBERED and isinstance(value, str):
            return f"{value}-{self.number:03}"
        if isinstance(value, dict):
            return {key: self._field(key, item, called) for key, item in value.items()}
        if isinstance(value, list):
            return [self._field(name, item, called) for item in value]
        if isinstance(value, str):
            return called.get(value, value)
        return self._later(value) if isinstance(value, date) else value

    def _later(self, day: date) -> date:
        return add_months(day, self.months)


def begins(story: Story) -> date:
    """The day of a story's first step."""
    return story.chapters[0].steps[0].when


def _numbered(story: Story, number: int) -> dict[str, str]:
    """New ids for the dossiers a story opens and for the acts it names: by kind, numbered in the order they come."""
    called: dict[str, str] = {f"client:{name}": f"client:{number:03}" for name in story.setting.clients}
    count: dict[str, int] = {}
    for step in (step for chapter in story.chapters for step in chapter.steps):
        if step.id:
            called[step.id] = f"{step.id}-{number:03}"
        for name in step.dossiers:
            kind = name.partition(":")[0]
            if name in called or kind in {"person", "body", "pack", "document"}:
                continue
            count[kind] = count.get(kind, 0) + 1
            called[name] = f"{kind}:{number:03}" + (f"-{count[kind]}" if count[kind] > 1 else "")
    return called


def _approved(deviation: WrittenDeviation, called: Callable[[str, str], str]) -> WrittenDeviation:
    return deviation.model_copy(update={"approver": called(deviation.approver, deviation.approver)})
