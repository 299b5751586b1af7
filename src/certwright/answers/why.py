"""Why a computed value is what it is: its derivation in sentences, each with document, clause and confidence."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language

from certwright.core.reckoning.derivation import CannotReckon, Derivation
from certwright.core.reckoning.say import Language, refused, sentence
from certwright.packs.model.base import Confidence, Source

_DOUBTFUL = frozenset({Confidence.RECALLED, Confidence.UNSURE})
_ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


@dataclass(frozen=True, slots=True)
class Because:
    """One step, or one remark: what it says and where it is from. ``doubtful``: recalled or unsure, not read."""

    says: str
    document: str = ""
    clause: str = ""
    confidence: str = ""
    doubtful: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """The steps in order, and the packs they were read from: name and edition."""

    steps: tuple[Because, ...]
    packs: tuple[tuple[str, str], ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether any step rests on a value nobody has read in the document."""
        return any(step.doubtful for step in self.steps)


def why(derivation: Derivation) -> Why:
    """A derivation in the language of the page."""
    steps = tuple(from_source(in_days(sentence(step, page_language())), step.source) for step in derivation.steps)
    return Why(steps, tuple(derivation.packs.items()))


def why_not(cannot: CannotReckon) -> Why:
    """Why a value cannot be computed, and what would let it be."""
    try:
        wrong, lift = refused(cannot, page_language())
    except KeyError:
        wrong, lift = str(cannot), ""
    return Why((from_source(in_days(f"{wrong} {lift}".strip()), cannot.source),))


def from_source(says: str, source: Source) -> Because:
    """A sentence with the document it rests on."""
    return Because(
        says,
        source.document,
        source.clause or "",
        source.confidence.value,
        source.confidence in _DOUBTFUL,
        source.note or "",
    )


def in_days(text: str) -> str:
    """The text with its days as people write them: 23 November 2026."""
    return _ISO_DAY.sub(lambda found: _day(found[0]), text)


def _day(iso: str) -> str:
    try:
        return date_format(date.fromisoformat(iso), "DATE_FORMAT")
    except ValueError:
        return iso


def page_language() -> Language:
    """The language reckonings are told in on this page."""
    return Language.GERMAN if (get_language() or "").startswith("de") else Language.ENGLISH
