"""Which acts of a dossier name a file, and whether somebody may read the place where they do."""

from certwright.answers.facts import sheet
from certwright.answers.files_called import files_in
from certwright.answers.readers import WHOLE, hidden_fields, names_of_circles
from certwright.answers.viewer import Viewer
from certwright.core.dossiers import Dossier
from certwright.core.entry import Entry
from certwright.journal import reading
from certwright.web.dossier.gathering import gathered
from certwright.web.dossier.moment import NOW


def is_shown(digest: str, dossier: Dossier, viewer: Viewer) -> bool | None:
    """Whether ``viewer``, who may read ``dossier``, may read a file it names; ``None`` if it names no such file.

    A client reads the files that the facts told to it name. People of the body read those that some act names in a
    field they may read: what has readers of its own keeps them (see :mod:`certwright.answers.readers`).
    """
    naming = [entry for entry in reading.entries({dossier.id: 0}, "default")[dossier.id] if _names(entry, digest)]
    if not naming:
        return None
    if viewer.client:
        told = sheet(dossier, gathered(dossier, NOW, viewer.today).around)
        return digest in {one.digest for one in files_in(told.for_readers(names_of_circles(viewer, dossier)).values())}
    return any(_may_read(entry, digest, dossier, viewer) for entry in naming)


def _names(entry: Entry, digest: str) -> bool:
    on_behalf = entry.on_behalf is not None and entry.on_behalf.evidence == digest
    return entry.act is not None and (on_behalf or digest in entry.act.attachments())


def _may_read(entry: Entry, digest: str, dossier: Dossier, viewer: Viewer) -> bool:
    assert entry.act is not None
    hidden = hidden_fields(viewer, dossier, entry.form.partition("@")[0])
    if WHOLE in hidden:
        return False
    fields = [name for name, _ in entry.act.spec.evidence if digest in _texts(getattr(entry.act, name))]
    return not fields or any(name not in hidden for name in fields)


def _texts(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
