"""Which parts of a dossier have readers of their own, among those who may read the dossier.

Internal notes, votes and a complainant's identity are never shown to the client (ISO/IEC 17065 4.5, 7.13;
ISO/IEC 17021-1 8.4, 9.8.5); a person's particulars only to those who need them. An act, or a field of it, that is not
named here is open to whoever reads the dossier.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from certwright.answers.viewer import Viewer
from certwright.core.dossiers import Dossier
from certwright.core.dossiers.belonging import belonging
from certwright.core.functions import Function


class Circle(StrEnum):
    """People who may read something that others who read the dossier may not."""

    BODY = "people of the body and assessors, never the client"
    CONTACT = "the person, and whoever plans, registers or looks after people"
    PERSONNEL = "the person, and whoever answers for competence and impartiality"
    ORIGIN = "whoever handles or decides the matter, or looks after complaints"
    VOTES = "members of the committee, and whoever decides or answers for quality"


WHOLE = "*"
"""Stands for every field of an act: who may not read it is not shown the act either."""

READERS: Mapping[str, Mapping[str, Circle]] = {
    "application.accept": {WHOLE: Circle.BODY},
    "application.accept-prior-result": {"assessment": Circle.BODY},
    "assignment.confirm-team": {WHOLE: Circle.BODY},
    "assignment.order": {WHOLE: Circle.BODY},
    "assignment.record-results": {WHOLE: Circle.BODY},
    "assignment.release": {"reason": Circle.BODY},
    "assignment.reschedule": {"reason": Circle.BODY},
    "certification.plan": {WHOLE: Circle.BODY},  # it holds the days of visits that are not announced
    "certification.omit": {WHOLE: Circle.BODY},
    "certification.review": {WHOLE: Circle.BODY},
    "certification.decide": {"answers": Circle.BODY, "committee": Circle.BODY, "session": Circle.BODY},
    "certification.propose-measure": {WHOLE: Circle.BODY},
    "certification.look-at-use": {WHOLE: Circle.BODY},
    "committee.hold-session": {"votes": Circle.VOTES, "recused": Circle.VOTES, "minutes": Circle.VOTES},
    "matter.receive": {"subject": Circle.BODY},  # it may tell whom it came from
    "matter.state-origin": {WHOLE: Circle.ORIGIN},
    "matter.validate": {"why": Circle.BODY},
    "matter.assign-handler": {WHOLE: Circle.BODY},
    "matter.record-inquiry": {WHOLE: Circle.BODY},
    "matter.decide": {"deciders": Circle.BODY, "measures": Circle.BODY},
    "person.state-particulars": {"email": Circle.CONTACT, "telephone": Circle.CONTACT, "address": Circle.PERSONNEL},
    "person.grant-authorisation": {"evidence": Circle.PERSONNEL, "documents": Circle.PERSONNEL},
    "person.end-authorisation": {"reason": Circle.PERSONNEL},
    "person.suspend-authorisation": {"reason": Circle.PERSONNEL},
    "person.restore-authorisation": {"evidence": Circle.PERSONNEL},
    "person.end-tie": {"reason": Circle.PERSONNEL},
    "person.declare-relation": {"about": Circle.PERSONNEL},
    "person.declare-for-case": {"description": Circle.PERSONNEL},
    "person.record-monitoring": {WHOLE: Circle.PERSONNEL},
    "record.annul": {"reason": Circle.BODY},
    "record.put-right": {WHOLE: Circle.BODY},
}
"""Name of an act → field → who reads it."""

_BY_FUNCTION: Mapping[Circle, frozenset[Function]] = {
    Circle.CONTACT: frozenset(
        {
            Function.TOP_MANAGEMENT,
            Function.COMPETENCE_EVALUATION,
            Function.CLIENT_ADMINISTRATION,
            Function.PLANNING,
            Function.QUALITY_MANAGEMENT,
        }
    ),
    Circle.PERSONNEL: frozenset(
        {
            Function.TOP_MANAGEMENT,
            Function.COMPETENCE_EVALUATION,
            Function.QUALITY_MANAGEMENT,
            Function.IMPARTIALITY,
            Function.INTERNAL_AUDITING,
        }
    ),
    Circle.ORIGIN: frozenset({Function.COMPLAINTS_AND_APPEALS, Function.QUALITY_MANAGEMENT}),
    Circle.VOTES: frozenset(
        {
            Function.TOP_MANAGEMENT,
            Function.DECISION,
            Function.QUALITY_MANAGEMENT,
            Function.IMPARTIALITY,
            Function.INTERNAL_AUDITING,
        }
    ),
}
_ASSESSORS = frozenset({Circle.BODY, Circle.CONTACT, Circle.PERSONNEL, Circle.VOTES})
"""Whom a complaint came from is shown to an assessor by the body, not by an account."""


def circles(viewer: Viewer, dossier: Dossier) -> frozenset[Circle]:
    """The circles ``viewer`` belongs to in ``dossier``."""
    return frozenset(_circles(viewer, dossier))


def _circles(viewer: Viewer, dossier: Dossier) -> Iterator[Circle]:
    if viewer.ended or viewer.administrator:
        return
    if viewer.assessor:
        yield from _ASSESSORS
        return
    own = bool(viewer.person) and viewer.person == dossier.id
    if own:
        yield from (Circle.CONTACT, Circle.PERSONNEL)
    if not viewer.of_the_body:
        return
    yield Circle.BODY
    parts = belonging(dossier).parts
    takes_part = viewer.person in parts and ((last := parts[viewer.person]) is None or last >= viewer.today)
    if takes_part and dossier.kind == "matter":
        yield Circle.ORIGIN
    if takes_part and dossier.kind == "committee":
        yield Circle.VOTES
    yield from (circle for circle, functions in _BY_FUNCTION.items() if viewer.functions & functions)


def names_of_circles(viewer: Viewer, dossier: Dossier) -> frozenset[str]:
    """The same by the names that facts and tables are marked with: ``body``, ``origin`` …"""
    return frozenset(circle.name.lower() for circle in circles(viewer, dossier))


def hidden_fields(viewer: Viewer, dossier: Dossier, act_name: str) -> frozenset[str]:
    """The fields of an act, named without its version, that ``viewer`` may not read; ``{"*"}``: not even the act."""
    belongs_to = circles(viewer, dossier)
    hidden = frozenset(field for field, circle in READERS.get(act_name, {}).items() if circle not in belongs_to)
    return frozenset({WHOLE}) if WHOLE in hidden else hidden


def may_read_act(viewer: Viewer, dossier: Dossier, act_name: str) -> bool:
    """Whether ``viewer`` may see that an act of this name was done in ``dossier``."""
    return WHOLE not in hidden_fields(viewer, dossier, act_name)


def sees_workings(viewer: Viewer, dossier: Dossier) -> bool:
    """Whether breaches, proofs and deviations of ``dossier`` are shown: they are the body's own, not the client's."""
    return Circle.BODY in circles(viewer, dossier)
