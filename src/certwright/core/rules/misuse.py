"""Misuse of certificates and marks: told by its kind, and met by measures (17065 4.1.3.2; 17021-1 8.3.5; R-78)."""

from collections.abc import Iterator

from certwright.core.acts.matter import DecideMatter, ReceiveMatter
from certwright.core.dossiers import Matter
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule

MISUSE = ("17065:2012 4.1.3.2", "17021-1:2015 8.3.5")


@rule("misuse.says-its-kind", asks=MISUSE, force=RECORD, answers=("R-78",))
def says_its_kind(act: ReceiveMatter) -> Iterator[Refusal]:
    """A misuse says of which kind it is, and nothing else does."""
    if (act.kind == "misuse") != (act.misuse is not None):
        yield refusal("kind-of-misuse", kind=act.kind, misuse=act.misuse or "none")


@rule("misuse.is-met-by-measures", asks=MISUSE, force=HARD, answers=("R-78",))
def is_met_by_measures(act: DecideMatter, dossier: Matter) -> Iterator[Refusal]:
    """A misuse that was found to be one is met by a measure: at least it is put right."""
    received = dossier.received
    if received is not None and received.kind == "misuse" and act.outcome != "not-upheld" and not act.measures:
        yield refusal("misuse-without-measure", matter=dossier.id)


@rule("misuse.measures-are-against-misuse", asks=MISUSE, force=RECORD, answers=("R-78",))
def measures_are_against_misuse(act: DecideMatter, dossier: Matter) -> Iterator[Refusal]:
    """Measures are decided against a misuse that was found to be one; complaints and appeals have actions."""
    received = dossier.received
    upheld_misuse = received is not None and received.kind == "misuse" and act.outcome != "not-upheld"
    if act.measures and not upheld_misuse:
        yield refusal("measures-against-nothing", matter=dossier.id)
