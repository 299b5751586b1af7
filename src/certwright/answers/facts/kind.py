"""How a kind of dossier is shown: declared once per kind, in a module of its own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from certwright.answers.around import Around
from certwright.answers.facts.sheet import Group, Stands, Table, Value
from certwright.core.dossiers import Dossier


def no_tables(dossier: Any, around: Around) -> Iterator[Table]:
    """Nothing belongs to dossiers of this kind that their facts do not tell."""
    yield from ()


def needs_nothing(dossier: Any) -> Iterable[str]:
    """The dossier is understood by itself."""
    return ()


def stands_by_itself(dossier: Dossier, around: Around) -> None:
    """Dossiers of this kind stand nowhere in particular."""
    return


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of dossier as it is shown.

    ``says`` is what it is, in a few words under its name. ``needs`` are the dossiers it is not understood without,
    ``linked`` the kinds of act by which others refer to it and so belong beside it.
    """

    says: Callable[[Any, Around], tuple[Value, ...]]
    stands: Callable[[Any, Around], Stands | None]
    facts: Callable[[Any, Around], Iterator[Group]]
    tables: Callable[[Any, Around], Iterator[Table]] = no_tables
    needs: Callable[[Any], Iterable[str]] = needs_nothing
    linked: tuple[str, ...] = ()
