"""A reckoning inside the form of an act: its facts begin as the case states them, its answer stands beside them.

The same reckoning, by the same adopted texts, is made again when the act is recorded, and kept (office.time_kept).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from certwright.answers.why import Why, page_language
from certwright.answers.why import why as told_why
from certwright.core.dossiers import Application
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.kept import KeptReckoning, KeptTime
from certwright.core.reckoning.rule_book import Rules
from certwright.core.reckoning.say import number, refused
from certwright.office.case import Case
from certwright.office.gathering import kept_reckoning
from certwright.office.time_kept import CannotTell, read_told, reckoned, rule_book
from certwright.packs.model.management import ManagementStandard
from certwright.web.acting.choosing import Option
from certwright.web.acting.questions import RECKONING, Question
from certwright.web.acting.typed import Typed, is_blank
from certwright.web.acting.understood import understood

SELDOM = frozenset({"audit_kind", "sectors", "extra_days", "manual_days", "manual_reason", "kept"})
"""Facts that are asked for only now and then: they stand folded."""
_BY_CLASS = frozenset({"complexity", "complexity_reason"})
_BY_CATEGORY = frozenset({"categories", "studies"})


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What the facts come to: ``days`` in words and how, kept under ``digest``; or why there is no answer."""

    days: str = ""
    why: Why | None = None
    digest: str = ""
    refused: str = ""


def facts_of(case: Case) -> Typed:
    """The facts of the case that an audit time begins with: how many people the client stated."""
    own = case.opened()
    submitted = own.submitted if isinstance(own, Application) else None
    if submitted is None or submitted.transfer or submitted.personnel is None or not _is_system(case):
        return {}
    return {"personnel": str(submitted.personnel)}


def asked_here(question: Question, case: Case) -> tuple[Question, ...]:
    """The facts a reckoning needs by the rules of the case; none where nothing is reckoned."""
    if not _is_system(case):
        return tuple(part for part in question.parts if part.name == "kept") if case.certification else ()
    rules = _rules(case)
    left_out = set[str]()
    if rules and not (rules.rule_set.classes or rules.rule_set.manual_classes):
        left_out |= _BY_CLASS
    if rules is None or rules.pack.food_chain is None:
        left_out |= _BY_CATEGORY
    if rules is None or rules.pack.complexity is None:
        left_out.add("energy")
    return tuple(part for part in question.parts if part.name not in left_out)


def answered(question: Question, typed: Any, case: Case) -> Reckoned | None:
    """What was told comes to, or why it comes to nothing; ``None`` while nothing is told."""
    if is_blank(typed):
        return None
    try:
        found = _reckoning(question, typed, case)
    except CannotTell as cannot:
        return Reckoned(refused=why_not(cannot))
    days = number(found.exact_days, page_language()) if isinstance(found, KeptTime) else ""
    return Reckoned(days, told_why(found.derivation), found.digest)


def unreckoned(asked: Iterable[Question], typed: Typed, case: Case) -> Mapping[str, str]:
    """What keeps the reckonings of a form from coming out: by the path of the field at fault."""
    wrong = {}
    for question in asked:
        if question.widget != RECKONING or is_blank(typed.get(question.name)):
            continue
        try:
            _reckoning(question, typed[question.name], case)
        except CannotTell as cannot:
            wrong[".".join(filter(None, ("act", question.name, cannot.field)))] = why_not(cannot)
    return wrong


def why_not(cannot: BaseException) -> str:
    """Why nothing was reckoned, in the language of the page where the documents refuse it."""
    by_document = cannot.cannot if isinstance(cannot, CannotTell) else None
    return " ".join(refused(by_document, page_language())) if by_document else gettext(str(cannot))


def classes(case: Case) -> Iterable[Option]:
    """The classes of complexity or risk that the rules of the case know."""
    rules = _rules(case)
    known = (*rules.rule_set.classes, *rules.rule_set.manual_classes) if rules else ()
    return [Option(name, name) for name in known]


def sorts_of_work(case: Case) -> Iterable[Option]:
    """How people can be counted by the rules of the case."""
    rules = _rules(case)
    return [Option(rule.work, rule.work.replace("-", " ")) for rule in rules.countings()] if rules else []


def food_categories(case: Case) -> Iterable[Option]:
    """The categories of the food chain."""
    rules = _rules(case)
    chain = rules.pack.food_chain if rules else None
    return [Option(one.code, one.code) for one in chain.categories] if chain else []


def energy_factors(case: Case) -> Iterable[Option]:
    """What the complexity of an energy management system is scored from."""
    rules = _rules(case)
    score = rules.pack.complexity if rules else None
    return [Option(one.id, one.id.replace("-", " "), one.unit) for one in score.factors] if score else []


def _reckoning(question: Question, typed: Any, case: Case) -> KeptReckoning:
    facts = read_told(understood(question.parts, typed, lambda text, _: text))
    if not facts.kept:
        return reckoned(facts, case)
    found = kept_reckoning(facts.kept, case.using)
    if found is None:
        raise CannotTell("kept", gettext("No reckoning is kept under this digest."))
    return found


def _is_system(case: Case) -> bool:
    """Whether the case is about a management system; what cannot be told yet may be."""
    application, certification = case.application, case.certification
    if certification is not None:
        return certification.standard == "iso-iec-17021-1"
    if application is not None and application.submitted is not None:
        return application.submitted.standard == "iso-iec-17021-1"
    return case.pack is None or isinstance(case.pack, ManagementStandard)


def _rules(case: Case) -> Rules | None:
    pin = case.pin
    try:
        return rule_book(case).rules(pin.pack) if pin else None
    except CannotReckon:
        return None
