"""What the record of this installation adds to the clause matrix, if it is asked."""

from dataclasses import dataclass, field
from datetime import date

from certwright.cli import django_commands
from certwright.cli.outcome import Unavailable
from certwright.core.dossiers import ControlledDocument
from certwright.core.matrix import Evidence, documents_of
from certwright.packs.model.clauses import ClausePack


@dataclass(frozen=True, slots=True)
class Recorded:
    """The body's name, the packs of the standards it works to, and its documents as they stand on ``day``."""

    name: str = ""
    standards_in_use: tuple[str, ...] = ()
    documents: tuple[ControlledDocument, ...] = field(default=())
    day: date = date.min

    def of(self, pack: ClausePack) -> Evidence:
        """The documents that answer the clauses of a standard."""
        return documents_of(pack, self.documents, self.day)


NOTHING = Recorded()
"""What is recorded where nobody asks the record."""


def recorded() -> Recorded:
    """Ask the record of this installation.

    Raises:
        Unavailable: the database cannot be read, or no body was founded in it.
    """
    with django_commands.record():
        from certwright.answers.matrix import of_the_body
        from certwright.office.installation import means, today

        found = of_the_body()
        if found is None:
            raise Unavailable(
                "No body is founded in this installation. See: certwright init. Or choose --standard, --all."
            )
        return Recorded(found.name, found.standards_in_use, found.documents, today(means()))
