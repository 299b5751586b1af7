"""An assignment as it is shown: what is to be looked at, by whom, what came out."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.certification import finding_stands
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.requirement import requirement_said
from certwright.answers.facts.sheet import Days, Fact, Group, Ref, Stands, Table, Value, Word, ref, refs, word
from certwright.core.acts.determination import ResultLine
from certwright.core.dossiers import Assignment, Finding, Sample
from certwright.core.dossiers.assignment_parts import Results

_MOST_RESULTS = 100


def _stands(assignment: Assignment, around: Around) -> Stands | None:
    if not assignment.is_open:
        return None
    if assignment.report:
        return Stands(_("Reported"), "good")
    if assignment.interrupted_on:
        return Stands(_("Interrupted"), "warn")
    if assignment.held_from:
        return Stands(_("Carried out, to be reported"), "info")
    if assignment.to_day and assignment.to_day < around.day:
        return Stands(_("Planned, and its days are over"), "bad")
    return Stands(_("Team confirmed"), "info") if assignment.confirmed_on else Stands(_("Being planned"), "quiet")


def _says(assignment: Assignment, around: Around) -> tuple[Value, ...]:
    return (ref(assignment.client), ref(assignment.certification), assignment.pin)


def _facts(assignment: Assignment, around: Around) -> Iterator[Group]:
    yield Group(
        _("The work"),
        (
            Fact(_("Kind"), word(assignment.what)),
            Fact(_("Planned"), Days(assignment.from_day, assignment.to_day) if assignment.from_day else None),
            Fact(_("Audit time"), assignment.audit_days, note=_("audit days of 8 hours")),
            Fact(_("Of that on site"), assignment.on_site_days, note=_("audit days of 8 hours")),
            Fact(_("Sites"), assignment.sites),
            Fact(
                _("Requirements"),
                tuple(requirement_said(around.pack_of(assignment), one) for one in assignment.requirements),
            ),
            Fact(_("Technical areas or categories"), assignment.areas),
            Fact(_("Done by"), ref(assignment.provider)),
            Fact(_("Method"), assignment.method),
            Fact(_("Announced"), word(assignment.announced)),
            Fact(_("Held because of"), word(assignment.because)),
            Fact(_("Looks at nonconformities"), refs(assignment.cures)),
        ),
    )
    yield Group(
        _("Team and plan"),
        (
            Fact(_("Team confirmed"), assignment.confirmed_on),
            Fact(_("Plan sent"), assignment.plan_sent_on),
            Fact(_("Ordered"), tuple(Ref(provider) for provider, _day in assignment.orders)),
        ),
    )
    yield _done(assignment)


def _done(assignment: Assignment) -> Group:
    report = assignment.report
    return Group(
        _("What was done"),
        (
            Fact(_("Carried out"), Days(assignment.held_from, assignment.held_to) if assignment.held_from else None),
            Fact(_("Present"), refs(assignment.present)),
            Fact(_("Sites seen"), assignment.seen_sites),
            Fact(_("Audit time spent"), assignment.actual_days, note=_("audit days of 8 hours")),
            Fact(_("Interrupted"), assignment.interrupted_on),
            Fact(_("Conclusion"), word(report.conclusion) if report else None),
            Fact(_("Reported by"), ref(report.author) if report else None),
            Fact(_("Report of"), report.on if report else None),
            Fact(_("Report sent to the client"), report.sent_on if report else None),
        ),
    )


def _tables(assignment: Assignment, around: Around) -> Iterator[Table]:
    yield Table(
        _("Team"),
        (_("Person"), _("Role"), _("Areas"), _("Appointed"), _("Released"), _("Accompanied by")),
        tuple(
            (Ref(one.person), Word(one.role), one.areas, one.appointed_on, one.released_on, ref(one.accompanied_by))
            for one in assignment.members
        ),
        _("Nobody is appointed yet."),
    )
    yield Table(
        _("Time of the team"),
        (_("Person"), _("On site"), _("Elsewhere"), _("For")),
        tuple((Ref(one.person), one.on_site, one.off_site, Word(one.activity)) for one in assignment.times),
    )
    yield Table(
        _("Objections of the client"),
        (_("Against"), _("Outcome")),
        tuple((Ref(one.person), word(one.outcome) or _("open")) for one in assignment.objections),
    )
    yield _results(assignment, around)
    found = around.linking(Finding, "finding.raise")
    yield Table(
        _("Nonconformities"),
        (_("Requirement"), _("Grade"), _("Raised"), _("Stands")),
        tuple((Ref(one.id), Word(one.grade), one.raised_on, finding_stands(one)) for one in found),
    )
    yield Table(
        _("Samples"),
        (_("Sample"), _("Product"), _("Drawn")),
        tuple((Ref(one.id), one.product, one.drawn_on) for one in around.linking(Sample, "sample.draw")),
    )


def _results(assignment: Assignment, around: Around) -> Table:
    """The results, those that are not met first: they are what people look for."""
    lines = [(line, made) for made in assignment.results for line in made.lines]
    lines.sort(key=lambda one: one[0].verdict != "not-met")
    return Table(
        _("Results"),
        (_("Requirement"), _("Verdict"), _("Measured"), _("Limit"), _("Examined"), _("By"), _("Sample"), _("Remark")),
        tuple(
            (requirement_said(around.pack_of(assignment), line.requirement), *_result(line, made))
            for line, made in lines[:_MOST_RESULTS]
        ),
        more=max(0, len(lines) - _MOST_RESULTS),
    )


def _result(line: ResultLine, made: Results) -> tuple[Value, ...]:
    by: Value = (Ref(made.whose), _(" (taken over)")) if made.taken_over else Ref(made.whose)
    return (Word(line.verdict), line.value, line.limit, made.examined_on, by, ref(line.sample), line.remark)


def _needs(assignment: Assignment) -> Iterable[str]:
    yield from (assignment.client, assignment.certification, f"pack:{assignment.standard}-time-limits")


ASSIGNMENT = Kind(_says, _stands, _facts, _tables, _needs, linked=("finding.raise", "sample.draw"))
