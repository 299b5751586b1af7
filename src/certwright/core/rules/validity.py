"""Validity: dates are computed; a person may choose only a later effective day or an earlier expiry.

ISO/IEC 17065 7.7.1 b and e, 7.7.3; ISO/IEC 17021-1 8.2.2, 9.1.3.2, 9.6.3.2.
"""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Application, Assignment, Certification
from certwright.core.dossiers.certification import TAKEN_OVER
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

BEGINS = frozenset({"grant", "renew", "accept-transfer", TAKEN_OVER})
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


@rule(
    "validity.limits-are-those-of-the-standard",
    asks=("17021-1:2015 9.1.3.2", "17021-1:2015 9.6.3.2.5"),
    force=RECORD,
    answers=("TR02", "TR12"),
)
def limits_are_those_of_the_standard(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Dates are reckoned by the time limits that the certification's own standard names, and by no others."""
    pack = known.pack_of(dossier)
    if isinstance(pack, ManagementStandard):
        own, needed = pack.cycle_limits, act.kind in BEGINS | {"suspend"}
    elif isinstance(pack, ProductScheme):
        own, needed = f"{dossier.standard}-time-limits", False
    else:
        return
    if act.limits != own and (needed or act.limits is not None):
        yield refusal("limits-of-another", given=act.limits or "none", own=own)


@rule("validity.only-beginnings-have-an-end", asks=("17021-1:2015 9.6.3.2.4", "17065:2012 7.7.1 e"), force=RECORD)
def only_beginnings_have_an_end(act: Decide) -> Iterator[Refusal]:
    """Only a grant, a renewal or a transfer sets a last day: nothing else moves an expiry (invariant I2)."""
    if act.kind not in BEGINS and act.last_day is not None:
        yield refusal("expiry-not-to-be-moved", kind=act.kind)


@rule(
    "validity.expiry-is-computed",
    asks=("17065:2012 7.7.1 e", "17021-1:2015 9.1.3.2", "17021-1:2015 9.6.3.2.3"),
    force=HARD,
    answers=("TR01", "TR02", "TR10", "TR11", "TR26", "R-66", "T31"),
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
    limits = known.limits(act.limits, dossier)
    if limits is None:
        raise CannotReckon("dates.no-limits", "limits", EFFECTIVE)
    last = _cycle_end(act, dossier, known, limits)
    if isinstance(pack, ManagementStandard):
        settled = known.settled(dossier.pin) if dossier.pin else {}
        for transition in pack.transitions:
            if transition.from_edition == pack.edition:
                last = capped(last, cut_offs(transition, settled)).last_day
    return last


def _cycle_end(act: Decide, dossier: Certification, known: Known, limits: Limits) -> date:
    """The end of the cycle; a transfer keeps what is left of the old one (T31, IAF MD 2)."""
    decided = known.proposal.effective_on
    old = dossier.last_day
    if act.kind == "renew" and old is not None:
        return renewal(old, decided, limits).last_day
    cycle = initial_cycle(decided, limits).last_day
    if act.kind != "accept-transfer":
        return cycle
    application = known.one(Application, act.application)
    transfer = application.submitted.transfer if application and application.submitted else None
    if transfer is None or transfer.last_day is None:
        raise CannotReckon("dates.no-limits", "the last day of the certificate transferred", EFFECTIVE)
    return min(cycle, transfer.last_day)


@rule(
    "validity.restored-within-the-door",
    asks=("17021-1:2015 9.6.3.2.5", "17065:2012 7.7.1 e"),
    force=HARD,
    answers=("TR12", "TR13", "T21", "T22", "T26"),
)
def restored_within_the_door(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """An expired certification is restored within six months; after that at least a stage 2 is held.

    ISO/IEC 17065 knows no door: what expired is applied for anew (R-10).
    """
    limits, old = known.limits(act.limits, dossier), dossier.last_day
    decided = known.proposal.effective_on
    if dossier.standard == "iso-iec-17065" and act.kind == "renew" and old is not None and old < decided:
        yield refusal("expired-for-good", expired=old, day=decided)
    if dossier.standard != "iso-iec-17021-1" or act.kind != "renew" or limits is None or old is None:
        return
    path = renewal(old, known.proposal.effective_on, limits).path
    kinds = {assignment.what for assignment in known.of(Assignment, act.rests_on)}
    if path is RenewalPath.NEW_CYCLE and "stage-2" not in kinds:
        yield refusal("door-is-closed", expired=old, day=known.proposal.effective_on)


@rule(
    "validity.transfer-belongs-to-a-system",
    asks=("17021-1:2015 9.5.3.3", "17065:2012 7.4.5"),
    force=HARD,
    answers=("T27", "T31"),
)
def transfer_belongs_to_a_system(act: Decide, dossier: Certification) -> Iterator[Refusal]:
    """Only a management-system certification brought along is accepted by transfer; a product is granted anew."""
    if act.kind == "accept-transfer" and (dossier.standard != "iso-iec-17021-1" or dossier.transferred_from is None):
        yield refusal("no-transfer", dossier=dossier.id)


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
