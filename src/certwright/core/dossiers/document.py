"""What the dossier of a controlled document says: which clauses it answers, which version is in force on a day."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.document import RegisterDocument, ReleaseDocument, WithdrawDocument
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry


@dossier_kind("document")
@dataclass(frozen=True, slots=True, kw_only=True)
class ControlledDocument(Dossier):
    """A document of the body's own management system, or an external one it controls."""

    document_title: str = ""
    answers: tuple[str, ...] = ()
    versions: tuple[tuple[str, date], ...] = ()
    last_day: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the document was registered by an act that still stands."""
        return bool(self.document_title)

    @property
    def title(self) -> str:
        """The document's title."""
        return self.document_title or self.id

    def version_on(self, day: date) -> str | None:
        """The version in force on ``day``, or ``None``."""
        if self.last_day is not None and self.last_day < day:
            return None
        return next((version for version, first in reversed(self.versions) if first <= day), None)


@moves(ControlledDocument, RegisterDocument)
def _registered(document: ControlledDocument, act: RegisterDocument, entry: Entry) -> ControlledDocument:
    return replace(document, document_title=act.document_title, answers=act.answers)


@moves(ControlledDocument, ReleaseDocument)
def _released(document: ControlledDocument, act: ReleaseDocument, entry: Entry) -> ControlledDocument:
    return replace(document, versions=(*document.versions, (act.version, act.from_day)))


@moves(ControlledDocument, WithdrawDocument)
def _withdrawn(document: ControlledDocument, act: WithdrawDocument, entry: Entry) -> ControlledDocument:
    return replace(document, last_day=act.last_day)
