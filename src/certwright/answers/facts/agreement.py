"""A certification agreement as it is shown: between whom, for what, and where it answers each duty."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import Clause, Days, Fact, Group, PackRef, Stands, Table, Value, ref
from certwright.core.dossiers import Agreement


def agreement_stands(agreement: Agreement, around: Around) -> Stands | None:
    """Whether it binds both sides on the day."""
    if agreement.valid_from is None:
        return None
    if agreement.in_force_on(around.day):
        return Stands(_("In force"), "good")
    return Stands(_("Not yet in force"), "info") if around.day < agreement.valid_from else Stands(_("Ended"), "quiet")


def _says(agreement: Agreement, around: Around) -> tuple[Value, ...]:
    return (ref(agreement.client), tuple(PackRef(pack) for pack in sorted(agreement.packs)))


def _facts(agreement: Agreement, around: Around) -> Iterator[Group]:
    yield Group(
        _("The agreement"),
        (
            Fact(_("Client"), ref(agreement.client)),
            Fact(_("In force"), Days(agreement.valid_from, agreement.last_day) if agreement.valid_from else None),
            Fact(_("Standards and schemes"), tuple(PackRef(pack) for pack in sorted(agreement.packs))),
            Fact(_("Sites"), tuple(sorted(agreement.sites))),
            Fact(_("Template"), ref(agreement.template)),
            Fact(_("Version of the template"), agreement.template_version),
        ),
    )


def _tables(agreement: Agreement, around: Around) -> Iterator[Table]:
    yield Table(
        _("Where it answers the duties"),
        (_("Clause"), _("Paragraph")),
        tuple((Clause(duty.clause), duty.paragraph) for duty in agreement.duties),
        readers="all",
    )


def _needs(agreement: Agreement) -> Iterable[str]:
    yield agreement.client


AGREEMENT = Kind(_says, agreement_stands, _facts, _tables, _needs)
