"""One of our accreditations as it is shown: by whom, for what, and what became of it."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import Days, Fact, Group, PackRef, Ref, Stands, Table, Value, Word, word
from certwright.core.dossiers import OwnAccreditation

_MOST_TOLD = 100


def _stands(accreditation: OwnAccreditation, around: Around) -> Stands | None:
    if not accreditation.is_open:
        return None
    if accreditation.in_force_on(around.day):
        return Stands(_("In force"), "good")
    last = accreditation.last_change(around.day)
    return Stands(_("Suspended"), "bad") if last == "suspended" else Stands(_("Not in force"), "bad")


def _says(accreditation: OwnAccreditation, around: Around) -> tuple[Value, ...]:
    return (accreditation.accreditation_body, word(accreditation.standard), accreditation.number)


def _facts(accreditation: OwnAccreditation, around: Around) -> Iterator[Group]:
    yield Group(
        _("The accreditation"),
        (
            Fact(_("Accreditation body"), accreditation.accreditation_body),
            Fact(_("Standard"), word(accreditation.standard)),
            Fact(_("Number"), accreditation.number),
            Fact(_("Arrangement"), accreditation.arrangement),
            Fact(_("Mark"), accreditation.mark),
            Fact(
                _("In force"),
                Days(accreditation.valid_from, accreditation.valid_until) if accreditation.valid_from else None,
            ),
        ),
    )


def _tables(accreditation: OwnAccreditation, around: Around) -> Iterator[Table]:
    stated = [lines for first, lines in accreditation.scopes if first <= around.day]
    yield Table(
        _("Scope"),
        (_("Standard or scheme"), _("Areas"), _("From")),
        tuple((PackRef(line.pack), line.areas or _("all"), line.from_day) for line in (stated[-1] if stated else ())),
        _("No scope was stated."),
    )
    yield Table(
        _("What became of it"),
        (_("From"), _("What")),
        tuple((first, Word(change)) for first, change in reversed(accreditation.changes)),
    )
    told = sorted(accreditation.told, key=lambda one: (one[1], one[0]), reverse=True)
    yield Table(
        _("Clients told"),
        (_("Certification"), _("Told")),
        tuple((Ref(certification), on) for certification, on in told[:_MOST_TOLD]),
        more=max(0, len(told) - _MOST_TOLD),
    )


ACCREDITATION = Kind(_says, _stands, _facts, _tables)
