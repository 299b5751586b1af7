"""Which edition holds: by the day, or pinned."""

from datetime import date

import pytest

from certwright.core.reckoning.audit_time import AuditTimeQuestion, audit_time
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.model.base import Pack
from certwright.packs.shipped import library

PACKS = [volume.pack for volume in library()]


def later_md5() -> Pack:
    (md5,) = (pack for pack in PACKS if pack.pack == "iaf-md5")
    return md5.model_copy(update={"edition": "2030", "valid_from": date(2030, 1, 1)})


def read(book: RuleBook) -> str:
    return audit_time(AuditTimeQuestion("iso-9001", 55), book).derivation.packs["iaf-md5"]


def test_an_edition_is_not_used_before_its_day() -> None:
    packs = [*PACKS, later_md5()]
    assert read(RuleBook.on(date(2029, 12, 31), packs)) == "2023"
    assert read(RuleBook.on(date(2030, 1, 1), packs)) == "2030"
    assert read(RuleBook.on(date(2030, 1, 1), packs[::-1])) == "2030"


def test_a_pinned_edition_goes_before_the_day() -> None:
    packs = [*PACKS, later_md5()]
    assert read(RuleBook.on(date(2031, 1, 1), packs, pinned={"iaf-md5": "2023"})) == "2023"
    assert read(RuleBook.on(date(2024, 1, 1), packs, pinned={"iaf-md5": "2030"})) == "2030"
    with pytest.raises(CannotReckon, match=r"packs\.not-held"):
        RuleBook.on(date(2031, 1, 1), packs, pinned={"iaf-md5": "1999"})


def test_before_any_edition_there_is_nothing_to_reckon_by() -> None:
    book = RuleBook.on(date(2023, 6, 13), PACKS)
    with pytest.raises(CannotReckon, match="no-document"):
        read(book)
    assert read(RuleBook.on(date(2023, 6, 14), PACKS)) == "2023"
    for wanted in (RuleBook.sites, RuleBook.integration):
        with pytest.raises(CannotReckon, match="none-valid"):
            wanted(RuleBook.on(date(2020, 1, 1), PACKS))


def test_food_safety_goes_by_the_edition_of_the_day() -> None:
    assert RuleBook.on(date(2022, 5, 31), PACKS).rules("iso-22000").pack.pack == "iso-ts-22003"
    assert RuleBook.on(date(2022, 6, 1), PACKS).rules("iso-22000").pack.pack == "iso-22003-1"


def test_of_two_documents_for_a_standard_the_later_one_holds() -> None:
    own = later_md5().model_copy(update={"pack": "our-own-times", "valid_from": date(2025, 1, 1)})
    for packs in ([*PACKS, own], [own, *PACKS]):
        assert RuleBook.on(date(2026, 1, 1), packs).rules("iso-9001").pack.pack == "our-own-times"
        assert RuleBook.on(date(2024, 12, 31), packs).rules("iso-9001").pack.pack == "iaf-md5"


def test_a_new_standard_says_in_its_pack_what_it_is_reckoned_by() -> None:
    """A new management-system standard is a new file, no code."""
    (quality,) = (pack for pack in PACKS if pack.pack == "iso-9001")
    continuity = quality.model_copy(update={"pack": "iso-22301", "edition": "2019"})
    book = RuleBook.on(date(2026, 11, 23), [*PACKS, continuity])
    time = audit_time(AuditTimeQuestion("ISO 22301:2019", 55), book)
    assert (time.days, time.derivation.packs) == (5, {"iaf-md5": "2023"})
    with pytest.raises(CannotReckon, match="no-document"):
        audit_time(AuditTimeQuestion("iso-22301", 55), RuleBook.on(date(2026, 11, 23), PACKS))
