"""A laboratory, inspection body or agent as it is shown: what it may be used for, and by what right."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import Days, Fact, Group, Ref, Stands, Table, Value, word
from certwright.core.dossiers import Assignment, Provider


def _stands(provider: Provider, around: Around) -> Stands | None:
    if not provider.is_open:
        return None
    if provider.approved_on(around.day):
        return Stands(_("Approved"), "good")
    return Stands(_("Approval ended"), "warn") if provider.approved_from else Stands(_("Not approved"), "quiet")


def _says(provider: Provider, around: Around) -> tuple[Value, ...]:
    return (word(provider.what), word(provider.independence))


def _facts(provider: Provider, around: Around) -> Iterator[Group]:
    yield Group(
        _("The provider"),
        (
            Fact(_("Legal name"), provider.legal_name),
            Fact(_("Kind"), word(provider.what)),
            Fact(_("Independence"), word(provider.independence)),
            Fact(_("Consultancy"), word(provider.consultancy)),
        ),
    )
    yield Group(
        _("Our approval"),
        (
            Fact(
                _("Approved"), Days(provider.approved_from, provider.approved_until) if provider.approved_from else None
            ),
            Fact(_("Methods"), tuple(sorted(provider.approved_methods))),
            Fact(_("Justification"), provider.justification),
            Fact(_("Control measure"), provider.control_measure),
        ),
    )


def _tables(provider: Provider, around: Around) -> Iterator[Table]:
    yield Table(
        _("What it is accredited for"),
        (_("Method"), _("Standard"), _("Number"), _("Days"), _("Looked up")),
        tuple(
            (one.method, word(one.standard), one.number, Days(one.valid_from, one.valid_until), one.looked_up_on)
            for one in provider.accredited
        ),
        _("No accreditation was stated."),
    )
    yield Table(
        _("What we assessed ourselves"),
        (_("Method"), _("Assessed"), _("Valid until")),
        tuple((one.method, one.assessed_on, one.valid_until) for one in provider.assessed),
    )
    yield Table(
        _("Work for us"),
        (_("Assignment"), _("Client"), _("Days")),
        tuple(
            (Ref(one.id), Ref(one.client), Days(one.from_day, one.to_day))
            for one in around.linking(Assignment, "assignment.create", "assignment.order")
        ),
    )


PROVIDER = Kind(_says, _stands, _facts, _tables, linked=("assignment.create", "assignment.order"))
