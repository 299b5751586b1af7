"""Visits: assignments done together, each with its own team, time and results (17021-1 9.1.6; 17065 7.4.1)."""

from collections.abc import Iterator
from decimal import Decimal

from certwright.core.acts.visit import CallOffVisit, ChangeVisit, PlanVisit
from certwright.core.dossiers import Assignment, Visit
from certwright.core.known import Known
from certwright.core.rules.planning import AUDITS
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, refusal, rule


@rule("visit.of-one-client", asks=("17065:2012 7.4.1", "17021-1:2015 9.2.3.1"), force=RECORD)
def of_one_client(act: PlanVisit | ChangeVisit, dossier: Visit, known: Known) -> Iterator[Refusal]:
    """What is done together is for one client, at one of the sites of each, each named once."""
    client = act.client if isinstance(act, PlanVisit) else dossier.client
    for assignment in known.of(Assignment, act.assignments):
        if assignment.client != client:
            yield refusal("named-otherwise", dossier=assignment.id, what="client", own=assignment.client, named=client)
        if assignment.sites and act.site not in assignment.sites:
            yield refusal("site-otherwise", site=act.site, assignment=assignment.id)
    for assignment_id in sorted({each for each in act.assignments if act.assignments.count(each) > 1}):
        yield refusal("piece-named-twice", assignment=assignment_id)


@rule("visit.on-days-of-its-assignments", asks=("17065:2012 7.4.1", "17021-1:2015 9.2.3.1"), force=RECORD)
def on_days_of_its_assignments(act: PlanVisit | ChangeVisit, known: Known) -> Iterator[Refusal]:
    """A visit runs forward, and each of its assignments is planned for at least one of its days."""
    if act.to_day < act.from_day:
        yield refusal("visit-ends-before-it-begins", first=act.from_day, last=act.to_day)
    for assignment in known.of(Assignment, act.assignments):
        if assignment.from_day is None or assignment.to_day is None:
            continue
        if assignment.to_day < act.from_day or act.to_day < assignment.from_day:
            yield refusal("visit-on-other-days", assignment=assignment.id, planned=assignment.from_day)


@rule("visit.integrates-management-systems-only", asks=("17021-1:2015 9.1.6", "17021-1:2015 9.1.4.4"), force=HARD)
def integrates_management_systems_only(act: PlanVisit | ChangeVisit, known: Known) -> Iterator[Refusal]:
    """Only audits of several management systems are integrated, with the time that saves; products stand beside.

    Time on the inspection of a product is no audit time, even on one visit (corrections, 19; IAF MD 11).
    """
    if act.how != "integrated":
        return
    together = known.of(Assignment, act.assignments)
    for assignment in together:
        if assignment.what not in AUDITS:
            yield refusal("product-in-integrated-audit", assignment=assignment.id, kind=assignment.what)
    if len({assignment.pin.pack for assignment in together if assignment.pin}) < 2:
        yield refusal("nothing-to-integrate")


@rule("visit.nobody-works-two-days-in-one", asks=("17021-1:2015 9.1.4.1", "17021-1:2015 9.1.4.4"), force=HARD)
def nobody_works_two_days_in_one(act: PlanVisit | ChangeVisit, known: Known) -> Iterator[Refusal]:
    """A day of a person's time serves one assignment: what is done together is not counted twice (corrections, 19)."""
    spent: dict[str, Decimal] = {}
    for assignment in known.of(Assignment, act.assignments):
        first, last = assignment.from_day, assignment.to_day
        if first is None or last is None or first < act.from_day or act.to_day < last:
            continue  # part of it lies outside the visit
        for time in assignment.times:
            spent[time.person] = spent.get(time.person, Decimal(0)) + time.on_site
    days = (act.to_day - act.from_day).days + 1
    for person, time_spent in sorted(spent.items()):
        if time_spent > days:
            yield refusal("works-two-days-in-one", person=person, planned=time_spent, days=days)


@rule("visit.announced-alike", asks=("17021-1:2015 9.6.4.2",), force=POLICY)
def announced_alike(act: PlanVisit | ChangeVisit, known: Known) -> Iterator[Refusal]:
    """An unannounced assignment is not put beside an announced one, which would announce it."""
    together = known.of(Assignment, act.assignments)
    if len({assignment.announced for assignment in together}) > 1:
        for assignment in together:
            if assignment.announced == "unannounced":
                yield refusal("announced-by-the-visit", assignment=assignment.id)


@rule(
    "visit.stands",
    asks=("17065:2012 7.4.1", "17021-1:2015 9.2.3.1"),
    force=RECORD,
    of=(ChangeVisit, CallOffVisit),
)
def stands(dossier: Visit) -> Iterator[Refusal]:
    """A visit that was called off is planned anew, not changed."""
    if dossier.called_off_on is not None:
        yield refusal("visit-called-off", day=dossier.called_off_on)
