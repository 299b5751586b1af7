"""The clause matrix: what of each clause of a standard the program enforces, and by which rules.

Without a choice it shows the standards the body of this installation works to, and per clause the controlled documents
that were registered for it. ``--standard`` and ``--all`` need no installation; with ``--documents`` they show the
registered documents, too. ``--separation`` prints instead how evaluation is kept apart from decision under the
standard, from the rules in force.
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
from certwright.cli.matrix_record import NOTHING, Recorded, recorded
from certwright.cli.outcome import BadInput, Outcome, Problem
from certwright.core.judge import catalogue_digest
from certwright.core.matrix import ClauseRow, Pair, Registered, clause_rows, pairs, separation
from certwright.packs.both_standards import STANDARDS, clauses_of, comparison
from certwright.packs.model.clauses import ClausePack

JSON = {
    "catalogue": "digest of the catalogue of rules the matrix was made from",
    "standards": "the standards shown; those in use by the body, unless others were asked for",
    "clauses": "per clause: cited_as, title, theme, enforcement, rules, acts, documents, confidence, unsure",
    "whole": "with documents: those registered for a standard and none of its clauses, by standard",
    "rows": "with --side-by-side: id, theme, relation, differs, left and right (clauses with their enforcement)",
    "separation": "with --separation: rule, says, clauses",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Which matrix, and in which form."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--standard", choices=sorted(STANDARDS), help="one accreditation standard")
    which.add_argument("--all", action="store_true", help="both standards, in use or not")
    which.add_argument("--side-by-side", action="store_true", help="both standards, row by row")
    parser.add_argument("--documents", action="store_true", help="with the controlled documents of this installation")
    parser.add_argument("--separation", action="store_true", help="how evaluation is separated from decision")
    parser.add_argument("--csv", action="store_true", help="print a table for spreadsheets")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page that prints well")


def run(options: Namespace) -> Outcome:
    """Make the matrix."""
    if options.side_by_side:
        return _finished(options, "Both standards side by side", *_side_by_side())
    if options.separation:
        if options.standard is None:
            raise BadInput(Problem("Say of which standard.", "Add --standard 17065 or --standard 17021-1."))
        return _separation(clauses_of(STANDARDS[options.standard]))
    asked = [STANDARDS[options.standard]] if options.standard else [*STANDARDS.values()] if options.all else []
    record = recorded() if options.documents or not asked else NOTHING
    packs = [clauses_of(name) for name in asked or record.standards_in_use]
    return _finished(options, _title(packs, record), *_matrix(packs, record))


def _title(packs: Sequence[ClausePack], record: Recorded) -> str:
    return " and ".join(pack.title["en"] for pack in packs) + (f": {record.name}" if record.name else "")


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


def _matrix(packs: Sequence[ClausePack], record: Recorded) -> tuple[Mapping[str, Any], Table, str]:
    rows = [(pack, clause_rows(pack), record.of(pack)) for pack in packs]
    data: dict[str, Any] = {
        "catalogue": catalogue_digest(),
        "standards": [pack.cited_as for pack in packs],
        "clauses": [_data(row, found.of(row.clause.id)) for _, each, found in rows for row in each],
    }
    if record.name:
        data["whole"] = {pack.cited_as: [_document(one) for one in found.whole] for pack, _, found in rows}
    head = ("clause", "title", "theme", "enforcement", "rules", "acts", "documents", "confidence", "unsure")
    several = len(packs) > 1
    table = [
        head,
        *(
            (row.cited_as if several else row.clause.id, *_cells(row, found.of(row.clause.id)))
            for _, each, found in rows
            for row in each
        ),
    ]
    told = [_counted(each, f"{pack.standard}: " if several else "") for pack, each, _ in rows]
    return data, table, "\n".join([*told, f"Rule catalogue {catalogue_digest()}."])


def _counted(rows: Sequence[ClauseRow], of: str) -> str:
    counts = Counter(row.enforcement.value for row in rows)
    told = ", ".join(f"{counts[word]} {word}" for word in sorted(counts))
    return f"{of}{len(rows)} clauses: {told}."


def _data(row: ClauseRow, documents: Sequence[Registered] = ()) -> Mapping[str, Any]:
    return {
        "cited_as": row.cited_as,
        "title": dict(row.clause.title),
        "theme": row.clause.theme,
        "enforcement": row.enforcement.value,
        "rules": [rule.id for rule in row.rules],
        "acts": list(row.acts),
        "documents": [_document(one) for one in documents],
        "confidence": row.clause.confidence.value,
        "unsure": row.clause.unsure,
    }


def _document(one: Registered) -> Mapping[str, Any]:
    return {"document": one.document, "title": one.title, "version": one.version}


def _cells(row: ClauseRow, documents: Sequence[Registered]) -> tuple[str, ...]:
    return (
        row.clause.title["en"],
        row.clause.theme,
        row.enforcement.value,
        ", ".join(rule.id for rule in row.rules),
        ", ".join(row.acts),
        "; ".join(f"{one.title}, {f'version {one.version}' if one.version else 'not in force'}" for one in documents),
        row.clause.confidence.value,
        row.clause.unsure or "",
    )


def _side_by_side() -> tuple[Mapping[str, Any], Table, str]:
    both = comparison()
    found = list(pairs(both, clauses_of(both.left.pack), clauses_of(both.right.pack)))
    data = {"catalogue": catalogue_digest(), "rows": [_pair_data(pair) for pair in found]}
    head = ("row", "theme", "relation", both.left.pack, both.right.pack, "how they differ")
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
