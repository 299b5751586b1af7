"""Rules of accreditation bodies on top of a document: they may tighten; to loosen they need a reason."""

from fractions import Fraction

import pytest

from certwright.core.reckoning.audit_time import AuditTimeQuestion, Policy, audit_time
from certwright.core.reckoning.audit_time.add_on import add_on_time
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.model.audit_time import AuditKind

SHARES = Policy(overlay="kab-audit-time")


def test_a_tighter_share_is_taken(book: RuleBook) -> None:
    question = AuditTimeQuestion("iso-9001", 100, AuditKind.SURVEILLANCE)
    assert audit_time(question, book).exact == Fraction(7, 3)
    time = audit_time(question, book, SHARES)
    assert time.exact == Fraction(14, 5)  # 6/15 of 7 days
    assert time.derivation.packs == {"iaf-md5": "2023", "kab-audit-time": "2023"}


def test_two_visits_a_year_take_4_15_each(book: RuleBook) -> None:
    question = AuditTimeQuestion("iso-9001", 100, AuditKind.SURVEILLANCE, visits_per_year=2)
    time = audit_time(question, book, SHARES)
    assert time.exact == Fraction(56, 15)
    assert time.visits == (2, Fraction(3, 2))


def test_a_looser_share_needs_a_reason(book: RuleBook) -> None:
    question = AuditTimeQuestion("iso-9001", 100, AuditKind.RECERTIFICATION)
    with pytest.raises(CannotReckon, match="reason-missing"):
        audit_time(question, book, SHARES)
    allowed = Policy(overlay="kab-audit-time", overlay_reason="the national rule binds us")
    assert audit_time(question, book, allowed).exact == Fraction(56, 15)  # 8/15 of 7 days


def test_an_overlay_leaves_alone_what_it_does_not_name(book: RuleBook) -> None:
    assert audit_time(AuditTimeQuestion("iso-9001", 100), book, SHARES).days == 7


def test_an_overlay_belongs_to_its_document(book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match="foreign-overlay"):
        audit_time(AuditTimeQuestion("iso-iec-27001", 100), book, SHARES)
    with pytest.raises(CannotReckon, match="unknown-overlay"):
        audit_time(AuditTimeQuestion("iso-9001", 100), book, Policy(overlay="nobody"))


@pytest.mark.parametrize(
    ("persons", "role", "days"),
    [
        (10, "controller", 3),
        (10, "processor", Fraction(5, 2)),
        (10, "both", Fraction(7, 2)),
        (100, "controller", Fraction(18, 5)),
        (100, "both", 6),
    ],
)
def test_privacy_on_top_of_information_security(persons: int, role: str, days: Fraction, book: RuleBook) -> None:
    base = audit_time(AuditTimeQuestion("iso-iec-27001", persons), book)
    assert add_on_time(base, "iso-iec-27701", role, book.overlay("kab-pims"))[0] == days


def test_an_add_on_knows_its_standards_roles_and_audit(book: RuleBook) -> None:
    base = audit_time(AuditTimeQuestion("iso-iec-27001", 10), book)
    later = audit_time(AuditTimeQuestion("iso-iec-27001", 10, AuditKind.SURVEILLANCE), book)
    overlay = book.overlay("kab-pims")
    with pytest.raises(CannotReckon, match="unknown-role"):
        add_on_time(base, "iso-iec-27701", "reader", overlay)
    with pytest.raises(CannotReckon, match=r"add-on\.unknown"):
        add_on_time(base, "iso-9001", "controller", overlay)
    with pytest.raises(CannotReckon, match="initial-only"):
        add_on_time(later, "iso-iec-27701", "controller", overlay)
