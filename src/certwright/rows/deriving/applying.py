"""The rows of enquiry, application and agreement."""

from collections.abc import Iterator

from certwright.core.dossiers import Agreement, Application, Enquiry
from certwright.rows.deriving.row import Made, day_of, row
from certwright.rows.models import AgreementRow, ApplicationRow, EnquiryRow


def of_enquiry(enquiry: Enquiry) -> Iterator[Made]:
    """The enquiry: when it came and when it was settled or declined."""
    if not enquiry.is_open:
        return
    yield row(
        EnquiryRow,
        client=enquiry.client or "",
        received_on=enquiry.received_on,
        information_sent_on=enquiry.information_sent_on,
        settled_on=day_of(enquiry, "enquiry.settle"),
        declined_on=day_of(enquiry, "enquiry.decline"),
        standard=enquiry.settled.standard if enquiry.settled else "",
    )


def of_application(application: Application) -> Iterator[Made]:
    """A row for each pack applied for."""
    submitted = application.submitted
    if submitted is None:
        return
    asked_on = day_of(application, "application.ask-for-more") if application.missing else None
    for pack in dict.fromkeys(submitted.packs):
        accepted = application.accepted.get(pack)
        yield row(
            ApplicationRow,
            pack=pack,
            standard=submitted.standard,
            client=submitted.client,
            enquiry=submitted.enquiry,
            received_on=submitted.signed_on,
            asked_on=asked_on,
            accepted_on=accepted.on if accepted else None,
            declined_on=application.declined.get(pack),
        )


def of_agreement(agreement: Agreement) -> Iterator[Made]:
    """The agreement: with whom, for what, between which days."""
    if agreement.is_open:
        yield row(
            AgreementRow,
            client=agreement.client,
            packs=sorted(agreement.packs),
            valid_from=agreement.valid_from,
            last_day=agreement.last_day,
        )
