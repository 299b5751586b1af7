"""What a sentence of a refusal is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is wrong, and what would lift it. ``{placeholders}`` are the refusal's evidence."""

    says: str
    remedy: str
