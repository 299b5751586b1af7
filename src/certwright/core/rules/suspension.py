"""Suspension, reduction, withdrawal, termination (ISO/IEC 17065 7.11; ISO/IEC 17021-1 9.6.5)."""

from collections.abc import Iterator

from certwright.core.acts.certification_life import ConfirmClosedDown, Terminate
from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Certification
from certwright.core.dossiers.certification import Standing
from certwright.core.known import Known
from certwright.core.reckoning.calendar import add_months
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, refusal, rule

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
    asks=("17021-1:2015 9.6.5.4",),
    force=POLICY,
    answers=("TR14", "R-62"),
)
def no_longer_than_usual(act: Decide, known: Known) -> Iterator[Refusal]:
    """A suspension lasts six months at most, unless a reason is recorded and approved."""
    if act.kind != "suspend" or act.limit_day is None:
        return
    latest = add_months(act.effective_from or known.proposal.effective_on, USUAL_MONTHS)
    if act.limit_day > latest:
        yield refusal("suspension-too-long", limit=act.limit_day, latest=latest)


@rule("suspension.limit-lies-ahead", asks=("17065:2012 7.11.4", "17021-1:2015 9.6.5.4"), force=RECORD)
def limit_lies_ahead(act: Decide, known: Known) -> Iterator[Refusal]:
    """The time a suspension gives lies ahead of it."""
    first = act.effective_from or known.proposal.effective_on
    if act.kind == "suspend" and act.limit_day is not None and act.limit_day <= first:
        yield refusal("limit-before-suspension", limit=act.limit_day, first=first)


@rule(
    "suspension.reduced-scope-is-smaller",
    asks=("17065:2012 7.11.3", "17021-1:2015 9.6.5.5"),
    force=HARD,
    answers=("T24", "T20"),
)
def reduced_scope_is_smaller(act: Decide, dossier: Certification) -> Iterator[Refusal]:
    """A reduction takes something away and adds nothing."""
    if act.kind != "reduce":
        return
    if not act.scope and not act.sites and not act.products:
        yield refusal("reduction-without-scope", dossier=dossier.id)
    for site in sorted(set(act.sites) - set(dossier.sites)):
        yield refusal("reduction-adds", what=site)
    for code in sorted({item.code for item in act.products} - {item.code for item in dossier.products}):
        yield refusal("reduction-adds", what=code)


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
    if standing not in {Standing.VALID, Standing.SUSPENDED}:
        yield refusal("decision-not-possible-now", kind="terminate", standing=standing.value, dossier=dossier.id)
    if act.last_day < day:
        yield refusal("terminated-in-the-past", last_day=act.last_day, day=day)


@rule("suspension.closed-down-after-its-end", asks=("17065:2012 7.11.3", "17021-1:2015 8.3.5"), force=RECORD)
def closed_down_after_its_end(act: ConfirmClosedDown, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Marks and references are confirmed to be gone once the certification has ended or is suspended."""
    if dossier.standing(known.proposal.effective_on) in {Standing.VALID, Standing.NONE}:
        yield refusal("nothing-to-close-down", dossier=dossier.id)
