"""Who is looking: what pages show and offer depends on it. What may be done is decided by the rules alone."""

from dataclasses import dataclass
from datetime import date

from certwright.core.dossiers import Body, Person, holds_by_founding
from certwright.core.functions import Function


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who is signed in, on the body's calendar day ``today``.

    ``person`` and ``client`` are dossier ids or empty; ``name`` is what the person is called. ``functions`` are held on
    ``today``, by authorisation or by the founding act; ``committees`` are the purposes of those the person sits on.
    An ``administrator`` runs the machine and sees no dossier. An ``assessor`` of an accreditation body sees them and
    can do nothing. ``basis`` is how the person is tied to the body; once that ``ended`` the account opens nothing.
    """

    user: int
    name: str
    person: str
    client: str
    functions: frozenset[Function]
    administrator: bool
    today: date
    committees: frozenset[str] = frozenset()
    assessor: bool = False
    basis: str = ""
    ended: bool = False

    @property
    def of_the_body(self) -> bool:
        """Whether somebody who works for the body, or sits on one of its committees, looks."""
        return bool(self.person) and not (self.client or self.ended)

    @property
    def works_for_the_body(self) -> bool:
        """Whether the person works for the body, employed or by contract, and not on a committee alone."""
        return self.of_the_body and self.basis in {"employment", "contract", "outside"}


def functions_of(body: Body, person: Person, day: date) -> frozenset[Function]:
    """Every function ``person`` holds on ``day``."""
    return frozenset(
        function
        for function in Function
        if any(person.authorised(function, day)) or holds_by_founding(body, person, function)
    )
