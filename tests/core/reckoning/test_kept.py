"""A reckoning kept as a text reads back as itself, in one writing only."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.audit_time import Adjustment, AuditTimeQuestion, Policy, audit_time
from certwright.core.reckoning.kept import KeptTime, NotAReckoning, kept, kept_other, read_kept
from certwright.core.reckoning.personnel import Group
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import Language, explained
from certwright.core.reckoning.sites import sample_size
from certwright.packs.model.site_sampling import Occasion
from certwright.packs.shipped import library

BOOK = RuleBook(tuple(volume.pack for volume in library()))


def reckoned(personnel: int = 55, per_cent: int = -10) -> KeptTime:
    question = AuditTimeQuestion("iso-9001", personnel, adjustments=(Adjustment(per_cent, "mature system"),))
    return kept(audit_time(question, BOOK, Policy()), question, Policy())


@given(st.integers(1, 10_000), st.integers(-30, -1))
def test_it_reads_back_as_itself(personnel: int, per_cent: int) -> None:
    found = read_kept(reckoned(personnel, per_cent).text)
    assert found == reckoned(personnel, per_cent)


def test_it_is_exact_and_tells_what_it_rests_on() -> None:
    found = reckoned()
    assert (found.standard, found.days, found.exact) == ("iso-9001", "9/2", "9/2")
    assert found.question["personnel"] == "55"
    assert "iaf-md5" in found.packs


def test_another_writing_of_the_same_is_no_kept_reckoning() -> None:
    with pytest.raises(NotAReckoning):
        read_kept(json.dumps(json.loads(reckoned().text), indent=1))


@pytest.mark.parametrize("text", ["", "[]", "{}", "pack: iso-9001", '{"kind":"audit-time"}', "[" * 100_000])
def test_other_texts_are_none(text: str) -> None:
    with pytest.raises(NotAReckoning):
        read_kept(text)


def test_a_reckoning_of_another_kind_reads_back_as_itself_too() -> None:
    size = sample_size(20, Occasion.INITIAL, BOOK.sites())
    found = kept_other("site-sample", {"sites": 20}, {"sample": size.sampled}, size.derivation)
    assert read_kept(found.text) == found
    assert found.answer == {"sample": "5"}


@given(st.integers(1, 10_000), st.integers(-30, 30))
def test_the_steps_are_told_as_they_were_when_it_was_kept(personnel: int, per_cent: int) -> None:
    question = AuditTimeQuestion(
        "iso-9001", personnel, adjustments=(Adjustment(per_cent, "17 or so"),) * bool(per_cent)
    )
    time = audit_time(question, BOOK)
    found = read_kept(kept(time, question, Policy()).text)
    for language in Language:
        assert explained(found.derivation, language) == explained(time.derivation, language)


def test_everybody_who_was_told_of_is_counted() -> None:
    groups = (Group("office", 30), Group("line", 70, "repetitive-work", counted=20, reason="one task, three shifts"))
    for personnel, heads in ((55, 55), (groups, 100)):
        question = AuditTimeQuestion("iso-9001", personnel)
        assert kept(audit_time(question, BOOK), question, Policy()).headcount == heads
