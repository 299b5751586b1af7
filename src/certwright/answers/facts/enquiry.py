"""An enquiry as it is shown: what was asked, and which standard it was settled to be for."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import Fact, Group, PackRef, Ref, Stands, Table, Value, ref, word
from certwright.core.dossiers import Application, Enquiry


def _stands(enquiry: Enquiry, around: Around) -> Stands | None:
    if not enquiry.is_open:
        return None
    if enquiry.declined:
        return Stands(_("Declined"), "quiet")
    if enquiry.settled:
        return Stands(_("Settled"), "good")
    return Stands(_("To be settled"), "info") if enquiry.answers else Stands(_("Questions open"), "warn")


def _says(enquiry: Enquiry, around: Around) -> tuple[Value, ...]:
    settled = enquiry.settled
    packs = tuple(PackRef(pack) for pack in settled.packs) if settled else ()
    return (ref(enquiry.client), packs, word(settled.standard) if settled else None)


def _facts(enquiry: Enquiry, around: Around) -> Iterator[Group]:
    answers, settled = enquiry.answers, enquiry.settled
    yield Group(
        _("What was asked"),
        (
            Fact(_("Received"), enquiry.received_on),
            Fact(_("Client"), ref(enquiry.client)),
            Fact(_("Wants certified"), word(answers.object) if answers else None),
            Fact(_("A mark on the product"), word(answers.wants_mark_on_product) if answers else None),
            Fact(_("To conform with"), answers.conforms_with if answers else None),
            Fact(_("Demanded by"), word(answers.demanded_by) if answers else None),
            Fact(_("Countries"), answers.countries if answers else None),
            Fact(_("Needs to be accredited"), word(answers.needs_accredited) if answers else None),
        ),
    )
    if settled:
        yield Group(
            _("How it was settled"),
            (
                Fact(_("Object"), word(settled.object)),
                Fact(_("Accreditation standard"), word(settled.standard)),
                Fact(_("Standards and schemes"), tuple(PackRef(pack) for pack in settled.packs)),
                Fact(_("Accreditation"), word(settled.accredited)),
                Fact(_("Our accreditation"), ref(settled.accreditation)),
                Fact(_("Why"), settled.why),
                Fact(_("What it is not"), settled.is_not),
            ),
        )
    yield Group(_("Information"), (Fact(_("Sent"), enquiry.information_sent_on),))


def _tables(enquiry: Enquiry, around: Around) -> Iterator[Table]:
    yield Table(
        _("Applications that came of it"),
        (_("Application"), _("Signed")),
        tuple(
            (Ref(one.id), one.submitted.signed_on if one.submitted else None)
            for one in around.linking(Application, "application.submit")
        ),
    )


ENQUIRY = Kind(_says, _stands, _facts, _tables, linked=("application.submit",))
