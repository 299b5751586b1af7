"""A client as it is shown: its legal entity, and everything the body does with it."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.agreement import agreement_stands
from certwright.answers.facts.application import APPLICATION
from certwright.answers.facts.certification import certification_stands
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.matter import matter_stands
from certwright.answers.facts.sheet import Days, Fact, Group, Ref, Stands, Table, Value, Word, ref, word
from certwright.core.acts.body import LegalEntity
from certwright.core.dossiers import Agreement, Application, Certification, Client, Enquiry, Matter, Person, Visit
from certwright.core.dossiers.certification import LASTING

CERTIFICATION_BEGINS = ("certification.open", "certification.take-over")
"""The acts that name the client of a certification as they begin its dossier."""


def _stands(client: Client, around: Around) -> Stands | None:
    held = around.linking(Certification, *CERTIFICATION_BEGINS)
    lasting = [one for one in held if one.standing(around.day) in LASTING]
    if lasting:
        return Stands(_("Certified"), "good")
    return Stands(_("In evaluation"), "info") if held else Stands(_("Not certified"), "quiet")


def _says(client: Client, around: Around) -> tuple[Value, ...]:
    entity = client.legal_entity
    return (f"{entity.town}, {entity.country}", entity.form) if entity else ()


def legal_entity(entity: LegalEntity | None) -> Group:
    """A legal entity as its register knows it."""
    if entity is None:
        return Group(_("Legal entity"), ())
    register = ", ".join(part for part in (entity.register_name, entity.register_number) if part)
    town = " ".join(part for part in (entity.postal_code, entity.town) if part)
    address = ", ".join(part for part in (entity.street, town, entity.country) if part)
    return Group(
        _("Legal entity"),
        (
            Fact(_("Name"), entity.name),
            Fact(_("Legal form"), entity.form),
            Fact(_("Register"), register),
            Fact(_("Address"), address),
        ),
    )


def _facts(client: Client, around: Around) -> Iterator[Group]:
    yield legal_entity(client.legal_entity)
    yield Group(
        _("The client"),
        (Fact(_("Status"), word(client.status)), Fact(_("Proprietor"), ref(client.proprietor))),
    )


def _tables(client: Client, around: Around) -> Iterator[Table]:
    yield Table(
        _("Certifications"),
        (_("Certification"), _("Standard or scheme"), _("Stands"), _("Last day")),
        tuple(
            (Ref(one.id), one.pin, certification_stands(one, around), one.last_day)
            for one in around.linking(Certification, *CERTIFICATION_BEGINS)
        ),
        _("None yet."),
        readers="all",
    )
    yield Table(
        _("Applications"),
        (_("Application"), _("Signed"), _("Stands")),
        tuple(
            (Ref(one.id), one.submitted.signed_on if one.submitted else None, APPLICATION.stands(one, around))
            for one in around.linking(Application, "application.submit")
        ),
        readers="all",
    )
    yield Table(
        _("Agreements"),
        (_("Agreement"), _("In force"), _("Stands")),
        tuple(
            (Ref(one.id), Days(one.valid_from, one.last_day), agreement_stands(one, around))
            for one in around.linking(Agreement, "agreement.conclude")
        ),
        readers="all",
    )
    yield Table(
        _("Sites"),
        (_("Site"), _("Name"), _("Town"), _("Country")),
        tuple((site.code, site.name, site.town, site.country) for site in client.sites),
        readers="all",
    )
    yield from _beside(around, client)


def _beside(around: Around, client: Client) -> Iterator[Table]:
    yield Table(
        _("Complaints, appeals, misuse"),
        (_("Matter"), _("Received"), _("Stands")),
        tuple(
            (Ref(one.id), one.received.received_on if one.received else None, matter_stands(one, around))
            for one in around.linking(Matter, "matter.receive")
        ),
    )
    yield Table(
        _("Enquiries"),
        (_("Enquiry"), _("Received")),
        tuple((Ref(one.id), one.received_on) for one in around.linking(Enquiry, "enquiry.open")),
    )
    yield Table(
        _("Visits"),
        (_("Visit"), _("Days"), _("Site")),
        tuple((Ref(one.id), Days(one.from_day, one.to_day), one.site) for one in around.linking(Visit, "visit.plan")),
    )
    yield Table(
        _("People of ours who are tied to it"),
        (_("Person"), _("Tie"), _("Whose"), _("Days")),
        tuple(
            (Ref(person.id), Word(tie.kind), Word(tie.whose), Days(tie.from_day, tie.until_day))
            for person in around.linking(Person, "person.declare-relation")
            for tie in person.tied_to(frozenset({client.id}))
        ),
    )


CLIENT = Kind(
    _says,
    _stands,
    _facts,
    _tables,
    linked=(
        *CERTIFICATION_BEGINS,
        "application.submit",
        "agreement.conclude",
        "matter.receive",
        "enquiry.open",
        "visit.plan",
        "person.declare-relation",
    ),
)
