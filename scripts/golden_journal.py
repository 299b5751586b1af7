"""Write the golden journals of the release being made: what it records, every later release must read.

    python scripts/golden_journal.py                    tests/golden/VERSION/ anew, for a version that is not released
    python scripts/golden_journal.py --expected FOLDER  expected.json only, where a later release calls things otherwise

Kept are the journal byte for byte, what it adds up to, and the database. A version counts as released when the
changelog no longer says “(not released)” behind it; its journals are never written again.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
GOLDEN = CHECKOUT / "tests" / "golden"
STORIES = CHECKOUT / "tests" / "stories"
PATHS = [str(CHECKOUT / "src"), str(CHECKOUT / "tests")]


def main(arguments: list[str]) -> int:
    """Do what the arguments say. Returns 1 if it cannot be done, 2 if they say nothing we know."""
    sys.path[:0] = PATHS
    match arguments:
        case []:
            return write_all()
        case ["--expected", folder]:
            return _in_an_empty_database("expected", Path(folder).resolve())
        case ["--here", task, folder]:
            return _here(task, Path(folder))
    print(__doc__, file=sys.stderr)
    return 2


def write_all() -> int:
    """Write all journals of this version anew, and say which acts they hold."""
    from certwright import __version__

    if f"## {__version__} (not released)" not in (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8"):
        print(f"{__version__} is released: what it recorded stays as it is. Raise the version first.", file=sys.stderr)
        return 1
    folder = GOLDEN / __version__
    shutil.rmtree(folder, ignore_errors=True)
    tasks = ["the-record", "every-form", *(f"story-{path.stem}" for path in told_to_the_end())]
    missing = [task for task in tasks if not _is_written(task, folder / task)]
    for task in missing:
        print(f"LEFT OUT: {task}, which could not be written.", file=sys.stderr)
    return 1 if missing else 0


def _is_written(task: str, folder: Path) -> bool:
    if _in_an_empty_database(task, folder):
        shutil.rmtree(folder, ignore_errors=True)
        return False
    print(folder.relative_to(CHECKOUT))
    return True


def told_to_the_end() -> list[Path]:
    """The stories that no other story goes on with."""
    stories = sorted(STORIES.glob("*.yaml"))
    followed = {
        line.split()[1] for path in stories for line in path.read_text("utf-8").splitlines() if line[:8] == "follows:"
    }
    return [path for path in stories if path.name not in followed]


def _in_an_empty_database(task: str, folder: Path) -> int:
    """Do one task in a process with an empty database of its own."""
    with tempfile.TemporaryDirectory() as data:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("CERTWRIGHT_")} | {
            "DJANGO_SETTINGS_MODULE": "certwright.config.settings",
            "CERTWRIGHT_MODE": "test",
            "CERTWRIGHT_DATA": data,
            "CERTWRIGHT_LOG_LEVEL": "WARNING",
        }
        command = [sys.executable, __file__, "--here", task, str(folder)]
        return subprocess.run(command, env=environment, check=False).returncode


def _here(task: str, folder: Path) -> int:
    import django

    django.setup()
    from django.core.management import call_command

    from certwright.office.proving import prove
    from certwright.rows.rebuilding import rebuild
    from golden import every_form, kept, the_record

    call_command("migrate", verbosity=0)
    if task == "expected":
        kept.read_journal(folder)
    else:
        folder.mkdir(parents=True)
        if task == "the-record":
            the_record.write(folder)
        elif task == "every-form":
            every_form.write(folder)
        else:
            _play(STORIES / f"{task.removeprefix('story-')}.yaml", folder)
        kept.keep_journal(folder)
    rebuild("default")
    kept.keep_expected(folder)
    if task in ("the-record", "every-form"):
        kept.keep_database(folder)
    return 0 if task == "every-form" or prove("default").clean else 1


def _play(path: Path, folder: Path) -> None:
    from certwright.cli.outcome import BadInput
    from certwright.cli.story_file import read_story
    from certwright.cli.story_playing import Player
    from certwright.journal.attachments import Folder

    try:
        steps = list(Player(Folder(folder / "attachments"), "default").play(read_story(path)))
    except BadInput as bad:
        raise SystemExit(f"{path.name}: {bad}") from None
    if wrong := [f"{path.name}:{step.line}: {item}" for step in steps for item in step.wrong]:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
