"""Who is looking: what pages show and offer depends on it. What may be done is decided by the rules alone."""

from dataclasses import dataclass
from datetime import date

from certwright.core.dossiers import Body, Person, holds_by_founding
from certwright.core.functions import Function


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who is signed in, on the body's calendar day ``today``.

    ``person`` and ``client`` are dossier ids or empty; ``name`` is what the person is called. ``functions`` are held on
    ``today``, by authorisation or by the founding act. An ``administrator`` runs the machine and sees no dossier.
    """

    user: int
    name: str
    person: str
    client: str
    functions: frozenset[Function]
    administrator: bool
    today: date


def functions_of(body: Body, person: Person, day: date) -> frozenset[Function]:
    """Every function ``person`` holds on ``day``."""
    return frozenset(
        function
        for function in Function
        if any(person.authorised(function, day)) or holds_by_founding(body, person, function)
    )
