"""What is shown around a dossier: the dossiers it needs to be understood, the packs they pin, and a day.

A pure bundle: whoever reads the record (a page, the command line) fills it, as things stand or as they stood.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from certwright.core.dossiers import Dossier
from certwright.core.gathered import Gathered
from certwright.packs.model.base import Pack

D = TypeVar("D", bound=Dossier)


@dataclass(frozen=True, slots=True)
class Around(Gathered):
    """The ``gathered`` dossiers and ``packs`` on ``day``.

    ``linked`` holds the ids of dossiers one of whose acts names the dossier that is shown, by the name of the act.
    """

    day: date
    gathered: Mapping[str, Dossier] = field(default_factory=lambda: MappingProxyType({}))
    packs: Mapping[str, Pack] = field(default_factory=lambda: MappingProxyType({}))
    linked: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def linking(self, kind: type[D], *acts: str) -> tuple[D, ...]:
        """The gathered dossiers of a kind that name this one in one of these kinds of act, each once."""
        ids = dict.fromkeys(dossier for act in acts for dossier in self.linked.get(act, ()))
        return self.of(kind, ids)
