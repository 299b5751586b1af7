"""The certification body as it is shown: who answers in law, what it chose, what threatens its impartiality."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.client import legal_entity
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import (
    Clause,
    Days,
    Fact,
    Group,
    Period,
    Stands,
    Table,
    Value,
    Word,
    ref,
    refs,
    word,
    words,
)
from certwright.answers.words import in_words
from certwright.core.dossiers import Body


def _stands(body: Body, around: Around) -> Stands | None:
    due = [one for one in body.threats if one.look_again_on is None or one.look_again_on < around.day]
    if any(one.residual != "eliminated" for one in due):
        return Stands(_("A threat to impartiality is to be looked at"), "warn")
    return None


def _says(body: Body, around: Around) -> tuple[Value, ...]:
    return (words(body.standards_in_use),)


def _facts(body: Body, around: Around) -> Iterator[Group]:
    yield legal_entity(body.legal_entity)
    yield Group(
        _("Founded"),
        (
            Fact(_("Standards in use"), words(body.standards_in_use)),
            Fact(_("Days are counted in"), body.time_zone),
            Fact(_("Founded by"), ref(body.founder)),
            Fact(_("First to authorise people"), ref(body.first_authoriser)),
            Fact(_("Records are kept for"), Period(body.retention_months, "months")),
        ),
    )
    chosen = body.periods
    yield Group(
        _("Periods the body chose"),
        (
            Fact(_("Distance of consultants from review and decision"), Period(chosen.product_distance, "months")),
            Fact(_("Distance from earlier work for a client"), Period(chosen.distance, "months")),
            Fact(_("To acknowledge a complaint or an appeal"), Period(chosen.acknowledgement, "working days")),
            Fact(_("Between two looks at an auditor on site"), Period(chosen.on_site_evaluation, "months")),
            Fact(_("Between two looks at a threat"), Period(chosen.threat_review, "months")),
            Fact(_("Basis"), in_words(chosen.basis)),
        ),
    )


def _tables(body: Body, around: Around) -> Iterator[Table]:
    yield Table(
        _("Related bodies"),
        (_("Name"), _("Control"), _("Does"), _("For"), _("Our people there"), _("Days")),
        tuple(
            (
                one.name,
                Word(one.control),
                words(tuple(sorted(one.activities))),
                refs(one.clients),
                refs(one.people),
                Days(one.from_day, one.until_day),
            )
            for one in body.related
        ),
    )
    yield Table(
        _("Threats to impartiality"),
        (_("About"), _("What remains"), _("Look again")),
        tuple(
            (ref(one.client) or _("the body"), word(one.residual) or _("not treated yet"), one.look_again_on)
            for one in body.threats
        ),
        _("None was found."),
    )
    yield Table(
        _("Internal audits"),
        (_("Audit"), _("Auditors"), _("Looks at"), _("Held")),
        tuple(
            (
                one.audit,
                refs(one.auditors),
                tuple(Clause(cited) for cited in one.clauses),
                one.held_to or _("planned"),
            )
            for one in body.internal_audits
        ),
    )


BODY_KIND = Kind(_says, _stands, _facts, _tables)
