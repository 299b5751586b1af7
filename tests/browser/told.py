"""What the command line says comes of a story, to be held against what came of it in the browser."""

import json
import os
import subprocess
import sys
from pathlib import Path

from browser.living import Lived
from certwright.cli.story_file import Chapter

STORIES = Path(__file__).parents[1] / "stories"


def told(chapter: Chapter, folder: Path) -> list[Lived]:
    """What the command line says comes of each step of a chapter."""
    surroundings = {**os.environ, "CERTWRIGHT_DATA": str(folder)}
    called = [str(Path(sys.executable).parent / "certwright"), "story", str(chapter.file.path), "--json"]
    answer = subprocess.run(called, env=surroundings, check=False, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    steps = json.loads(answer.stdout)["steps"]
    own = [step for step in steps if step["file"] == str(chapter.file.path) and step["outcome"] != "seen"]
    return [Lived(step["line"], step["in"], step["outcome"], tuple(step["rules"])) for step in own]
