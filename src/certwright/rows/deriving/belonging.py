"""The rows that say where a dossier belongs and who has a part in it."""

from collections.abc import Iterator

from certwright.core.dossiers import Dossier
from certwright.core.dossiers.belonging import belonging
from certwright.rows.deriving.row import Made, row
from certwright.rows.models import BelongingRow, PartRow


def of_belonging(dossier: Dossier) -> Iterator[Made]:
    """Where the dossier belongs, and a row for each person with a part in it."""
    of = belonging(dossier)
    if of.client or of.certification:
        yield row(BelongingRow, client=of.client, certification=of.certification, told=of.told)
    for person, until in of.parts.items():
        yield row(PartRow, person=person, until_day=until, client=of.client, certification=of.certification)
