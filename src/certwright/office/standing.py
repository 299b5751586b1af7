"""Dossiers as they stand now, from memory where they have not moved: what pages show and forms begin with."""

from collections.abc import Iterable, Mapping

from certwright.core.dossiers import Dossier
from certwright.journal import heads
from certwright.office.folded import folded


def dossiers(wanted: Iterable[str], using: str = "default") -> Mapping[str, Dossier]:
    """The ``wanted`` dossiers, in one question for where they stand; one nothing is recorded in comes back empty.

    Raises:
        KeyError: this release knows no such kind of dossier.
    """
    ids = sorted(set(wanted))
    return folded(using).at(heads.standings(ids, using), ids)
