"""Changes: told without delay, and assessed (ISO/IEC 17065 7.10, 4.1.2.2 k; ISO/IEC 17021-1 8.5.2–8.5.3)."""

from collections.abc import Iterator

from certwright.core.acts.certification_life import AssessChange, NotifyChange
from certwright.core.dossiers import Certification
from certwright.core.rules.rule import RECORD, Refusal, refusal, rule


@rule("change.assessed-once", asks=("17065:2012 7.10.2", "17021-1:2015 8.5.3"), force=RECORD, answers=("T19",))
def assessed_once(act: AssessChange, dossier: Certification) -> Iterator[Refusal]:
    """What is assessed is a change that was notified and is not assessed yet."""
    told = next((change for change in dossier.changes if change.act == act.change), None)
    if told is None:
        yield refusal("change-unknown", act_id=act.change, dossier=dossier.id)
    elif told.outcome is not None:
        yield refusal("change-already-assessed", act_id=act.change, outcome=told.outcome)


@rule("change.told-after-it-happened", asks=("17065:2012 4.1.2.2 k", "17021-1:2015 8.5.3"), force=RECORD)
def told_after_it_happened(act: NotifyChange) -> Iterator[Refusal]:
    """A change that the client tells was decided before it was told, or on the same day."""
    if act.origin == "client" and act.told_on < act.happened_on:
        yield refusal("change-told-before-it-happened", told=act.told_on, happened=act.happened_on)
