"""The end of a person's tie to the body (ISO/IEC 17065 6.1.1; ISO/IEC 17021-1 7.2)."""

from collections.abc import Iterator

from certwright.core.acts.person import EndTie
from certwright.core.dossiers import Person
from certwright.core.rules.rule import RECORD, Refusal, refusal, rule


@rule("tie.ends-once", asks=("17065:2012 6.1.1.1", "17021-1:2015 7.2.1"), force=RECORD)
def tie_ends_once(act: EndTie, dossier: Person) -> Iterator[Refusal]:
    """A tie ends once, on a day of its own time."""
    if dossier.ended_on is not None:
        yield refusal("tie-ended-already", person=dossier.id, ended_on=dossier.ended_on)
    elif dossier.since is not None and act.last_day < dossier.since:
        yield refusal("tie-ended-before-it-began", person=dossier.id, since=dossier.since, last_day=act.last_day)
