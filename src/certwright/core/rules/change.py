"""Changes: told without delay, and assessed (ISO/IEC 17065 7.10, 4.1.2.2 k; ISO/IEC 17021-1 8.5.2–8.5.3)."""

from collections.abc import Iterator

from certwright.core.acts.certification_life import AssessChange, NotifyChange
from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Certification
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.deadlines import due
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule


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


NEVER_NOTHING = frozenset({"legal-entity", "scope", "requirements"})
"""Changes of what the certificate itself says: whose it is, what for, against what."""


@rule(
    "change.of-the-certificate-has-a-consequence",
    asks=("17065:2012 7.10.1", "17065:2012 7.10.3", "17021-1:2015 8.5.2", "17021-1:2015 8.2.2"),
    force=HARD,
    answers=("R-12", "T19"),
)
def of_the_certificate_has_a_consequence(act: AssessChange, dossier: Certification) -> Iterator[Refusal]:
    """A new legal entity, another scope or new requirements are never assessed as asking for nothing."""
    told = next((change for change in dossier.changes if change.act == act.change), None)
    if told is not None and told.about in NEVER_NOTHING and act.outcome == "nothing":
        yield refusal("change-asks-for-something", about=told.about)


@rule(
    "change.assessed-before-anything-is-kept-or-given",
    asks=("17065:2012 7.10.2", "17021-1:2015 8.5.3"),
    force=HARD,
    answers=("T19", "T20", "R-12"),
)
def assessed_before_anything_is_kept_or_given(act: Decide, dossier: Certification) -> Iterator[Refusal]:
    """No certification is granted, kept, renewed, extended or restored while a notified change is not assessed."""
    if act.kind in {"refuse", "suspend", "reduce", "withdraw"}:
        return
    for change in dossier.changes:
        if change.outcome is None:
            yield refusal(
                "change-not-assessed", WhoCould(Function.APPLICATION_REVIEW), about=change.about, act_id=change.act
            )


@rule("change.told-without-delay", asks=("17065:2012 4.1.2.2 k", "17021-1:2015 8.5.3"), force=POLICY, answers=("R-57",))
def told_without_delay(act: NotifyChange, known: Known) -> Iterator[Refusal]:
    """A client tells a change without delay: within the working days the body set, where it set a number."""
    limits = known.limits(act.limits)
    if act.origin != "client" or limits is None or not any(one.id == TELLING for one in limits.pack.limits):
        return
    latest = due(TELLING, act.happened_on, limits)
    if not latest.kept_by(act.told_on):
        yield refusal("change-told-late", told=act.told_on, last_day=latest.last_day)


TELLING = "client-tells-changes"
"""The limit of ISO/IEC 17065's pack; the other standard has none."""
