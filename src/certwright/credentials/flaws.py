"""What is wrong with something that was shown to us, as data: a sentence id and the references that fill it.

Like a refusal of the rules (:class:`certwright.core.rules.Refusal`); the words stand in :mod:`.sentences`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong. ``says`` is the id of its sentence and never changes."""

    says: str
    evidence: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def flaw(says: str, /, **evidence: object) -> Flaw:
    """A flaw with its evidence given as keywords."""
    return Flaw(says, MappingProxyType({name: str(value) for name, value in evidence.items()}))


class Flawed(Exception):
    """What was given cannot be accepted. ``flaw`` says why."""

    def __init__(self, says: str, /, **evidence: object) -> None:
        self.flaw = flaw(says, **evidence)
        super().__init__(f"{says} {dict(self.flaw.evidence)}" if evidence else says)
