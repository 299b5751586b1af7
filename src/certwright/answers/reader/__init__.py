"""The scheme reader: what a standard or scheme asks, with source, confidence and what the body set."""

from collections.abc import Iterator, Mapping
from functools import singledispatch

from django.utils.translation import gettext_lazy as _

from certwright.answers.facts.sheet import Fact, Table
from certwright.answers.reader import management, others, product
from certwright.answers.reader.chapter import Chapter, Entry, Reading, stated
from certwright.packs.model.audit_time import AuditTimePack
from certwright.packs.model.base import Pack
from certwright.packs.model.clauses import ClausePack
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.sector_codes import SectorCodesPack
from certwright.packs.model.time_limits import TimeLimitPack


def chapters(pack: Pack, set_by_body: Mapping[str, tuple[str, str]]) -> tuple[Chapter, ...]:
    """Everything the pack asks. ``set_by_body`` are the values of its adoption: name → as written, basis."""
    reading = Reading(pack, set_by_body)
    found = (_unsure(pack, reading), *_of_kind(pack, reading), _sources(pack))
    return tuple(chapter for chapter in found if chapter.says_something)


@singledispatch
def _of_kind(pack: Pack, reading: Reading) -> Iterator[Chapter]:
    """A kind of pack that only programs read: its sources, and its text as it is."""
    yield from ()


_of_kind.register(ProductScheme, product.chapters)
_of_kind.register(ManagementStandard, management.chapters)
_of_kind.register(ClausePack, others.of_clauses)
_of_kind.register(TimeLimitPack, others.of_limits)
_of_kind.register(SectorCodesPack, others.of_codes)
_of_kind.register(AuditTimePack, others.of_audit_time)


def _unsure(pack: Pack, reading: Reading) -> Chapter:
    """What nobody could confirm: it stands first, because everything that rests on it is only as sure."""
    return Chapter(
        "unsure",
        _("What the body sets"),
        _("Nobody could confirm these values. They are settled when the text is adopted, never guessed."),
        entries=tuple(
            Entry(
                f"value-{value.name}",
                value.meaning,
                value.name,
                facts=stated(
                    Fact(_("Set to"), reading.open(value.name, value.unit)),
                    Fact(_("On what basis"), reading.set_by_body.get(value.name, ("", ""))[1]),
                    Fact(_("Suggested"), value.suggested),
                    Fact(_("Choices"), value.choices),
                ),
                source=value.source,
            )
            for value in pack.uncertain
        ),
    )


def _sources(pack: Pack) -> Chapter:
    rows = tuple(
        (source.document, source.clause, source.note, _CONFIDENCE[source.confidence.value]) for source in pack.sources
    )
    return Chapter(
        "sources",
        _("Sources"),
        tables=(Table("", (_("Document"), _("Clause"), _("What was read"), _("Confidence")), rows),),
    )


_CONFIDENCE = {
    "verified": _("Verified: read in two independent sources, or recomputed"),
    "seen": _("Read in one source"),
    "recalled": _("Recalled, not read"),
    "unsure": _("Unsure: the body settles it"),
}

__all__ = ["Chapter", "Entry", "Reading", "chapters"]
