"""Special audits and extensions of scope."""

from fractions import Fraction

import pytest

from certwright.core.reckoning.audit_time import AuditTimeQuestion, ManualDays, Policy
from certwright.core.reckoning.audit_time.special import extension_time, special_audit_time
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.model.audit_time import AuditKind


def test_a_special_audit_takes_what_is_judged_up_to_half_days() -> None:
    special = special_audit_time(ManualDays(Fraction(3, 4), "complaint about site B"))
    assert special.days == 1
    assert special.derivation.steps[0].inputs["reason"] == "complaint about site B"


@pytest.mark.parametrize(
    ("judged", "says"), [(ManualDays(1, ""), "reason-missing"), (ManualDays(0, "none needed"), "not-positive")]
)
def test_it_needs_days_and_a_reason(judged: ManualDays, says: str) -> None:
    with pytest.raises(CannotReckon, match=says):
        special_audit_time(judged)


def test_an_extension_takes_the_initial_time_of_the_people_it_adds(book: RuleBook) -> None:
    added = AuditTimeQuestion("iso-9001", 12, AuditKind.SURVEILLANCE)
    time = extension_time(added, book, Policy())
    assert (time.audit, time.days) == (AuditKind.INITIAL, Fraction(5, 2))
