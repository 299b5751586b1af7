"""Audit time of one management system: the question, the reckoning, the answer."""

from certwright.core.reckoning.audit_time.question import (
    Activity,
    Adjustment,
    AuditTimeQuestion,
    EnergyUse,
    ExtraDays,
    FoodWork,
    Lookup,
    ManualDays,
    Policy,
    Proxy,
)
from certwright.core.reckoning.audit_time.reckon import audit_time
from certwright.core.reckoning.audit_time.result import AuditTime

__all__ = [
    "Activity",
    "Adjustment",
    "AuditTime",
    "AuditTimeQuestion",
    "EnergyUse",
    "ExtraDays",
    "FoodWork",
    "Lookup",
    "ManualDays",
    "Policy",
    "Proxy",
    "audit_time",
]
