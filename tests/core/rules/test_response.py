"""Answers to nonconformities, verification and regrading: T10, T13, R-08, R-34, R-63, SD13, TR19, correction 14."""

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from assignment_cases import (
    ADAM,
    BEFORE,
    EVA,
    LAST,
    TODAY,
    WORK,
    appoint,
    assignment,
    breached,
    carry_out,
    create,
    dated,
    judged,
    lead,
    raise_finding,
    refused,
    report,
    results,
    skilled,
)
from certification_cases import DORA, PAUL, RITA
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier, Finding
from small_body import NOTHING, act

FINDING, ANEW = "finding:f-1", "assignment:anew"
DUE = date(2026, 3, 26)
Found = tuple[list[tuple[str, str]], list[tuple[str, str]]]

TOLD = act("finding.notify", told_on=LAST.isoformat(), further_evaluation="Shock tests on eight helmets.")


def answer(on: date = LAST, **changes: Any) -> Act:
    parts = {"cause": "No training.", "correction": "Done again.", "corrective_action": "Training each year."}
    return act("finding.respond", received_on=on.isoformat(), **{**parts, **changes})


def judging(outcome: str, *incomplete: str, by: str | None = "documents") -> Act:
    return act("finding.judge-response", outcome=outcome, incomplete=list(incomplete), verified_by=by)


ACCEPTED = judging("accepted")


def verify(on: date = TODAY, outcome: str = "effective", **changes: Any) -> Act:
    fields = {
        "verified_on": on.isoformat(),
        "verified_by": EVA,
        "method": "documents",
        "outcome": outcome,
        "evidence": "Records of training.",
    }
    return act("finding.verify", **{**fields, **changes})


def finding(kind: str, *more: Act, **changes: Any) -> Finding:
    made = dated(FINDING, [(raise_finding(kind, **changes), LAST), *((each, LAST) for each in more)])
    assert isinstance(made, Finding)
    return made


def found(said: Act, about: Dossier, kind: str = "stage-2", **given: Any) -> Found:
    judgement = judged(said, about, kind, **given)
    return refused(judgement, "response"), breached(judgement, "response")


def test_the_client_answers_what_it_was_told() -> None:
    before = [("response.answers-a-finding-that-was-told", "answered-before-told")]
    assert found(answer(), finding("stage-2", TOLD)) == (NOTHING, NOTHING)
    assert found(answer(LAST - timedelta(days=1)), finding("stage-2", TOLD))[0] == before
    assert found(answer(), finding("stage-2"))[0] == before


def test_nothing_is_answered_after_it_was_closed() -> None:
    closed = finding("stage-2", TOLD, answer(), ACCEPTED, verify())
    assert found(answer(), closed)[0] == [("response.answers-a-finding-that-was-told", "finding-already-verified")]


@pytest.mark.parametrize(
    ("on", "expected"), [(DUE, NOTHING), (DUE + timedelta(days=1), [("response.in-time", "answer-late")])]
)
def test_TR19_last_day_and_one_day_after(on: date, expected: list[tuple[str, str]]) -> None:
    late = found(answer(on), finding("stage-2", TOLD), today=on, on=on)
    assert late == (NOTHING, expected)
    assert found(answer(on), finding("stage-2", TOLD), today=on, on=on, departs="response.in-time") == (
        NOTHING,
        NOTHING,
    )


def test_an_answer_is_judged_once_and_after_it_came() -> None:
    rule = "response.judged-when-there-is-one"
    assert found(ACCEPTED, finding("stage-2", TOLD, answer())) == (NOTHING, NOTHING)
    assert found(ACCEPTED, finding("stage-2", TOLD))[0] == [(rule, "no-answer-yet")]
    rejected = finding("stage-2", TOLD, answer(), judging("rejected", "cause"))
    assert found(ACCEPTED, rejected)[0] == [(rule, "answer-already-judged")]
    again = finding("stage-2", TOLD, answer(), judging("rejected", "cause"), answer())
    assert found(ACCEPTED, again) == (NOTHING, NOTHING)


@pytest.mark.parametrize(
    ("functions", "packs", "kind", "competent"),
    [
        (["auditing"], ["iso-9001"], "stage-2", True),
        (["audit-team-leading"], ["iso-9001"], "stage-2", True),
        (["review"], ["iso-9001"], "stage-2", True),
        (["auditing"], ["iso-14001"], "stage-2", False),
        (["evaluation"], ["iso-9001"], "stage-2", False),
        (["evaluation"], ["safety-helmets"], "test", True),
        (["decision"], ["safety-helmets"], "test", False),
    ],
)
def test_R34_T13_an_answer_is_judged_by_somebody_competent(
    functions: list[str], packs: list[str], kind: str, competent: bool
) -> None:
    adam = (skilled(ADAM, *functions, packs=packs),)
    expected = NOTHING if competent else [("response.judged-by-somebody-competent", "not-authorised-for-pack")]
    assert found(ACCEPTED, finding(kind, TOLD, answer()), kind, by=ADAM, beside=adam)[0] == expected


@pytest.mark.parametrize("part", ["cause", "correction", "corrective_action"])
def test_T13_an_incomplete_answer_is_not_accepted(part: str) -> None:
    """9.4.9 asks for three things; a product's client owes them to nobody."""
    lacking = finding("stage-2", TOLD, answer(**{part: None}))
    assert found(ACCEPTED, lacking)[0] == [("response.accepted-when-complete", "answer-incomplete")]
    assert found(judging("rejected", part.replace("_", "-")), lacking) == (NOTHING, NOTHING)
    assert found(ACCEPTED, finding("test", TOLD, answer(**{part: None})), "test") == (NOTHING, NOTHING)


def test_correction_14_the_client_is_told_what_is_incomplete_and_never_a_solution() -> None:
    rule, about = "response.judged-by-completeness-alone", finding("stage-2", TOLD, answer())
    assert found(judging("rejected", "extent"), about) == (NOTHING, NOTHING)
    assert found(judging("rejected"), about)[0] == [(rule, "rejected-without-saying-what")]
    assert found(judging("accepted", "extent"), about)[0] == [(rule, "accepted-yet-incomplete")]
    for words in ({"reason": "The cause is the worn gauge."}, {"incomplete": ["buy a new gauge"]}):
        with pytest.raises(ValidationError):
            act("finding.judge-response", outcome="rejected", **words)


def test_T10_with_an_accepted_answer_the_client_knows_what_follows() -> None:
    about = finding("stage-2", TOLD, answer())
    assert found(judging("accepted", by=None), about)[0] == [
        ("response.client-knows-what-follows", "verification-not-told")
    ]
    assert found(judging("rejected", "cause", by=None), about) == (NOTHING, NOTHING)


def test_SD13_a_member_of_the_team_may_verify() -> None:
    """9.4.10 note: no independence is demanded, and she who raised it may verify it."""
    about = finding("stage-2", TOLD, answer(), ACCEPTED)
    assert about.raised_by == EVA
    assert found(verify(), about) == (NOTHING, NOTHING)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (TODAY - timedelta(days=1), NOTHING),
        (TODAY - timedelta(days=2), [("response.verified-by-somebody-competent", "not-authorised-for-pack")]),
    ],
)
def test_SD13_R34_whoever_verifies_is_competent_on_that_day(until: date, expected: list[tuple[str, str]]) -> None:
    eva = (skilled(EVA, "auditing", until=until),)
    about = finding("stage-2", TOLD, answer(), ACCEPTED)
    assert found(verify(TODAY - timedelta(days=1)), about, beside=eva)[0] == expected


def test_R34_reviewing_is_not_enough_to_verify() -> None:
    about = finding("stage-2", TOLD, answer(), ACCEPTED)
    assert found(verify(verified_by=RITA), about, by=RITA)[0] == [
        ("response.verified-by-somebody-competent", "not-authorised-for-pack")
    ]


AFTER = "response.verified-after-the-answer"


def test_T13_nothing_is_verified_before_it_is_answered_and_accepted() -> None:
    answered = finding("stage-2", TOLD, answer())
    assert found(verify(), finding("stage-2", TOLD))[0] == [(AFTER, "verified-before-answered")]
    assert found(verify(), answered)[0] == [(AFTER, "verified-before-accepted")]
    assert found(verify(outcome="not-effective"), answered) == (NOTHING, NOTHING)
    accepted = finding("stage-2", TOLD, answer(), ACCEPTED)
    assert found(verify(LAST), accepted) == (NOTHING, NOTHING)
    assert found(verify(LAST - timedelta(days=1)), accepted)[0] == [(AFTER, "verified-before-answered")]


def test_T13_it_is_verified_once_and_what_did_not_work_is_answered_anew() -> None:
    done = finding("stage-2", TOLD, answer(), ACCEPTED, verify())
    assert found(verify(), done)[0] == [(AFTER, "finding-already-verified")]
    failed = finding("stage-2", TOLD, answer(), ACCEPTED, verify(outcome="not-effective"))
    assert (failed.accepted, failed.verified) == (False, False)
    assert found(verify(), failed)[0] == [(AFTER, "verified-before-answered")]


def test_a_verification_is_signed_by_whoever_verified() -> None:
    about = finding("stage-2", TOLD, answer(), ACCEPTED)
    adam = (skilled(ADAM, "auditing"),)
    assert found(verify(), about, by=ADAM, beside=adam)[0] == [("response.verifier-signs", "verification-of-another")]
    assert found(verify(), about, by=ADAM, beside=adam, on_behalf=EVA) == (NOTHING, NOTHING)


CURE = "response.cured-by-new-determination"


def anew(verdict: str = "met", *, reported: bool = True, name: str = ANEW, **changes: Any) -> Dossier:
    """A repeated test of the shock at the crown."""
    again = create("test", **{"cures": [FINDING], "requirements": ["shock-crown"], **changes})
    line = {"requirement": "shock-crown", "verdict": verdict, "value": "4", "remark": "Eight helmets."}
    made = [(again, BEFORE), (lead("test"), BEFORE), (carry_out(), LAST), (results(line), LAST)]
    return dated(name, [*made, *([(report("test"), LAST)] if reported else [])])


def cured(again: Dossier | None, **changes: Any) -> list[tuple[str, str]]:
    said = verify(method="repeated-test", new_determination=again.id if again else None)
    beside = [again] if again else []
    return found(said, finding("test", TOLD, answer(), **changes), "test", beside=beside)[0]


def test_R08_T10_a_new_determination_cures_an_unmet_requirement() -> None:
    assert cured(anew()) == NOTHING


@pytest.mark.parametrize(
    ("again", "says"),
    [
        (None, "not-evaluated-anew"),
        (anew("not-met"), "still-not-met"),
        (anew("not-applicable"), "still-not-met"),
        (anew(requirements=["penetration"], cures=[]), "not-its-new-determination"),
        (anew(certification="certification:other"), "not-its-new-determination"),
        (anew(name=WORK), "not-its-new-determination"),
        (anew(reported=False), "evaluation-not-reported"),
    ],
)
def test_R08_nothing_else_cures_it(again: Dossier | None, says: str) -> None:
    """Corrections, 3: neither a reason nor an accepted plan does."""
    assert cured(again) == [(CURE, says)]


@pytest.mark.parametrize(
    ("requirement", "scheme_class"),
    [("shock-crown", "safety"), ("marking", "information"), ("production-tests", "factory")],
)
def test_R09_of_whatever_class_it_is_evaluated_anew(requirement: str, scheme_class: str) -> None:
    """Corrections, 3: the class says how it weighs, never that a word of the client's is a result."""
    assert cured(None, requirement=requirement, scheme_class=scheme_class) == [(CURE, "not-evaluated-anew")]


def test_R08_a_failed_repetition_may_be_recorded_and_is_counted() -> None:
    again = anew("not-met")
    said = verify(outcome="not-effective", method="repeated-test", new_determination=ANEW)
    about = finding("test", TOLD, answer())
    assert found(said, about, "test", beside=[again]) == (NOTHING, NOTHING)
    assert finding("test", TOLD, answer(), said).failed == (ANEW,)


def regrade(grade: str = "major", **changes: Any) -> Act:
    reason = "Several of the same kind were found"
    return act("finding.regrade", **{"assignment": WORK, "grade": grade, "reason": reason, **changes})


BEFORE_REPORT = assignment("stage-2", (appoint(ADAM, "auditor"), BEFORE), (carry_out(), LAST))
AFTER_REPORT = assignment("stage-2", (appoint(ADAM, "auditor"), BEFORE), (carry_out(), LAST), (report("stage-2"), LAST))


@pytest.mark.parametrize(
    ("audit", "by", "says"),
    [
        (BEFORE_REPORT, EVA, None),
        (BEFORE_REPORT, ADAM, "not-the-leader"),
        (BEFORE_REPORT, RITA, "not-the-leader"),
        (AFTER_REPORT, EVA, "regraded-after-the-report"),
        (AFTER_REPORT, RITA, None),
        (AFTER_REPORT, DORA, None),
        (AFTER_REPORT, PAUL, "regraded-after-the-report"),
    ],
)
def test_regraded_by_the_leader_before_the_report_and_by_others_after(
    audit: Dossier, by: str, says: str | None
) -> None:
    """17021-1-rules, 8."""
    leader = skilled(ADAM, "auditing", "audit-team-leading")
    expected = [("response.regraded-by-whom-it-is-before", says)] if says else NOTHING
    assert found(regrade(), finding("stage-2", TOLD), by=by, beside=[audit, leader])[0] == expected


def test_only_a_grade_becomes_another_grade() -> None:
    rule = "response.regraded-anew"
    for said, about, kind, says in (
        (regrade("minor"), finding("stage-2"), "stage-2", "already-graded-so"),
        (regrade(), finding("test"), "test", "grade-of-the-other-standard"),
    ):
        audit = assignment(kind, (carry_out(), LAST), (report(kind), LAST))
        assert found(said, about, kind, by=RITA, beside=[audit])[0] == [(rule, says)]
    elsewhere = regrade(assignment="assignment:other")
    assert (rule, "named-otherwise") in found(elsewhere, finding("stage-2"), by=RITA)[0]


def test_every_grade_it_had_is_remembered() -> None:
    assert finding("stage-2", regrade(), regrade("minor")).graded == ("minor", "major", "minor")
