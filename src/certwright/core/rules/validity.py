"""Validity: dates are computed; a person may choose only a later effective day or an earlier expiry.

ISO/IEC 17065 7.7.1 b and e, 7.7.3; ISO/IEC 17021-1 8.2.2, 9.1.3.2, 9.6.3.2.
"""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Assignment, Certification
from certwright.core.known import Known
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.limits import Limits
from certwright.core.reckoning.product_dates import certificate_end
from certwright.core.reckoning.renewal import RenewalPath, renewal
from certwright.core.reckoning.transition import Granting, capped, cut_offs, latest_grant
from certwright.core.reckoning.validity import EFFECTIVE, initial_cycle
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme

BEGINS = frozenset({"grant", "renew", "accept-transfer"})
"""Decisions that begin a span of validity."""


@rule(
    "validity.effective-not-before-decision",
    asks=("17065:2012 7.7.1 b", "17065:2012 7.7.3 a", "17021-1:2015 8.2.2"),
    force=HARD,
    answers=("TR03", "R-56"),
)
def effective_not_before_decision(act: Decide, known: Known) -> Iterator[Refusal]:
    """A decision takes effect on its day or later, never before it."""
    decided = known.proposal.effective_on
    if act.effective_from is not None and act.effective_from < decided:
        yield refusal("effective-before-decision", effective=act.effective_from, decided=decided)


@rule("validity.only-beginnings-have-an-end", asks=("17021-1:2015 9.6.3.2.4", "17065:2012 7.7.1 e"), force=RECORD)
def only_beginnings_have_an_end(act: Decide) -> Iterator[Refusal]:
    """Only a grant, a renewal or a transfer sets a last day: nothing else moves an expiry."""
    if act.kind not in BEGINS and act.last_day is not None:
        yield refusal("expiry-not-to-be-moved", kind=act.kind)


@rule(
    "validity.expiry-is-computed",
    asks=("17065:2012 7.7.1 e", "17021-1:2015 9.1.3.2", "17021-1:2015 9.6.3.2.3"),
    force=HARD,
    answers=("TR01", "TR02", "TR10", "TR11", "R-66"),
)
def expiry_is_computed(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A certificate ends no later than its cycle, its scheme or its standard's edition lets it, and says when."""
    if act.kind not in BEGINS:
        return
    first = act.effective_from or known.proposal.effective_on
    try:
        latest = latest_last_day(act, dossier, known)
    except CannotReckon as cannot:
        yield refusal("expiry-cannot-be-reckoned", what=cannot.field)
        return
    if act.last_day is None:
        if latest is not None:
            yield refusal("expiry-missing", last_day=latest)
        return
    if latest is not None and act.last_day > latest:
        yield refusal("expiry-too-late", given=act.last_day, last_day=latest)
    if act.last_day < first:
        yield refusal("expiry-before-effective", given=act.last_day, effective=first)


def latest_last_day(act: Decide, dossier: Certification, known: Known) -> date | None:
    """The latest last day a decision may give, ``None`` if the scheme leaves it open ended.

    Raises:
        CannotReckon: a time limit or a value of the pack is not there.
    """
    decided, pack = known.proposal.effective_on, known.pack_of(dossier)
    if isinstance(pack, ProductScheme):
        first = act.effective_from or decided
        settled = known.settled(dossier.pin) if dossier.pin else {}
        return certificate_end(pack, first, {}, settled).last_day
    limits = known.limits(act.limits) if act.limits else None
    if limits is None:
        raise CannotReckon("dates.no-limits", "limits", EFFECTIVE)
    last = _cycle_end(act, dossier, decided, limits)
    if isinstance(pack, ManagementStandard):
        settled = known.settled(dossier.pin) if dossier.pin else {}
        for transition in pack.transitions:
            if transition.from_edition == pack.edition:
                last = capped(last, cut_offs(transition, settled)).last_day
    return last


def _cycle_end(act: Decide, dossier: Certification, decided: date, limits: Limits) -> date:
    old = dossier.last_day
    if act.kind == "renew" and old is not None:
        return renewal(old, decided, limits).last_day
    return initial_cycle(decided, limits).last_day


@rule(
    "validity.restored-within-the-door",
    asks=("17021-1:2015 9.6.3.2.5",),
    force=HARD,
    answers=("TR12", "TR13", "T21", "T22"),
)
def restored_within_the_door(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """An expired certification is restored within six months; after that at least a stage 2 is held."""
    limits = known.limits(act.limits) if act.limits else None
    old = dossier.last_day
    if dossier.standard != "iso-iec-17021-1" or act.kind != "renew" or limits is None or old is None:
        return
    path = renewal(old, known.proposal.effective_on, limits).path
    kinds = {assignment.what for assignment in known.of(Assignment, act.rests_on)}
    if path is RenewalPath.NEW_CYCLE and "stage-2" not in kinds:
        yield refusal("door-is-closed", expired=old, day=known.proposal.effective_on)


@rule(
    "validity.edition-may-still-be-granted",
    asks=("17021-1:2015 8.5.2", "17021-1:2015 8.2.2"),
    force=HARD,
    answers=("TR26",),
)
def edition_may_still_be_granted(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """After the cut-off of a transition nothing is granted or renewed on the old edition."""
    pack = known.pack_of(dossier)
    if not isinstance(pack, ManagementStandard) or act.kind not in BEGINS or dossier.pin is None:
        return
    kind = Granting.RECERTIFICATION if act.kind == "renew" else Granting.INITIAL
    for transition in pack.transitions:
        due = latest_grant(kind, cut_offs(transition, known.settled(dossier.pin)))
        if transition.from_edition == pack.edition and due and not due.kept_by(known.proposal.effective_on):
            yield refusal("edition-cut-off", pack=pack.pack, edition=pack.edition, last_day=due.last_day)
