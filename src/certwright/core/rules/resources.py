"""Evaluation done by others: only by approved providers, within their scope on the day of the test (17065 6.2.2).

Creating or ordering such an assignment is an act of authority and refused; results that came from outside the scope all
the same are recorded, as a breach (R-41 to R-45, T6; corrections, 11).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from certwright.core.acts.assignment import CreateAssignment
from certwright.core.acts.determination import RecordResults
from certwright.core.acts.provider import OrderEvaluation
from certwright.core.dossiers import Application, Assignment, Provider
from certwright.core.known import Known
from certwright.core.reckoning.calendar import period_before
from certwright.core.reckoning.deadlines import latest_notice
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, refusal, rule
from certwright.core.schemes.performers import demands_accreditation, may_perform
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.words import Performer

APPROVED = ("17065:2012 6.2.2.4 c", "17065:2012 6.2.2.4 d", "17021-1:2015 7.5.4")
TOLD = ("17065:2012 6.2.2.4 f",)
_PERFORMERS = {
    "laboratory": Performer.LABORATORY,
    "inspection-body": Performer.INSPECTION_BODY,
    "audit-body": Performer.AUDIT_BODY,
}
ByProvider: TypeAlias = CreateAssignment | OrderEvaluation | RecordResults


@dataclass(frozen=True, slots=True)
class _Work:
    """What a provider is to do or did: by which methods, for which requirements, from which day to which."""

    provider: Provider
    methods: tuple[str | None, ...]
    requirements: tuple[str, ...]
    first: date
    last: date
    scheme: ProductScheme | None

    @property
    def days(self) -> Iterator[date]:
        """Every day of the work."""
        return (self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))


def _work(act: ByProvider, dossier: Assignment, known: Known) -> _Work | None:
    """The work of a provider that an act is about; ``None`` where none is, or results were taken over."""
    provider = known.one(Provider, act.provider)
    if provider is None or (isinstance(act, RecordResults) and act.taken_over):
        return None
    pack = known.packs.get(act.text) if isinstance(act, CreateAssignment) else known.pack_of(dossier)
    scheme = pack if isinstance(pack, ProductScheme) else None
    if isinstance(act, RecordResults):
        methods = tuple(dict.fromkeys(line.method or dossier.method for line in act.lines))
        requirements = tuple(line.requirement for line in act.lines)
        return _Work(provider, methods, requirements, act.examined_on, act.examined_on, scheme)
    if isinstance(act, CreateAssignment):
        return _Work(provider, (act.method,), act.requirements, act.from_day, act.to_day, scheme)
    if dossier.from_day is None or dossier.to_day is None:
        return None
    return _Work(provider, (dossier.method,), dossier.requirements, dossier.from_day, dossier.to_day, scheme)


@rule("resources.method-is-named", asks=("17065:2012 6.2.2.1", "17065:2012 7.4.1"), force=HARD, answers=("R-41",))
def method_is_named(act: ByProvider, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Evaluation under a scheme that a provider does has a method, so that its scope can be looked at."""
    work = _work(act, dossier, known)
    if work is not None and work.scheme is not None and None in work.methods:
        yield refusal("method-missing", provider=work.provider.id)


@rule("resources.provider-is-approved", asks=APPROVED, force=HARD, answers=("R-44", "T6"))
def provider_is_approved(act: ByProvider, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Work is given to, and results come from, providers approved for the method on each day of the work."""
    work = _work(act, dossier, known)
    if work is None:
        return
    for method in work.methods:
        day = next((day for day in work.days if not work.provider.approved_on(day, method)), None)
        if day is not None:
            yield refusal("provider-not-approved", provider=work.provider.id, method=method or "any method", day=day)


@rule(
    "resources.method-is-in-scope",
    asks=("17065:2012 6.2.2.1", "17065:2012 7.1.1"),
    force=HARD,
    answers=("R-41", "R-42"),
)
def method_is_in_scope(act: ByProvider, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """On each day the method is in the provider's accredited scope, or assessed by the body if the scheme lets it."""
    work = _work(act, dossier, known)
    if work is None or work.scheme is None:
        return
    demanded = demands_accreditation(work.scheme, work.requirements)
    for method in filter(None, work.methods):
        day = next((day for day in work.days if not _shown(work.provider, method, day, demanded)), None)
        if day is not None:
            needed = "accredited" if demanded else "accredited or assessed by the body"
            yield refusal("method-outside-scope", provider=work.provider.id, method=method, day=day, needed=needed)


def _shown(provider: Provider, method: str, day: date, demanded: bool) -> bool:
    return provider.accredited_on(method, day) or (not demanded and provider.assessed_on(method, day))


@rule(
    "resources.performer-is-the-schemes",
    asks=("17065:2012 7.1.1", "17065:2012 6.2.2.2"),
    force=HARD,
    answers=("R-40", "R-43"),
)
def performer_is_the_schemes(act: ByProvider, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """A scheme's evaluation is done by whom the scheme lets do it; a client's own laboratory only where it says so."""
    work = _work(act, dossier, known)
    if work is None or work.scheme is None or work.provider.what == "agent":
        return
    clients_own = work.provider.independence == "client-laboratory"
    performer = Performer.CLIENT if clients_own else _PERFORMERS[work.provider.what]
    if not may_perform(work.scheme, work.requirements, performer):
        yield refusal(
            "performer-not-the-schemes", provider=work.provider.id, performer=performer.value, pack=work.scheme.pack
        )


@rule("resources.ordered-as-assigned", asks=APPROVED, force=RECORD)
def ordered_as_assigned(act: OrderEvaluation, dossier: Assignment) -> Iterator[Refusal]:
    """An order goes to the provider the assignment names."""
    if act.provider != dossier.provider:
        yield refusal("provider-not-assigned", provider=act.provider, assigned=dossier.provider or "none")


@rule("resources.client-could-object", asks=TOLD, force=HARD, answers=("T6",))
def client_could_object(act: OrderEvaluation) -> Iterator[Refusal]:
    """Evaluation is ordered from others after the client was told and did not object."""
    if act.client_answer == "objected":
        yield refusal("client-objects-to-provider", provider=act.provider)


@rule("resources.client-told-in-time", asks=TOLD, force=POLICY, answers=("R-58", "T6"))
def client_told_in_time(act: OrderEvaluation, known: Known) -> Iterator[Refusal]:
    """The client is told of the outsourcing as long before the order as the body's own rule says."""
    limits, day = known.limits(act.limits) if act.limits else None, known.proposal.effective_on
    if limits is None or not limits.knows("outsourcing-notice"):
        yield refusal("notice-period-unknown", provider=act.provider)
    elif not (due := latest_notice(day, limits)).kept_by(act.client_told_on):
        yield refusal("client-told-late", told_on=act.client_told_on, latest=due.last_day, provider=act.provider)


@rule("resources.status-was-looked-up", asks=("17065:2012 6.2.2.4 c",), force=POLICY, answers=("R-45",))
def status_was_looked_up(act: OrderEvaluation, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """The accreditation that an order relies on was looked up within the period the body set."""
    work, limits, day = _work(act, dossier, known), known.limits(act.limits) if act.limits else None, dossier.from_day
    if work is None or limits is None or day is None or not limits.knows("provider-status"):
        return
    oldest = period_before(known.proposal.effective_on, limits.period("provider-status"))
    for method in filter(None, work.methods):
        seen = work.provider.looked_up_on(method, day)
        if seen is not None and seen < oldest:
            yield refusal("status-not-looked-up", provider=work.provider.id, method=method, seen=seen, oldest=oldest)


@rule("resources.results-come-as-ordered", asks=TOLD, force=HARD, answers=("T6", "T8"))
def results_come_as_ordered(act: RecordResults, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """A provider's results come from the one the work was ordered from, on the day of the order or later."""
    if act.provider is None or act.taken_over:
        return
    ordered = [day for provider, day in dossier.orders if provider == act.provider]
    if act.provider != dossier.provider:
        yield refusal("provider-not-assigned", provider=act.provider, assigned=dossier.provider or "none")
    elif _is_outside(act, known) and (not ordered or min(ordered) > act.examined_on):
        yield refusal("results-without-order", provider=act.provider, examined_on=act.examined_on)


def _is_outside(act: RecordResults, known: Known) -> bool:
    provider = known.one(Provider, act.provider)
    return provider is not None and provider.independence != "own-laboratory"


@rule(
    "resources.taken-over-results-were-accepted",
    asks=("17065:2012 7.4.5", "17065:2012 7.5.1"),
    force=HARD,
    answers=("R-11",),
)
def taken_over_results_were_accepted(act: RecordResults, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Results from before the application are used for what somebody took responsibility for, as that person's."""
    if act.taken_over is None:
        return
    application = known.one(Application, act.application)
    accepted = application.prior_results if application and application.client == dossier.client else ()
    answered = {
        name
        for result in accepted
        if (result.reference, result.by) == (act.prior_result, act.whose)
        for name in result.requirements
    }
    for line in act.lines:
        if line.requirement not in answered:
            yield refusal(
                "prior-result-not-accepted",
                reference=act.prior_result or "without a reference",
                requirement=line.requirement,
                person=act.whose,
            )
