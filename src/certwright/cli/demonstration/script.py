"""Who is who in the demonstration, and when which story happens to which client (``body.yaml``)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import as_file, files
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

import certwright
from certwright.cli.act_file import ActFile, read_document
from certwright.cli.retelling import Retelling, Scene, begins
from certwright.cli.story_file import Chapter, Customer, Id, Setting, Someone, Step, Story, read_story
from certwright.core.reckoning.calendar import add_months
from certwright.core.words import DossierId, Line, PackName


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Case(Customer):
    """A client, the story that happens to it, how many months ago it began and who speaks for it.

    ``cast`` names people who play other parts of the story than usual; ``until`` is the last chapter that happens.
    """

    story: Id
    began: Annotated[int, Field(ge=0, le=120)]
    speaks: Line
    cast: dict[Id, Id] = Field(default_factory=dict)


class Own(_Part):
    """Something the body does for itself, so many months ago."""

    ago: tuple[Annotated[int, Field(ge=0, le=120)], ...]
    who: Id
    does: Line
    dossiers: tuple[DossierId, ...] = Field(alias="in")
    fields: dict[str, Any] = Field(default={}, alias="with")


class _Written(_Part):
    name: Line
    founded: Annotated[int, Field(ge=1, le=120, description="months ago")]
    packs: tuple[PackName, ...]
    documents: dict[Id, tuple[Line, ...]]
    people: dict[Id, Someone]
    cast: dict[Id, Id]
    shared: dict[DossierId, DossierId] = {}
    once: tuple[Line, ...] = ()
    own: tuple[Own, ...] = ()
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """The body at its beginning, and all that happens then, in the order of days."""

    setting: Setting
    scenes: tuple[Scene, ...]
    clients: int


def read_script(yesterday: date) -> Script:
    """The demonstration as it stands on the evening of ``yesterday``."""
    with as_file(files("certwright.cli.demonstration").joinpath("body.yaml")) as path:
        document = read_document(path)
    written = _Written.model_validate(document.value)
    setting = Setting(
        name=written.name,
        founded=add_months(yesterday.replace(day=1), -written.founded),
        packs=written.packs,
        people=written.people,
        documents=written.documents,
    )
    stories = {case.story: read_story(stories_folder() / f"{case.story}.yaml") for case in written.cases}
    told = [
        scene
        for number, case in enumerate(written.cases, 1)
        for scene in _of_case(number, case, stories[case.story], written, yesterday)
    ]
    told += _own(written.own, Chapter(written.name, (), ActFile(path, None, (), document)), yesterday)
    told.sort(key=lambda scene: scene.step.when)
    return Script(setting, tuple(_once(told, frozenset(written.once), yesterday)), len(written.cases))


def stories_folder() -> Path:
    """Where the stories lie: in the installed package, or beside it in a checkout."""
    installed = Path(certwright.__file__).parent / "stories"
    return installed if installed.is_dir() else installed.parents[2] / "tests" / "stories"


def _of_case(number: int, case: Case, story: Story, written: _Written, yesterday: date) -> Iterator[Scene]:
    began = begins(story)
    months = (yesterday.year - began.year) * 12 + yesterday.month - began.month - case.began
    speaker = f"c-{number:03}"
    cast = {**written.cast, **case.cast}
    speakers = {name: speaker for name, someone in story.setting.people.items() if someone.basis == "client"}
    people = {f"person:{name}": f"person:{cast.get(name, name)}" for name in story.setting.people}
    people |= {f"person:{name}": f"person:{speaker}" for name in speakers}
    retelling = Retelling(number, {**people, **written.shared}, months)
    scenes = list(retelling.scenes(story))
    yield from _arriving(number, case, speaker, written.cast, scenes[0])
    yield from scenes


def _own(doings: tuple[Own, ...], chapter: Chapter, yesterday: date) -> Iterator[Scene]:
    for at, doing in enumerate(doings):
        for months in doing.ago:
            day = add_months(yesterday, -months)
            asked = {"when": day, "who": doing.who, "does": doing.does, "in": doing.dossiers, "with": doing.fields}
            yield Scene(Step.model_validate(asked), chapter, at)


def _arriving(number: int, case: Case, speaker: str, cast: Mapping[str, str], first: Scene) -> Iterator[Scene]:
    """The client and the person who speaks for it are registered when they first call."""
    entity = {"name": case.name, "form": case.form, "town": case.town, "country": case.country}
    sites = [{"code": code, "name": f"Site {code}", "town": case.town, "country": case.country} for code in case.sites]
    person = f"person:{speaker}"
    email = f"{case.speaks.split()[0].lower()}@example.org"
    for does, dossier, fields in (
        ("client.register", f"client:{number:03}", {"legal_entity": entity, "sites": sites}),
        ("person.register", person, {"basis": "client", "since": "today"}),
        ("person.state-particulars", person, {"name": case.speaks, "email": email}),
    ):
        asked = {"when": first.step.when, "who": cast["ben"], "does": does, "in": (dossier,), "with": fields}
        yield Scene(Step.model_validate(asked), first.chapter, first.at)


def _once(told: list[Scene], once: frozenset[str], yesterday: date) -> Iterator[Scene]:
    """What has happened by yesterday; what several stories share happens to it the first time only."""
    happened: set[tuple[str, tuple[str, ...], str]] = set()
    for _, day in groupby(told, key=lambda scene: scene.step.when):
        for scene in day:
            shared = (str(scene.step.does), scene.step.dossiers, str(scene.step.fields.get("person", "")))
            if scene.step.when <= yesterday and not (scene.step.does in once and shared in happened):
                happened.add(shared)
                yield scene
