"""What plans, assignments, audits and findings take from the dossiers around them."""

from collections.abc import Callable, Mapping
from typing import Any

from certwright.core.dossiers import Assignment, Finding
from certwright.core.rules.rotation import LED
from certwright.office.case import Case
from certwright.office.following.case import Follows, agreement, areas, certification, limits
from certwright.office.time_kept import accepted_time
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme


def _of_plan(part: Callable[[Any], Any]) -> Follows:
    """What the certification's plan says about the assignment that is created."""

    def follow(case: Case) -> Any:
        certification = case.certification
        planned = certification.planned if certification else ()
        piece = next((piece for piece in planned if piece.assignment == case.dossier), None)
        return part(piece) if piece else None

    return follow


def _present(case: Case) -> Any:
    return [member.person for member in case.assignment.serving_members] if case.assignment else None


def _audits(*kinds: str) -> Callable[[Case], list[str]]:
    """The audits of these kinds that were held in the case before this one, first to last."""

    def held(case: Case) -> list[str]:
        certification = case.certification
        pieces = [piece.assignment for piece in certification.planned if piece.kind in kinds] if certification else []
        found = [one for name in pieces if name != case.dossier and isinstance(one := case.at(name), Assignment)]
        done = sorted((one.held_from, one.id) for one in found if one.held_from)
        return [name for _, name in done]

    return held


def _stage_1(case: Case) -> str | None:
    own = case.assignment
    stages = _audits("stage-1")(case)
    return stages[-1] if own and own.what == "stage-2" and stages else None


def _earlier(case: Case) -> Any:
    own = case.assignment
    if own is None:
        return None
    if own.what in {"surveillance", "recertification"}:
        return _audits("surveillance", "recertification")(case)
    return _audits(own.what)(case) if own.standard == "iso-iec-17065" else None


def _is_limited(case: Case) -> bool:
    """Whether somebody is to lead under a standard that limits how often one person does so in a row."""
    pack = case.pack
    return (
        case.fields.get("role") == "team-leader" and isinstance(pack, ManagementStandard) and bool(pack.leader_in_a_row)
    )


def _led_before(case: Case) -> Any:
    """The audits of the case besides this one."""
    certification = case.certification if _is_limited(case) else None
    pieces = [piece.assignment for piece in certification.planned if piece.kind in LED] if certification else []
    return [name for name in pieces if name != case.dossier and case.at(name)]


def _raised_in(case: Case) -> Any:
    return [
        found.id
        for found in case.linked(case.dossier, "finding.raise")
        if isinstance(found, Finding) and found.assignment == case.dossier
    ]


def _scheme_class(case: Case) -> str | None:
    pack = case.pack
    asked = pack.requirements if isinstance(pack, ProductScheme) else ()
    return next((one.nonconformity_class for one in asked if one.id == case.fields.get("requirement")), None)


OF_ACT: Mapping[tuple[str, str], Follows] = {
    ("certification.plan", "reckoning"): accepted_time,
    ("assignment.create", "kind"): _of_plan(lambda piece: piece.kind),
    ("assignment.create", "requirements"): _of_plan(lambda piece: piece.requirements),
    ("assignment.create", "sites"): _of_plan(lambda piece: piece.sites),
    ("assignment.create", "from_day"): _of_plan(lambda piece: piece.span.first),
    ("assignment.create", "to_day"): _of_plan(lambda piece: piece.span.until),
    ("assignment.create", "areas"): areas,
    ("assignment.appoint", "earlier"): _led_before,
    ("assignment.appoint", "certification"): lambda case: certification(case) if _is_limited(case) else None,
    ("assignment.order", "limits"): limits,
    ("assignment.carry-out", "from_day"): lambda case: case.assignment.from_day if case.assignment else None,
    ("assignment.carry-out", "to_day"): lambda case: case.assignment.to_day if case.assignment else None,
    ("assignment.carry-out", "present"): _present,
    ("assignment.reschedule", "team"): _present,
    ("assignment.carry-out", "agreement"): agreement,
    ("assignment.carry-out", "limits"): limits,
    ("assignment.carry-out", "stage_1"): _stage_1,
    ("assignment.carry-out", "earlier"): _earlier,
    ("assignment.carry-out", "sites"): lambda case: case.assignment.sites if case.assignment else None,
    ("assignment.report", "findings"): _raised_in,
    ("finding.raise", "scheme_class"): _scheme_class,
}
"""What planning and carrying out take from their case."""
