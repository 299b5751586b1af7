"""What follows from the dossiers around an act need not be written: references, pins, days of what happened.

Whatever somebody writes is left as it is, right or wrong. What is filled in stands in the act like anything written,
and is judged and kept with it.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from certwright.core.acts.act import Act, words_of
from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Agreement, Assignment, Certification, Finding, Matter
from certwright.core.entry import Proposal
from certwright.core.known import Known
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.rules.attestation import DOCUMENTED
from certwright.core.rules.decision import ON_EVALUATION
from certwright.core.rules.rotation import LED
from certwright.core.rules.validity import BEGINS, latest_last_day
from certwright.office.case import Case, Fields
from certwright.office.gathering import looked_at, pack_texts, packs_for
from certwright.office.time_kept import accepted_time
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme

Follows = Callable[[Case], Any]
"""The value of a field, or ``None`` if nothing follows."""


def following(model: type[Act], case: Case) -> Fields:
    """The fields of ``case``, and those that are missing and follow from its dossiers."""
    name = model.spec.name
    for field in [*_ORDER, *model.model_fields]:
        if field not in model.model_fields or field in case.fields:
            continue
        follow = _OF_ACT.get((name, field))
        if follow is None and model.model_fields[field].is_required():
            follow = _EVERYWHERE.get(field) or (_day if _states_a_day(model, field) else None)
        value = follow(case) if follow else None
        if value not in (None, (), [], ""):
            case = case.having({**case.fields, field: value})
    return case.fields


_ORDER = (
    "enquiry",
    "assignment",
    "certification",
    "application",
    "client",
    "standard",
    "pack",
    "limits",
    "review",
    "about_certification",
)
"""What other fields follow from is filled in first."""


def _states_a_day(model: type[Act], field: str) -> bool:
    described = model.model_fields[field]
    words = words_of(described.metadata, described.annotation)
    return any(word.widget == "past-day" or (word.widget == "day" and f"_{field}".endswith("_on")) for word in words)


def _day(case: Case) -> date:
    """What happened is taken to have happened on the day of the act that states it."""
    return case.day


def _actor(case: Case) -> str:
    return case.actor


def _client(case: Case) -> str | None:
    own = case.opened()
    agreed = own if isinstance(own, Agreement | Finding) else None
    for found in (agreed, case.certification, case.assignment, case.application, case.enquiry):
        if found is not None and found.client:
            return found.client
    return None


def _standard(case: Case) -> str | None:
    if certification := case.certification:
        return certification.standard
    if (application := case.application) and application.submitted:
        return application.submitted.standard
    return enquiry.settled.standard if (enquiry := case.enquiry) and enquiry.settled else None


def _applied_for(field: str) -> Follows:
    def follow(case: Case) -> Any:
        application = case.application
        return getattr(application.submitted, field) if application and application.submitted else None

    return follow


def _settled(field: str) -> Follows:
    def follow(case: Case) -> Any:
        enquiry = case.enquiry
        return getattr(enquiry.settled, field) if enquiry and enquiry.settled else None

    return follow


def _pack(case: Case) -> str | None:
    if pin := case.pin:
        return pin.pack
    application = case.application
    if application is None or application.submitted is None:
        return None
    settled = {*application.accepted, *application.declined}
    left = [name for name in application.submitted.packs if name not in settled] or list(application.accepted)
    return left[0] if len(left) == 1 else None


def _pinned(part: str) -> Follows:
    return lambda case: getattr(case.pin, part) if case.pin else None


def _areas(case: Case) -> Any:
    if certification := case.certification:
        return certification.areas
    application, name = case.application, case.fields.get("pack")
    accepted = application.accepted.get(str(name)) if application else None
    return accepted.areas if accepted else None


def _transferred_from(case: Case) -> str | None:
    transfer = _applied_for("transfer")(case)
    return f"{transfer.issuer} {transfer.number}" if transfer else None


def _limits(case: Case) -> str | None:
    pack = case.pack
    name = pack.cycle_limits if isinstance(pack, ManagementStandard) else f"{_standard(case)}-time-limits"
    found = case.at(f"pack:{name}")
    return name if found is not None and found.is_open else None


def _of_plan(part: Callable[[Any], Any]) -> Follows:
    """What the certification's plan says about the assignment that is created."""

    def follow(case: Case) -> Any:
        certification = case.certification
        planned = certification.planned if certification else ()
        piece = next((piece for piece in planned if piece.assignment == case.dossier), None)
        return part(piece) if piece else None

    return follow


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


def _agreement(case: Case) -> str | None:
    return agreement.id if (agreement := case.agreement) else None


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


def _received(field: str) -> Follows:
    """What a matter is about, as it was received."""

    def follow(case: Case) -> Any:
        own = case.opened()
        return getattr(own.received, field) if isinstance(own, Matter) and own.received else None

    return follow


def _work_begun(case: Case) -> list[str]:
    """The assignments of a certification that were decided or reviewed on, or should have begun."""
    certification = case.certification_of(case.fields.get("about_certification"))
    if certification is None:
        return []
    begun = {one.assignment for one in certification.planned if not one.omitted_by and one.span.first <= case.day}
    decided = {piece for made in certification.decisions for piece in made.rests_on}
    reviewed = {piece for made in certification.reviews for piece in made.rests_on}
    return sorted(begun | decided | reviewed)


def _scheme_class(case: Case) -> str | None:
    pack = case.pack
    asked = pack.requirements if isinstance(pack, ProductScheme) else ()
    return next((one.nonconformity_class for one in asked if one.id == case.fields.get("requirement")), None)


_EVERYWHERE: Mapping[str, Follows] = {
    "certification": lambda case: case.certification.id if case.certification else None,
    "application": lambda case: case.application.id if case.application else None,
    "client": _client,
    "standard": _standard,
    "pack": _pack,
    "edition": _pinned("edition"),
    "text": _pinned("text"),
    "agreement": _agreement,
    "limits": _limits,
    "reviewer": _actor,
    "deciders": lambda case: [case.actor],
    "author": _actor,
    "raised_by": _actor,
    "verified_by": _actor,
    "whose": _actor,
    "by_whom": _actor,
    "checked_by": _actor,
    "signatory": _actor,
}
"""What every act that demands such a field takes from its case."""

_OF_ACT: Mapping[tuple[str, str], Follows] = {
    **{("application.submit", field): _settled(field) for field in ("packs", "accredited")},
    ("application.submit", "object_kind"): _settled("object"),
    ("application.accept", "limits"): _limits,
    ("application.accept", "accreditation"): _settled("accreditation"),
    ("certification.plan", "reckoning"): accepted_time,
    **{
        ("certification.open", field): _applied_for(field)
        for field in ("object_kind", "accredited", "scope", "sites", "products")
    },
    ("certification.open", "areas"): _areas,
    ("certification.open", "transferred_from"): _transferred_from,
    ("assignment.create", "kind"): _of_plan(lambda piece: piece.kind),
    ("assignment.create", "requirements"): _of_plan(lambda piece: piece.requirements),
    ("assignment.create", "sites"): _of_plan(lambda piece: piece.sites),
    ("assignment.create", "from_day"): _of_plan(lambda piece: piece.span.first),
    ("assignment.create", "to_day"): _of_plan(lambda piece: piece.span.until),
    ("assignment.create", "areas"): _areas,
    ("assignment.appoint", "earlier"): _led_before,
    ("assignment.appoint", "certification"): lambda case: (
        _EVERYWHERE["certification"](case) if _is_limited(case) else None
    ),
    ("assignment.order", "limits"): _limits,
    ("assignment.carry-out", "from_day"): lambda case: case.assignment.from_day if case.assignment else None,
    ("assignment.carry-out", "to_day"): lambda case: case.assignment.to_day if case.assignment else None,
    ("assignment.carry-out", "present"): _present,
    ("assignment.reschedule", "team"): _present,
    ("assignment.carry-out", "agreement"): _agreement,
    ("assignment.carry-out", "limits"): _limits,
    ("assignment.carry-out", "stage_1"): _stage_1,
    ("assignment.carry-out", "earlier"): _earlier,
    ("assignment.carry-out", "sites"): lambda case: case.assignment.sites if case.assignment else None,
    ("assignment.report", "findings"): _raised_in,
    ("finding.raise", "scheme_class"): _scheme_class,
    **{
        (act, field): _received(field)
        for act in ("matter.assign-handler", "matter.decide")
        for field in ("about_certification", "about_application", "about_client")
    },
    ("matter.assign-handler", "assignments"): _work_begun,
    ("matter.decide", "assignments"): _work_begun,
    ("certification.review", "rests_on"): _due,
    ("certification.review", "findings"): _found_in,
    ("certification.decide", "application"): lambda case: case.application.id if case.application else None,
    ("certification.decide", "rests_on"): _decided_on("rests_on"),
    ("certification.decide", "findings"): _decided_on("findings"),
    ("certification.decide", "review"): _decided_on("act"),
    ("certification.decide", "agreement"): _agreement,
    ("certification.decide", "limits"): _limits,
    ("certification.decide", "last_day"): _last_day,
    ("certification.maintain", "findings"): lambda case: _found_in(
        case.having({"rests_on": [case.fields.get("surveillance")]})
    ),
    ("certification.issue", "decision"): _last_decision,
    ("certification.issue", "findings"): _decided_findings,
    ("certification.issue", "number"): _number,
    ("certification.issue", "version"): _version,
}
"""What particular acts take from their case, also where the field may be left empty."""
