"""Internal audits of the body's own work: nobody audits what they did (ISO/IEC 17065 8.6; ISO/IEC 17021-1 10.2.6)."""

from collections.abc import Iterator

from certwright.core.acts.internal_audit import PlanInternalAudit, RecordInternalAudit
from certwright.core.dossiers import Body, Certification
from certwright.core.dossiers.performers import performers_of
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, RECORD, Refusal, WhoCould, refusal, rule

CONDUCT = ("17065:2012 8.6.4", "17021-1:2015 10.2.6.4")
InternalAudit = PlanInternalAudit | RecordInternalAudit


@rule("internal.nobody-audits-own-work", asks=CONDUCT, force=HARD, answers=("R-31", "SD07"))
def nobody_audits_own_work(act: InternalAudit, known: Known) -> Iterator[Refusal]:
    """Nobody audits work of their own: not a dossier in which they acted, evaluated, reviewed or decided."""
    for name in act.sampled:
        dossier = known.gathered.get(name)
        for person in sorted(performers_of([dossier]) & set(act.auditors)) if dossier else ():
            yield refusal("audits-own-work", WhoCould(Function.INTERNAL_AUDITING), person=person, dossier=name)


@rule("internal.sampled-with-its-evaluation", asks=CONDUCT, force=RECORD, answers=("SD07",))
def sampled_with_its_evaluation(act: InternalAudit, known: Known) -> Iterator[Refusal]:
    """Whoever looks at a certification names the assignments it was reviewed or decided on: nobody's work is missed."""
    for certification in known.of(Certification, act.sampled):
        reviewed = {piece for made in certification.reviews for piece in made.rests_on}
        rested_on = reviewed | {piece for made in certification.decisions for piece in made.rests_on}
        for assignment in sorted(rested_on - set(act.sampled)):
            yield refusal("assignment-not-sampled", assignment=assignment, dossier=certification.id)


@rule("internal.auditors-are-competent", asks=CONDUCT, force=HARD)
def auditors_are_competent(act: InternalAudit, known: Known) -> Iterator[Refusal]:
    """Internal auditors are authorised for it on the first and on the last day of the audit."""
    days = (act.from_day, act.to_day) if isinstance(act, PlanInternalAudit) else (act.held_from, act.held_to)
    auditing = Function.INTERNAL_AUDITING
    for person in act.auditors:
        missing = next((day for day in days if not known.holds(person, auditing, day)), None)
        if missing is not None:
            yield refusal(
                "actor-lacks-function", WhoCould(auditing), person=person, function=auditing.label, day=missing
            )


@rule("internal.days-read-true", asks=CONDUCT, force=RECORD)
def days_read_true(act: InternalAudit, dossier: Body) -> Iterator[Refusal]:
    """An internal audit does not end before it begins, and is recorded once under its number."""
    first, last = (act.from_day, act.to_day) if isinstance(act, PlanInternalAudit) else (act.held_from, act.held_to)
    if last < first:
        yield refusal("internal-audit-ends-before-it-begins", audit=act.audit, first=first, last=last)
    if any(one.audit == act.audit and one.held_to is not None for one in dossier.internal_audits):
        yield refusal("internal-audit-recorded-before", audit=act.audit)
