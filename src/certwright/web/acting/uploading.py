"""Files that come with a form: streamed into the store of attachments, and named in the form by digest and name.

A file no act names yet does no harm: ``certwright doctor`` lists it.
"""

from collections.abc import Iterable
from pathlib import PurePath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext

from certwright.drafts.file_names import name_file
from certwright.journal.attachments import Attachments, AttachmentTooLarge
from certwright.web.acting.questions import Question
from certwright.web.acting.typed import Typed

_BEGINS = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".odt": (b"PK\x03\x04",),
    ".ods": (b"PK\x03\x04",),
    ".txt": (),
    ".csv": (),
    ".eml": (),
}
"""The kinds of file that are taken, each with what it begins with; the ones without are plain text."""
ACCEPTED = ",".join(_BEGINS)


def with_uploads(
    request: HttpRequest, dossier: str, asked: Iterable[Question], typed: Typed, store: Attachments
) -> tuple[Typed, dict[str, str]]:
    """What was typed with the digests of the files that came along for ``dossier``, and what is wrong with those not
    taken.

    Raises:
        OSError: the store cannot be written to.
    """
    problems: dict[str, str] = {}
    for question in asked:
        if question.widget != "attachment":
            continue
        path = f"act.{question.name}"
        for file in request.FILES.getlist(f"files.{path}"):
            taken, wrong = _taken(file, dossier, store)
            if wrong:
                problems[path] = wrong
            elif question.many:
                typed = {**typed, question.name: list(dict.fromkeys([*(typed.get(question.name) or []), taken]))}
            else:
                typed = {**typed, question.name: taken}
    return typed, problems


def _taken(file: "UploadedFile[bytes]", dossier: str, store: Attachments) -> tuple[str, str]:
    """How the form names a file that was taken (``sha256:… name``); or what is wrong with it."""
    name = PurePath(file.name or "").name
    limit: int = settings.CERTWRIGHT_ATTACHMENT_LIMIT
    if wrong := _not_its_kind(file, name):
        return "", wrong
    try:
        attachment, size = store.put(file, limit)  # type: ignore[arg-type]  # it reads like a binary file
    except AttachmentTooLarge:
        most = limit // 1_000_000
        told = gettext("%(name)s is too large: files of at most %(most)s MB are taken. Make it smaller.")
        return "", told % {"name": name, "most": most}
    name_file(dossier, attachment, name, size)
    return f"{attachment} {name}", ""


def _not_its_kind(file: "UploadedFile[bytes]", name: str) -> str:
    begins = _BEGINS.get(PurePath(name).suffix.lower())
    if begins is None:
        return gettext("%(name)s is of a kind that is not taken. Taken are %(kinds)s.") % {
            "name": name,
            "kinds": ", ".join(kind[1:] for kind in _BEGINS),
        }
    head = file.read(512)
    file.seek(0)
    fits = head.startswith(begins) if begins else b"\0" not in head
    return "" if fits else gettext("%(name)s is not what its name says. Save it anew as what it is.") % {"name": name}
