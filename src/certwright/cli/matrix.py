"""The clause matrix of a standard, or both standards side by side: what of each clause the program enforces, and how.

``--separation`` prints instead how evaluation is kept apart from decision under the standard, from the rules in force.
"""

import csv
import io
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from certwright.cli.layout import paragraph
from certwright.cli.matrix_page import page
from certwright.cli.outcome import Outcome
from certwright.core.judge import catalogue_digest
from certwright.core.matrix import ClauseRow, Pair, clause_rows, pairs, separation
from certwright.packs import shipped
from certwright.packs.model.clauses import ClausePack
from certwright.packs.model.side_by_side import SideBySide

STANDARDS: Mapping[str, str] = {"17065": "iso-iec-17065", "17021-1": "iso-iec-17021-1"}
JSON = {
    "catalogue": "digest of the catalogue of rules the matrix was made from",
    "clauses": "per clause: cited_as, title, theme, enforcement, rules, acts, confidence, unsure",
    "rows": "with --side-by-side: id, theme, relation, differs, left and right (clauses with their enforcement)",
    "separation": "with --separation: rule, says, clauses",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Which matrix, and in which form."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--standard", choices=sorted(STANDARDS), help="the accreditation standard")
    which.add_argument("--side-by-side", action="store_true", help="both standards, row by row")
    parser.add_argument("--separation", action="store_true", help="how evaluation is separated from decision")
    parser.add_argument("--csv", action="store_true", help="print a table for spreadsheets")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page that prints well")


def run(options: Namespace) -> Outcome:
    """Make the matrix."""
    if options.side_by_side:
        return _finished(options, "Both standards side by side", *_side_by_side())
    pack = _clauses(STANDARDS[options.standard])
    if options.separation:
        return _separation(pack)
    return _finished(options, pack.title["en"], *_one(pack))


Table = Sequence[Sequence[str]]


def _finished(options: Namespace, title: str, data: Mapping[str, Any], table: Table, summary: str) -> Outcome:
    if options.html:
        options.html.write_text(page(title, table, summary), encoding="utf-8")
        return Outcome(data, f"Written to {options.html}.\n{summary}")
    if options.csv:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(table)
        return Outcome(data, out.getvalue().rstrip("\n"))
    lines = ["  ".join(cell for cell in row if cell) for row in table[1:]]
    return Outcome(data, "\n".join([*lines, "", summary]))


def _clauses(name: str) -> ClausePack:
    pack = shipped.library().editions(name)[0].pack
    assert isinstance(pack, ClausePack)
    return pack


def _one(pack: ClausePack) -> tuple[Mapping[str, Any], Table, str]:
    rows = clause_rows(pack)
    data = {"catalogue": catalogue_digest(), "clauses": [_data(row) for row in rows]}
    head = ("clause", "title", "theme", "enforcement", "rules", "acts", "confidence", "unsure")
    table = [head, *(_cells(row) for row in rows)]
    return data, table, _counted(rows)


def _counted(rows: Sequence[ClauseRow]) -> str:
    counts = Counter(row.enforcement.value for row in rows)
    told = ", ".join(f"{counts[word]} {word}" for word in sorted(counts))
    return f"{len(rows)} clauses: {told}. Rule catalogue {catalogue_digest()}."


def _data(row: ClauseRow) -> Mapping[str, Any]:
    return {
        "cited_as": row.cited_as,
        "title": dict(row.clause.title),
        "theme": row.clause.theme,
        "enforcement": row.enforcement.value,
        "rules": [rule.id for rule in row.rules],
        "acts": list(row.acts),
        "confidence": row.clause.confidence.value,
        "unsure": row.clause.unsure,
    }


def _cells(row: ClauseRow) -> tuple[str, ...]:
    return (
        row.clause.id,
        row.clause.title["en"],
        row.clause.theme,
        row.enforcement.value,
        ", ".join(rule.id for rule in row.rules),
        ", ".join(row.acts),
        row.clause.confidence.value,
        row.clause.unsure or "",
    )


def _side_by_side() -> tuple[Mapping[str, Any], Table, str]:
    comparison = next(iter(shipped.library().of_kind(SideBySide)))
    found = list(pairs(comparison, _clauses(comparison.left.pack), _clauses(comparison.right.pack)))
    data = {"catalogue": catalogue_digest(), "rows": [_pair_data(pair) for pair in found]}
    head = ("row", "theme", "relation", comparison.left.pack, comparison.right.pack, "how they differ")
    table = [head, *(_pair_cells(pair) for pair in found)]
    counts = Counter(pair.row.relation.value for pair in found)
    told = ", ".join(f"{counts[word]} {word}" for word in sorted(counts))
    return data, table, f"{len(found)} rows: {told}. Rule catalogue {catalogue_digest()}."


def _pair_data(pair: Pair) -> Mapping[str, Any]:
    row = pair.row
    return {
        "id": row.id,
        "theme": row.theme,
        "relation": row.relation.value,
        "differs": row.differs,
        "left": {"clauses": [_data(each) for each in pair.left], "note": row.left.note},
        "right": {"clauses": [_data(each) for each in pair.right], "note": row.right.note},
        "confidence": row.confidence.value,
        "unsure": row.unsure,
    }


def _pair_cells(pair: Pair) -> tuple[str, ...]:
    def told(rows: tuple[ClauseRow, ...], note: str | None) -> str:
        return ", ".join(f"{row.clause.id} ({row.enforcement.value})" for row in rows) or note or "—"

    row = pair.row
    left, right = told(pair.left, row.left.note), told(pair.right, row.right.note)
    return (row.id, row.theme, row.relation.value, left, right, row.differs)


def _separation(pack: ClausePack) -> Outcome:
    rules = list(separation(pack.cited_as))
    data = {
        "catalogue": catalogue_digest(),
        "separation": [{"rule": rule.id, "says": rule.says, "clauses": list(clauses)} for rule, clauses in rules],
    }
    lines = [f"How evaluation is separated from decision under {pack.standard}, by the rules in force:", ""]
    for rule, clauses in rules:
        lines += [paragraph(f"{rule.says} ({', '.join(clauses)}; {rule.force.value})", "  "), f"    {rule.id}", ""]
    return Outcome(data, "\n".join([*lines, f"Rule catalogue {catalogue_digest()}."]))
