"""What the report of a management-system audit must hold: eighteen items and three statements; stage 1 has objectives.

ISO/IEC 17021-1:2015 9.4.8.2 and 9.4.8.3 (report), 9.3.1.2.2 (stage 1), in our own words. The letters of the items were
not compared with a bought copy; a report names them by these codes. What a standard asks beyond stands in its pack.
"""

from collections.abc import Mapping
from types import MappingProxyType

ITEMS: Mapping[str, str] = MappingProxyType(
    {
        "body": "The certification body",
        "client": "The client and its representative",
        "type": "The type of audit",
        "criteria": "The audit criteria",
        "objectives": "The audit objectives",
        "scope": "The audit scope: units and processes audited, and the time of the audit",
        "deviations": "Deviations from the plan, with reasons",
        "programme": "Significant issues that touch the audit programme",
        "team": "The team, and everybody who accompanied it",
        "dates-and-places": "Dates and places, on site, off site, at permanent and temporary sites",
        "findings": "Findings with their evidence, and conclusions",
        "changes": "Significant changes since the last audit",
        "unresolved": "Unresolved issues",
        "combined": "Whether the audit was combined, joint or integrated",
        "sampling": "That auditing rests on samples of the information there is",
        "recommendation": "The team's recommendation",
        "documents-and-marks": "Whether the client controls the use of certificate and marks",
        "earlier-actions": "Whether corrective actions on earlier nonconformities were effective",
    }
)
"""Items of the report by code (9.4.8.2)."""

STATEMENTS: Mapping[str, str] = MappingProxyType(
    {
        "conformity-and-effectiveness": "Conformity and effectiveness of the system: capability to meet requirements "
        "and reach what is expected, internal audit and management review, with the evidence",
        "scope-suitable": "Whether the scope of certification is suitable",
        "objectives-met": "Whether the audit objectives were met",
    }
)
"""Statements of the report by code (9.4.8.3)."""

STAGE_1_OBJECTIVES: Mapping[str, str] = MappingProxyType(
    {
        "documents": "Documented information of the system was reviewed",
        "site-conditions": "Conditions of the sites were evaluated and readiness discussed with the people there",
        "understanding": "The client's status and understanding of the standard were reviewed",
        "scope-information": "There is information on scope, sites, processes, equipment, controls and legal duties",
        "resources": "Resources for stage 2 were reviewed and its details agreed",
        "focus": "Stage 2 has its focus",
        "internal-audit-and-review": "Internal audits and management reviews are planned and done; readiness follows",
    }
)
"""Objectives of stage 1 by code (9.3.1.2.2)."""
