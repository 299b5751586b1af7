"""What flaws say to a person: what is wrong, and what would lift it. One module per theme.

The sentences are English message ids, so that translations can hang on them, as with the refusals of the rules.
"""

from collections.abc import Mapping
from types import MappingProxyType

from certwright.core.sentences.sentence import Sentence
from certwright.credentials.flaws import Flaw
from certwright.credentials.sentences import certificate, document, form, keys, log, verdict

_THEMES = (certificate, document, form, keys, log, verdict)

SENTENCES: Mapping[str, Sentence] = MappingProxyType(
    {name: sentence for theme in _THEMES for name, sentence in theme.SENTENCES.items()}
)
"""Every sentence, by the id that flaws carry."""


def in_words(flaw: Flaw) -> str:
    """What is wrong, in English."""
    return SENTENCES[flaw.says].says.format(**flaw.evidence)


def remedy(flaw: Flaw) -> str:
    """What would lift it, in English."""
    return SENTENCES[flaw.says].remedy.format(**flaw.evidence)


__all__ = ["SENTENCES", "Sentence", "in_words", "remedy"]
