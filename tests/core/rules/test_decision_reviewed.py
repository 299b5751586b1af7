"""What came after the review was not reviewed: a decision waits for another (17065 7.6.2; 17021-1 9.5.3.1; T14)."""

from datetime import UTC, datetime, timedelta

import pytest

import certification_cases as cases
from certification_cases import EVA, RITA, TEST
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier, fold
from product_cases import HELD, HELMETS, STANDARD, answers, case, decide, results, review, says, scheme
from small_body import NOTHING, act, entry, person

REVIEWED = datetime(2026, 3, 1, 9, 3, tzinfo=UTC)
"""When the review, the third act of the certification, is recorded."""
SECOND = timedelta(seconds=1)
BEFORE, AFTER = REVIEWED - timedelta(days=1), REVIEWED + SECOND
VOID = [("decision.rests-on-a-review", "recorded-after-review")]
FINDING = "finding:f-1"

Timed = tuple[Act, datetime]


def timed(dossier_id: str, *made: Timed) -> Dossier:
    """The dossier these acts make, each recorded at its time and dated to the day of the test."""
    entries = [
        entry(dossier_id, seq, said, recorded_at=at, effective_on=HELD) for seq, (said, at) in enumerate(made, 1)
    ]
    return fold(dossier_id, entries)


WORK = cases.work(HELMETS, STANDARD, "test", HELD, results())
APPOINTED, CARRIED_OUT, RESULTS, REPORT = WORK[1:]


def evaluated(*later: Timed) -> Dossier:
    """The test of the helmets, in five acts up to its report, and what was recorded ``later``, from the sixth on."""
    return timed(TEST, *[(said, BEFORE) for said in WORK], *later)


def annul(number: int) -> Act:
    return act("record.annul", act=f"act-test-{number:03}", reason="It belongs to another sample.")


def put_right(said: Act, wrong: str) -> Act:
    fields, form = said.model_dump(mode="json"), said.spec.versioned_name
    return act("record.put-right", act=wrong, form=form, fields=fields, reason="A slip of the pen.")


@pytest.mark.parametrize("later", [CARRIED_OUT, RESULTS, REPORT], ids=lambda said: said.spec.name)
@pytest.mark.parametrize(("at", "void"), [(REVIEWED - SECOND, False), (REVIEWED, False), (AFTER, True)])
def test_T14_what_is_recorded_after_the_review_was_not_reviewed_however_it_is_dated(
    later: Act, at: datetime, void: bool
) -> None:
    assert says(decide(), case(review(), **{TEST: evaluated((later, at))})) == (VOID if void else NOTHING)


def test_T14_another_review_lifts_it() -> None:
    about = case(review(), review(), **{TEST: evaluated((REPORT, AFTER))})
    assert says(decide(), about) == VOID
    assert says(decide(review="act-c-1-004"), about) == NOTHING


def test_T14_review_and_decision_at_once_see_it_all() -> None:
    rita = {RITA: person(RITA, "review", "decision"), TEST: evaluated((REPORT, AFTER))}
    assert says(decide(deciders=[RITA], review=None, answers=answers()), case(**rita), by=RITA) == NOTHING


@pytest.mark.parametrize(
    ("later", "void"),
    [
        ([(REPORT, BEFORE), (annul(6), REVIEWED)], False),
        ([(REPORT, BEFORE), (annul(6), AFTER)], True),
        ([(REPORT, AFTER), (annul(6), AFTER + SECOND)], False),
        ([(put_right(REPORT, "act-test-005"), REVIEWED)], False),
        ([(put_right(REPORT, "act-test-005"), AFTER)], True),
        ([(put_right(APPOINTED, "act-test-002"), AFTER)], False),
    ],
    ids=["annulled before", "annulled after", "come and gone", "right before", "right after", "who was appointed"],
)
def test_T14_what_is_corrected_after_the_review_was_not_reviewed(later: list[Timed], void: bool) -> None:
    assert says(decide(), case(review(), **{TEST: evaluated(*later)})) == (VOID if void else NOTHING)


RAISED = cases.raising(TEST, HELMETS, STANDARD, "not-met", requirement=scheme().requirements[0].id)


def verified() -> Act:
    return act(
        "finding.verify",
        verified_on="2026-02-20",
        verified_by=EVA,
        method="repeated-test",
        outcome="effective",
        evidence="Report 2.",
        new_determination=TEST,
    )


@pytest.mark.parametrize(("at", "void"), [(REVIEWED, False), (AFTER, True)])
def test_T14_a_finding_put_right_after_the_review_was_not_reviewed(at: datetime, void: bool) -> None:
    correction = put_right(RAISED, "act-f-1-001")
    about = timed(FINDING, (RAISED, BEFORE), (verified(), BEFORE), (correction, at))
    found = says(decide(findings=[FINDING]), case(review(findings=[FINDING]), **{FINDING: about}))
    assert found == (VOID if void else NOTHING)


def test_T14_a_verification_after_the_review_is_judged_by_the_decision() -> None:
    about = timed(FINDING, (RAISED, BEFORE), (verified(), AFTER))
    assert says(decide(findings=[FINDING]), case(review(findings=[FINDING]), **{FINDING: about})) == NOTHING


def test_T14_where_no_evaluation_is_closed_no_review_is_asked_for() -> None:
    about = case(review(), decide(), **{TEST: evaluated((REPORT, AFTER))})
    suspend = decide(kind="suspend", last_day=None)
    assert VOID[0] not in says(suspend, about)
    assert VOID[0] in says(decide(kind="refuse", last_day=None), about)
