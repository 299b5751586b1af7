"""The smallest packs that are right, as texts that the tests spoil."""

import pytest

CLAUSES = """\
pack: iso-iec-99999
kind: clauses
edition: "2020"
title: {en: Imagined standard}
standard: ISO/IEC 99999:2020
cited_as: "99999:2020"
valid_from: 2020-01-01
valid_to: null
confidence: seen
sources:
  - {document: Imagination, confidence: seen}
uncertain:
  - name: longest-wait
    meaning: How long a client waits at most
    unit: months
    form: whole-number
    suggested: "6"
    source: {document: Imagination, confidence: unsure}
clauses:
  - id: "4.1"
    title: {en: Legal person}
    theme: legal
    asks: The body is a legal person.
    evidence: [Extract of the register]
    control: A record of the legal person.
    answer: record
    confidence: seen
  - id: "7.6.2 a"
    title: {en: Decision}
    theme: decision
    asks: Somebody decides who did not evaluate.
    evidence: [Decision record]
    control: Refused otherwise.
    answer: enforce
    confidence: seen
"""

ROWS = """\
pack: two-standards
kind: side-by-side
edition: "1"
title: {en: Two standards}
valid_from: 2020-01-01
valid_to: null
confidence: seen
sources:
  - {document: Imagination, confidence: seen}
left: {pack: iso-iec-99999, edition: "2020"}
right: {pack: iso-iec-99999, edition: "2020"}
rows:
  - id: S01
    theme: legal
    relation: shared
    left: {clauses: ["4.1"]}
    right: {clauses: ["4.1", "7.6.2 a"]}
    differs: Not at all.
    confidence: seen
"""


@pytest.fixture(scope="session")
def clauses() -> str:
    """A clause pack with two clauses and one uncertain value."""
    return CLAUSES


@pytest.fixture(scope="session")
def rows() -> str:
    """A side-by-side pack that refers to the clause pack."""
    return ROWS
