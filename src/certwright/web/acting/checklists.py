"""Lists that a form begins with, because what must be answered is known: the questions of a review, the requirements of
an evaluation, the duties of an agreement, the voices of a committee. Each is a table with a line for each of them.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext

from certwright.answers.saying import called
from certwright.core.agreement_duties import ENFORCEABLE, TOLD
from certwright.core.application_checks import demanded_fields
from certwright.core.dossiers import Agreement, Assignment, Committee, Enquiry
from certwright.office.case import Case
from certwright.office.filling import filled
from certwright.office.wholesale import of_other_categories
from certwright.web.acting.choosing import Option
from certwright.web.acting.naming import names_in
from certwright.web.acting.reckoned import facts_of
from certwright.web.acting.typed import Typed
from certwright.web.committees.items import around

KEYS: Mapping[str, str] = {
    "application.accept answers": "question",
    "certification.review answers": "question",
    "certification.decide answers": "question",
    "application.submit fields": "field",
    "application.supplement fields": "field",
    "agreement.conclude duties": "clause",
    "agreement.amend duties": "clause",
    "assignment.record-results lines": "requirement",
    "assignment.confirm-team times": "person",
    "committee.hold-session votes": "person",
}
"""Act and list → the column that says what a line is about."""

_DUTIES = {clause: words for by in (ENFORCEABLE, TOLD) for duties in by.values() for clause, words in duties.items()}


def key_of(act: str, path: str) -> str:
    """The column that says what a line of a list is about; empty where the list is no table."""
    return KEYS.get(f"{act} {path}", "")


def begun_with(act: str, case: Case) -> Typed:
    """The lines that the lists of an act begin with, nothing answered yet."""
    begin = _BEGIN.get(act)
    return begin(case) if begin else {}


def said_of(key: str, options: Iterable[Option]) -> Mapping[str, str]:
    """What the lines of a table are called, by what stands in their ``key`` column."""
    return (
        {clause: gettext(duty) for clause, duty in _DUTIES.items()}
        if key == "clause"
        else {option.value: option.label for option in options}
    )


def _spelled(act: str, field: str, said: Any, key: str) -> Callable[[Case], Typed]:
    """The lines as the act would hold them if everything were answered alike; only what they are about is taken."""

    def begin(case: Case) -> Typed:
        lines = filled(act, case.having({**case.fields, field: said})).fields.get(field, ())
        return {field: [{key: line[key]} for line in lines if isinstance(line, dict)]} if lines else {}

    return begin


def _results(case: Case) -> Typed:
    own = case.opened()
    if not isinstance(own, Assignment):
        return {}
    done = own.verdicts()
    left = [each for each in own.requirements if each not in done] or list(own.requirements)
    other = of_other_categories(case.pack, own.areas)
    return {"lines": [_unless_asked_of_others(each, other) for each in left]}


def _unless_asked_of_others(requirement: str, other: Mapping[str, str]) -> Typed:
    """The line of a requirement; what the scheme asks of other categories than those evaluated does not apply."""
    if requirement not in other:
        return {"requirement": requirement}
    return {"requirement": requirement, "verdict": "not-applicable", "remark": other[requirement]}


def _times(case: Case) -> Typed:
    own = case.opened()
    members = own.serving_members if isinstance(own, Assignment) and own.standard == "iso-iec-17021-1" else ()
    return {"times": [{"person": member.person} for member in members]} if members else {}


def _session(case: Case) -> Typed:
    """Everybody is there; who has to leave the item leaves it, and the others vote."""
    own, item = case.opened(), case.at(case.fields.get("item"))
    if not isinstance(own, Committee) or not own.members_on(case.day):
        return {}
    seen = around(own, {item.id} if item else (), case.day)
    members = seen.attendance(item.id, case.day).members if item else seen.everybody(case.day)
    known = names_in(case, (one.seat.person for one in members))
    named = [(called(one.seat.person, known), str(one.leaves)) for one in members]
    return {
        "present": [person for person, _ in named],
        "recused": [{"person": person, "reason": why} for person, why in named if why],
        "votes": [{"person": person} for person, why in named if not why],
    }


def _duties(case: Case) -> Typed:
    own = case.opened()
    if isinstance(own, Agreement) and own.exists:
        return {}
    packs = case.fields.get("packs") or _packs_asked_for(case)
    begun = _spelled("agreement.conclude", "duties", "all", "clause")(case.having({**case.fields, "packs": packs}))
    return {**begun, "packs": list(packs)} if packs else begun


def _packs_asked_for(case: Case) -> list[str]:
    """What the client's settled enquiries are about."""
    found = case.linked(str(case.fields.get("client")), "enquiry.open")
    return sorted({pack for one in found if isinstance(one, Enquiry) and one.settled for pack in one.settled.packs})


def _fields(case: Case) -> Typed:
    enquiry = case.enquiry
    names = enquiry.settled.packs if enquiry and enquiry.settled else ()
    lines = []
    for name in names:
        pack = case.having({"pack": name}).pack
        lines += [{"pack": name, "field": field} for field, _ in demanded_fields(pack)] if pack else []
    return {"fields": lines} if lines else {}


def _acceptance(case: Case) -> Typed:
    """The questions of the review, and the facts the audit time is reckoned from, as the client stated them."""
    questions = _spelled("application.accept", "answers", "all yes", "question")(case)
    return {**questions, "audit_time": facts_of(case)}


_BEGIN: Mapping[str, Callable[[Case], Typed]] = {
    "application.accept": _acceptance,
    "certification.review": _spelled("certification.review", "answers", "all yes", "question"),
    "application.submit": _fields,
    "agreement.conclude": _duties,
    "assignment.record-results": _results,
    "assignment.confirm-team": _times,
    "committee.hold-session": _session,
}
