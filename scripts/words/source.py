"""All texts of the program: of its Python code, of its templates, of what core says."""

from collections.abc import Iterator
from pathlib import Path

from words import in_python, in_templates
from words.message import Found, Key, Message, Place, together
from words.spoken import Spoken


def found(root: Path) -> dict[Key, Found]:
    """Every text of the checkout at ``root``."""
    return together(_messages(root))


def python_files(root: Path) -> list[Path]:
    """The program's own code."""
    return sorted((root / "src/certwright").rglob("*.py"))


def template_files(root: Path) -> list[Path]:
    """The program's own templates."""
    return sorted((root / "src/certwright").rglob("templates/**/*.html"))


def reckoned(root: Path) -> list[Place]:
    """Where a text is translated that is made elsewhere."""
    return [place for file in python_files(root) for place in in_python.reckoned(file, root)]


def _messages(root: Path) -> Iterator[Message]:
    for file in python_files(root):
        yield from in_python.messages(file, root)
    for file in template_files(root):
        yield from in_templates.messages(file, root)
    yield from Spoken(root).messages()
