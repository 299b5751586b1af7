"""Derivations as text: every step with its source, and the justification that client and assessor are given.

The justification of audit time is recorded (ISO/IEC 17021-1:2015 9.1.4.3) and available to client and accreditation
body. The same derivation always gives the same text.
"""

from enum import StrEnum

from certwright.core.reckoning.derivation import Derivation
from certwright.core.reckoning.say.sentence import Language, client_sentence, sentence
from certwright.packs.model.base import Confidence, Source


class Audience(StrEnum):
    """Who reads a justification."""

    CLIENT = "client"
    ASSESSOR = "assessor"


_FRAME = {
    Language.ENGLISH: {
        "title": "Justification of the audit time",
        "day": "An audit day has 8 hours.",
        "rules": "These documents were applied: {documents}.",
        "packs": "Read from: {packs}.",
        "doubt": "{count} of {steps} steps rest on values that are recalled or unsure; they are marked.",
        "sure": "No step rests on a value that is recalled or unsure.",
        Confidence.VERIFIED: "verified",
        Confidence.SEEN: "seen",
        Confidence.RECALLED: "recalled",
        Confidence.UNSURE: "unsure",
    },
    Language.GERMAN: {
        "title": "Begründung der Auditzeit",
        "day": "Ein Audittag hat 8 Stunden.",
        "rules": "Diese Dokumente wurden angewandt: {documents}.",
        "packs": "Gelesen aus: {packs}.",
        "doubt": "{count} von {steps} Schritten beruhen auf erinnerten oder unsicheren Werten; sie sind markiert.",
        "sure": "Kein Schritt beruht auf einem erinnerten oder unsicheren Wert.",
        Confidence.VERIFIED: "bestätigt",
        Confidence.SEEN: "gelesen",
        Confidence.RECALLED: "erinnert",
        Confidence.UNSURE: "unsicher",
    },
}

_DOUBTFUL = frozenset({Confidence.RECALLED, Confidence.UNSURE})


def explained(derivation: Derivation, language: Language) -> tuple[str, ...]:
    """Every step as a line: its sentence, and in brackets document, clause and confidence."""
    return tuple(f"{sentence(step, language)} [{cited(step.source, language)}]" for step in derivation.steps)


def cited(source: Source, language: Language) -> str:
    """Document, clause and confidence of a source: ``IAF MD 5:2023, 2.3; recalled``."""
    place = f"{source.document}, {source.clause}" if source.clause else source.document
    return f"{place}; {_FRAME[language][source.confidence]}"


def justification(derivation: Derivation, audience: Audience, language: Language) -> str:
    """The whole text, paragraphs separated by empty lines. The reviewer's reasons stand as they were written."""
    if audience is Audience.CLIENT:
        return _for_client(derivation, language)
    return _for_assessor(derivation, language)


def _for_client(derivation: Derivation, language: Language) -> str:
    frame = _FRAME[language]
    told = [text for step in derivation.steps if (text := client_sentence(step, language))]
    documents = "; ".join(sorted({step.source.document for step in derivation.steps}))
    paragraphs = [frame["title"], "\n".join(told), frame["day"], frame["rules"].format(documents=documents)]
    return "\n\n".join(paragraphs) + "\n"


def _for_assessor(derivation: Derivation, language: Language) -> str:
    frame = _FRAME[language]
    lines = [f"{place}. {line}" for place, line in enumerate(explained(derivation, language), 1)]
    doubtful = sum(step.source.confidence in _DOUBTFUL for step in derivation.steps)
    doubt = frame["doubt"].format(count=doubtful, steps=len(lines)) if doubtful else frame["sure"]
    packs = ", ".join(f"{name} {edition}" for name, edition in derivation.packs.items())
    return "\n\n".join([frame["title"], "\n".join(lines), doubt, frame["packs"].format(packs=packs)]) + "\n"
