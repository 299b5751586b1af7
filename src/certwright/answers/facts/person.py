"""A person as they are shown: the tie to the body, what they may do and from when until when, what binds them."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import (
    Days,
    Fact,
    Gone,
    Group,
    PackRef,
    Ref,
    Stands,
    Table,
    Value,
    Word,
    word,
    words,
)
from certwright.core.dossiers import Assignment, Committee, Person
from certwright.core.dossiers.person_parts import Authorisation


def _stands(person: Person, around: Around) -> Stands | None:
    if not person.is_open:
        return None
    if any(one.holds_on(around.day) for one in person.authorisations):
        return Stands(_("Authorised"), "good")
    return Stands(_("No authorisation in force"), "quiet")


def _says(person: Person, around: Around) -> tuple[Value, ...]:
    held = dict.fromkeys(one.function.value for one in person.authorisations if one.holds_on(around.day))
    return (word(person.basis), words(tuple(held)))


def _facts(person: Person, around: Around) -> Iterator[Group]:
    said = person.particulars
    gone = Gone() if person.particulars_erased else None
    yield Group(
        _("The person"),
        (
            Fact(_("Name"), said.name if said else gone),
            Fact(_("E-mail"), said.email if said else gone, readers="contact"),
            Fact(_("Telephone"), said.telephone if said else gone, readers="contact"),
            Fact(_("Address"), said.address if said else gone, readers="personnel"),
            Fact(_("Tie to the body"), word(person.basis)),
            Fact(_("Since"), person.since),
            Fact(_("Last day of the tie"), person.ended_on),
        ),
    )
    undertaken = person.undertook_by(around.day)
    yield Group(_("Undertaken in writing"), (Fact(_("Undertakes"), words(tuple(sorted(undertaken)))),))


def _tables(person: Person, around: Around) -> Iterator[Table]:
    yield Table(
        _("Authorisations"),
        (_("Function"), _("Standards and schemes"), _("Areas"), _("Days"), _("Stands")),
        tuple(
            (
                Word(one.function.value),
                tuple(PackRef(pack) for pack in one.packs) or _("all"),
                one.areas or _("all"),
                Days(one.valid_from, one.valid_until),
                _authorisation_stands(one, around),
            )
            for one in sorted(person.authorisations, key=lambda one: (not one.holds_on(around.day), one.valid_from))
        ),
        _("None was granted."),
    )
    yield Table(
        _("Suspensions of authorisations"),
        (_("Function"), _("Days")),
        tuple(
            (Word(one.function.value), Days(rest.first, rest.until))
            for one in person.authorisations
            for rest in one.rests
        ),
    )
    yield Table(
        _("Ties to clients"),
        (_("Client"), _("Tie"), _("Whose"), _("Days")),
        tuple(
            (Ref(tie.client), Word(tie.kind), Word(tie.whose), Days(tie.from_day, tie.until_day))
            for tie in person.relations
        ),
        _("None was declared."),
    )
    yield from _record(person, around)


def _record(person: Person, around: Around) -> Iterator[Table]:
    yield Table(
        _("Undertakings"),
        (_("Signed"), _("Covers")),
        tuple((one.signed_on, words(one.covers)) for one in reversed(person.undertakings)),
        _("None was signed."),
    )
    yield Table(
        _("Monitoring"),
        (_("Day"), _("How"), _("Standards and schemes"), _("Outcome")),
        tuple(
            (one.on, Word(one.method), tuple(PackRef(pack) for pack in one.packs) or _("all"), Word(one.outcome))
            for one in reversed(person.monitored)
        ),
        _("Nobody looked at their work yet."),
        readers="personnel",
    )
    yield Table(
        _("Declarations for single cases"),
        (_("Certification"), _("Conflict")),
        tuple((Ref(one.certification), Word(one.conflict)) for one in reversed(person.declarations)),
    )
    yield from _work(person, around)


def _work(person: Person, around: Around) -> Iterator[Table]:
    """Where the person works, and sits."""
    appointed = around.linking(Assignment, "assignment.appoint")
    yield Table(
        _("Assignments"),
        (_("Assignment"), _("Client"), _("Role"), _("Days")),
        tuple(
            (Ref(work.id), Ref(work.client), Word(member.role), Days(work.from_day, work.to_day))
            for work in sorted(appointed, key=lambda work: str(work.from_day), reverse=True)
            for member in work.members
            if member.person == person.id
        ),
    )
    yield Table(
        _("Committees"),
        (_("Committee"), _("For"), _("Days")),
        tuple(
            (Ref(committee.id), Word(seat.interest), Days(seat.first_day, seat.last_day))
            for committee in around.linking(Committee, "committee.admit")
            for seat in committee.seats
            if seat.person == person.id
        ),
    )


def _authorisation_stands(one: Authorisation, around: Around) -> Stands:
    day = around.day
    if one.holds_on(day):
        return Stands(_("In force"), "good")
    if any(rest.holds_on(day) for rest in one.rests):
        return Stands(_("Suspended"), "warn")
    return Stands(_("Not yet in force"), "info") if day < one.valid_from else Stands(_("Ended"), "quiet")


PERSON = Kind(_says, _stands, _facts, _tables, linked=("assignment.appoint", "committee.admit"))
