"""The timeline of a dossier: each act in one sentence, with what became of it since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import Any

from django.utils.translation import gettext

from certwright.answers.saying import Names, called, is_dossier, names
from certwright.answers.words import counted, in_words
from certwright.core.acts import ACTS
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier, Mark
from certwright.core.entry import Entry


@dataclass(frozen=True, slots=True)
class Told:
    """An act of a timeline: the entry, its sentence, who did it as they are called today, and what became of it."""

    entry: Entry
    says: str
    actor: str
    mark: Mark


def timeline(dossier: Dossier, entries: Sequence[Entry], using: str = "default") -> tuple[Told, ...]:
    """The acts of ``dossier``, which ``entries`` make, in the order recorded."""
    known = names({name for entry in entries for name in _named(entry)}, using)
    return tuple(
        Told(entry, sentence(entry, known), called(entry.actor, known), dossier.acts[entry.id]) for entry in entries
    )


def sentence(entry: Entry, known: Names) -> str:
    """One act in words. What cannot be read any more, or not yet, is said to be so."""
    name = entry.form.partition("@")[0]
    if entry.erased:
        return gettext("What this act said (%(act)s) was erased.") % {"act": name}
    if entry.act is None:
        return gettext("This act (%(act)s) was written by a later release of the program.") % {"act": entry.form}
    return _Sentences(entry.act, known).format(gettext(ACTS[name].spec.says))


class _Sentences(Formatter):
    """Fills the sentence of a kind of act: ``{act.field}`` with words for people, ``{count:sites}`` with the length of
    the act's first list and its noun, any other name with the field of that name."""

    def __init__(self, act: Act, known: Names) -> None:
        self._act = act
        self._known = known

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        if key == "act":
            return self._act
        if key == "count":
            lists = (getattr(self._act, name) for name in type(self._act).model_fields)
            return next((len(value) for value in lists if isinstance(value, tuple)), 0)
        return getattr(self._act, str(key))

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, int) and format_spec:
            return counted(value, format_spec)
        if isinstance(value, tuple):
            return ", ".join(self.format_field(item, "") for item in value)
        text = str(getattr(value, "label", value))
        return called(text, self._known) if is_dossier(text) else in_words(text)


def _named(entry: Entry) -> Iterator[str]:
    yield entry.actor
    if entry.on_behalf:
        yield entry.on_behalf.whom
    if entry.act is not None:
        yield from entry.act.gathers()
