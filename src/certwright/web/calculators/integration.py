"""Audit days of two or three integrated management systems (IAF MD 11)."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from certwright.core.reckoning.integration import IntegrationQuestion, Part, integrated_time
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import Language, number
from certwright.web.calculators.audit_time import STANDARDS
from certwright.web.calculators.calculator import Calculator, Figure, Question, Result, Words
from certwright.web.calculators.given import Given

MOST = 3
"""Systems that can be asked for on the page; the command line takes any number."""

EACH: Mapping[str, Words] = {"": _("none"), **STANDARDS}
ABILITIES = {"all": _("every auditor is qualified for all of them"), "one": _("each auditor for one of them")}


def _parts() -> list[Question]:
    found = []
    for at, (standard, days) in enumerate((("iso-9001", "6"), ("iso-14001", "5"), ("", "")), 1):
        found.append(Question(f"standard_{at}", _("Standard"), choices=EACH, usual=standard, optional=at > 2))
        found.append(
            Question(f"days_{at}", _("Its exact audit days alone"), usual=days, slides=(0, 40), optional=at > 2)
        )
    return found


QUESTIONS = (
    *_parts(),
    Question(
        "met", _("Criteria of integration that are met"), _("Out of all the document lists."), usual="5", slides=(0, 7)
    ),
    Question("team", _("The team"), choices=ABILITIES),
    Question("auditors", _("Auditors"), usual="2", slides=(1, 10)),
)


def _reckon(given: Given, book: RuleBook, language: Language) -> Result:
    parts = [part for at in range(1, MOST + 1) if (part := _part(given, at))]
    criteria = [criterion.id for criterion in book.integration().criteria]
    met = dict.fromkeys(criteria[: max(0, given.whole("met"))], True)
    standards = [part.standard for part in parts]
    auditors = range(max(1, min(given.whole("auditors"), 50)))
    if given.choice("team", {name: name for name in ABILITIES}) == "all":
        team = tuple(frozenset(standards) for _auditor in auditors)
    else:
        team = tuple(frozenset({standards[at % len(standards)]}) for at in auditors) if standards else ()
    time = integrated_time(IntegrationQuestion(tuple(parts), met, team), book)
    figures = (
        Figure(_("Audit days together"), number(time.days, language)),
        Figure(_("One after the other"), number(time.total, language)),
        Figure(_("Reduction in per cent"), number(time.reduction, language)),
    )
    return Result(figures, time.derivation)


def _part(given: Given, at: int) -> Part | None:
    standard = given.choice(f"standard_{at}", {name: name for name in EACH})
    if not standard:
        return None
    return Part(standard, given.needed(f"days_{at}") or Fraction(0))


INTEGRATION = Calculator(
    "integration",
    _("Integrated audits"),
    _("Audit days when several management systems are audited together, and how much may be saved."),
    "combine",
    QUESTIONS,
    _reckon,
)
