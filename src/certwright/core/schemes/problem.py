"""What is wrong with a scheme, as data."""

from dataclasses import dataclass
from enum import StrEnum

from certwright.packs.model.base import Path


class Weight(StrEnum):
    """Whether a problem keeps a scheme from release."""

    BLOCKS = "blocks"
    WARNS = "warns"  # allowed, but assessors disagree or will ask


@dataclass(frozen=True, slots=True)
class SchemeProblem:
    """One thing that is wrong with a scheme.

    ``id`` names the sort of problem and never changes; ``rule`` is R-01 to R-09; ``clause`` names standard, edition and
    clause; ``path`` points into the pack; ``says`` and ``remedy`` are sentences for the scheme manager.
    """

    id: str
    rule: str
    clause: str
    path: Path
    says: str
    remedy: str
    weight: Weight = Weight.BLOCKS
