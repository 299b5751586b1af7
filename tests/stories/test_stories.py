"""Every story of this folder, played through the one door: each step is allowed, refused or a breach, as it says."""

from pathlib import Path

import pytest

from certwright.cli.story_file import read_story
from certwright.cli.story_playing import Player
from certwright.journal.attachments import Folder

HERE = Path(__file__).parent


@pytest.mark.django_db
@pytest.mark.parametrize("path", sorted(HERE.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_story_comes_as_told(path: Path, tmp_path: Path) -> None:
    player = Player(Folder(tmp_path), "default")
    told = [
        f"{Path(played.file).name}:{played.line}: {wrong}\n{played.says}"
        for played in player.play(read_story(path))
        for wrong in played.wrong
    ]
    assert not told, "\n".join(told)
