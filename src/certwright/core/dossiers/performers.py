"""Whose work a dossier holds: everybody who acted in it, evaluated for it, reviewed or decided."""

from collections.abc import Iterable

from certwright.core.dossiers.assignment import Assignment
from certwright.core.dossiers.certification import Certification
from certwright.core.dossiers.dossier import Dossier
from certwright.core.dossiers.evaluators import evaluators_of
from certwright.core.dossiers.matter import Matter


def performers_of(dossiers: Iterable[Dossier]) -> frozenset[str]:
    """Everybody whose work these dossiers hold (ISO/IEC 17065 7.13.5, 8.6.4; ISO/IEC 17021-1 9.7.7, 9.8.9, 10.2.6.4).

    Whoever did an act for somebody else counts, too: it was their work to enter it rightly.
    """
    found: set[str] = set()
    for dossier in dossiers:
        found |= {mark.actor for mark in dossier.acts.values()} | _named_in(dossier)
    return frozenset(found)


def _named_in(dossier: Dossier) -> frozenset[str]:
    match dossier:
        case Assignment():
            return evaluators_of([dossier])
        case Certification():
            deciders = {person for made in dossier.decisions for person in made.deciders}
            return frozenset(deciders | {made.reviewer for made in dossier.reviews})
        case Matter():
            deciders = set(dossier.decided.deciders) if dossier.decided else set()
            inquirers = {made.by_whom for made in dossier.inquiries}
            return frozenset({*dossier.handlers, *deciders, *inquirers})
        case _:
            return frozenset()
