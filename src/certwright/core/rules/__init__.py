"""What the standards allow: one module per theme, every rule a function that cites its clause."""

from certwright.core.rules import (
    client,
    competence,
    decision,
    nonconformity,
    packs,
    record,
    retention,
    review,
    validity,
)
from certwright.core.rules.rule import RULES, Force, Refusal, Rule, WhoCould

THEMES = (client, competence, decision, nonconformity, packs, record, retention, review, validity)

__all__ = ["RULES", "THEMES", "Force", "Refusal", "Rule", "WhoCould"]
