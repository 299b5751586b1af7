"""The rows every dossier makes, whatever its kind."""

from collections.abc import Iterator

from certwright.core.dossiers import Dossier
from certwright.rows.deriving.row import Made, row
from certwright.rows.deriving.words import words_of
from certwright.rows.models import BreachRow, DossierRow, LinkRow, WordRow


def of_any(dossier: Dossier) -> Iterator[Made]:
    """The dossier's line, what it is found by, its breaches, what it refers to."""
    yield row(DossierRow, kind=dossier.kind, title=dossier.title, seq=dossier.seq, recorded_at=dossier.recorded_at)
    for word in words_of(dossier):
        yield row(WordRow, word=word, kind=dossier.kind)
    numbers: dict[str, int] = {}
    for act_id, breach in dossier.breaches:
        numbers[act_id] = numbers.get(act_id, 0) + 1
        on = dossier.acts[act_id].effective_on
        yield row(BreachRow, act_id=act_id, number=numbers[act_id], rule=breach.rule, says=breach.says, on=on)
    for target, by in sorted(dossier.links):
        yield row(LinkRow, target=target, by=by)
