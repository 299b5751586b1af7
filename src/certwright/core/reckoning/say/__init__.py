"""Reckonings in words and as data: sentences in English and German, justifications, JSON."""

from certwright.core.reckoning.say.data import Json, as_json, derivation_data, refusal_data
from certwright.core.reckoning.say.sentence import Language, client_sentence, number, refused, sentence
from certwright.core.reckoning.say.text import Audience, cited, explained, justification

__all__ = [
    "Audience",
    "Json",
    "Language",
    "as_json",
    "cited",
    "client_sentence",
    "derivation_data",
    "explained",
    "justification",
    "number",
    "refusal_data",
    "refused",
    "sentence",
]
