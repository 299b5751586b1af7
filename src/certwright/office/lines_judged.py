"""Results with the verdicts that the limits of the case's scheme give their values, before the act is judged."""

from collections.abc import Mapping, Sequence
from typing import Any

from certwright.core.dossiers import PackDossier
from certwright.core.result_lines import with_verdicts
from certwright.office.case import Case
from certwright.packs.adoption import NotSettled, Value, settled
from certwright.packs.model.product import ProductScheme


def lines_judged(case: Case, lines: Sequence[Any]) -> list[Any]:
    """The lines as :func:`~certwright.core.result_lines.with_verdicts` has them; as they are where no scheme speaks."""
    pack = case.pack
    if not isinstance(pack, ProductScheme) or not all(isinstance(line, Mapping) for line in lines):
        return list(lines)
    return list(with_verdicts(lines, pack, settled_for(case)))


def settled_for(case: Case) -> Mapping[str, Value]:
    """What the body set, when it adopted the text the case is pinned to, for the values the pack leaves to it."""
    pin, pack = case.pin, case.pack
    adopting = case.at(f"pack:{pin.pack}") if pin else None
    if pin is None or pack is None or not isinstance(adopting, PackDossier):
        return {}
    adopted = next((made for made in adopting.adoptions if made.text == pin.text), None)
    try:
        return settled(pack, {value.name: value.value for value in adopted.values}) if adopted else {}
    except NotSettled:
        return {}
