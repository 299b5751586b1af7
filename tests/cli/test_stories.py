"""Every story of ``tests/stories``, played through the one door: each step comes as it says it does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from certwright.cli.outcome import BadInput
from certwright.cli.story_file import read_story
from certwright.cli.story_playing import Player
from certwright.journal.attachments import Folder

STORIES = Path(__file__).parents[1] / "stories"


def otherwise(path: Path, folder: Path) -> Iterator[str]:
    """What of a story turned out otherwise than told, up to the first act that has not its form."""
    try:
        for played in Player(Folder(folder), "default").play(read_story(path)):
            yield from (f"{Path(played.file).name}:{played.line}: {wrong}\n{played.says}" for wrong in played.wrong)
    except BadInput as bad:
        yield str(bad)


@pytest.mark.django_db
@pytest.mark.parametrize("path", sorted(STORIES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_story_comes_as_told(path: Path, tmp_path: Path) -> None:
    told = list(otherwise(path, tmp_path))
    assert not told, "\n".join(told)
