"""What the standards allow: one module per theme, every rule a function that cites its clause."""

from certwright.core.rules import (
    attestation,
    change,
    client,
    competence,
    decision,
    marks,
    nonconformity,
    packs,
    planning,
    record,
    retention,
    review,
    surveillance,
    suspension,
    validity,
)
from certwright.core.rules.rule import RULES, Force, Refusal, Rule, WhoCould

THEMES = (
    attestation,
    change,
    client,
    competence,
    decision,
    marks,
    nonconformity,
    packs,
    planning,
    record,
    retention,
    review,
    surveillance,
    suspension,
    validity,
)

__all__ = ["RULES", "THEMES", "Force", "Refusal", "Rule", "WhoCould"]
