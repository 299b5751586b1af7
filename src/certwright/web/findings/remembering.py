"""The dossiers around a finding that its form looks at: read in one question, before the form asks one by one."""

from collections.abc import Iterable, Mapping

from certwright.answers.around import Around
from certwright.answers.viewer import Viewer
from certwright.core.dossiers import BODY, Certification, Dossier
from certwright.office.standing import dossiers


def remembered(around: Around, certification: str, viewer: Viewer, *more: str) -> Mapping[str, Dossier]:
    """What is gathered around a page, and what a form about a finding of ``certification`` looks at besides."""
    case = around.gathered.get(certification)
    wanted = {BODY, viewer.person, *more, *(_beside(case) if isinstance(case, Certification) else ())}
    return {**around.gathered, **dossiers(wanted - around.gathered.keys() - {""})}


def _beside(certification: Certification) -> Iterable[str]:
    yield certification.application
    yield from (piece.assignment for piece in certification.planned)
    if certification.pin:
        yield f"pack:{certification.pin.pack}"
