"""An application as it is shown: what was applied for, what it said, what became of it pack by pack."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import Fact, Group, PackRef, Ref, Stands, Table, Value, ref, word
from certwright.core.acts.application import SubmitApplication
from certwright.core.dossiers import Application, Certification


def _stands(application: Application, around: Around) -> Stands | None:
    submitted = application.submitted
    if submitted is None:
        return None
    settled = {*application.accepted, *application.declined}
    if application.missing:
        return Stands(_("Waits for the client"), "warn")
    if not settled.issuperset(submitted.packs):
        return Stands(_("To be reviewed"), "info")
    if not application.accepted:
        return Stands(_("Declined"), "bad")
    return Stands(_("Accepted in part"), "warn") if application.declined else Stands(_("Accepted"), "good")


def _says(application: Application, around: Around) -> tuple[Value, ...]:
    submitted = application.submitted
    packs = tuple(PackRef(pack) for pack in submitted.packs) if submitted else ()
    return (ref(application.client), packs, word(submitted.standard) if submitted else None)


def _facts(application: Application, around: Around) -> Iterator[Group]:
    submitted = application.submitted
    if submitted is None:
        return
    yield Group(_("Still missing"), (Fact(_("Asked for"), application.missing),))
    yield _asked(submitted)
    yield _about_client(submitted)
    yield Group(
        _("What the standard or scheme asks"),
        tuple(Fact(each.field, each.says, note=each.pack) for each in submitted.fields),
    )
    transfer = submitted.transfer
    if transfer:
        yield Group(
            _("Certification of another body to be taken over"),
            (
                Fact(_("Issued by"), transfer.issuer),
                Fact(_("Number"), transfer.number),
                Fact(_("Its state"), word(transfer.status)),
                Fact(_("Confirmed with the issuer"), transfer.confirmed_on),
                Fact(_("Its last day"), transfer.last_day),
                Fact(_("Arrangement"), transfer.arrangement),
                Fact(_("Issuer ceased"), transfer.ceased_on),
                Fact(_("Open nonconformities"), transfer.open_nonconformities),
                Fact(_("Complaints"), transfer.complaints),
                Fact(_("Last surveillance"), transfer.last_surveillance),
                Fact(_("Reason"), transfer.reason),
            ),
        )


def _asked(submitted: SubmitApplication) -> Group:
    return Group(
        _("What is applied for"),
        (
            Fact(_("Scope"), submitted.scope),
            Fact(_("Object"), word(submitted.object_kind)),
            Fact(_("Accreditation"), word(submitted.accredited)),
            Fact(_("Sites"), submitted.sites),
            Fact(_("Products"), tuple(f"{item.name} ({item.code})" for item in submitted.products)),
            Fact(_("Processes"), submitted.processes),
            Fact(_("Outsourced"), submitted.outsourced),
            Fact(_("Legal obligations"), submitted.legal_obligations),
            Fact(_("Signed by the client"), submitted.signed_on),
            Fact(_("Enquiry"), ref(submitted.enquiry)),
        ),
    )


def _about_client(submitted: SubmitApplication) -> Group:
    consultancy = tuple(
        f"{one.by}: {one.about}" + (f" ({one.until.isoformat()})" if one.until else "") for one in submitted.consultancy
    )
    return Group(
        _("The client says"),
        (
            Fact(_("People"), submitted.personnel),
            Fact(_("Consultancy"), consultancy or word(submitted.consultancy_answer)),
            Fact(_("Certificates it holds"), submitted.existing_certificates),
            Fact(_("Represented by"), ref(submitted.representative)),
        ),
    )


def _tables(application: Application, around: Around) -> Iterator[Table]:
    submitted = application.submitted
    opened = {one.pin.pack: one.id for one in around.linking(Certification, "certification.open") if one.pin}
    rows = []
    for pack in submitted.packs if submitted else ():
        review = application.accepted.get(pack)
        outcome = _("Accepted") if review else _("Declined") if pack in application.declined else _("Open")
        by = application.acts[review.act].actor if review else None
        rows.append((PackRef(pack), outcome, review.on if review else None, ref(by), ref(opened.get(pack))))
    yield Table(
        _("Review, pack by pack"),
        (_("Standard or scheme"), _("Outcome"), _("Day"), _("By"), _("Certification")),
        tuple(rows),
    )
    yield Table(
        _("Results of before the application"),
        (_("Reference"), _("Issued by"), _("Issued"), _("Product"), _("Taken over by")),
        tuple(
            (
                one.reference,
                one.issuer,
                one.issued_on,
                one.product,
                next((Ref(made.by) for made in application.prior_results if made.reference == one.reference), None),
            )
            for one in (submitted.prior_results if submitted else ())
        ),
        readers="all",
    )


def _needs(application: Application) -> Iterable[str]:
    yield application.client


APPLICATION = Kind(_says, _stands, _facts, _tables, _needs, linked=("certification.open",))
