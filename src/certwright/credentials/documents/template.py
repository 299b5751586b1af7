"""Which template a document is set with: the shipped one, or a folder of the body's own.

A template is a folder with ``certificate.typ`` (Typst) and what it reads: ``words.json``, pictures, further sources. It
gets the data of :mod:`.data` and can read nothing outside its folder.
"""

from dataclasses import dataclass
from importlib.resources import files

FONTS = ("Noto Sans", "Noto Sans CJK SC", "Noto Sans Arabic", "DejaVu Sans", "Libertinus Serif")
"""Families in the order they are tried, letter by letter. The last one is part of Typst: Latin letters never lack."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template: its ``folder``, the font families to try, and further folders with fonts."""

    folder: str
    fonts: tuple[str, ...] = FONTS
    font_folders: tuple[str, ...] = ()

    @property
    def main(self) -> str:
        """The path of its main file."""
        return f"{self.folder}/certificate.typ"


def shipped() -> Template:
    """The template that comes with the program."""
    return Template(str(files("certwright.credentials") / "templates" / "certificate"))
