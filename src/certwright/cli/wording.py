"""How outcomes of acts are told on the command line: one place for every command that records something."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from certwright.answers.saying import Names, called, names, names_in, sentence
from certwright.cli.layout import paragraph
from certwright.core.entry import Breach, Entry, Proposal
from certwright.core.rules import Force, Refusal
from certwright.core.sentences import Sentence
from certwright.office.outcome import Refused

_FORCE = {
    Force.HARD: "hard: nobody can override it",
    Force.POLICY: "policy: may be deviated from, with a reason and an approver",
    Force.RECORD: "record",
}


Could = Sequence[tuple[str, ...] | None]
"""For each refusal, in their order: the people who could do the act instead, or ``None`` if that would not help."""


def refusals_text(refused: Refused, could: Could, proposal: Proposal, place: str, using: str = "default") -> str:
    """Every reason against an act, with what would lift it. ``place`` says where the act was asked for."""
    people = {person for some in could for person in some or ()}
    known = {**names_in(refused.refusals, using), **names({proposal.dossier, *people}, using)}
    lines = [f"{place}REFUSED: {proposal.act.spec.name} in {called(proposal.dossier, known)}. Nothing was recorded."]
    for number, (refusal, candidates) in enumerate(zip(refused.refusals, could, strict=True), 1):
        said = sentence(refusal, known)
        lines += ["", paragraph(said.says, "   ", f"{number}. "), paragraph(said.remedy, "   ")]
        if candidates is not None:
            able = ", ".join(called(person, known) for person in candidates) or "nobody on record"
            lines.append(paragraph(f"Could do it: {able}", "     ", "   "))
        lines += _grounds(refusal, said)
    return "\n".join(lines)


def _grounds(refusal: Refusal, said: Sentence) -> Iterable[str]:
    """The rule, its clauses, and what of the evidence the sentence did not show."""
    if refusal.rule:
        yield paragraph(f"Rule: {refusal.rule} ({_FORCE[refusal.force]})", "     ", "   ")
    if refusal.asks:
        yield paragraph(f"Asked for by: {', '.join(refusal.asks)}", "     ", "   ")
    shown = f"{said.says} {said.remedy}"
    if further := [f"{name}: {value}" for name, value in refusal.evidence.items() if value not in shown]:
        yield paragraph(f"Evidence: {', '.join(further)}", "     ", "   ")


def refusals_data(refused: Refused, could: Could, proposal: Proposal, using: str = "default") -> Mapping[str, Any]:
    """The same for programs."""
    known = names_in(refused.refusals, using)
    return {
        "act": {"id": proposal.id, "form": proposal.act.spec.versioned_name, "dossier": proposal.dossier},
        "refusals": [_refusal_data(*pair, known) for pair in zip(refused.refusals, could, strict=True)],
    }


def _refusal_data(refusal: Refusal, candidates: tuple[str, ...] | None, known: Names) -> Mapping[str, Any]:
    said = sentence(refusal, known)
    return {
        "says": said.says,
        "remedy": said.remedy,
        "sentence": refusal.says,
        "evidence": dict(refusal.evidence),
        "rule": refusal.rule or None,
        "force": refusal.force.value,
        "asks": list(refusal.asks),
        "could": None if candidates is None else list(candidates),
    }


def entries_text(entries: Sequence[Entry], using: str = "default") -> list[str]:
    """What was recorded, one line per act, with the breaches it carries."""
    known = names({entry.dossier for entry in entries}, using)
    lines = []
    for entry in entries:
        act = entry.form.partition("@")[0]
        lines.append(f"  {act} in {called(entry.dossier, known)}, act {entry.seq} of it (id {entry.id})")
        lines += [paragraph(f"Breach: {said}", "      ", "    ") for said in breaches_said(entry.breaches, using)]
    return lines


def breaches_said(breaches: Sequence[Breach], using: str = "default") -> list[str]:
    """Breaches in words."""
    known = names_in(breaches, using)
    return [f"{sentence(breach, known).says} [{breach.rule}]" for breach in breaches]


def entry_data(entry: Entry) -> Mapping[str, Any]:
    """An entry for programs; its content comes with ``acts``."""
    return {
        "id": entry.id,
        "form": entry.form,
        "dossier": entry.dossier,
        "seq": entry.seq,
        "actor": entry.actor,
        "effective_on": entry.effective_on,
        "recorded_at": entry.recorded_at,
        "breaches": [
            {"rule": breach.rule, "sentence": breach.says, "evidence": dict(breach.evidence)}
            for breach in entry.breaches
        ],
    }
