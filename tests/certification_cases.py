"""Certifications to judge acts in, without a database: one per standard, evaluated and ready to be decided.

Eva evaluates (or leads the audit), Rita reviews, Dora decides, Paul plans; see :mod:`small_body` for the rest.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from certwright.core.acts.act import Act
from certwright.core.acts.agreement import ConcludeAgreement
from certwright.core.acts.application import AcceptApplication, SubmitApplication
from certwright.core.acts.assignment import Appoint, CreateAssignment
from certwright.core.acts.determination import CarryOut, Report
from certwright.core.acts.finding import RaiseFinding
from certwright.core.dossiers import Dossier, fold
from certwright.packs import shipped
from certwright.packs.library import Volume
from certwright.packs.model.base import Pack
from certwright.packs.model.management import ManagementStandard
from small_body import ANNA, act, dossier, entry, founded, person

EVA, RITA, DORA, PAUL = "person:eva", "person:rita", "person:dora", "person:paul"
CASE, APPLICATION, AGREEMENT, CLIENT = "certification:c-1", "application:a-1", "agreement:g-1", "client:c-1"
LIMITS = "iso-iec-17021-1-time-limits"


def volume(name: str) -> Volume:
    """A shipped pack in its latest edition."""
    return shipped.library().editions(name)[0]


def adopted(name: str) -> Dossier:
    """The dossier of an adopted pack; what it leaves open is set as it suggests."""
    one = volume(name)
    values = [{"name": u.name, "value": u.suggested, "basis": "As suggested."} for u in one.pack.uncertain]
    said = act("pack.adopt", pack=name, edition=one.pack.edition, text=one.digest, values=values, basis="Minute 3.")
    return dossier(f"pack:{name}", said)


def packs(*names: str) -> dict[str, Pack]:
    """Shipped packs by the digest of their text."""
    return {volume(name).digest: volume(name).pack for name in names}


def opening(pack: str, standard: str, object_kind: str, **changes: Any) -> Act:
    """The act that opens a certification under a shipped pack."""
    fields = {
        "application": APPLICATION,
        "client": CLIENT,
        "standard": standard,
        "pack": pack,
        "edition": volume(pack).pack.edition,
        "text": volume(pack).digest,
        "object_kind": object_kind,
        "accredited": "non-accredited",
        "scope": "Everything the works makes.",
        "sites": ["1"],
    }
    return act("certification.open", **{**fields, **changes})


def people() -> dict[str, Dossier]:
    """The founded body with people for every function of a certification."""
    return {
        **founded(),
        EVA: person(EVA, "evaluation", "auditing", "audit-team-leading"),
        RITA: person(RITA, "review"),
        DORA: person(DORA, "decision"),
        PAUL: person(PAUL, "planning", "application-review"),
    }


TEST, STAGE_1, STAGE_2 = "assignment:test", "assignment:stage-1", "assignment:stage-2"


def agreement(pack: str, *later: Act, **changes: Any) -> Dossier:
    """An agreement with the client for a pack and its one site, in force since January, and what became of it."""
    fields = {
        "client": CLIENT,
        "template": "document:agreement",
        "template_version": "4",
        "duties": [{"clause": "17065:2012 4.1.2.2 a", "paragraph": "3.1"}],
        "packs": [pack],
        "sites": ["1"],
        "signed_by_client_on": "2026-01-05",
        "signed_by_body_on": "2026-01-06",
        "signatory": ANNA,
        "valid_from": "2026-01-07",
    }
    said = ConcludeAgreement.model_validate({**fields, **changes})
    return dossier(AGREEMENT, said, *later)


def application(pack: str, standard: str, object_kind: str, **changes: Any) -> Dossier:
    """An application that was accepted for a pack."""
    submitted = SubmitApplication.model_validate(
        {
            "client": CLIENT,
            "enquiry": "enquiry:e-1",
            "standard": standard,
            "object_kind": object_kind,
            "packs": [pack],
            "accredited": "non-accredited",
            "scope": "Everything the works makes.",
            "sites": ["1"],
            "consultancy_answer": "none",
            "signed_on": "2026-01-02",
            **changes,
        }
    )
    accepted = AcceptApplication.model_validate(
        {
            "client": CLIENT,
            "pack": pack,
            "edition": volume(pack).pack.edition,
            "text": volume(pack).digest,
            "answers": [{"question": "a", "answer": "yes"}],
            "conflict_screen": "clear",
        }
    )
    return dossier(APPLICATION, submitted, accepted)


def main_clauses(pack: str) -> list[str]:
    """The main clauses of a shipped management standard, such as 4 to 10; none of a scheme."""
    found = volume(pack).pack
    clauses = found.clauses if isinstance(found, ManagementStandard) else ()
    return list(dict.fromkeys(clause.id.partition(".")[0] for clause in clauses))


def recorded_before(dossier_id: str, *acts: Act) -> Dossier:
    """The dossier these acts make, recorded on 28 February, before any review of these cases."""
    first = datetime(2026, 2, 28, 9, tzinfo=UTC)
    made = enumerate(acts, 1)
    return fold(
        dossier_id, [entry(dossier_id, seq, said, recorded_at=first + timedelta(minutes=seq)) for seq, said in made]
    )


def assignment(name: str, pack: str, standard: str, kind: str, held: date, *acts: Act, findings: Any = ()) -> Dossier:
    """A reported assignment that Eva carried out on one day; ``acts`` come before its report."""
    return recorded_before(name, *work(pack, standard, kind, held, *acts, findings=findings))


def work(pack: str, standard: str, kind: str, held: date, *acts: Act, findings: Any = ()) -> tuple[Act, ...]:
    """The acts of such an assignment: opened, Eva appointed, carried out, ``acts``, reported."""
    created = CreateAssignment.model_validate(
        {
            "certification": CASE,
            "client": CLIENT,
            "standard": standard,
            "pack": pack,
            "edition": volume(pack).pack.edition,
            "text": volume(pack).digest,
            "kind": kind,
            "requirements": main_clauses(pack) or ["all"],
            "sites": ["1"],
            "from_day": held,
            "to_day": held,
            "objectives": "To see whether the requirements are met.",
        }
    )
    role = "team-leader" if standard == "iso-iec-17021-1" else "lead-evaluator"
    appointed = Appoint.model_validate({"person": EVA, "client": CLIENT, "role": role})
    held_on = CarryOut.model_validate({"from_day": held, "to_day": held, "present": [EVA], "certification": CASE})
    reported = Report.model_validate(
        {
            "pack": pack,
            "author": EVA,
            "certification": CASE,
            "conclusion": "positive",
            "summary": "As reported.",
            "findings": findings,
        }
    )
    return created, appointed, held_on, *acts, reported


def finding(
    name: str, about: str, pack: str, standard: str, grade: str, *acts: Act, requirement: str = "8.1"
) -> Dossier:
    """A finding Eva raised in an assignment, and what became of it."""
    return recorded_before(name, raising(about, pack, standard, grade, requirement=requirement), *acts)


def raising(about: str, pack: str, standard: str, grade: str, *, requirement: str = "8.1") -> Act:
    """The act by which Eva raises such a finding."""
    return RaiseFinding.model_validate(
        {
            "certification": CASE,
            "client": CLIENT,
            "assignment": about,
            "standard": standard,
            "pack": pack,
            "edition": volume(pack).pack.edition,
            "text": volume(pack).digest,
            "raised_by": EVA,
            "raised_on": "2026-02-02",
            "requirement": requirement,
            "grade": grade,
            "statement": "It is not as it must be.",
            "evidence": "Seen in the works.",
        }
    )


def plan(pack: str, *pieces: tuple[str, str], purpose: str = "initial") -> Act:
    """A plan of pieces (assignment, kind), each for everything."""
    planned = [
        {
            "assignment": name,
            "kind": kind,
            "requirements": ["all"],
            "sites": ["1"],
            "from_day": "2026-02-02",
            "to_day": "2026-02-03",
        }
        for name, kind in pieces
    ]
    return act("certification.plan", pack=pack, purpose=purpose, assignments=planned)


__all__ = [name for name in globals() if name.isupper()] + [
    "adopted",
    "agreement",
    "application",
    "assignment",
    "finding",
    "main_clauses",
    "opening",
    "packs",
    "people",
    "plan",
    "raising",
    "recorded_before",
    "volume",
    "work",
]
