"""Audit time of one management system at one site (IAF MD 5, MD 9, ISO/IEC 27006-1, ISO 50003)."""

from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from certwright.core.reckoning.audit_time import Activity, Adjustment, AuditTimeQuestion, Policy, audit_time
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import Language, number
from certwright.packs.model.audit_time import AuditKind, RoundingPolicy
from certwright.web.calculators.calculator import Calculator, Figure, Question, Result
from certwright.web.calculators.given import Given

STANDARDS = {
    "iso-9001": "ISO 9001",
    "iso-14001": "ISO 14001",
    "iso-45001": "ISO 45001",
    "iso-iec-27001": "ISO/IEC 27001",
    "iso-13485": "ISO 13485",
}
AUDITS = {
    AuditKind.INITIAL.value: _("Initial certification"),
    AuditKind.SURVEILLANCE.value: _("Surveillance, all visits of a year"),
    AuditKind.RECERTIFICATION.value: _("Recertification"),
}
CLASSES = {"": _("as its activities say"), **{name: name for name in ("high", "medium", "low", "limited")}}
ROUNDINGS = {
    "": _("as the document says"),
    RoundingPolicy.NEAREST_HALF.value: _("to the nearest half day"),
    RoundingPolicy.UP_HALF.value: _("up to the next half day"),
}

QUESTIONS = (
    Question("standard", _("Standard"), choices=STANDARDS),
    Question("audit", _("Audit"), choices=AUDITS),
    Question(
        "personnel",
        _("Effective number of personnel"),
        _("All who work within the scope, part-time and repetitive work counted as the document says."),
        usual="55",
        slides=(1, 1_000),
    ),
    Question("complexity", _("Complexity or risk"), choices=CLASSES),
    Question("complexity_reason", _("Why this class"), optional=True),
    Question("activity", _("Sector code"), _("IAF ID 1, such as 17."), optional=True),
    Question("reduce", _("Reduction in per cent"), usual="0", slides=(0, 50), optional=True),
    Question("reduce_reason", _("Why it is reduced"), optional=True),
    Question("increase", _("Increase in per cent"), usual="0", slides=(0, 50), optional=True),
    Question("increase_reason", _("Why it is increased"), optional=True),
    Question("rounding", _("Rounding"), choices=ROUNDINGS),
)


def _reckon(given: Given, book: RuleBook, language: Language) -> Result:
    code = given.text("activity")
    rounding = given.choice("rounding", {name: name for name in ROUNDINGS})
    question = AuditTimeQuestion(
        standard=given.choice("standard", STANDARDS),
        personnel=given.needed("personnel"),
        audit=AuditKind(given.choice("audit", {name: name for name in AUDITS})),
        complexity=given.choice("complexity", {name: name for name in CLASSES}),
        complexity_reason=given.text("complexity_reason"),
        activities=(Activity(int(code)),) if code.isdecimal() and len(code) < 4 else (),
        adjustments=tuple(_adjustments(given)),
    )
    time = audit_time(question, book, Policy(RoundingPolicy(rounding) if rounding else None))
    figures = [
        Figure(_("Audit days"), number(time.days, language)),
        Figure(_("By the table"), number(time.table_days, language)),
        Figure(_("Least on site"), number(time.on_site, language)),
    ]
    if len(time.stages) == 2:
        figures += [
            Figure(_("Stage 1"), number(time.stages[0], language)),
            Figure(_("Stage 2"), number(time.stages[1], language)),
        ]
    return Result(tuple(figures), time.derivation, justified=True)


def _adjustments(given: Given) -> list[Adjustment]:
    signs = (("reduce", -1), ("increase", 1))
    found = [(sign * (given.number(name) or Fraction(0)), given.text(f"{name}_reason")) for name, sign in signs]
    return [Adjustment(percent, why) for percent, why in found if percent]


AUDIT_TIME = Calculator(
    "audit-time",
    _("Audit time"),
    _("Audit days of one management system at one site, by the tables of the mandatory documents."),
    "clock",
    QUESTIONS,
    _reckon,
)
