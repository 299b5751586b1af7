"""Acts with what they bring along: pack texts and files, which lie in store before the act that names them is recorded.

Nothing is put in store for acts that would be refused: they are tried first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from django.db import Error

from certwright.core.entry import Proposal
from certwright.drafts.file_names import name_file
from certwright.journal.appending import keep_text
from certwright.journal.attachments import Attachments
from certwright.journal.turns import in_turn
from certwright.office.door import perform
from certwright.office.means import Means
from certwright.office.outcome import Outcome, Performed, RecordUnavailable
from certwright.office.unavailable import plainly


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What comes along with acts, by the digest they name it by: ``texts`` of packs, ``files`` as attachments.

    ``limit`` is the largest file that is accepted, in bytes.
    """

    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    files: Mapping[str, Path] = field(default_factory=lambda: MappingProxyType({}))
    limit: int = 0


def perform_with(enclosed: Enclosed, proposals: Sequence[Proposal], means: Means) -> Outcome:
    """Put in store what ``proposals`` bring along, and record all of them or none.

    Raises:
        RecordUnavailable: database, disk or storage cannot take it now; nothing was recorded.
        AttachmentTooLarge: a file is larger than the limit.
        ValueError: a file is no longer what its digest says.
    """
    if not (enclosed.texts or enclosed.files):
        return perform(proposals, means)
    tried = try_out(enclosed, proposals, means)
    if not isinstance(tried, Performed):
        return tried
    for attachment, path in enclosed.files.items():
        if _put(path, enclosed.limit, means) != attachment:
            raise ValueError(f"{path} was changed while it was read")
    try:
        with in_turn(means.using):
            _keep(enclosed, means)
    except Error as error:
        raise RecordUnavailable(plainly(error)) from error
    outcome = perform(proposals, means)
    if isinstance(outcome, Performed):
        _name(enclosed, proposals)
    return outcome


def _name(enclosed: Enclosed, proposals: Sequence[Proposal]) -> None:
    """Remember what the files are called in the dossiers whose acts name them."""
    for proposal in proposals:
        for attachment in sorted(proposal.act.attachments() & enclosed.files.keys()):
            path = enclosed.files[attachment]
            name_file(proposal.dossier, attachment, path.name, path.stat().st_size)


def _put(path: Path, limit: int, means: Means) -> str:
    with path.open("rb") as file:
        try:
            attachment, _ = means.attachments.put(file, limit)
        except OSError as error:
            raise RecordUnavailable(plainly(error)) from error
    return attachment


def try_out(enclosed: Enclosed, proposals: Sequence[Proposal], means: Means) -> Outcome:
    """What :func:`perform_with` would answer now. Everything is judged and written as for good, and then undone."""
    beside = replace(means, attachments=_Beside(means.attachments, enclosed.files))
    try:
        with in_turn(means.using):
            _keep(enclosed, means)
            raise _Undone(perform(proposals, beside))
    except _Undone as undone:
        return undone.outcome
    except Error as error:
        raise RecordUnavailable(plainly(error)) from error


class _Undone(Exception):
    """Carries the outcome out of a transaction that is rolled back."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome


def _keep(enclosed: Enclosed, means: Means) -> None:
    for digest, text in enclosed.texts.items():
        keep_text(digest, text, means.using)


class _Beside:
    """Attachments in store, and files that lie beside it and are not in store yet."""

    def __init__(self, store: Attachments, files: Mapping[str, Path]) -> None:
        self._store = store
        self._files = files
        self.put, self.remove, self.ids = store.put, store.remove, store.ids

    def open(self, attachment: str) -> BinaryIO:
        """Open the file, wherever it lies."""
        beside = self._files.get(attachment)
        return beside.open("rb") if beside else self._store.open(attachment)
