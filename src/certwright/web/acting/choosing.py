"""Choosing a dossier: by its name, by its id, or from what is found by the beginnings of words. Never from a list of
all there are."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from certwright.answers.access import only_readable
from certwright.answers.saying import called, is_dossier
from certwright.answers.search import found
from certwright.answers.viewer import Viewer
from certwright.core.dossiers import KINDS
from certwright.rows.models import DossierRow
from certwright.web.acting.questions import Question

MOST = 12
"""How many dossiers are offered at most."""

_IN_BRACKETS = re.compile(r"\(([a-z]+:[^()\s]+)\)\s*$")


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: the value that is written into the form, and what it is called."""

    value: str
    label: str
    hint: str = ""


def kinds_of(question: Question) -> tuple[str, ...]:
    """The kinds of dossier a question may name."""
    return tuple(sorted(KINDS)) if "*" in question.kinds else question.kinds


def suggestions(text: str, kinds: Iterable[str], viewer: Viewer, using: str = "default") -> Sequence[Option]:
    """The dossiers of ``kinds`` that ``viewer`` may read and ``text`` could mean, at most :data:`MOST`."""
    wanted = [kind for kind in kinds if kind in KINDS]
    ids = list(dict.fromkeys(found(text, wanted, using).values_list("dossier", flat=True)[: MOST * 4]))
    rows = DossierRow.objects.using(using).filter(dossier__in=ids)
    readable = only_readable(viewer, rows, *wanted).order_by("title", "dossier")[:MOST]
    return [_option(row) for row in readable]


def with_chosen(offered: Sequence[Option], text: str) -> tuple[Option, ...]:
    """What is offered together with what a field holds already, so that a pick is not overruled by what stood there."""
    inside = _IN_BRACKETS.search(text)
    if not offered or inside is None or any(option.hint == inside[1] for option in offered):
        return tuple(offered)
    return (Option(text, text[: inside.start()].strip(), inside[1]), *offered)


@dataclass(slots=True)
class Chooser:
    """Finds out which dossier a text means. ``doubtful`` holds the choices for texts that may mean several."""

    viewer: Viewer
    using: str = "default"
    doubtful: dict[str, Sequence[Option]] = field(default_factory=dict)

    def find(self, text: str, question: Question) -> str:
        """The id of the dossier; the text itself where it is not clear, or none there is."""
        inside = _IN_BRACKETS.search(text)
        if inside:
            return inside[1]
        if is_dossier(text):
            return text
        kinds = kinds_of(question)
        for kind in kinds:
            if " " not in text and self._is_on_record(f"{kind}:{text}"):
                return f"{kind}:{text}"
        offered = suggestions(text, kinds, self.viewer, self.using)
        same = [one for one in offered if one.label.casefold() == text.casefold()]
        if len(same) == 1:
            return same[0].hint
        if offered:
            self.doubtful[text] = offered
        return text

    def _is_on_record(self, dossier_id: str) -> bool:
        rows = DossierRow.objects.using(self.using)
        return is_dossier(dossier_id) and rows.filter(dossier=dossier_id).exists()


def _option(row: DossierRow) -> Option:
    known = {row.dossier: row.title} if row.title != row.dossier else {}
    return Option(called(row.dossier, known), row.title, row.dossier)
