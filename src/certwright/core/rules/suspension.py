"""Suspension, reduction, withdrawal, termination (ISO/IEC 17065 7.11; ISO/IEC 17021-1 9.6.5)."""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.certification_life import ConfirmClosedDown, ProposeMeasure, Terminate
from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Agreement, Certification
from certwright.core.dossiers.certification import LASTING, Standing
from certwright.core.known import Known
from certwright.core.reckoning.calendar import add_months, period_after
from certwright.core.reckoning.choices import choices_of_scheme
from certwright.core.reckoning.deadlines import suspension_end
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, refusal, rule
from certwright.packs.model.product import ProductScheme

USUAL_MONTHS = 6
"""The longest suspension most bodies allow. The standards set none (17021-1 9.6.5.4 note; R-62, TR14)."""


@rule(
    "suspension.says-what-ends-it",
    asks=("17065:2012 7.11.4", "17021-1:2015 9.6.5.4"),
    force=HARD,
    answers=("T22", "T25"),
)
def says_what_ends_it(act: Decide) -> Iterator[Refusal]:
    """A suspension says what must be done to end it, by when, and who is in charge of it."""
    if act.kind != "suspend":
        return
    for name, given in (("actions", act.actions), ("limit_day", act.limit_day), ("handler", act.handler)):
        if given is None:
            yield refusal("suspension-without", what=name.replace("_", " "))


@rule(
    "suspension.no-longer-than-usual",
    asks=("17021-1:2015 9.6.5.4", "17065:2012 7.11.3"),
    force=POLICY,
    answers=("TR14", "R-62"),
)
def no_longer_than_usual(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A suspension lasts no longer than scheme or body says (six months are customary), unless a reason is approved."""
    if act.kind != "suspend" or act.limit_day is None:
        return
    first = act.effective_from or known.proposal.effective_on
    latest = longest_suspension(first, act.limits, dossier, known)
    if act.limit_day > latest:
        yield refusal("suspension-too-long", limit=act.limit_day, latest=latest)


def longest_suspension(first: date, limits: str | None, dossier: Certification, known: Known) -> date:
    """The usual last day of a suspension from ``first`` on: the scheme's, else by the adopted limits, else ours."""
    adopted, pack = known.limits(limits, dossier), known.pack_of(dossier)
    if adopted is not None:
        return suspension_end(first, adopted).last_day
    if isinstance(pack, ProductScheme) and dossier.pin is not None:
        try:
            chosen = choices_of_scheme(pack, known.settled(dossier.pin)).get("suspension")
        except CannotReckon:
            chosen = None
        if chosen is not None:
            return period_after(first, chosen.period)
    return add_months(first, USUAL_MONTHS)


@rule("suspension.limit-lies-ahead", asks=("17065:2012 7.11.4", "17021-1:2015 9.6.5.4"), force=RECORD)
def limit_lies_ahead(act: Decide, known: Known) -> Iterator[Refusal]:
    """The time a suspension gives lies ahead of it."""
    first = act.effective_from or known.proposal.effective_on
    if act.kind == "suspend" and act.limit_day is not None and act.limit_day <= first:
        yield refusal("limit-before-suspension", limit=act.limit_day, first=first)


@rule(
    "suspension.part-is-of-it", asks=("17065:2012 7.11.3", "17021-1:2015 9.6.5.2"), force=RECORD, answers=("T22", "T25")
)
def part_is_of_it(act: Decide, dossier: Certification) -> Iterator[Refusal]:
    """A suspension of a part names sites or products; words on the scope alone would leave open what rests."""
    if act.kind == "suspend" and act.scope is not None and not (act.sites or act.products):
        yield refusal("suspended-part-unclear", dossier=dossier.id)


@rule(
    "suspension.proposed-of-what-lasts",
    asks=("17065:2012 7.11.1", "17021-1:2015 9.6.5.2"),
    force=RECORD,
    answers=("T21", "T25"),
)
def proposed_of_what_lasts(act: ProposeMeasure, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A measure is proposed against what is certified on that day."""
    standing = dossier.standing(known.proposal.effective_on)
    if standing not in LASTING:
        yield refusal("decision-not-possible-now", kind=act.measure, standing=standing.value, dossier=dossier.id)


@rule(
    "suspension.terminated-while-it-lasts",
    asks=("17065:2012 7.11.3", "17021-1:2015 8.3.4"),
    force=RECORD,
    answers=("T25", "T28"),
)
def terminated_while_it_lasts(act: Terminate, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Only a certification that lasts is terminated, on a day not yet gone."""
    day = known.proposal.effective_on
    standing = dossier.standing(day)
    if standing not in LASTING:
        yield refusal("decision-not-possible-now", kind="terminate", standing=standing.value, dossier=dossier.id)
    if act.last_day < day:
        yield refusal("terminated-in-the-past", last_day=act.last_day, day=day)


@rule(
    "suspension.terminated-as-requested",
    asks=("17065:2012 7.11.3", "17021-1:2015 8.3.4"),
    force=RECORD,
    answers=("T25", "T28"),
)
def terminated_as_requested(act: Terminate, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A termination follows the client's request, names its agreement, and does not outlast it."""
    agreement, day = known.one(Agreement, act.agreement), known.proposal.effective_on
    if act.requested_on > day:
        yield refusal("terminated-before-the-request", requested=act.requested_on, day=day)
    if agreement is None or agreement.client != dossier.client:
        yield refusal("agreement-of-another", agreement=act.agreement, client=dossier.client)
    elif agreement.last_day is not None and agreement.last_day < act.last_day:
        yield refusal("outlasts-agreement", last_day=act.last_day, agreement=agreement.id, ended=agreement.last_day)


@rule("suspension.closed-down-after-its-end", asks=("17065:2012 7.11.3", "17021-1:2015 8.3.5"), force=RECORD)
def closed_down_after_its_end(act: ConfirmClosedDown, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Marks and references are confirmed to be gone once the certification has ended or is suspended."""
    if dossier.standing(known.proposal.effective_on) in {Standing.VALID, Standing.NONE}:
        yield refusal("nothing-to-close-down", dossier=dossier.id)
