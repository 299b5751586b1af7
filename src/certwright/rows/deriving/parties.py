"""The rows of the body, its people and committees, clients and providers, and of what the body itself works by."""

from collections.abc import Iterator
from itertools import product

from certwright.core.dossiers import (
    Body,
    Client,
    Committee,
    ControlledDocument,
    OwnAccreditation,
    PackDossier,
    Person,
    Provider,
)
from certwright.rows.deriving.row import Made, day_of, row
from certwright.rows.models import (
    AccreditationRow,
    AdoptionRow,
    AuthorisationRow,
    BodyRow,
    ClaimRow,
    ClientRow,
    CommitteeRow,
    DocumentRow,
    PersonRow,
    ProviderRow,
    SeatRow,
    SiteRow,
    ThreatRow,
)


def of_body(body: Body) -> Iterator[Made]:
    """The body once it is founded, and the threats to its impartiality."""
    if body.is_open:
        yield row(
            BodyRow,
            name=body.title,
            time_zone=body.time_zone,
            founder=body.founder or "",
            first_authoriser=body.first_authoriser or "",
        )
    for threat in body.threats:
        yield row(
            ThreatRow,
            act_id=threat.act,
            client=threat.client or "",
            identified_on=body.acts[threat.act].effective_on,
            residual=threat.residual,
            look_again_on=threat.look_again_on,
        )


def of_client(client: Client) -> Iterator[Made]:
    """The client, its sites, and its register number, which belongs to it alone."""
    entity = client.legal_entity
    if entity is None:
        return
    number = entity.register_number or ""
    yield row(
        ClientRow,
        name=entity.name,
        status=client.status,
        country=entity.country,
        town=entity.town,
        register_number=number,
        sites=len(client.sites),
    )
    for site in client.sites:
        yield row(SiteRow, code=site.code, name=site.name, town=site.town, country=site.country)
    if number:
        value = " / ".join((entity.country, (entity.register_name or "").casefold(), number.casefold()))
        yield row(ClaimRow, scope="client.register-number", value=value)


def of_person(person: Person) -> Iterator[Made]:
    """The person and what they are authorised for."""
    if not person.is_open:
        return
    name = person.particulars.name if person.particulars else ""
    yield row(PersonRow, name=name, basis=person.basis, since=person.since)
    for held in person.authorisations:
        for pack, (first, last) in product(held.packs or ("",), held.in_force()):
            yield row(
                AuthorisationRow,
                act_id=held.act,
                function=held.function.value,
                pack=pack,
                areas=list(held.areas),
                valid_from=first,
                valid_until=last,
            )


def of_committee(committee: Committee) -> Iterator[Made]:
    """The committee and its seats."""
    if not committee.is_open:
        return
    yield row(
        CommitteeRow,
        purpose=committee.purpose,
        quorum=committee.quorum,
        founded_on=day_of(committee, "committee.found"),
        last_session_on=day_of(committee, "committee.hold-session"),
    )
    for number, seat in enumerate(committee.seats, 1):
        yield row(
            SeatRow,
            number=number,
            person=seat.person,
            interest=seat.interest,
            first_day=seat.first_day,
            last_day=seat.last_day,
        )


def of_provider(provider: Provider) -> Iterator[Made]:
    """The provider and its approval."""
    if provider.is_open:
        yield row(
            ProviderRow,
            name=provider.legal_name,
            what=provider.what,
            methods=len(provider.approved_methods),
            approved_from=provider.approved_from,
            approved_until=provider.approved_until,
        )


def of_accreditation(held: OwnAccreditation) -> Iterator[Made]:
    """An accreditation of the body."""
    if held.is_open:
        yield row(
            AccreditationRow,
            accreditation_body=held.accreditation_body,
            standard=held.standard,
            number=held.number,
            valid_from=held.valid_from,
            valid_until=held.valid_until,
        )


def of_pack(pack: PackDossier) -> Iterator[Made]:
    """The adopted texts of the pack."""
    for adopted in pack.adoptions:
        yield row(
            AdoptionRow,
            act_id=adopted.act,
            pack=pack.name,
            edition=adopted.edition,
            text_digest=adopted.text,
            adopted_on=adopted.adopted_on,
        )


def of_document(document: ControlledDocument) -> Iterator[Made]:
    """The document with its version released last."""
    if document.is_open:
        version, first = document.versions[-1] if document.versions else ("", None)
        yield row(
            DocumentRow,
            title=document.title,
            version=version,
            in_force_from=first,
            last_day=document.last_day,
        )
