"""Assignments to judge acts in: the audits of a quality management system and the evaluations of a helmet.

Today is 2 March 2026. Work is planned and held on 23 and 24 February, its team appointed on 2 February and made known
on 9 February. Eva leads and evaluates, Adam audits, Xena is an expert, Tina in training, Olaf observes, Paul plans.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import certification_cases as cases
import small_body
from certification_cases import AGREEMENT, CASE, CLIENT, EVA, LIMITS, PAUL  # noqa: F401  # PAUL is for the tests
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier, empty, fold
from certwright.core.entry import Deviation, OnBehalf, Proposal
from certwright.core.judge import Judgement, judge
from certwright.core.known import Known
from certwright.core.report_items import ITEMS, STATEMENTS
from certwright.packs.model.base import Pack
from certwright.packs.model.management import ManagementStandard
from small_body import TODAY, act, entry

QMS, HELMETS = "iso-9001", "safety-helmets"
SYSTEM, PRODUCT = "iso-iec-17021-1", "iso-iec-17065"
WORK = "assignment:work"
ADAM, XENA, TINA, OLAF = "person:adam", "person:xena", "person:tina", "person:olaf"
BEFORE, SENT = date(2026, 2, 2), date(2026, 2, 9)
FIRST, LAST = date(2026, 2, 23), date(2026, 2, 24)
AREAS = ("metal", "plastics")

Dated = tuple[Act, date]


def dated(dossier_id: str, made: Iterable[Dated]) -> Dossier:
    """The dossier these acts make, each with the day it took effect."""
    return fold(dossier_id, [entry(dossier_id, seq, said, effective_on=day) for seq, (said, day) in enumerate(made, 1)])


def skilled(
    person_id: str,
    *functions: str,
    areas: Iterable[str] = (),
    packs: Iterable[str] = (),
    since: date = date(2020, 1, 1),
    until: date | None = None,
    basis: str = "employment",
) -> Dossier:
    """A person authorised for functions, in areas (none: all) and for packs (none: all)."""
    granted = [
        act(
            "person.grant-authorisation",
            function=function,
            packs=list(packs),
            areas=list(areas),
            valid_from=since.isoformat(),
            valid_until=until.isoformat() if until else None,
            evidence="Interview and file.",
        )
        for function in functions
    ]
    registered = act("person.register", basis=basis, since="2020-01-01")
    return dated(person_id, [(said, date(2020, 1, 1)) for said in (registered, *granted, *small_body.ready())])


def people() -> dict[str, Dossier]:
    """The body with its planners and everybody who works on assignments."""
    return {
        **cases.people(),
        EVA: skilled(EVA, "evaluation", "auditing", "audit-team-leading"),
        ADAM: skilled(ADAM, "auditing"),
        XENA: skilled(XENA, "technical-expertise"),
        TINA: skilled(TINA),
        OLAF: skilled(OLAF),
    }


def pack_fields(pack: str) -> dict[str, Any]:
    """Pack, edition and text as acts name a shipped pack."""
    return {"pack": pack, "edition": cases.volume(pack).pack.edition, "text": cases.volume(pack).digest}


def piece(kind: str, assignment: str = WORK, **changes: Any) -> dict[str, Any]:
    """A planned piece of everything an assignment of these cases looks at."""
    plain = {
        "assignment": assignment,
        "kind": kind,
        "requirements": ["4"] if kind in STAGES else ["shock-crown", "penetration"],
        "sites": ["1"],
        "from_day": FIRST.isoformat(),
        "to_day": LAST.isoformat(),
    }
    return {**plain, **changes}


STAGES = frozenset({"stage-1", "stage-2", "surveillance", "recertification", "special"})


def standard_of(kind: str) -> tuple[str, str, str]:
    """Standard, pack and object that a kind of assignment belongs to in these cases."""
    return (SYSTEM, QMS, "management-system") if kind in STAGES else (PRODUCT, HELMETS, "product")


def certification(
    kind: str, *more: Dated, purpose: str = "initial", areas: Iterable[str] = (), **changes: Any
) -> Dossier:
    """A certification that plans one assignment of a kind."""
    standard, pack, object_kind = standard_of(kind)
    products = [{"code": "h1", "name": "Helmet", "category": "helmets"}] if object_kind == "product" else []
    opened = cases.opening(pack, standard, object_kind, areas=list(areas), products=products)
    planned = act("certification.plan", pack=pack, purpose=purpose, assignments=[piece(kind, **changes)])
    return dated(CASE, [(opened, BEFORE), (planned, BEFORE), *more])


def create(kind: str, **changes: Any) -> Act:
    """The act that opens the assignment, as planned."""
    standard, pack, _ = standard_of(kind)
    planned = piece(kind)
    fields = {
        "certification": CASE,
        "client": CLIENT,
        "standard": standard,
        **pack_fields(pack),
        "kind": kind,
        **{name: planned[name] for name in ("requirements", "sites", "from_day", "to_day")},
        "audit_days": "2" if kind in STAGES else None,
        "because": "complaint" if kind == "special" else None,
        "objectives": "To see whether the requirements are met.",
    }
    return act("assignment.create", **{**fields, **changes})


def appoint(person: str, role: str, **changes: Any) -> Act:
    """The act that puts a person on the team."""
    return act("assignment.appoint", **{"person": person, "client": CLIENT, "role": role, **changes})


def confirm(*times: tuple[str, str], **changes: Any) -> Act:
    """The act that confirms the team, with days on site for each member."""
    planned = [{"person": person, "on_site": days} for person, days in times or ((EVA, "2"),)]
    return act("assignment.confirm-team", **{"times": planned, **changes})


def lead(kind: str) -> Act:
    """Eva at the head of the team."""
    return appoint(EVA, "team-leader" if kind in STAGES | {"ms-audit"} else "lead-evaluator")


SEND = act("assignment.send-plan", sent_on=SENT.isoformat(), plan="sha256:" + "1" * 64)


def assignment(kind: str, *more: Dated, name: str = WORK, **changes: Any) -> Dossier:
    """An assignment led by Eva, confirmed and sent to the client; ``more`` follows."""
    made = [(create(kind, **changes), BEFORE), (lead(kind), BEFORE), (confirm(), BEFORE), (SEND, SENT)]
    return dated(name, [*made, *more])


def carry_out(**changes: Any) -> Act:
    """The act that states the work was done as planned, by Eva alone."""
    fields = {
        "from_day": FIRST.isoformat(),
        "to_day": LAST.isoformat(),
        "present": [EVA],
        "certification": CASE,
        "agreement": AGREEMENT,
        "limits": LIMITS,
        "audit_days": "2",
        "closing_meeting_on": LAST.isoformat(),
    }
    return act("assignment.carry-out", **{**fields, **changes})


def results(*lines: Mapping[str, Any], **changes: Any) -> Act:
    """Results of Eva's from the last day of the work."""
    plain = {"requirement": "shock-crown", "verdict": "met", "value": "4.1", "sample": "sample:s-1"}
    fields = {"whose": EVA, "examined_on": LAST.isoformat(), "lines": [dict(line) for line in lines] or [plain]}
    return act("assignment.record-results", **{**fields, **changes})


def all_items() -> list[str]:
    """Everything the report of an ISO 9001 audit must hold."""
    pack = cases.volume(QMS).pack
    assert isinstance(pack, ManagementStandard)
    return [*ITEMS, *STATEMENTS, *pack.report_items]


def report(kind: str, **changes: Any) -> Act:
    """Eva's complete report."""
    _, pack, _ = standard_of(kind)
    fields = {
        "pack": pack,
        "author": EVA,
        "certification": CASE,
        "conclusion": "positive",
        "summary": "As found.",
        "items": all_items() if kind in STAGES else [],
        "sent_to_client_on": TODAY.isoformat(),
    }
    return act("assignment.report", **{**fields, **changes})


def raise_finding(kind: str, **changes: Any) -> Act:
    """A nonconformity that Eva raised on the last day."""
    standard, pack, _ = standard_of(kind)
    system = standard == SYSTEM
    fields = {
        "certification": CASE,
        "client": CLIENT,
        "assignment": WORK,
        "standard": standard,
        **pack_fields(pack),
        "raised_by": EVA,
        "raised_on": LAST.isoformat(),
        "requirement": "8.1" if system else "shock-crown",
        "grade": "minor" if system else "not-met",
        "scheme_class": None if system else "safety",
        "statement": "It is not as it must be.",
        "evidence": "Seen in the works.",
        "answer_due": "2026-03-26",
    }
    return act("finding.raise", **{**fields, **changes})


def gathered(kind: str, **changes: Dossier) -> dict[str, Dossier]:
    """Everything acts of an assignment look at; ``changes`` by kind of dossier, such as ``certification=…``."""
    _, pack, _ = standard_of(kind)
    found = {
        **people(),
        CLIENT: small_body.dossier(CLIENT, act("client.register", **small_body.CLIENT)),
        CASE: certification(kind),
        AGREEMENT: cases.agreement(pack, valid_from="2020-01-01"),
        f"pack:{pack}": cases.adopted(pack),
        f"pack:{LIMITS}": cases.adopted(LIMITS),
    }
    return {**found, **{dossier.id: dossier for dossier in changes.values()}}


def judged(
    said: Act,
    about: Dossier | str,
    kind: str,
    *,
    by: str = EVA,
    on: date = TODAY,
    today: date = TODAY,
    beside: Iterable[Dossier] = (),
    on_behalf: str | None = None,
    departs: str | None = None,
    texts: Mapping[str, Pack] | None = None,
) -> Judgement:
    """What the rules say about an act around an assignment of a kind; ``texts`` take the place of shipped packs."""
    about = empty(about) if isinstance(about, str) else about
    for_whom = OnBehalf(on_behalf, "Letter in the file.") if on_behalf else None
    deviations = (Deviation(departs, "It was judged and still holds.", small_body.CARA),) if departs else ()
    proposal = Proposal("proposal-1", about.id, said, by, on, on_behalf=for_whom, deviations=deviations)
    seen = {**gathered(kind), **{dossier.id: dossier for dossier in beside}, about.id: about}
    return judge(said, about, Known(proposal, today, seen, {**cases.packs(QMS, HELMETS, LIMITS), **(texts or {})}))


def refused(judgement: Judgement, *themes: str) -> list[tuple[str, str]]:
    """The refusals of rules of some themes, as (rule, sentence)."""
    return [(each.rule, each.says) for each in judgement.refusals if each.rule.partition(".")[0] in themes]


def breached(judgement: Judgement, *themes: str) -> list[tuple[str, str]]:
    """The breaches of rules of some themes, as (rule, sentence)."""
    return [(each.rule, each.says) for each in judgement.breaches if each.rule.partition(".")[0] in themes]


__all__ = [name for name in globals() if name.isupper()] + [
    "all_items",
    "appoint",
    "assignment",
    "breached",
    "carry_out",
    "certification",
    "confirm",
    "create",
    "dated",
    "gathered",
    "judged",
    "lead",
    "people",
    "piece",
    "raise_finding",
    "refused",
    "report",
    "results",
    "skilled",
]
