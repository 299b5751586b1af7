"""A sample as it is shown: where it came from and whose hands it went through."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.certification import holder
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import Fact, Group, Stands, Table, Value, Word, ref, word
from certwright.core.dossiers import Sample


def _stands(sample: Sample, around: Around) -> Stands | None:
    if not sample.is_open:
        return None
    if sample.harmed_by(around.day):
        return Stands(_("Harmed on its way"), "bad")
    if sample.disposed:
        return Stands(_("Kept as a reference"), "info") if sample.there_on(around.day) else Stands(_("Gone"), "quiet")
    return Stands(_("At hand"), "good")


def _says(sample: Sample, around: Around) -> tuple[Value, ...]:
    return (sample.product, ref(sample.certification), ref(sample.assignment))


def _facts(sample: Sample, around: Around) -> Iterator[Group]:
    yield Group(
        _("The sample"),
        (
            Fact(_("Product"), sample.product),
            Fact(_("Pieces"), sample.size),
            Fact(_("Drawn"), sample.drawn_on),
            Fact(_("Drawn by"), ref(sample.drawn_by) or word(sample.drawer)),
            Fact(_("Of"), word(sample.origin)),
            Fact(_("Size of the lot"), sample.lot_size),
            Fact(_("Sampling plan"), sample.sampling),
            Fact(_("Seals"), sample.seals),
            Fact(_("At the end"), word(sample.disposed)),
            Fact(_("On"), sample.disposed_on),
        ),
    )


def _tables(sample: Sample, around: Around) -> Iterator[Table]:
    yield Table(
        _("In whose hands"),
        (_("Since"), _("With"), _("Condition")),
        tuple((held.since, holder(held.holder), Word(held.condition)) for held in sample.custody),
    )


SAMPLE = Kind(_says, _stands, _facts, _tables)
