"""What comes of judging a recorded act again: the same, different for a reason that is on record, or unexplained."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How an act, judged again, compares with how it was judged when it was recorded. The gravest comes last."""

    SAME = "same"
    RULE_DID_NOT_EXIST = "rule-did-not-exist"  # the catalogue the act was judged by does not hold the rule
    RULE_CHANGED = "rule-changed"  # it holds another version of the rule; the changelog says what changed
    ERASED = "erased"  # what the act said, or something it was judged by, was removed by a recorded erasure
    UNEXPLAINED = "unexplained"


GRAVITY: Mapping[Verdict, int] = {verdict: gravity for gravity, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as the proof says.

    ``what`` is one of ``refused-now``, ``breach-now``, ``breach-then``, ``deviation-now``, ``deviation-then``,
    ``dossier-read``, ``packs-read``, ``content-erased``, ``content-missing``, ``content-unreadable``. ``about`` is the
    rule, dossier or pack it concerns, ``detail`` the sentence id or what stands where, ``changes`` the rule's changelog
    since the act was judged.
    """

    what: str
    about: str
    verdict: Verdict
    detail: str = ""
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """An act that was not judged the same, with every difference."""

    position: int
    act_id: str
    dossier: str
    form: str
    differences: tuple[Difference, ...]

    @property
    def verdict(self) -> Verdict:
        """The gravest of the differences."""
        return max((difference.verdict for difference in self.differences), key=GRAVITY.__getitem__)


@dataclass(frozen=True, slots=True)
class Proved:
    """How many acts were judged again with which verdict, and all that were not judged the same."""

    counts: Mapping[Verdict, int]
    findings: tuple[Finding, ...]

    @property
    def acts(self) -> int:
        """How many acts were judged again."""
        return sum(self.counts.values())

    @property
    def clean(self) -> bool:
        """Whether every difference is explained."""
        return self.counts[Verdict.UNEXPLAINED] == 0
