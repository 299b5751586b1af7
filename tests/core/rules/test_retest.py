"""Evaluating anew: T10, R-63; told to the client, wanted by it, as often and as long as the scheme allows."""

from datetime import date, timedelta
from typing import Any

import pytest

import certification_cases as cases
from assignment_cases import (
    HELMETS,
    PAUL,
    SENT,
    WORK,
    certification,
    create,
    dated,
    judged,
    raise_finding,
    refused,
)
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.evaluation import Retest
from certwright.packs.model.uncertain import NoneBecause, Uncertain
from small_body import NOTHING, act

FINDING = "finding:f-1"
RAISED = date(2025, 9, 1)
TOLD = act("finding.notify", told_on=RAISED.isoformat(), further_evaluation="Shock tests on eight helmets.")
FAILED = act(
    "finding.verify",
    verified_on=SENT.isoformat(),
    verified_by="person:eva",
    method="repeated-test",
    outcome="not-effective",
    evidence="Report 2.",
    new_determination="assignment:again",
)


def finding(*more: Act, kind: str = "test", **changes: Any) -> Dossier:
    raised = raise_finding(kind, **{"raised_on": RAISED.isoformat(), **changes})
    return dated(FINDING, [(raised, RAISED), *((each, RAISED) for each in more)])


def wish(says: str) -> tuple[Act, date]:
    return act("certification.client-answers", wish=says, told_on=SENT.isoformat(), findings=[FINDING]), SENT


def retest(of: Dossier, *wishes: str, kind: str = "test", **changes: Any) -> list[tuple[str, str]]:
    case = certification(kind, *(wish(each) for each in wishes))
    return refused(judged(create(kind, cures=[FINDING], **changes), WORK, kind, by=PAUL, beside=[case, of]), "retest")


def test_T10_evaluated_anew_when_the_client_was_told_and_goes_on() -> None:
    assert retest(finding(TOLD), "continues") == NOTHING


def test_T10_not_before_the_client_knows_what_will_be_done() -> None:
    only_told = act("finding.notify", told_on=RAISED.isoformat())
    rule = "retest.after-telling-the-client"
    for of in (finding(), finding(only_told)):
        assert retest(of, "continues") == [(rule, "further-evaluation-not-told")]


@pytest.mark.parametrize(
    ("wishes", "goes_on"),
    [
        ((), False),
        (("does-not-continue",), False),
        (("does-not-continue", "continues"), True),
        (("continues", "does-not-continue"), False),
    ],
)
def test_T10_T11_not_without_the_clients_wish(wishes: tuple[str, ...], goes_on: bool) -> None:
    expected = NOTHING if goes_on else [("retest.after-telling-the-client", "client-did-not-say-to-go-on")]
    assert retest(finding(TOLD), *wishes) == expected


def test_a_follow_up_of_a_management_system_asks_nobody() -> None:
    assert retest(finding(kind="special"), kind="special") == NOTHING


def test_it_looks_at_open_findings_of_its_certification() -> None:
    rule = "retest.cures-findings-of-its-certification"
    foreign = finding(TOLD, certification="certification:other")
    assert retest(foreign, "continues") == [(rule, "finding-of-another")]
    verified = act(
        "finding.verify",
        verified_on=SENT.isoformat(),
        verified_by="person:eva",
        method="repeated-test",
        outcome="effective",
        evidence="Report 2.",
    )
    assert retest(finding(TOLD, verified), "continues") == [(rule, "finding-already-verified")]


@pytest.mark.parametrize(("failures", "allowed"), [(0, True), (1, True), (2, False)])
def test_R63_as_often_as_the_scheme_allows(failures: int, allowed: bool) -> None:
    """The helmet scheme allows two rounds."""
    expected = NOTHING if allowed else [("retest.as-often-as-the-scheme-allows", "retests-used-up")]
    assert retest(finding(TOLD, *[FAILED] * failures), "continues") == expected


@pytest.mark.parametrize(("late", "allowed"), [(0, True), (1, False)])
def test_R63_last_day_and_one_day_after(late: int, allowed: bool) -> None:
    """Six months from 1 September 2025: a new test may begin on 1 March 2026 and not a day later."""
    first = date(2026, 3, 1) + timedelta(days=late)
    expected = NOTHING if allowed else [("retest.as-often-as-the-scheme-allows", "retest-too-late")]
    found = retest(finding(TOLD), "continues", from_day=first.isoformat(), to_day=first.isoformat())
    assert found == expected


def test_R63_what_the_scheme_leaves_open_is_settled_first() -> None:
    one = cases.volume(HELMETS)
    assert isinstance(one.pack, ProductScheme)
    assert isinstance(one.pack.retest, Retest)
    left_open = one.pack.retest.model_copy(update={"rounds": Uncertain(uncertain="rounds")})
    texts = {one.digest: one.pack.model_copy(update={"retest": left_open})}
    case, said = certification("test", wish("continues")), create("test", cures=[FINDING])
    judgement = judged(said, WORK, "test", by=PAUL, beside=[case, finding(TOLD)], texts=texts)
    assert refused(judgement, "retest") == [("retest.as-often-as-the-scheme-allows", "retest-not-settled")]


def test_R63_a_scheme_without_end_sets_none() -> None:
    one = cases.volume(HELMETS)
    assert isinstance(one.pack, ProductScheme)
    assert isinstance(one.pack.retest, Retest)
    endless = one.pack.retest.model_copy(update={"rounds": NoneBecause(none_because="Each test stands for itself.")})
    texts = {one.digest: one.pack.model_copy(update={"retest": endless})}
    case, said = certification("test", wish("continues")), create("test", cures=[FINDING])
    often = finding(TOLD, *[FAILED] * 9)
    assert refused(judged(said, WORK, "test", by=PAUL, beside=[case, often], texts=texts), "retest") == NOTHING
