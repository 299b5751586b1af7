"""All findings of one piece of determination on one sheet: their grades, how far each is, what they hold back."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from certwright.answers.around import Around
from certwright.answers.captions import captions
from certwright.answers.deadlines import Deadline
from certwright.answers.facts import OF_KIND
from certwright.answers.facts.requirement import requirement_said
from certwright.answers.facts.sheet import Ref, Stands, Value, every_value
from certwright.answers.told import said_of
from certwright.answers.viewer import Viewer
from certwright.core.dossiers import Assignment, Certification, Finding
from certwright.core.functions import Function
from certwright.core.rules import Refusal
from certwright.web.acting.remedies import remedy
from certwright.web.acting.wording.acts import doing
from certwright.web.dossier.gathering import Case, gathered
from certwright.web.dossier.moment import NOW
from certwright.web.findings.blocking import blocking, decision_ahead
from certwright.web.findings.loop import Waits, last_days, waits
from certwright.web.performing import Told

_RAISING = frozenset({Function.AUDITING, Function.AUDIT_TEAM_LEADING, Function.EVALUATION})


@dataclass(frozen=True, slots=True)
class Row:
    """A finding on the sheet. ``due`` is the last day that comes first; ``does`` what doing the next act is called."""

    finding: Finding
    requirement: Value
    stands: Stands | None
    waits: Waits | None
    due: Deadline | None
    does: str


@dataclass(frozen=True, slots=True)
class Held:
    """Why the decision ahead could not be taken today: in words, with its clauses and what lifts it."""

    finding: str
    says: tuple[Value, ...]
    remedy: tuple[Value, ...]
    asks: tuple[str, ...]
    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Sum:
    """How many findings of a grade there are, and how many of them are still open."""

    grade: str
    all: int
    open: int


def sheet_of(work: Assignment, viewer: Viewer) -> dict[str, Any]:
    """What the template of the sheet is given."""
    case = gathered(work, NOW, viewer.today)
    around = case.around
    findings = sorted(around.linking(Finding, "finding.raise"), key=_order)
    certification = around.gathered.get(work.certification)
    rows = tuple(_row(one, around) for one in findings)
    held = tuple(_held(found) for found in _blocking(work, certification, findings, case, viewer))
    named = {work.id, work.certification, work.client} | {each for row in rows for each in _named(row)}
    named |= {ref.dossier for one in held for ref in every_value((*one.says, *one.remedy)) if isinstance(ref, Ref)}
    return {
        "work": work,
        "rows": rows,
        "sums": _sums(findings),
        "held": held,
        "decision": decision_ahead(work, certification) if isinstance(certification, Certification) else "",
        "day": around.day,
        "may_raise": viewer.works_for_the_body and bool(viewer.functions & _RAISING),
        "raise_url": reverse("findings-raise", args=(work.id.partition(":")[2],)),
        "names": captions(named - {""}, {each: one.title for each, one in around.gathered.items()}),
    }


def _blocking(
    work: Assignment, certification: object, findings: Sequence[Finding], case: Case, viewer: Viewer
) -> Iterable[Refusal]:
    if not isinstance(certification, Certification):
        return ()
    return blocking(work, certification, findings, case, viewer)


def _order(finding: Finding) -> tuple[bool, bool, str, str]:
    """Open ones first, the grave ones before the others."""
    return finding.verified, finding.grade == "minor", finding.requirement, finding.id


def _row(finding: Finding, around: Around) -> Row:
    waiting = waits(finding, around)
    due = min(last_days(finding, around), key=lambda one: one.last_day, default=None) if waiting else None
    return Row(
        finding,
        requirement_said(around.pack_of(finding), finding.requirement),
        OF_KIND["finding"].stands(finding, around),
        waiting,
        due,
        doing(waiting.act) if waiting else "",
    )


def _named(row: Row) -> set[str]:
    return {row.finding.id, row.finding.raised_by, *(row.waits.people if row.waits else ())}


def _sums(findings: Iterable[Finding]) -> tuple[Sum, ...]:
    every = list(findings)
    counted = Counter(one.grade for one in every)
    still = Counter(one.grade for one in every if not one.verified)
    return tuple(Sum(grade, counted[grade], still[grade]) for grade in ("major", "minor", "not-met") if counted[grade])


def _held(found: Refusal) -> Held:
    says, lifts = said_of(found)
    about = found.evidence.get("finding", "")
    told = Told(found.rule, found.force.value, found.asks, found.says, "", found.evidence, None)
    url, label = remedy(told, about)
    return Held(about, says, lifts, found.asks, url, label)
