"""Play a story: a procedure written as acts on days, each allowed, refused or recorded as a breach, as the story says.

    story: Nobody decides what they evaluated
    body:
      founded: 2026-01-05
      packs: [safety-helmets]
      people: {anna: [], ben: [client-administration, scheme-management], …}
      clients: {helmets: Helmets & Sons}
    steps:
      - {when: 2026-03-02, who: eva, does: certification.decide, in: "certification:helmets",
         with: {kind: grant, reasons: All requirements are met.}, refused: [decision.independent-of-evaluation]}

It is played in a temporary installation, which is removed afterwards; yours is not touched. Each step is printed with
what came of it. The status is 1 when a step turned out otherwise than the story tells.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management import call_command

from certwright.cli.database_beside import database_beside
from certwright.cli.outcome import Outcome, Status
from certwright.cli.story_file import Story, read_story
from certwright.cli.story_playing import Played, Player
from certwright.journal.attachments import Folder

JSON = {
    "story": "its title",
    "steps": "file, line, when, who, does, in, outcome (allowed, refused, breach, seen), rules, says, wrong",
    "otherwise": "how many steps turned out otherwise than told",
}


def add_arguments(parser: ArgumentParser) -> None:
    """The story."""
    parser.add_argument("file", metavar="FILE.yaml", type=Path, help="the story")


def run(options: Namespace) -> Outcome:
    """Read it, play it, tell it."""
    story = read_story(options.file)
    with installed() as player:
        steps = list(player.play(story))
    otherwise = sum(bool(played.wrong) for played in steps)
    data = {"story": story.title, "steps": [_data(played) for played in steps], "otherwise": otherwise}
    return Outcome(data, _text(story, steps, otherwise), Status.FAULT if otherwise else Status.DONE)


@contextmanager
def installed() -> Iterator[Player]:
    """A player with an empty database and a folder of its own."""
    with TemporaryDirectory(prefix="certwright-story-") as folder:
        described = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(Path(folder) / "story.sqlite3")}
        with database_beside("story", described) as using:
            call_command("migrate", database=using, verbosity=0, interactive=False)
            yield Player(Folder(Path(folder) / "attachments"), using)


def _data(played: Played) -> Mapping[str, Any]:
    return {
        "file": played.file,
        "line": played.line,
        "when": played.step.when,
        "who": played.step.who,
        "does": played.step.does,
        "in": played.dossier or None,
        "outcome": played.came,
        "rules": list(played.rules),
        "says": played.says or None,
        "wrong": list(played.wrong),
    }


def _text(story: Story, steps: list[Played], otherwise: int) -> str:
    lines = [story.title, ""]
    for played in steps:
        what = f"{played.step.who}: {played.step.does} in {played.dossier}" if played.dossier else "looked"
        lines.append(f"{played.step.when}  {what} → {played.came} {', '.join(played.rules)}".rstrip())
        if played.came == "refused" or (played.says and played.wrong):
            lines += [f"    {line}" for line in played.says.splitlines()]
        lines += [f"    {Path(played.file).name}:{played.line}: OTHERWISE: {wrong}" for wrong in played.wrong]
    told = f"Otherwise than told: {otherwise} of {len(steps)}." if otherwise else "Everything came as told."
    return "\n".join([*lines, "", told])
