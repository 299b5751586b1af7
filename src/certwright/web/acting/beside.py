"""What somebody has before their eyes while they review, decide or issue: what the act rests on, and what is open.

A decision is made on everything the evaluation brought (ISO/IEC 17065 7.5–7.6; ISO/IEC 17021-1 9.5), so that all of it
stands on the page on which it is made.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from certwright.answers.words import said, tone
from certwright.core.dossiers import Assignment, Certification, Finding
from certwright.core.dossiers.certification import Standing
from certwright.office.case import Case
from certwright.web.acting.naming import captions_in
from certwright.web.dossier.places import dossier_url

RESTING = frozenset({"certification.review", "certification.decide", "certification.issue", "certification.maintain"})
"""The acts that rest on an evaluation."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line beside a form: what it is, what it says with which tone, where to read it."""

    label: str
    says: str
    tone: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a form: a title with its lines."""

    title: str
    facts: tuple[Fact, ...]


def beside(act: str, case: Case) -> tuple[Beside, ...]:
    """What an act that rests on an evaluation is done in view of; nothing beside other acts."""
    certification = case.certification
    if act not in RESTING or certification is None:
        return ()
    found = (
        Beside(gettext("Evaluation"), tuple(_evaluation(certification, case))),
        Beside(gettext("Nonconformities"), tuple(_findings(certification, case))),
        Beside(gettext("Review and decision so far"), tuple(_so_far(certification, case))),
    )
    return tuple(one for one in found if one.facts)


def _evaluation(certification: Certification, case: Case) -> Iterator[Fact]:
    due = [piece.assignment for piece in certification.due_pieces] or [
        piece.assignment for piece in certification.planned if not piece.omitted_by
    ]
    called = captions_in(case, due)
    for name in due:
        work = case.at(name)
        if not isinstance(work, Assignment) or not work.is_open:
            yield Fact(called[name], gettext("not begun"), "warn")
            continue
        counted = Counter(work.verdicts().values())
        verdicts = ", ".join(f"{number} {said(verdict)}" for verdict, number in sorted(counted.items()))
        concluded = said(work.report.conclusion) if work.report else gettext("not reported")
        worst = "bad" if counted["not-met"] else tone(work.report.conclusion) if work.report else "warn"
        yield Fact(called[name], "; ".join(filter(None, (concluded, verdicts))), worst, dossier_url(name))


def _findings(certification: Certification, case: Case) -> Iterator[Fact]:
    raised = [one for one in case.linked(certification.id, "finding.raise") if isinstance(one, Finding)]
    called = captions_in(case, (one.id for one in raised))
    for one in raised:
        if one.verified:
            says = gettext("verified on %(day)s") % {"day": _day(one.verified_on)}
        elif one.accepted:
            says = gettext("answer accepted on %(day)s, not verified") % {"day": _day(one.accepted_on)}
        else:
            says = gettext("open since %(day)s") % {"day": _day(one.raised_on)}
        yield Fact(
            called[one.id], says, "good" if one.verified else "warn" if one.accepted else "bad", dossier_url(one.id)
        )


def _so_far(certification: Certification, case: Case) -> Iterator[Fact]:
    people = captions_in(case, {made.reviewer for made in certification.reviews})
    for review in certification.reviews[-1:]:
        says = gettext("%(who)s on %(day)s") % {"who": people[review.reviewer], "day": _day(review.on)}
        yield Fact(gettext("Recommended: %(what)s") % {"what": said(review.recommendation)}, says)
    standing = certification.standing(case.day)
    stands = gettext("not granted") if standing is Standing.NONE else said(standing.value)
    yield Fact(gettext("Stands today"), stands, tone(standing.value))
    if certification.last_day:
        says = gettext("ends on %(day)s, if nothing is decided before") % {"day": _day(certification.last_day)}
        yield Fact(gettext("Certificate"), says)
    proposed = ", ".join(said(made.measure) for made in certification.open_proposals)
    if proposed:
        yield Fact(gettext("Proposed, not decided"), proposed, "warn")


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""
