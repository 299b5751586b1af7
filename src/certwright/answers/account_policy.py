"""Who may make and close which accounts. An account gives no right to certify; it lets somebody in."""

from enum import StrEnum

from certwright.answers.viewer import Viewer
from certwright.core.functions import Function


class For(StrEnum):
    """Whom an account is for."""

    PERSON = "person"
    CLIENT = "client"
    ASSESSOR = "assessor"
    ADMINISTRATOR = "administrator"


_BY_FUNCTION = {
    Function.COMPETENCE_EVALUATION: frozenset({For.PERSON}),
    Function.CLIENT_ADMINISTRATION: frozenset({For.PERSON, For.CLIENT}),
    Function.QUALITY_MANAGEMENT: frozenset({For.ASSESSOR}),
}


def invites(viewer: Viewer) -> frozenset[For]:
    """Whom ``viewer`` may make accounts for, and whose accounts they may close: by function, or as administrator."""
    if viewer.administrator:
        return frozenset({For.ADMINISTRATOR})
    if not viewer.of_the_body:
        return frozenset()
    return frozenset(whom for function in viewer.functions for whom in _BY_FUNCTION.get(function, ()))


def whom(person: str, client: str, administrator: object, assessor_from: object) -> For:
    """Whom an account is for, by what it is tied to."""
    if administrator:
        return For.ADMINISTRATOR
    if assessor_from:
        return For.ASSESSOR
    return For.CLIENT if client else For.PERSON
