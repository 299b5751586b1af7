"""Where the walks through a certification under ISO/IEC 17021-1 go: who acts, what goes wrong, and when."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from certification_cases import LIMITS
from exploration.cast import (
    AGREEMENT,
    APPLICATION,
    AUTHORISED,
    CASE,
    ENQUIRY,
    EVA,
    FINDING,
    PEOPLE,
    RITA,
    VERA,
    around,
    step,
)
from exploration.desk import Desk
from exploration.moves import Move, back_dated, move
from exploration.oracle import Oracle
from exploration.system import (
    AGAIN,
    CLAUSES,
    PACK,
    QUALITY,
    STAGE_1,
    STAGE_2,
    accepted,
    answered,
    create,
    hold,
    raised,
    ready,
    report,
    verified,
    whole,
)
from exploration.walk import Ground

Q = QUALITY
BOTH = (STAGE_1, STAGE_2)
MONDAY, RITAS_LAST, DAY_AFTER = date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 10)
SIX_MONTHS, TOO_LATE = date(2026, 9, 2), date(2026, 9, 3)
ORACLE = Oracle(
    standard=Q.standard,
    pack=PACK,
    site="1",
    authorised=AUTHORISED,
    kinds=frozenset({"stage-1", "stage-2"}),
    asked=frozenset(CLAUSES),
)


def desk() -> Desk:
    """A desk at which nothing was done yet."""
    packs = PACK, LIMITS, "iaf-id1", "iaf-md5"
    return Desk(around(*packs), (ENQUIRY, APPLICATION, AGREEMENT, CASE, *Q.pieces, FINDING))


def plan(by: str) -> Move:
    """The plan of both stages."""
    return Q.plan("the-plan", by, *(Q.piece(name) for name in BOTH))


def begun() -> list[Move]:
    """Everything up to the plan, done by Vera, who may."""
    return [Q.enquiry(VERA), Q.application(VERA), Q.acceptance(VERA), Q.opening(VERA), plan(VERA)]


def everybody_tries() -> Iterator[Move]:
    """Every act of the whole way, tried by all four; stage 2 may be held by anybody who gets there."""
    for who in PEOPLE:
        for made in (Q.enquiry, Q.application, Q.acceptance, Q.opening, Q.agreement, plan):
            yield made(who)
        yield move("stage-2-created", create(STAGE_2, who))
        yield move("stage-2-led", Q.appoint(STAGE_2, VERA, who, "team-leader"))
        yield move("stage-2-held", hold(STAGE_2, who))
        yield move("stage-2-reported", report(STAGE_2, who))
        yield whole(STAGE_1, who)
        yield Q.certificate(who)
        yield Q.review("both", who, BOTH)
        yield Q.review("part", who, (STAGE_2,))
        yield Q.grant(who, BOTH, answers=Q.answers)
        yield Q.grant(who, BOTH, review="review-both-rita")
        yield Q.grant(who, BOTH, review="review-both-vera")
        yield Q.grant(who, (STAGE_2,), answers=Q.answers)
    yield move("stage-2-held", hold(STAGE_2, EVA, RITA))
    yield move("stage-2-joined-by-vera", Q.appoint(STAGE_2, VERA, VERA, "auditor"))
    yield move("stage-2-joined-by-rita", Q.appoint(STAGE_2, VERA, RITA, "auditor"))
    yield move("stage-2-joined-by-rita", Q.appoint(STAGE_2, VERA, RITA, "observer"))


def stage_2_begun() -> Move:
    """Stage 2 is opened and led by Eva."""
    led = create(STAGE_2, VERA), Q.appoint(STAGE_2, VERA, EVA, "team-leader")
    return move("stage-2-begun", *led, *ready(VERA, STAGE_2, EVA))


def stage_2_finds() -> Iterator[Move]:
    """A major or a minor may be raised, named in the report or not, answered, accepted, verified, by whomever."""
    yield move("stage-2-held", hold(STAGE_2, EVA))
    yield raised(EVA, "major")
    yield raised(EVA, "minor")
    yield move("stage-2-reported", report(STAGE_2, EVA))
    yield move("stage-2-reported", report(STAGE_2, EVA, FINDING))
    yield answered(VERA)
    for who in PEOPLE:
        yield accepted(who)
        yield verified(who)
    yield verified(EVA, "not-effective")
    for basis, findings in {"clean": (), "found": (FINDING,)}.items():
        yield Q.review(basis, RITA, BOTH, findings)
        yield Q.grant(VERA, BOTH, findings, review=f"review-{basis}-rita")
        yield Q.grant(EVA, BOTH, findings, answers=Q.answers)
        yield Q.certificate(VERA, findings)


def majors_are_late() -> Iterator[Move]:
    """A major of stage 2 is verified in time or a day later, and the grant follows or goes before."""
    yield answered(VERA)
    yield accepted(EVA)
    yield verified(EVA)
    yield verified(VERA)
    yield Q.review("found", RITA, BOTH, (FINDING,))
    for day in ("2029-03-01", "2029-09-01", "2029-09-02"):
        yield Q.grant(VERA, BOTH, (FINDING,), review="review-found-rita", last_day=day)
    yield Q.certificate(VERA, (FINDING,))


def plans_change() -> Iterator[Move]:
    """The plan is made smaller, a second stage 2 is planned, the first is left out: before or after it was held."""
    yield plan(VERA)
    yield Q.plan("the-plan", VERA, Q.piece(STAGE_1), Q.piece(STAGE_2, requirements=["4"]))
    yield Q.plan("the-plan", VERA, Q.piece(STAGE_2))
    yield Q.plan("a-smaller-plan", VERA, Q.piece(STAGE_2, requirements=["4"]))
    yield Q.plan("a-second-plan", VERA, Q.piece(AGAIN))
    for purpose in ("recertification", "change"):
        yield Q.plan("a-third-plan", VERA, Q.piece(STAGE_2), purpose=purpose)
    yield move("stage-2-left-out", step(CASE, VERA, "certification.omit", assignment=STAGE_2, reason="Not needed."))
    yield move("again-left-out", step(CASE, VERA, "certification.omit", assignment=AGAIN, reason="Not needed."))
    yield whole(STAGE_1, EVA)
    yield whole(STAGE_2, EVA, asked=["4"])
    for name in (STAGE_2, AGAIN):
        yield whole(name, EVA)
        yield whole(name, VERA)
    yield move("all-of-stage-2", *whole(STAGE_2, EVA).steps[:1])
    for basis in (BOTH, (STAGE_1, AGAIN), (STAGE_1, STAGE_2, AGAIN)):
        for who in (RITA, VERA):
            yield Q.grant(who, basis, answers=Q.answers)
    yield Q.certificate(VERA)


def days_go_by() -> Iterator[Move]:
    """Agreements that begin late or end, decisions back-dated, too long or too early, certificates out of time."""
    yield from Q.agreements(VERA, "iso-14001")
    yield whole(STAGE_2, EVA, under=None)
    yield Q.review("both", RITA, BOTH)
    for who in (RITA, VERA):
        made: dict[str, Any] = {"review": "review-both-rita"}
        yield Q.grant(who, BOTH, **made)
        yield back_dated(Q.grant(who, BOTH, **made))
        yield Q.grant(who, BOTH, **made, last_day="2029-03-02")
        yield Q.grant(who, BOTH, **made, last_day="2026-03-09")
        yield Q.grant(who, BOTH, **made, effective_from="2026-03-02")
        yield Q.certificate(who)
        yield back_dated(Q.certificate(who))


def grounds(*further: date) -> dict[str, Ground]:
    """The walks by their names. Those that stay on one day go on to ``further`` days, if there are any."""
    days = [MONDAY, *further]
    opened, stage_1, agreed = begun(), whole(STAGE_1, EVA, under=None), Q.agreement(VERA)
    ready_for_2 = [*opened, stage_1, agreed, stage_2_begun()]
    found = [move("stage-2-held", hold(STAGE_2, EVA)), raised(EVA, "major")]
    reported = [*ready_for_2, *found, move("stage-2-reported", report(STAGE_2, EVA, FINDING))]
    return {
        "who": Ground(desk(), list(everybody_tries()), days, ORACLE),
        "findings": Ground(desk(), list(stage_2_finds()), days, ORACLE, ready_for_2),
        "six months": Ground(desk(), list(majors_are_late()), [MONDAY, SIX_MONTHS, TOO_LATE], ORACLE, reported),
        "plans": Ground(desk(), list(plans_change()), days, ORACLE, [*opened[:-1], agreed]),
        "days": Ground(desk(), list(days_go_by()), [MONDAY, RITAS_LAST, DAY_AFTER], ORACLE, [*opened, stage_1]),
    }
