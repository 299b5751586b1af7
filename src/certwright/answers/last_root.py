"""The last root this installation signed: until when anybody could show that the journal was cut off or rewritten."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from certwright.journal.root import read
from certwright.journal.root_keys import KeyUnusable, public_keys

_NAME = re.compile(r"root-(\d{4}-\d{2}-\d{2})-(\d+)\.json")


@dataclass(frozen=True, slots=True)
class LastRoot:
    """The day it was made for and the position it goes up to, as its file is called. ``fault`` is why it cannot be
    trusted, and empty if it can."""

    name: str
    day: date
    position: int
    fault: str = ""


def last_root(folder: Path, key: Path) -> LastRoot | None:
    """The root in ``folder`` that goes furthest, checked by the public keys beside the private key file ``key``.

    Only that one file is read, because the page that shows it is asked for all day.
    """
    if not folder.is_dir():
        return None
    found = [match for path in folder.iterdir() if (match := _NAME.fullmatch(path.name))]
    if not found:
        return None
    name = max(found, key=lambda match: (int(match[2]), match[1]))
    fault = _fault(folder / name[0], key)
    return LastRoot(name[0], date.fromisoformat(name[1]), int(name[2]), fault)


def _fault(file: Path, key: Path) -> str:
    try:
        return read(file.name, file.read_text("utf-8", "replace"), public_keys(key)).fault
    except (KeyUnusable, OSError) as error:
        return str(error)
