"""Uses of certificates and marks that were looked at (R-76, R-78; 17065 4.1.3; 17021-1 8.3)."""

from datetime import date
from typing import Any

import pytest

import system_case as system
from certification_cases import CASE
from certwright.core.acts.act import Act
from certwright.core.acts.use import LookAtUse
from certwright.core.judge import Judgement
from licensed_case import decision, life
from product_cases import granted
from small_body import BEN, NOTHING, TODAY, YESTERDAY, judged, said

MAY = date(2026, 5, 4)


def seen(**changes: Any) -> Act:
    """A helmet in a shop, marked as it should be."""
    fields = {
        "licence": "L-1",
        "seen_on": TODAY,
        "place": "Shop in York",
        "medium": "product",
        "models": ["h1-s"],
        "artwork": "as-licensed",
        "claims": "what-was-certified",
    }
    return LookAtUse.model_validate({**fields, **changes})


def judgement(one: Act, *later: tuple[Act, date], on: date = TODAY) -> Judgement:
    about = life(*later)
    return judged(one, about, by=BEN, on=on, today=on, gathered=granted(**{CASE: about}))


def breaches(one: Act, *later: tuple[Act, date], on: date = TODAY) -> list[tuple[str, str]]:
    found = judgement(one, *later, on=on)
    assert said(found) == NOTHING
    return [(breach.rule, breach.says) for breach in found.breaches]


def test_R78_a_licensed_use_is_no_misuse() -> None:
    assert breaches(seen()) == []
    unmarked = seen(licence=None, artwork="no-mark", medium="papers", wording="Certified: see PC-0001.")
    assert breaches(unmarked) == []


UNLICENSED = [("use.of-a-mark-is-licensed", "use-without-licence")]


def test_R78_no_licence_or_none_on_that_day() -> None:
    assert breaches(seen(licence=None)) == UNLICENSED
    assert breaches(seen(seen_on=YESTERDAY)) == UNLICENSED
    assert said(judgement(seen(licence="L-9"))) == [("use.licence-is-on-record", "use-under-unknown-licence")]


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 5, 3), []), (MAY, UNLICENSED)])
def test_R78_continued_after_the_suspension(day: date, expected: list[tuple[str, str]]) -> None:
    assert breaches(seen(seen_on=day), (decision("suspend"), MAY), on=MAY) == expected


def test_R78_wrong_medium_wrong_model_altered_artwork_are_told_at_once() -> None:
    everything = seen(medium="papers", models=["h1-s", "h2"], artwork="altered")
    assert breaches(everything) == [
        ("use.as-licensed", "use-in-another-medium"),
        ("use.as-licensed", "use-for-another-model"),
        ("use.as-licensed", "artwork-altered"),
    ]


@pytest.mark.parametrize("claims", ["approval-by-the-body", "more-than-was-certified", "the-whole-company"])
def test_R76_words_that_claim_more_are_a_misuse(claims: str) -> None:
    assert breaches(seen(claims=claims, wording="We are a certified company.")) == [
        ("use.claims-what-was-certified", "claims-more")
    ]
    wordless = said(judgement(seen(claims=claims)))
    assert wordless == [("use.words-are-told", "wording-missing")]


@pytest.mark.parametrize(
    ("medium", "wrong"), [("product", True), ("packaging", True), ("label", True), ("papers", False)]
)
def test_R78_the_mark_of_a_management_system_on_a_product(medium: str, wrong: bool) -> None:
    about = system.certification()
    one = seen(licence=None, models=[], medium=medium)
    found = judged(one, about, by=BEN, gathered=system.around(about))
    rules = [breach.rule for breach in found.breaches]
    assert ("use.never-of-a-management-system-on-a-product" in rules) is wrong


def test_what_was_seen_stays_with_the_certification() -> None:
    about = life((seen(), TODAY))
    assert [(use.licence, use.medium, use.seen_on) for use in about.uses] == [("L-1", "product", TODAY)]


def test_R78_where_no_mark_was_seen_there_is_no_artwork_to_be_wrong() -> None:
    assert breaches(seen(artwork="no-mark", models=["h9"])) == []
    assert breaches(seen(artwork="as-licensed", models=["h9"])) != []


def test_R76_what_is_claimed_is_told_in_words() -> None:
    found = judgement(seen(claims="more-than-was-certified")).breaches
    assert [each.evidence["claims"] for each in found if each.says == "claims-more"] == ["more than was certified"]
