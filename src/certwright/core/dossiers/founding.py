"""What people hold by the founding act alone: a first day exists (corrections to the domain papers, 21)."""

from certwright.core.dossiers.body import Body
from certwright.core.dossiers.person import Person
from certwright.core.functions import Function


def holds_by_founding(body: Body, person: Person, function: Function) -> bool:
    """Whether the founding act gives ``person`` this function.

    It names the founder for top management and the first authoriser for competence evaluation. As soon as an
    authorisation for that function stands in the person's own dossier, that one governs, and can be ended. It ends,
    too, with the person's tie to the body.
    """
    if person.ended_on is not None:
        return False
    named = {Function.TOP_MANAGEMENT: body.founder, Function.COMPETENCE_EVALUATION: body.first_authoriser}
    return named.get(function) == person.id and all(held.function is not function for held in person.authorisations)
