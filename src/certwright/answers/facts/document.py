"""A controlled document as it is shown: what it answers, and in which version it is in force."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import Clause, Fact, Group, Stands, Table, Value
from certwright.core.dossiers import ControlledDocument


def _stands(document: ControlledDocument, around: Around) -> Stands | None:
    if not document.is_open:
        return None
    if document.version_on(around.day):
        return Stands(_("In force"), "good")
    return Stands(_("Withdrawn"), "quiet") if document.last_day else Stands(_("Not released"), "warn")


def _says(document: ControlledDocument, around: Around) -> tuple[Value, ...]:
    return (tuple(Clause(cited) for cited in document.answers[:3]),)


def _facts(document: ControlledDocument, around: Around) -> Iterator[Group]:
    yield Group(
        _("The document"),
        (
            Fact(_("Title"), document.document_title),
            Fact(_("Version in force"), document.version_on(around.day)),
            Fact(_("Answers"), tuple(Clause(cited) for cited in document.answers)),
            Fact(_("Last day"), document.last_day),
        ),
    )


def _tables(document: ControlledDocument, around: Around) -> Iterator[Table]:
    yield Table(
        _("Versions"),
        (_("Version"), _("In force from")),
        tuple(reversed(document.versions)),
        _("No version was released yet."),
    )


DOCUMENT = Kind(_says, _stands, _facts, _tables)
