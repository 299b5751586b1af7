"""A standard or scheme of the body as it is shown: which texts were adopted, what the body set in each."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import Fact, Group, Stands, Table, Value, ref
from certwright.core.dossiers import PackDossier
from certwright.core.dossiers.pin import Pin


def _stands(pack: PackDossier, around: Around) -> Stands | None:
    if not pack.adoptions:
        return Stands(_("Not adopted"), "quiet")
    text = around.packs.get(pack.adoptions[-1].text)
    if text is not None and not text.is_valid_on(around.day):
        return Stands(_("Adopted, not valid today"), "warn")
    return Stands(_("Adopted"), "good")


def _says(pack: PackDossier, around: Around) -> tuple[Value, ...]:
    if not pack.adoptions:
        return ()
    last = pack.adoptions[-1]
    return (Pin(pack.name, last.edition, last.text),)


def _facts(pack: PackDossier, around: Around) -> Iterator[Group]:
    if not pack.adoptions:
        return
    last = pack.adoptions[-1]
    yield Group(
        _("In force here"),
        (
            Fact(_("Edition"), last.edition),
            Fact(_("Adopted"), last.adopted_on),
            Fact(_("Adopted by"), ref(pack.acts[last.act].actor)),
        ),
    )


def _tables(pack: PackDossier, around: Around) -> Iterator[Table]:
    yield Table(
        _("What the body set where the text is unsure"),
        (_("Value"), _("Set to"), _("On what basis")),
        tuple((one.name, one.value, one.basis) for one in (pack.adoptions[-1].values if pack.adoptions else ())),
    )
    yield Table(
        _("Texts adopted"),
        (_("Text"), _("Adopted"), _("By"), _("Values set")),
        tuple(
            (
                Pin(pack.name, one.edition, one.text),
                one.adopted_on,
                ref(pack.acts[one.act].actor),
                len(one.values),
            )
            for one in reversed(pack.adoptions)
        ),
    )
    yield Table(
        _("Experience of the body"),
        (_("Area"), _("Since")),
        tuple((area or _("as a whole"), since) for area, since in pack.experience),
    )


PACK = Kind(_says, _stands, _facts, _tables)
