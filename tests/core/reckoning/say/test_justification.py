"""The justification: the same derivation, the same text; each reader what he or she needs."""

import json
from fractions import Fraction

import pytest

from certwright.core.reckoning.audit_time import Adjustment, AuditTimeQuestion, Policy, audit_time
from certwright.core.reckoning.derivation import CannotReckon, Derivation
from certwright.core.reckoning.personnel import Group
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import (
    Audience,
    Language,
    as_json,
    derivation_data,
    justification,
    refusal_data,
    refused,
)

CLIENT = """\
Justification of the audit time

From what you told us about 2 groups of staff, 50 persons count.
We class the complexity of your activities as medium.
For 46 to 65 persons the table of the document gives 6 audit days.
We reduce this by 10 per cent. Reason: three cycles without majors.
Rounded to half days, this is 5.5 audit days.
At least 4.4 of them are spent with you; at most 1.1 on preparation and report.
Stage 1 takes 1.5 audit days, stage 2 takes 4.

An audit day has 8 hours.

These documents were applied: IAF MD 5:2023.
"""

ASSESSOR = """\
Begründung der Auditzeit

1. Büro: alle 30 Personen zählen. [IAF MD 5:2023, 2.3; erinnert]
2. Linie (sich wiederholende Arbeit): 20 von 40 Personen zählen. Begründung: gleiche Handgriffe. \
[IAF MD 5:2023, 2.3; gelesen]
3. Effektive Personenzahl: 50 in 2 Gruppen, für die Tabelle 50. [IAF MD 5:2023, 2.3; erinnert]
4. Klasse: mittel. [IAF MD 5:2023, Annex B, Table EMS 2; bestätigt]
5. 50 Personen liegen im Bereich ab 46 bis 65, Spalte mittel: 6 Audittage. \
[IAF MD 5:2023, Annex B, Table EMS 1; bestätigt]
"""


def derivation(book: RuleBook, reason: str) -> Derivation:
    groups = (Group("Büro", 30), Group("Linie", 40, "repetitive-work", counted=20, reason="gleiche Handgriffe"))
    question = AuditTimeQuestion("iso-14001", groups, complexity="medium", adjustments=(Adjustment(-10, reason),))
    return audit_time(question, book, Policy(stage1_share=Fraction(3, 10))).derivation


def test_the_client_reads_what_was_counted_and_why(book: RuleBook) -> None:
    told = derivation(book, "three cycles without majors")
    assert justification(told, Audience.CLIENT, Language.ENGLISH) == CLIENT


def test_the_assessor_reads_every_step_with_its_source(book: RuleBook) -> None:
    told = derivation(book, "x")
    text = justification(told, Audience.ASSESSOR, Language.GERMAN)
    assert text.startswith(ASSESSOR)
    assert text.count("[") == len(told.steps)
    assert "Gelesen aus: iaf-md5 2023." in text
    assert "von 12 Schritten beruhen auf erinnerten oder unsicheren Werten" in text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("audience", list(Audience))
def test_it_is_deterministic_and_whole(audience: Audience, language: Language, book: RuleBook) -> None:
    first, second = (justification(derivation(book, "x"), audience, language) for _ in range(2))
    assert first == second
    assert not set("{}") & set(first)


def test_data_is_json_and_exact(book: RuleBook) -> None:
    data = derivation_data(derivation(book, "x"), Language.ENGLISH)
    again = json.loads(json.dumps(data))
    assert again == data
    assert data["packs"] == {"iaf-md5": "2023"}
    assert again["steps"][-1]["value"] == 1.5


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(5), 5),
        (Fraction(68, 5), 13.6),
        (Fraction(5, 3), "5/3"),
        (Fraction(1, 10**30), 1e-30),
        (True, True),
        ("x", "x"),
        (None, None),
        (Fraction(10**30 + 1, 2), "1000000000000000000000000000001/2"),
    ],
)
def test_numbers_in_json_read_back_as_the_same_number(value: Fraction, shown: object) -> None:
    assert as_json(value) == shown
    if isinstance(value, Fraction):
        assert Fraction(json.dumps(as_json(value)).strip('"')) == value


def test_a_refusal_says_what_is_wrong_and_what_lifts_it(book: RuleBook) -> None:
    with pytest.raises(CannotReckon) as cannot:
        audit_time(AuditTimeQuestion("iso-9001", 10_701), book)
    wrong, lift = refused(cannot.value, Language.ENGLISH)
    assert wrong == (
        "10701 persons lie above the last row of the table (10700 persons: 22 days); the document gives no formula."
    )
    assert lift == "Set the days, with the reason; going on as the table does suggests 23."
    data = refusal_data(cannot.value, Language.GERMAN)
    assert json.loads(json.dumps(data)) == data
    assert data["needs"] == "manual-value"
