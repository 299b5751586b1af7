"""The files somebody gives to be verified: read up to a limit, and refused in words if they are something else.

No address that stands in a file is followed.
"""

from pathlib import Path

from certwright.cli.layout import harmless
from certwright.cli.outcome import BadInput, Problem
from certwright.credentials.did import DidDocument, read_document
from certwright.credentials.did.web import checked
from certwright.credentials.documents.unpacking import LARGEST
from certwright.credentials.encoding.strict_json import parsed
from certwright.credentials.flaws import Flaw, Flawed
from certwright.credentials.sentences import in_words, remedy
from certwright.credentials.verify import Shown, received

LARGEST_TEXT = 1_000_000
"""Bytes of a text given beside the certificate: far beyond any list, proof or identity document."""


def shown(file: Path, proof: Path | None) -> Shown:
    """The certificate in ``file``, PDF or JWT, with a log proof shown beside it. Raises BadInput for anything else."""
    content = content_of(file, LARGEST)
    try:
        return received(content, None if proof is None else text_of(proof))
    except Flawed as found:
        raise BadInput(problem(found.flaw, file)) from found


def body(file: Path) -> DidDocument:
    """The body whose identity document (did.json) ``file`` is. Raises BadInput."""
    try:
        said = parsed(content_of(file, LARGEST_TEXT))
        return read_document(said, checked(str(said.get("id"))))
    except Flawed as found:
        raise BadInput(problem(found.flaw, file)) from found


def text_of(file: Path) -> str:
    """The text of a file. Raises BadInput."""
    try:
        return content_of(file, LARGEST_TEXT).decode()
    except UnicodeDecodeError as error:
        raise BadInput(Problem("The file is no text in UTF-8.", "Take it from its source again.", str(file))) from error


def content_of(file: Path, most: int) -> bytes:
    """What is in a file of at most ``most`` bytes. Raises BadInput, also for a device, which would not end."""
    try:
        if file.exists() and not file.is_file():
            raise BadInput(Problem("This is no file.", "Name a file.", str(file)))
        with file.open("rb") as opened:
            content = opened.read(most + 1)
    except OSError as error:
        says = f"The file cannot be read: {error.strerror}."
        raise BadInput(Problem(says, "Name a file that can be read.", str(file))) from error
    if len(content) > most:
        says = f"The file has more than {most:,} bytes, which no certificate has, nor anything beside one."
        raise BadInput(Problem(says, "Take it from its source again.", str(file)))
    return content


def problem(flaw: Flaw, file: Path) -> Problem:
    """What is wrong with a file, told as any other problem with what was given."""
    return Problem(harmless(in_words(flaw)), harmless(remedy(flaw)), str(file))
