"""What a new body still needs before it can take in an application and certify: read from the record, kept nowhere.

A step is done when the record says so, whoever did it and wherever; it is open again when what it needs is gone.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q

from certwright.accounts.models import User
from certwright.answers.who_could import holders
from certwright.core.dossiers import Body
from certwright.core.functions import Function
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.packs.shipped import library
from certwright.rows.models import AdoptionRow, ApplicationRow, CommitteeRow, EnquiryRow, PersonRow, SeatRow, ThreatRow

PRODUCT, SYSTEM = "iso-iec-17065", "iso-iec-17021-1"

PEOPLE: Final = 2
"""Nobody authorises themselves, and nobody decides on what they evaluated: fewer people certify nothing."""

TAKING_IN: Final = (Function.CLIENT_ADMINISTRATION, Function.APPLICATION_REVIEW)
CERTIFYING: Final = (Function.PLANNING, Function.REVIEW, Function.DECISION, Function.COMPLAINTS_AND_APPEALS)
DETERMINING: Final = {PRODUCT: (Function.EVALUATION,), SYSTEM: (Function.AUDIT_TEAM_LEADING, Function.AUDITING)}


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``asks`` are the clauses behind it, of standards in use; ``by`` are the functions that do it;
    ``missing`` are the functions nobody holds; ``lacking`` are the people it is still about."""

    name: str
    done: bool
    asks: tuple[str, ...] = ()
    by: tuple[Function, ...] = ()
    missing: tuple[Function, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """All steps in their usual order. ``people`` are all who work for the body, ``evaluators`` those who authorise."""

    steps: tuple[Step, ...]
    people: tuple[str, ...]
    evaluators: tuple[str, ...]

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.done for step in self.steps)

    @property
    def next(self) -> Step | None:
        """The first step that is not done; ``None`` once the body works."""
        return next((step for step in self.steps if not step.done), None)


def are_behind(using: str = "default") -> bool:
    """Whether the body took in an application: then it works, whatever it lacks today. One small question."""
    return ApplicationRow.objects.using(using).exists()


def first_steps(body: Body, today: date, using: str = "default") -> FirstSteps:
    """Where a founded ``body`` stands on ``today``."""
    people = tuple(
        PersonRow.objects.using(using)
        .filter(basis__in=("employment", "contract", "outside"))
        .order_by("since", "dossier")
        .values_list("dossier", flat=True)
    )
    in_use = frozenset(body.standards_in_use)
    held = holders(tuple(Function), body, today, using)
    steps = (
        Step("founded", body.is_open, ("17065:2012 4.1.1", "17021-1:2015 5.1.1")),
        Step("standards", bool(in_use)),
        *_about_people(people, using),
        *_about_functions(held, in_use, using),
        Step("impartiality", _is_safeguarded(in_use, today, using), ("17065:2012 5.2.1", "17021-1:2015 5.2.3"),
             (Function.TOP_MANAGEMENT,)),
        Step("enquiry", EnquiryRow.objects.using(using).exists(), ("17065:2012 7.2", "17021-1:2015 9.1.1"), TAKING_IN),
    )  # fmt: skip
    asked = tuple(_of_standards_in_use(step, in_use) for step in steps)
    return FirstSteps(asked, people, tuple(held[Function.COMPETENCE_EVALUATION]))


def _of_standards_in_use(step: Step, in_use: Collection[str]) -> Step:
    asks = tuple(clause for clause in step.asks if f"iso-iec-{clause.partition(':')[0]}" in in_use)
    return Step(step.name, step.done, asks, step.by, step.missing, step.lacking)


def _about_people(people: Collection[str], using: str) -> Iterator[Step]:
    by = (Function.COMPETENCE_EVALUATION,)
    clauses = ("17065:2012 6.1.1.1", "17021-1:2015 7.1.1")
    yield Step("people", len(people) >= PEOPLE, clauses, by)
    accounts = frozenset(
        User.objects.using(using).filter(is_active=True, person__in=people).values_list("person", flat=True)
    )
    lacking = tuple(person for person in people if person not in accounts)
    yield Step("accounts", len(accounts) >= PEOPLE, (), by, lacking=lacking)


def _about_functions(held: Mapping[Function, list[str]], in_use: frozenset[str], using: str) -> Iterator[Step]:
    determining = tuple(one for standard in DETERMINING if standard in in_use for one in DETERMINING[standard])
    certifying = (*CERTIFYING, *determining)
    needed = (Function.SCHEME_MANAGEMENT, *TAKING_IN, *certifying)
    missing = tuple(function for function in needed if not held[function])
    by = (Function.COMPETENCE_EVALUATION,)
    clauses = ("17065:2012 6.1.2.1 d", "17021-1:2015 7.1.3")
    first = tuple(one for one in missing if one not in certifying)
    yield Step("taking-in", not first, clauses, by, missing=first)
    adopted = _adopted_to_certify_by(in_use, using)
    yield Step("scheme", adopted, ("17065:2012 7.1.2", "17021-1:2015 9.1.1"), (Function.SCHEME_MANAGEMENT,))
    later = tuple(one for one in missing if one in certifying)
    yield Step("certifying", not later, ("17065:2012 7.6.2", "17021-1:2015 9.5.1.1"), by, missing=later)


def offered(in_use: Collection[str], today: date) -> tuple[tuple[str, str], ...]:
    """Pack and edition of every shipped standard and scheme the body could certify by on ``today``."""
    return tuple(
        (one.pack.pack, one.pack.edition)
        for one in library()
        if _standard_of(one.pack) in in_use and one.pack.is_valid_on(today)
    )


def _adopted_to_certify_by(in_use: Collection[str], using: str) -> bool:
    """Whether a standard or scheme was adopted; packs of the body's own are told from tables by what texts rest on."""
    tables = {one.pack.pack for one in library() if _standard_of(one.pack) is None}
    shipped = {one.pack.pack: _standard_of(one.pack) for one in library()}
    adopted = set(AdoptionRow.objects.using(using).values_list("pack", flat=True)) - tables
    return any(shipped.get(pack) in in_use or pack not in shipped for pack in adopted)


def _standard_of(pack: object) -> str | None:
    if isinstance(pack, ProductScheme):
        return PRODUCT
    return SYSTEM if isinstance(pack, ManagementStandard) else None


def _is_safeguarded(in_use: Collection[str], today: date, using: str) -> bool:
    """Whether a committee for impartiality has members; under ISO/IEC 17021-1 alone, treated threats do as well.

    A committee is one mechanism of several (corrections, 15); the record knows this one.
    """
    still = Q(last_day__isnull=True) | Q(last_day__gte=today)
    committees = CommitteeRow.objects.using(using).filter(purpose="impartiality").values("dossier")
    if SeatRow.objects.using(using).filter(still, dossier__in=committees, first_day__lte=today).exists():
        return True
    return PRODUCT not in in_use and ThreatRow.objects.using(using).exclude(residual="").exists()
