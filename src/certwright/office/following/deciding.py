"""What reviews, decisions and certificates take from the evaluation they close."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Assignment, Certification
from certwright.core.entry import Proposal
from certwright.core.known import Known
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.rules.attestation import DOCUMENTED
from certwright.core.rules.decision import ON_EVALUATION
from certwright.core.rules.validity import BEGINS, latest_last_day
from certwright.office.case import Case
from certwright.office.following.case import Follows, agreement, limits
from certwright.office.gathering import looked_at, pack_texts, packs_for


def _due(case: Case) -> Any:
    certification = case.certification
    kind = case.fields.get("kind") or case.fields.get("recommendation") or ""
    return [piece.assignment for piece in certification.pieces_for(str(kind))] if certification else None


def _found_in(case: Case) -> Any:
    """The findings that the assignments rested on reported, and any other raised in them."""
    assignments = [case.at(name) for name in case.fields.get("rests_on", ())]
    raised = {each.id for name in case.fields.get("rests_on", ()) for each in case.linked(name, "finding.raise")}
    found = raised | {
        finding
        for assignment in assignments
        if isinstance(assignment, Assignment) and assignment.report
        for finding in assignment.report.findings
    }
    return sorted(found)


def _decided_on(part: str) -> Follows:
    """What a decision that closes an evaluation takes over from the last review."""

    def follow(case: Case) -> Any:
        certification = case.certification
        if case.fields.get("kind") not in ON_EVALUATION or not certification or not certification.reviews:
            return (_due(case) if part == "rests_on" else _found_in(case)) if case.fields.get("answers") else None
        if case.fields.get("answers"):
            return {"rests_on": _due, "findings": _found_in}.get(part, lambda _: None)(case)
        return getattr(certification.reviews[-1], part)

    return follow


def _last_day(case: Case) -> date | None:
    """The last day of a certificate is computed (17021-1 9.1.3.2, 9.6.3.2; scheme)."""
    own = case.opened()
    if case.fields.get("kind") not in BEGINS or not isinstance(own, Certification):
        return None
    try:
        act = Decide.model_validate({"reasons": "-", **case.fields})
        proposal = Proposal("", case.dossier, act, case.actor, case.day)
        gathered = {name: found for name in looked_at(proposal) if (found := case.at(name))}
        packs, _ = packs_for(proposal, gathered, pack_texts(case.using))
        return latest_last_day(act, own, Known(proposal, case.day, gathered, packs))
    except (CannotReckon, ValidationError):
        return None


def _last_decision(case: Case) -> str | None:
    certification = case.certification
    made = [one.act for one in certification.decisions if one.kind in DOCUMENTED] if certification else []
    return made[-1] if made else None


def _decided_findings(case: Case) -> Any:
    """The findings the decision named that a certificate states."""
    certification, stated = case.certification, case.fields.get("decision")
    made = certification.decisions if certification else ()
    return next((list(one.findings) for one in made if one.act == stated), None)


def _number(case: Case) -> str | None:
    certification = case.certification
    return certification.attestations[-1].number if certification and certification.attestations else None


def _version(case: Case) -> int:
    certification, number = case.certification, case.fields.get("number")
    issued = certification.attestations if certification else ()
    return 1 + max((one.version for one in issued if one.number == number), default=0)


OF_ACT: Mapping[tuple[str, str], Follows] = {
    ("certification.review", "rests_on"): _due,
    ("certification.review", "findings"): _found_in,
    ("certification.decide", "rests_on"): _decided_on("rests_on"),
    ("certification.decide", "findings"): _decided_on("findings"),
    ("certification.decide", "review"): _decided_on("act"),
    ("certification.decide", "agreement"): agreement,
    ("certification.decide", "limits"): limits,
    ("certification.decide", "last_day"): _last_day,
    ("certification.maintain", "findings"): lambda case: _found_in(
        case.having({"rests_on": [seen] if (seen := case.fields.get("surveillance")) else []})
    ),
    ("certification.issue", "decision"): _last_decision,
    ("certification.issue", "findings"): _decided_findings,
    ("certification.issue", "number"): _number,
    ("certification.issue", "version"): _version,
}
"""What review, decision and attestation take from their case."""
