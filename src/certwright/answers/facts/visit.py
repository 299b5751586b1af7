"""A visit as it is shown: what is done together, where and when."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import Days, Fact, Group, Ref, Stands, Table, Value, Word, ref, refs, word
from certwright.core.dossiers import Assignment, Visit


def _stands(visit: Visit, around: Around) -> Stands | None:
    if visit.to_day is None:
        return None
    if visit.called_off_on:
        return Stands(_("Called off"), "quiet")
    return Stands(_("Planned"), "info") if around.day <= visit.to_day else Stands(_("Over"), "quiet")


def _says(visit: Visit, around: Around) -> tuple[Value, ...]:
    return (ref(visit.client), word(visit.how))


def _facts(visit: Visit, around: Around) -> Iterator[Group]:
    yield Group(
        _("The visit"),
        (
            Fact(_("Client"), ref(visit.client)),
            Fact(_("Site"), visit.site),
            Fact(_("Days"), Days(visit.from_day, visit.to_day) if visit.from_day else None),
            Fact(_("Together"), word(visit.how)),
            Fact(_("Called off"), visit.called_off_on),
        ),
    )


def _tables(visit: Visit, around: Around) -> Iterator[Table]:
    yield Table(
        _("Assignments"),
        (_("Assignment"), _("Kind"), _("Standard or scheme"), _("Team")),
        tuple(
            (Ref(one.id), Word(one.what), one.pin, refs(tuple(member.person for member in one.serving_members)))
            for one in around.of(Assignment, visit.assignments)
        ),
    )


def _needs(visit: Visit) -> Iterable[str]:
    yield from (visit.client, *visit.assignments)


VISIT = Kind(_says, _stands, _facts, _tables, _needs)
