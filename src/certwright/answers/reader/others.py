"""Packs that are neither a standard certified to nor a scheme: clauses, time limits, tables of figures."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.facts.sheet import Fact, Table, Value, Word
from certwright.answers.pack_names import titled
from certwright.answers.reader.chapter import Chapter, Entry, Reading, stated
from certwright.answers.words import said
from certwright.core.reckoning.say import Language, number
from certwright.packs.model.audit_time import AuditTimePack
from certwright.packs.model.base import Source
from certwright.packs.model.clauses import ClausePack
from certwright.packs.model.sector_codes import SectorCodesPack
from certwright.packs.model.time_limits import TimeLimitPack
from certwright.packs.model.time_table import Band


def of_clauses(pack: ClausePack, reading: Reading) -> Iterator[Chapter]:
    """An accreditation standard: what each clause demands, what an assessor would look at, what a program can do."""
    for theme in dict.fromkeys(clause.theme for clause in pack.clauses):
        yield Chapter(
            f"theme-{theme}",
            Word(theme).word.replace("-", " ").capitalize(),
            entries=tuple(
                Entry(
                    f"clause-{clause.id.replace(' ', '-')}",
                    titled(clause.title),
                    clause.id,
                    clause.asks,
                    stated(
                        Fact(_("Evidence"), clause.evidence),
                        Fact(_("What a program can do"), clause.control),
                        Fact(_("Note"), clause.note),
                        Fact(_("Unsure"), clause.unsure),
                    ),
                    Source(document=pack.standard, clause=clause.id, confidence=clause.confidence),
                )
                for clause in pack.clauses
                if clause.theme == theme
            ),
        )


def of_limits(pack: TimeLimitPack, reading: Reading) -> Iterator[Chapter]:
    """Time limits: how long, from when, how binding, what the body may change."""
    yield Chapter(
        "limits",
        _("Time limits"),
        entries=tuple(
            Entry(
                f"limit-{limit.id}",
                titled(limit.title),
                limit.source.clause or "",
                limit.says,
                stated(
                    Fact(_("Period"), reading.value(limit.period) or _("left to the body or the scheme")),
                    Fact(_("Counts from"), limit.counts_from),
                    Fact(_("Force"), _("demanded") if limit.force == "hard" else _("choice of the body")),
                    Fact(_("The body may"), Word(limit.body_may.value)),
                ),
                limit.source,
            )
            for limit in pack.limits
        ),
    )


def of_codes(pack: SectorCodesPack, reading: Reading) -> Iterator[Chapter]:
    """Sectors and other lists: what competence and scopes are written in."""
    yield Chapter(
        "sectors",
        _("Sectors"),
        tables=(
            Table(
                "",
                (_("Number"), _("Sector"), _("NACE")),
                tuple((str(sector.code), sector.name, ", ".join(sector.nace)) for sector in pack.sectors),
            ),
        ),
    )
    for listed in pack.lists:
        rows = tuple((code.code, code.name) for code in listed.codes)
        table = Table("", (_("Code"), _("Title")), rows)
        yield Chapter(f"list-{listed.id}", listed.title, listed.note or "", tables=(table,))


def of_audit_time(pack: AuditTimePack, reading: Reading) -> Iterator[Chapter]:
    """Audit time: the tables band by band, with how people are counted."""
    for table in pack.tables:
        columns = () if table.columns == ("all",) else tuple(said(column).capitalize() for column in table.columns)
        rows = tuple(_band(band, table.columns) for band in table.bands)
        head = (_("Effective persons"), *(columns or (_("Audit days"),)))
        yield Chapter(f"table-{table.id}", table.title, table.notes or "", tables=(Table("", head, rows),))


def _band(band: Band, columns: tuple[str, ...]) -> tuple[Value, ...]:
    persons = f"{band.low}–{band.high}" if band.high is not None else _("from %(low)d") % {"low": band.low}
    return (persons, *(number(band.days[column], Language.ENGLISH) for column in columns if column in band.days))
