"""Said of all at once: ``answers: all yes`` answers every question, ``lines: {all: met}`` every requirement.

The act holds each of them by itself, as if somebody had written it out; what is said stays their word.
"""

from collections.abc import Callable, Mapping
from typing import Any

from certwright.core import report_items
from certwright.core.acts.determination import RecordResults
from certwright.core.agreement_duties import ENFORCEABLE, TOLD
from certwright.core.application_checks import CHECKS, demanded_fields
from certwright.core.dossiers import PackDossier
from certwright.core.objects import object_of, standard_for
from certwright.office.case import Case, Fields
from certwright.office.gathering import pack_texts
from certwright.office.lines_judged import lines_judged
from certwright.packs.library import Volume
from certwright.packs.model.base import Pack
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme

ALL = "all"
PACKAGE = "The package of information for the decision is complete (17021-1 9.5.3.1)."


def spelled_out(name: str, case: Case) -> Fields:
    """The fields of an act called ``name`` with everything that was said of all at once written out, and what measured
    values say by the scheme's limits."""
    fields = dict(case.fields)
    for field, value in case.fields.items():
        if (spell := _OF_ACT.get((name, field))) and _is_wholesale(value):
            fields[field] = spell(case, value)
    if name == RecordResults.spec.name and isinstance(lines := fields.get("lines"), list | tuple):
        fields["lines"] = lines_judged(case, lines)
    return fields


def _is_wholesale(value: Any) -> bool:
    if isinstance(value, list):
        return any(isinstance(item, dict) and _is_wholesale(item.get("requirements")) for item in value)
    return isinstance(value, dict) or (isinstance(value, str) and value.split()[:1] == [ALL])


def _answers(case: Case, value: Any) -> Any:
    """``all yes``, or ``{all: yes, but: {question: remark of the no}}``."""
    pack, application = case.pack, case.application
    questions = [question.id for question in pack.review] if isinstance(pack, ProductScheme) else [PACKAGE]
    if application is not None and case.dossier == application.id and application.submitted:
        questions = list(CHECKS[application.submitted.standard])
    noes = value.get("but", {}) if isinstance(value, dict) else {}
    return [
        {"question": each, "answer": "no", "remark": noes[each]}
        if each in noes
        else {"question": each, "answer": "yes"}
        for each in questions
    ]


def _lines(case: Case, value: Any) -> Any:
    """``{all: met}``, where ``but`` holds lines that read otherwise and ``not-applicable`` those that do not apply,
    with the remark of each; whatever else is given (``value``, ``method``, ``sample``) stands in every line. What the
    scheme asks of other categories than those evaluated does not apply.
    """
    assignment = case.assignment
    if assignment is None or not isinstance(value, dict) or ALL not in value:
        return value
    other = of_other_categories(case.pack, assignment.areas) | value.get("not-applicable", {})
    said = {name: each for name, each in value.items() if name not in {ALL, "but", "not-applicable"}}
    but = value.get("but", {})
    return [
        {"requirement": each, "verdict": "not-applicable", "remark": other[each]}
        if each in other and each not in but
        else {"requirement": each, "verdict": value[ALL], **said, **but.get(each, {})}
        for each in assignment.requirements
    ]


def of_other_categories(pack: Pack | None, areas: tuple[str, ...]) -> dict[str, str]:
    """The requirements of a scheme that none of these categories is held to, with what says so."""
    if not isinstance(pack, ProductScheme) or not areas:
        return {}
    return {
        each.id: f"Asked of {', '.join(each.categories)} only."
        for each in pack.requirements
        if each.categories and not set(each.categories) & set(areas)
    }


def _assignments(case: Case, value: Any) -> Any:
    """In each planned piece ``requirements: all``, or ``all of TASK`` for those a task of the scheme looks at."""
    return [
        {**item, "requirements": _requirements(case.pack, item["requirements"])}
        if isinstance(item, dict) and _is_wholesale(item.get("requirements"))
        else item
        for item in value
    ]


def _requirements(pack: Pack | None, value: str) -> list[str]:
    task = value.partition(" of ")[2]
    if isinstance(pack, ProductScheme):
        return [each.id for each in pack.requirements if not task or each.task == task]
    return [clause.id for clause in pack.clauses] if isinstance(pack, ManagementStandard) else [value]


def _duties(case: Case, value: Any) -> Any:
    """Every duty the packs' standards want in an agreement; ``all by 17065`` only those of one standard."""
    only = value.partition(" by ")[2]
    packs = [_adopted(case, name) for name in case.fields.get("packs", ())]
    standards = {standard_for(kind) for pack in packs if (kind := object_of(pack))}
    clauses = [
        clause
        for standard in sorted(standards)
        for clause in (*ENFORCEABLE[standard], *TOLD[standard])
        if clause.startswith(only)
    ]
    return [{"clause": clause, "paragraph": str(number)} for number, clause in enumerate(clauses, 1)]


def _adopted(case: Case, name: str) -> Pack | None:
    found = case.at(f"pack:{name}")
    if not isinstance(found, PackDossier) or not found.adoptions:
        return None
    volume = pack_texts(case.using).volume(found.adoptions[-1].text)
    return volume.pack if isinstance(volume, Volume) else None


def _fields(case: Case, value: Any) -> Any:
    """Everything the packs ask of an application, answered with what stands behind ``all``."""
    says = value.partition(" ")[2] if isinstance(value, str) else ""
    enquiry = case.enquiry
    names = case.fields.get("packs") or (enquiry.settled.packs if enquiry and enquiry.settled else ())
    return [
        {"pack": name, "field": field, "says": says or "See the application."}
        for name in names
        if (pack := _adopted(case, name))
        for field, _ in demanded_fields(pack)
    ]


def _items(case: Case, value: Any) -> Any:
    """Every item that a report of this kind holds."""
    pack, assignment = case.pack, case.assignment
    if assignment is not None and assignment.what == "stage-1":
        return list(report_items.STAGE_1_OBJECTIVES)
    added = pack.report_items if isinstance(pack, ManagementStandard) else ()
    return [*report_items.ITEMS, *report_items.STATEMENTS, *added]


_OF_ACT: Mapping[tuple[str, str], Callable[[Case, Any], Any]] = {
    ("application.submit", "fields"): _fields,
    ("application.accept", "answers"): _answers,
    ("agreement.conclude", "duties"): _duties,
    ("agreement.amend", "duties"): _duties,
    ("certification.plan", "assignments"): _assignments,
    ("certification.review", "answers"): _answers,
    ("certification.decide", "answers"): _answers,
    ("assignment.record-results", "lines"): _lines,
    ("assignment.report", "items"): _items,
}
