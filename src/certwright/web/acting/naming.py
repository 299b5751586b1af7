"""What dossiers around an act are called: read once for the whole page. And the ids of new ones, which hold no name."""

from collections.abc import Iterable, Mapping

from django.utils.crypto import get_random_string

from certwright.answers.captions import caption
from certwright.core.dossiers import Dossier
from certwright.office.case import Case

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"


def short_id() -> str:
    """What a new dossier is called after its kind: letters and figures that are not taken for each other."""
    return get_random_string(7, _LETTERS)


def captions_in(case: Case, ids: Iterable[str]) -> Mapping[str, str]:
    """What each of these dossiers is called on a page."""
    titles = _titles(case, ids)
    known = {name: one.title for name, one in case.memory.items() if isinstance(one, Dossier) and one.title != name}
    return {name: caption(name, title, known) for name, title in titles.items()}


def names_in(case: Case, ids: Iterable[str]) -> Mapping[str, str]:
    """The names of these dossiers, those without a name of their own left out."""
    return {name: title for name, title in _titles(case, ids).items() if title != name}


def _titles(case: Case, ids: Iterable[str]) -> dict[str, str]:
    wanted = list(dict.fromkeys(ids))
    case.look_up(wanted)
    return {name: one.title if isinstance(one := case.memory.get(name), Dossier) else name for name in wanted}
