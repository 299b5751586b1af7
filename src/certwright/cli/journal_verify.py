"""Recompute the whole journal: every hash, chain, content, text and attachment, and name whatever is not as recorded.

Whoever keeps signed roots outside the machine gives them with --roots: they show what was cut off or written anew.
Nobody has to stop working meanwhile.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import Any

from certwright.cli import progress, roots
from certwright.cli.layout import paragraph
from certwright.cli.outcome import Outcome, Status
from certwright.journal.verifying import Fault, Place, Verification, verify
from certwright.office import installation

JSON = {
    "clean": "whether the journal is what was recorded",
    "acts": "how many acts were read",
    "dossiers": "in how many dossiers",
    "texts": "how many stored texts they refer to",
    "attachments": "how many attachments they name",
    "roots": "how many signed roots it was held against",
    "counts": "how many faults of each kind",
    "faults": "the first thousand: what, says, position, last, dossier, seq, act, evidence",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Against which roots."""
    roots.add_argument(parser)
    progress.add_argument(parser)


def run(options: Namespace) -> Outcome:
    """Verify, and tell every fault."""
    found = verified(options, "default")
    return Outcome(verification_data(found), "\n".join(verification_lines(found)), status_of(found))


def verified(options: Namespace, using: str) -> Verification:
    """Verify a journal, telling the progress."""
    held = roots.held(options.roots)
    with progress.telling(options) as tell:
        return verify(using, installation.attachments(), held, tell)


def status_of(found: Verification) -> Status:
    """Whether anything is wrong."""
    return Status.DONE if found.clean else Status.FAULT


def verification_data(found: Verification) -> Mapping[str, Any]:
    """A verification for programs."""
    return {
        "clean": found.clean,
        "acts": found.acts,
        "dossiers": found.dossiers,
        "texts": found.texts,
        "attachments": found.attachments,
        "roots": found.roots,
        "counts": {what.value: count for what, count in found.counts.items()},
        "faults": [_fault_data(fault) for fault in found.faults],
    }


def verification_lines(found: Verification) -> list[str]:
    """A verification for people."""
    lines = [paragraph(f"{_place(fault.place)}: {fault.says}{_shown(fault)}", "  ", "") for fault in found.faults]
    if (further := sum(found.counts.values()) - len(found.faults)) > 0:
        lines.append(f"… and {further:,} further faults.")
    held = (
        f"{found.acts:,} acts in {found.dossiers:,} dossiers, {found.texts:,} texts, "
        f"{found.attachments:,} attachments, {found.roots:,} signed roots"
    )
    return [*lines, f"{held}: " + ("as recorded." if found.clean else "NOT as recorded.")]


def _place(place: Place) -> str:
    parts = []
    if place.position is not None:
        parts.append(f"position {place.position}" + (f" to {place.last}" if place.last else ""))
    if place.dossier:
        parts.append(f"{place.dossier}" + (f" act {place.seq}" if place.seq is not None else ""))
    if place.act:
        parts.append(f"id {place.act}")
    return ", ".join(parts) or "journal"


def _shown(fault: Fault) -> str:
    told = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in fault.evidence.items())
    return f" ({told})" if told else ""


def _fault_data(fault: Fault) -> Mapping[str, Any]:
    place = fault.place
    return {
        "what": fault.what.value,
        "says": fault.says,
        "position": place.position,
        "last": place.last,
        "dossier": place.dossier or None,
        "seq": place.seq,
        "act": place.act or None,
        "evidence": dict(fault.evidence),
    }
