"""A letter as it is printed: a PDF made by Typst, the same bytes whenever it is made from the same message.

What people wrote reaches Typst as data, never as markup. The only fonts are those Typst brings along; a letter in a
script they do not hold is refused, not printed with empty boxes.
"""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files

import typst

from certwright.core.acts.body import LegalEntity
from certwright.outbox.addressing import one_line, postal_address
from certwright.outbox.library import terms
from certwright.outbox.models import Message
from certwright.outbox.wording import said_day

_HELD = ("LATIN", "GREEK", "CYRILLIC", "COMMON")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


class NoFont(ValueError):
    """The letter holds a script for which there is no font; ``script`` names it."""

    def __init__(self, script: str) -> None:
        super().__init__(f"There is no font here for {script.title()} letters, so this letter cannot be printed.")
        self.script = script


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that stands on the paper."""

    language: str
    body: str
    sender: str
    recipient: tuple[str, ...]
    about: str
    reference: str
    dated: str
    day: str
    subject: str
    paragraphs: tuple[str, ...]
    closing: str
    clauses: str
    enclosed: str
    page: str


def plain(message: Message, body: LegalEntity | None, enclosed: Sequence[str] = ()) -> str:
    """The letter as the text of a mail."""
    around = terms(message.language).frame
    says = [greeting(message), message.text, around["closing"] + (f"\n{body.name}" if body else "")]
    if enclosed:
        says.append(f"{around['enclosed']}: {', '.join(enclosed)}")
    says.append(clauses_said(message))
    if body:
        says.append("-- \n" + postal_address(body))
    return "\n\n".join(says) + "\n"


def greeting(message: Message) -> str:
    """How the letter begins. A name is put in when it is read, so that it can be erased."""
    around = terms(message.language).frame
    return around["greeting"].format(name=message.name) if message.name else around["greeting_unknown"]


def clauses_said(message: Message) -> str:
    """Which clauses ask for the letter."""
    around = terms(message.language).frame
    said = [f"ISO/IEC {clause}" for clause in message.clauses]
    listed = f" {around['and']} ".join(filter(None, (", ".join(said[:-1]), said[-1] if said else "")))
    return around["clauses"].format(clauses=listed) if listed else ""


def sheet(message: Message, body: LegalEntity | None, enclosed: Sequence[str] = ()) -> Sheet:
    """The message on the body's letterhead."""
    around = terms(message.language)
    to = message.postal.splitlines() or [message.name]
    named = to if not message.name or message.name in to else [message.name, *to]
    return Sheet(
        language=message.language,
        body=body.name if body else "",
        sender=" · ".join(postal_address(body).splitlines()) if body else "",
        recipient=tuple(one_line(line) for line in named),
        about=around.frame["about"],
        reference=f"{message.dossier.partition(':')[2]} / {message.pk}",
        dated=around.frame["day"],
        day=said_day(message.posted_on or (message.sent_at.date() if message.sent_at else message.on), around),
        subject=message.subject,
        paragraphs=(greeting(message), *message.text.split("\n\n")),
        closing=around.frame["closing"],
        clauses=clauses_said(message),
        enclosed=f"{around.frame['enclosed']}: {', '.join(enclosed)}" if enclosed else "",
        page=around.frame["page"],
    )


def pdf(message: Message, body: LegalEntity | None, enclosed: Sequence[str] = ()) -> bytes:
    """The letter as a PDF.

    Raises:
        NoFont: it holds a script for which there is no font.
    """
    holds = sheet(message, body, enclosed)
    data = json.dumps(asdict(holds), ensure_ascii=False)
    if script := missing_script(data):
        raise NoFont(script)
    made = int(datetime.combine(message.on, time(12), UTC).timestamp())
    source = files("certwright.outbox").joinpath("letter.typ").read_bytes()
    return bytes(
        typst.compile(source, format="pdf", sys_inputs={"letter": data}, timestamp=made, ignore_system_fonts=True)
    )


def missing_script(text: str) -> str:
    """The first script in ``text`` that the fonts do not hold; empty if they hold all of it."""
    for letter in sorted({letter for letter in text if letter.isalpha() and ord(letter) > 0x24F}):
        script = _script(letter)
        if script not in _HELD or unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT:
            return script
    return ""


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNNAMED").split()[0]
