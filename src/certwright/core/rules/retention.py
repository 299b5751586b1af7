"""How long records are kept, and when they may be removed (ISO/IEC 17065 7.12.3; ISO/IEC 17021-1 9.9.4)."""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.matter import EraseOrigin
from certwright.core.acts.person import EraseParticulars
from certwright.core.dossiers import Dossier, Matter, Person
from certwright.core.known import Known
from certwright.core.reckoning.calendar import add_months
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule

RETENTION = ("17065:2012 7.12.3", "17021-1:2015 9.9.4")


@rule("retention.erasure-names-all-particulars", asks=("17065:2012 7.12.2", "17021-1:2015 9.9.3"), force=RECORD)
def erasure_names_all_particulars(act: EraseParticulars | EraseOrigin, dossier: Dossier) -> Iterator[Refusal]:
    """An erasure removes every act of the dossier that carries particulars, and no other."""
    carried = {act_id for act_id, mark in dossier.acts.items() if mark.personal and not mark.erased}
    for act_id in sorted(carried - set(act.acts)):
        yield refusal("particulars-left-behind", act_id=act_id)
    for act_id in sorted(set(act.acts) - carried):
        yield refusal("not-particulars", act_id=act_id)
    if not carried:
        yield refusal("no-particulars", dossier=dossier.id)


@rule("retention.period-is-over", asks=RETENTION, force=HARD, answers=("R-54", "R-55", "TR18"))
def period_is_over(act: EraseParticulars, dossier: Person, known: Known) -> Iterator[Refusal]:
    """Who did certification work stays known until the body's retention period after their last day is over."""
    if act.ground == "recorded-unlawfully" or not dossier.authorisations:
        return
    ends = [held.valid_until for held in dossier.authorisations]
    if None in ends:
        yield refusal("still-authorised", person=dossier.id)
        return
    last = max(end for end in ends if end is not None)
    kept_until: date = add_months(last, known.body.retention_months)
    if known.proposal.effective_on <= kept_until:
        yield refusal("retention-not-over", person=dossier.id, last=last, until=kept_until)


@rule("retention.matter-is-settled", asks=RETENTION, force=HARD, answers=("R-55",))
def matter_is_settled(act: EraseOrigin, dossier: Matter, known: Known) -> Iterator[Refusal]:
    """Whom a matter came from stays known until the body's retention period after its close is over."""
    if act.ground == "recorded-unlawfully":
        return
    if dossier.closed_on is None:
        yield refusal("matter-still-open", matter=dossier.id)
        return
    kept_until = add_months(dossier.closed_on, known.body.retention_months)
    if known.proposal.effective_on <= kept_until:
        yield refusal("origin-still-kept", matter=dossier.id, last=dossier.closed_on, until=kept_until)
