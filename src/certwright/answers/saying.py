"""Refusals and breaches said to a person: sentences with names joined, the same for command line and pages.

What the rules yield is data: a sentence id and references. Here the sentence is looked up, and ids of dossiers are
shown with the names they have today; the references stay beside it for programs.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from django.utils.translation import gettext

from certwright.answers.words import in_words
from certwright.core.sentences import SENTENCES, Sentence
from certwright.rows.models import DossierRow

_DOSSIER = re.compile(r"^[a-z]+:[A-Za-z0-9][A-Za-z0-9._-]{0,59}$")

Names = Mapping[str, str]
"""Dossier id → what it is called today."""


class Sayable(Protocol):
    """What can be said: a refusal or a breach."""

    @property
    def says(self) -> str:
        """The id of the sentence."""

    @property
    def evidence(self) -> Mapping[str, str]:
        """What fills the sentence."""


def is_dossier(text: str) -> bool:
    """Whether a text has the form of a dossier's id."""
    return _DOSSIER.match(text) is not None


def names_in(sayables: Iterable[Sayable], using: str = "default") -> Names:
    """The names of all dossiers that the evidence refers to, in one query."""
    wanted = {value for item in sayables for value in item.evidence.values() if is_dossier(value)}
    return names(wanted, using)


def names(dossiers: Iterable[str], using: str = "default") -> Names:
    """What these dossiers are called today; those without a name of their own are left out."""
    wanted = list(dossiers)
    if not wanted:
        return {}
    found = DossierRow.objects.using(using).filter(dossier__in=wanted).values_list("dossier", "title")
    return {dossier: title for dossier, title in found if title != dossier}


def called(dossier: str, known: Names) -> str:
    """A dossier as it is shown: its name, and its id in brackets."""
    name = known.get(dossier)
    return f"{name} ({dossier})" if name else dossier


def sentence(item: Sayable, known: Names) -> Sentence:
    """What is wrong and what would lift it, in words.

    A sentence this release does not know (an old breach, say) is shown by its id with its evidence.
    """
    shown = {name: _shown(value, known) for name, value in item.evidence.items()}
    template = SENTENCES.get(item.says)
    if template is None:
        told = ", ".join(f"{name}: {value}" for name, value in shown.items())
        return Sentence(f"{item.says} ({told})" if told else item.says, "")
    filling = _Filling(shown)
    return Sentence(gettext(template.says).format_map(filling), gettext(template.remedy).format_map(filling))


def _shown(value: str, known: Names) -> str:
    return called(value, known) if is_dossier(value) else in_words(value)


class _Filling(dict[str, str]):
    """Evidence for a template; a place it has nothing for stays visible instead of failing."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"
