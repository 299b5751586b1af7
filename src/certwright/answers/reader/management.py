"""A management-system standard as it is read: what certification to it asks beyond ISO/IEC 17021-1."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from certwright.answers.facts.sheet import Fact, PackRef, Table, Value, Word
from certwright.answers.pack_names import titled
from certwright.answers.reader.chapter import Chapter, Entry, Reading, stated
from certwright.answers.reader.competence import competence
from certwright.packs.model.management import ManagementStandard, Transition
from certwright.packs.model.uncertain import NoneBecause


def chapters(standard: ManagementStandard, reading: Reading) -> Iterator[Chapter]:
    """The chapters of a management-system standard."""
    yield Chapter(
        "basis",
        _("The standard"),
        facts=stated(
            Fact(_("Standard"), standard.standard),
            Fact(_("Sector documents"), standard.sector_documents),
            Fact(_("Accreditation"), standard.accreditation),
            Fact(_("Technical areas"), standard.areas.says),
            Fact(_("Audit time is reckoned by"), PackRef(standard.audit_time.pack)),
            Fact(_("Time limits"), PackRef(standard.cycle_limits)),
        ),
        tables=(Table(_("Areas"), (_("Code"), _("Title")), tuple((a.code, a.title) for a in standard.areas.own)),),
    )
    yield _clauses(standard)
    yield _extra(standard, reading)
    yield _time(standard, reading)
    yield from _lists(standard)
    yield competence(standard.competence)


def _clauses(standard: ManagementStandard) -> Chapter:
    excluded = any(clause.may_be_excluded for clause in standard.clauses)
    head = (_("Clause"), _("Title"), _("May be left out")) if excluded else (_("Clause"), _("Title"))

    def row(number: str, title: str, *, may: Value) -> tuple[Value, ...]:
        return (number, title, may) if excluded else (number, title)

    rows = tuple(
        row(clause.id, titled(clause.title), may=_("where it does not apply") if clause.may_be_excluded else None)
        for clause in standard.clauses
    )
    return Chapter(
        "clauses", _("What is audited"), _("Clause by clause, in our own titles."), tables=(Table("", head, rows),)
    )


def _extra(standard: ManagementStandard, reading: Reading) -> Chapter:
    rules = standard.extra_rules
    if isinstance(rules, NoneBecause):
        return Chapter(
            "sector", _("Rules of the sector"), facts=(Fact(_("None beyond ISO/IEC 17021-1"), rules.none_because),)
        )
    return Chapter(
        "sector",
        _("Rules of the sector"),
        entries=tuple(
            Entry(
                f"rule-{rule.id}",
                rule.title,
                rule.source.clause or "",
                rule.says,
                stated(
                    Fact(_("Force"), _("demanded") if rule.force == "hard" else _("choice of the body")),
                    Fact(_("Value"), reading.value(rule.value) if rule.value else None),
                ),
                rule.source,
            )
            for rule in rules
        ),
    )


def _time(standard: ManagementStandard, reading: Reading) -> Chapter:
    changed = Table(
        _("Time limits made stricter"),
        (_("Limit"), _("Period"), _("Source")),
        tuple(
            (Word(each.limit), reading.value(each.period), f"{each.source.document} {each.source.clause or ''}".strip())
            for each in standard.limit_changes
        ),
    )
    return Chapter(
        "transitions",
        _("Editions and their transitions"),
        entries=tuple(_transition(at, each, reading) for at, each in enumerate(standard.transitions, 1)),
        tables=(changed,),
    )


def _transition(at: int, each: Transition, reading: Reading) -> Entry:
    return Entry(
        f"transition-{at}",
        _("From edition %(old)s to %(new)s") % {"old": each.from_edition, "new": each.to_edition},
        says=each.says,
        facts=stated(
            Fact(_("Last initial decision on the old one"), _day(each.last_initial, reading)),
            Fact(_("Last renewal on the old one"), _day(each.last_recertification, reading)),
            Fact(_("Ends"), _day(each.ends, reading)),
            Fact(
                _("Audit time at least"),
                tuple((Word(one.audit), ": ", reading.value(one.audit_days, "audit days")) for one in each.extra_time),
            ),
        ),
        source=each.source,
    )  # fmt: skip


def _day(given: object, reading: Reading) -> Value:
    return given if isinstance(given, date) else reading.value(given)


def _lists(standard: ManagementStandard) -> Iterator[Chapter]:
    documents = tuple((each.clause, each.title) for each in standard.documents_asked)
    yield Chapter(
        "papers",
        _("What is asked of papers"),
        facts=stated(
            Fact(_("An application also says"), standard.application_items),
            Fact(_("A report also covers"), standard.report_items),
            Fact(_("A certificate also says"), standard.certificate_items),
            Fact(_("Every surveillance looks at"), standard.every_surveillance),
        ),
        tables=(Table(_("Documented information of the client"), (_("Clause"), _("Title")), documents),),
    )
