"""No certificate without agreement, complete evaluation, independent competent decision and permitted dates.

Whoever acts, in whatever order, on whichever of the days: every history of a small body is walked through, under
either standard, and a plain oracle judges each certificate. With a rule switched off, the walk finds an illegitimate
one. Told in ``docs/explanation/exploration.md``.
"""

import os
from collections.abc import Callable, Set
from datetime import date
from functools import cache
from random import Random

import pytest

from certwright.core.rules import RULES
from exploration import product_walks, system_walks
from exploration.desk import State
from exploration.walk import Ground, Walk

pytestmark = pytest.mark.slow
FURTHER = (date(2026, 3, 10),) if int(os.environ.get("EXPLORATION_DEPTH", "1")) > 1 else ()
"""``EXPLORATION_DEPTH=2`` lets every walk go on over a night; it takes some minutes."""

WALKS: dict[str, Callable[..., dict[str, Ground]]] = {"product": product_walks.grounds, "system": system_walks.grounds}
LEAST = {
    ("product", "who"): (900, 600),
    ("product", "findings"): (2_400, 900),
    ("product", "plans"): (200, 30),
    ("product", "days"): (2_000, 1_200),
    ("system", "who"): (1_400, 1_500),
    ("system", "findings"): (150, 30),
    ("system", "six months"): (300, 140),
    ("system", "plans"): (250, 90),
    ("system", "days"): (500, 300),
}
"""Walk → how many states and legitimate certificates it sees at least: it must not become a walk through nothing."""


@cache
def ground(standard: str, name: str) -> Ground:
    """Where a walk goes; what was judged once is remembered by all tests of this module."""
    return WALKS[standard](*FURTHER)[name]


@pytest.mark.parametrize(("standard", "name"), LEAST, ids=" ".join)
def test_no_certificate_is_illegitimate_whoever_does_what_in_which_order(standard: str, name: str) -> None:
    walk = Walk(ground(standard, name)).through_all()
    states, certificates = LEAST[standard, name]
    print(f"{standard}, {name}: {walk.states} states, {walk.tried} moves tried, {walk.made} made,", end=" ")
    print(f"{walk.legitimate} certificates, {walk.ground.desk.judged} judgements")
    assert not walk.illegitimate, str(walk.illegitimate[0])
    assert walk.states >= states
    assert walk.legitimate >= certificates
    assert walk.tried > 2 * walk.made, "most of what is tried should be refused"


COMPETENT = {"decision.deciders-are-competent", "competence.actor-is-authorised"}
WHOLE = {"planning.every-requirement-is-covered", "basis.stage-2-went-through-everything"}
GUARDS: list[tuple[str, str, Set[str], str]] = [
    ("product", "who", {"decision.independent-of-evaluation"}, "independence"),
    ("product", "who", {"decision.rests-on-a-review"}, "review"),
    ("product", "who", {"decision.rests-on-the-whole-evaluation"}, "evaluation"),
    ("product", "who", {"review.reviewer-did-not-evaluate"}, "review"),
    ("product", "findings", {"nonconformity.product-requirements-are-met"}, "findings"),
    ("product", "findings", {"nonconformity.decision-rule-of-the-scheme-holds"}, "findings"),
    ("product", "findings", {"review.looks-at-every-finding"}, "findings"),
    ("product", "findings", {"review.rests-on-the-whole-evaluation", "decision.rests-on-a-review"}, "review"),
    ("product", "findings", {"decision.rests-on-a-review"}, "review"),
    ("product", "plans", {"assignment.was-planned"}, "independence"),
    ("product", "plans", {"planning.begun-work-is-not-left-out"}, "evaluation"),
    ("product", "plans", {"planning.piece-keeps-its-purpose"}, "evaluation"),
    ("product", "days", COMPETENT, "competence"),
    ("product", "days", {"agreement.signed-by-both"}, "agreement"),
    ("product", "days", {"decision.agreement-is-in-force"}, "agreement"),
    ("product", "days", {"attestation.agreement-is-in-force"}, "agreement"),
    ("product", "days", {"attestation.only-of-what-is-valid"}, "dates"),
    ("product", "days", {"record.authority-is-not-back-dated"}, "dates"),
    ("product", "days", {"validity.effective-not-before-decision"}, "dates"),
    ("product", "days", {"validity.expiry-is-computed"}, "dates"),
    ("system", "who", {"decision.independent-of-evaluation"}, "independence"),
    ("system", "who", {"decision.rests-on-a-review"}, "review"),
    ("system", "who", {"decision.rests-on-the-whole-evaluation"}, "evaluation"),
    ("system", "who", {"report.belongs-to-its-assignment"}, "evaluation"),
    ("system", "who", {"review.reviewer-outside-the-team"}, "review"),
    ("system", "findings", {"nonconformity.majors-are-verified"}, "findings"),
    ("system", "findings", {"nonconformity.minors-have-a-plan"}, "findings"),
    ("system", "findings", {"review.looks-at-every-finding"}, "findings"),
    ("system", "six months", {"nonconformity.stage-2-majors-within-six-months"}, "findings"),
    ("system", "plans", WHOLE, "evaluation"),
    ("system", "plans", {"planning.begun-work-is-not-left-out"}, "evaluation"),
    ("system", "plans", {"planning.piece-keeps-its-purpose"}, "evaluation"),
    ("system", "days", COMPETENT, "competence"),
    ("system", "days", {"agreement.signed-by-both"}, "agreement"),
    ("system", "days", {"decision.agreement-is-in-force"}, "agreement"),
    ("system", "days", {"attestation.agreement-is-in-force"}, "agreement"),
    ("system", "days", {"attestation.only-of-what-is-valid"}, "dates"),
    ("system", "days", {"record.authority-is-not-back-dated"}, "dates"),
    ("system", "days", {"validity.effective-not-before-decision"}, "dates"),
    ("system", "days", {"validity.expiry-is-computed"}, "dates"),
]
"""Walk, the rules switched off (two where two hold the same), and what is then wrong with a certificate."""


@pytest.mark.parametrize(("standard", "name", "off", "fault"), GUARDS)
def test_with_a_rule_switched_off_the_walk_finds_what_it_holds(
    standard: str, name: str, off: Set[str], fault: str
) -> None:
    assert off <= RULES.keys()
    walk = Walk(ground(standard, name), off).until_illegitimate()
    assert walk.illegitimate, f"nothing goes wrong without {sorted(off)}"
    assert fault in walk.illegitimate[0].faults


@pytest.mark.parametrize(("standard", "name"), LEAST, ids=" ".join)
def test_visiting_a_state_once_hides_nothing(standard: str, name: str) -> None:
    """Histories at random are judged alike where every state is visited once and where nothing else was ever done."""
    shared = ground(standard, name)
    for seed in range(5):
        alone, chance = WALKS[standard](*FURTHER)[name], Random(seed)
        ours, theirs = shared.desk.opening(shared.days[0]), alone.desk.opening(alone.days[0])
        places = chance.sample(range(len(alone.moves)), len(alone.moves))
        pairs = [*zip(shared.begun, alone.begun, strict=True)]
        for here, there in [*pairs, *((shared.moves[place], alone.moves[place]) for place in places * 3)]:
            found, again = shared.desk.advance(ours, here), alone.desk.advance(theirs, there)
            if isinstance(found, State) and isinstance(again, State):
                ours, theirs = found, again
            assert found == again or (isinstance(found, State) and isinstance(again, State))
