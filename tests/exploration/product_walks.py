"""Where the walks through a certification under ISO/IEC 17065 go: who acts, what goes wrong, and when."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

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
    name_of,
    step,
)
from exploration.desk import Desk
from exploration.moves import Move, back_dated, move
from exploration.oracle import Oracle
from exploration.product import (
    AGAIN,
    ASKED,
    AUDIT,
    COSMETICS,
    DOCUMENTS,
    FAILING,
    PACK,
    RETEST,
    WORKS,
    answered,
    hold,
    raised,
    report,
    retest,
    verified,
    whole,
)
from exploration.walk import Ground

C = COSMETICS
PLANNED = (DOCUMENTS, WORKS, AUDIT)
MONDAY, RITAS_LAST, DAY_AFTER = date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 10)
ORACLE = Oracle(
    standard=C.standard,
    pack=PACK,
    site="1",
    authorised=AUTHORISED,
    kinds=frozenset({"document-review", "process-assessment", "ms-audit"}),
    asked=ASKED,
)


def desk() -> Desk:
    """A desk at which nothing was done yet."""
    return Desk(around(PACK), (ENQUIRY, APPLICATION, AGREEMENT, CASE, *C.pieces, FINDING))


def plan(by: str) -> Move:
    """The plan of all three pieces."""
    return C.plan("the-plan", by, *(C.piece(name) for name in PLANNED))


def begun() -> list[Move]:
    """Everything up to the plan, done by Vera, who may."""
    return [C.enquiry(VERA), C.application(VERA), C.acceptance(VERA), C.opening(VERA), plan(VERA)]


def everybody_tries() -> Iterator[Move]:
    """Every act of the whole way, tried by all four; the works may be assessed by anybody who gets there."""
    for who in PEOPLE:
        for made in (C.enquiry, C.application, C.acceptance, C.opening, C.agreement, plan):
            yield made(who)
        yield move("works-created", C.create(WORKS, who))
        yield move(f"works-joined-by-{name_of(who)}", C.appoint(WORKS, VERA, who, "evaluator"))
        yield move("works-held", *hold(WORKS, who))
        yield move("works-held", *hold(WORKS, EVA, who))
        yield move("works-reported", report(WORKS, who))
        yield whole(DOCUMENTS, who)
        yield C.certificate(who)
        yield C.review("whole", who, PLANNED)
        yield C.review("part", who, (DOCUMENTS, AUDIT))
        yield C.grant(who, PLANNED, answers=C.answers)
        yield C.grant(who, PLANNED, review="review-whole-rita")
        yield C.grant(who, PLANNED, review="review-whole-vera")
        yield C.grant(who, (DOCUMENTS, AUDIT), answers=C.answers)
    yield whole(AUDIT, EVA)


def the_works_fail() -> Iterator[Move]:
    """A requirement of the works may fail: raised or not, named in the report or not, assessed anew by whomever."""
    yield move("works-created", C.create(WORKS, VERA), C.appoint(WORKS, VERA, EVA, "lead-evaluator"))
    yield move("works-held", *hold(WORKS, EVA))
    yield move("works-held", *hold(WORKS, EVA, failing=FAILING))
    yield raised(EVA)
    yield move("works-reported", report(WORKS, EVA))
    yield move("works-reported", report(WORKS, EVA, FINDING, conclusion="negative"))
    yield move("works-reported-again", report(WORKS, EVA, FINDING, conclusion="negative"))
    yield answered(VERA)
    for who in (EVA, VERA):
        yield retest(VERA, who)
        yield move("the-retest", *hold(RETEST, who), report(RETEST, who))
    yield move("the-retest", *hold(RETEST, EVA, failing=FAILING), report(RETEST, EVA, FINDING, conclusion="negative"))
    for who in PEOPLE:
        yield verified(who)
    bases: dict[str, tuple[Sequence[str], Sequence[str]]] = {
        "whole": (PLANNED, []),
        "found": (PLANNED, [FINDING]),
        "anew": ((*PLANNED, RETEST), [FINDING]),
    }
    for basis, (rests_on, findings) in bases.items():
        yield C.review(basis, RITA, rests_on, findings)
        yield C.grant(RITA, rests_on, findings, review=f"review-{basis}-rita")
        yield C.grant(VERA, rests_on, findings, answers=C.answers)
    yield C.certificate(VERA)
    yield C.certificate(VERA, [FINDING])


def plans_change() -> Iterator[Move]:
    """The plan is made smaller, the works are planned twice, one is left out: before or after it was assessed."""
    yield plan(VERA)
    yield C.plan("the-plan", VERA, C.piece(DOCUMENTS), C.piece(AUDIT))
    yield C.plan("a-smaller-plan", VERA, C.piece(WORKS, requirements=[FAILING]))
    yield C.plan("a-second-plan", VERA, C.piece(AGAIN))
    yield C.plan("a-third-plan", VERA, C.piece(WORKS), purpose="surveillance")
    yield move("works-left-out", step(CASE, VERA, "certification.omit", assignment=WORKS, reason="Not needed."))
    yield move("again-left-out", step(CASE, VERA, "certification.omit", assignment=AGAIN, reason="Not needed."))
    yield whole(DOCUMENTS, EVA)
    yield whole(AUDIT, EVA)
    for who in (EVA, VERA):
        yield whole(WORKS, who)
        yield whole(AGAIN, who)
    yield move("all-of-works", *whole(WORKS, EVA, failing=FAILING).steps)
    for basis in (PLANNED, (DOCUMENTS, AGAIN, AUDIT), (*PLANNED, AGAIN), (DOCUMENTS, AUDIT)):
        for who in (RITA, VERA):
            yield C.grant(who, basis, answers=C.answers)
    yield C.certificate(VERA)


def days_go_by() -> Iterator[Move]:
    """Agreements that begin late or end, decisions back-dated, too long or too early, certificates out of time."""
    yield from C.agreements(VERA, "safety-helmets")
    yield whole(WORKS, EVA, under=None)
    yield whole(WORKS, VERA, under=None)
    yield C.review("whole", RITA, PLANNED)
    yield C.review("whole", VERA, PLANNED)
    for who in (RITA, VERA):
        made: dict[str, Any] = {"review": "review-whole-rita"}
        yield C.grant(who, PLANNED, **made)
        yield C.grant(who, PLANNED, review="review-whole-vera")
        yield back_dated(C.grant(who, PLANNED, **made))
        yield C.grant(who, PLANNED, **made, last_day="2029-03-10")
        yield C.grant(who, PLANNED, **made, last_day="2026-03-09")
        yield C.grant(who, PLANNED, **made, effective_from="2026-03-02")
        yield C.certificate(who)
        yield back_dated(C.certificate(who))


def grounds(*further: date) -> dict[str, Ground]:
    """The walks by their names. Those that stay on one day go on to ``further`` days, if there are any."""
    days = [MONDAY, *further]
    opened, agreed = begun(), C.agreement(VERA)
    done = [*opened, whole(DOCUMENTS, EVA, under=None), whole(AUDIT, EVA, under=None)]
    return {
        "who": Ground(desk(), list(everybody_tries()), days, ORACLE),
        "findings": Ground(desk(), list(the_works_fail()), days, ORACLE, [*done, agreed]),
        "plans": Ground(desk(), list(plans_change()), days, ORACLE, [*opened[:-1], agreed]),
        "days": Ground(desk(), list(days_go_by()), [MONDAY, RITAS_LAST, DAY_AFTER], ORACLE, done),
    }
