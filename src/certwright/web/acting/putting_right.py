"""A correction begins with what the act said: an edit, not a retyping (ISO/IEC 17065 7.12.1; ISO/IEC 17021-1 9.9.1)."""

from certwright.answers.readers import hidden_fields
from certwright.answers.saying import called, names
from certwright.answers.viewer import Viewer
from certwright.core.acts import ACTS
from certwright.core.dossiers import Dossier
from certwright.journal import reading
from certwright.web.acting.questions import questions
from certwright.web.acting.typed import Typed
from certwright.web.acting.written import dossiers_in, written


def said_before(viewer: Viewer, dossier: Dossier, given: Typed, using: str = "default") -> Typed:
    """What the form of a correction begins with: ``given``, and kind and fields of the act it names.

    Nothing is added for an act that is not of this dossier, whose content was erased, or that the viewer may not read
    in full.
    """
    mark = dossier.acts.get(str(given.get("act", "")))
    if mark is None or mark.erased:
        return given
    name = mark.form.partition("@")[0]
    found = reading.by_id([str(given["act"])], using)
    act = found[0][0].act if found else None
    if act is None or name not in ACTS or hidden_fields(viewer, dossier, name):
        return {**given, "form": mark.form}
    asked, fields = questions(type(act)), act.model_dump()
    known = names(dossiers_in(asked, fields), using)
    return {**given, "form": mark.form, "fields": written(asked, fields, lambda one: called(one, known))}
