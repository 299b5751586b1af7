"""The packs that are shipped with the program, and those the body has adopted."""

from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from certwright.cli.layout import table
from certwright.cli.outcome import Outcome
from certwright.packs.library import Volume
from certwright.packs.shipped import library
from certwright.rows.models import AdoptionRow

JSON = {
    "packs": "pack, edition, kind, title, valid_from, valid_to, confidence, uncertain (how many values the body sets), "
    "text (digest), shipped_as (file), adopted (day and act, oldest first)",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Which packs."""
    parser.add_argument("--adopted", action="store_true", help="only those the body has adopted")


def run(options: Namespace) -> Outcome:
    """List them."""
    adopted: dict[str, list[AdoptionRow]] = defaultdict(list)
    for row in AdoptionRow.objects.order_by("adopted_on", "pk"):
        adopted[row.text_digest].append(row)
    packs = [_shipped(one, adopted.pop(one.digest, [])) for one in library()]
    packs += [_own(rows) for rows in adopted.values()]  # own packs, and texts that were shipped by earlier releases
    packs.sort(key=lambda pack: (pack["pack"], pack["edition"]))
    if options.adopted:
        packs = [pack for pack in packs if pack["adopted"]]
    return Outcome({"packs": packs}, "\n".join(_lines(packs)))


def _shipped(one: Volume, rows: Iterable[AdoptionRow]) -> Mapping[str, Any]:
    pack = one.pack
    return {
        "pack": pack.pack,
        "edition": pack.edition,
        "kind": pack.kind,
        "title": pack.title["en"],
        "valid_from": pack.valid_from,
        "valid_to": pack.valid_to,
        "confidence": pack.confidence.value,
        "uncertain": len(pack.uncertain),
        "text": one.digest,
        "shipped_as": one.origin,
        "adopted": _adoptions(rows),
    }


def _own(rows: list[AdoptionRow]) -> Mapping[str, Any]:
    last = rows[-1]
    return {
        "pack": last.pack,
        "edition": last.edition,
        "kind": None,
        "title": None,
        "valid_from": None,
        "valid_to": None,
        "confidence": None,
        "uncertain": None,
        "text": last.text_digest,
        "shipped_as": None,
        "adopted": _adoptions(rows),
    }


def _adoptions(rows: Iterable[AdoptionRow]) -> list[Mapping[str, Any]]:
    return [{"day": row.adopted_on, "act": row.act_id} for row in rows]


def _lines(packs: list[Mapping[str, Any]]) -> list[str]:
    if not packs:
        return ["The body has adopted no pack."]
    rows = [("PACK", "EDITION", "KIND", "TO SET", "ADOPTED", "TITLE")]
    for pack in packs:
        adopted = ", ".join(each["day"].isoformat() for each in pack["adopted"])
        title = pack["title"] or "not shipped with this release"
        rows.append((pack["pack"], pack["edition"], pack["kind"] or "", pack["uncertain"] or "", adopted, title))
    return table(rows, "")
