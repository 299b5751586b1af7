"""Certification documents, by name of the papers' rules: T16, R-56, R-73, acceptance test 4 of section 10."""

from datetime import date
from typing import Any

import pytest

import certification_cases as cases
import system_case as system
from certification_cases import CASE, EVA, TEST
from certwright.core.acts.act import Act
from certwright.core.acts.finding import Verify
from certwright.core.dossiers import Dossier
from product_cases import GRANT, HELD, HELMETS, STANDARD, case, decide, granted, results, review, says
from small_body import ANNA, BEN, NOTHING, TODAY, YESTERDAY, act, dossier, person

FINDING = "finding:f-1"


def issue(**changes: Any) -> Act:
    fields = {
        "pack": HELMETS,
        "decision": GRANT,
        "client": cases.CLIENT,
        "agreement": cases.AGREEMENT,
        "number": "PC-0001",
        "version": 1,
        "languages": ["en"],
        "signed_by": "Dora",
    }
    return act("certification.issue", **{**fields, **changes})


def test_T16_a_certificate_follows_a_decision_and_an_agreement() -> None:
    assert says(issue(), granted()) == NOTHING


def test_T16_nothing_is_issued_before_a_decision() -> None:
    assert says(issue(), case(review())) == [
        ("attestation.follows-a-decision", "no-such-decision"),
        ("attestation.only-of-what-is-valid", "not-valid-now"),
    ]


def test_T16_a_refusal_is_no_decision_to_certify() -> None:
    refused = case(review(), decide(kind="refuse", last_day=None))
    assert ("attestation.follows-a-decision", "no-such-decision") in says(issue(), refused)


def test_acceptance_4_without_agreement_with_an_open_nonconformity_and_before_the_decision() -> None:
    """Section 10, 4: refused for each of the three reasons, at once."""
    failed = cases.finding(FINDING, TEST, HELMETS, STANDARD, "not-met")
    reported = cases.assignment(TEST, HELMETS, STANDARD, "test", HELD, results(), findings=[FINDING])
    about = granted(grant=decide(findings=[FINDING]), **{FINDING: failed, TEST: reported})
    early = issue(agreement="agreement:none", findings=[FINDING])
    refused = says(early, about, on=date(2026, 2, 28))
    assert ("attestation.agreement-is-in-force", "no-agreement-in-force") in refused
    assert ("attestation.nothing-stands-open", "requirement-not-met") in refused
    assert ("attestation.follows-a-decision", "issued-before-decision") in refused


def amended(**changes: Any) -> Dossier:
    """The agreement, amended after the decision."""
    plain = {
        "client": cases.CLIENT,
        "what": "What is certified, and where.",
        "signed_by_client_on": "2026-03-01",
        "signed_by_body_on": "2026-03-01",
        "signatory": ANNA,
    }
    return cases.agreement(HELMETS, act("agreement.amend", **{**plain, **changes}), sites=["1"])


@pytest.mark.parametrize(
    ("changes", "lacks"),
    [
        ({"packs": [HELMETS, "organic-food"], "sites": ["1", "2"]}, []),
        ({"packs": ["organic-food"]}, ["agreement-without-pack"]),
        ({"sites": ["2"]}, ["agreement-without-site"]),
        ({"packs": ["organic-food"], "sites": ["2"]}, ["agreement-without-pack", "agreement-without-site"]),
    ],
)
def test_T16_the_agreement_as_amended_since_the_decision_covers_pack_and_sites(
    changes: dict[str, Any], lacks: list[str]
) -> None:
    found = says(issue(), granted(**{cases.AGREEMENT: amended(**changes)}))
    assert found == [("attestation.agreement-is-in-force", says) for says in lacks]


def test_T16_a_site_that_was_taken_out_of_the_certification_needs_no_agreement() -> None:
    both = decide(sites=["1", "2"])
    less = decide(kind="reduce", rests_on=[], review=None, last_day=None, sites=["1"])
    agreed = {cases.AGREEMENT: amended(sites=["1"])}
    assert says(issue(), granted(grant=both, **agreed)) == [
        ("attestation.agreement-is-in-force", "agreement-without-site")
    ]
    assert says(issue(decision="act-c-1-005"), granted(less, grant=both, **agreed)) == NOTHING


@pytest.mark.parametrize(("last", "over"), [(TODAY, False), (YESTERDAY, True)])
def test_T16_the_agreement_is_in_force_up_to_its_last_day(last: date, over: bool) -> None:
    ended = act("agreement.end", by_whom="client", last_day=last.isoformat(), reason="They sell the works.")
    found = says(issue(), granted(**{cases.AGREEMENT: cases.agreement(HELMETS, ended)}))
    assert found == ([("attestation.agreement-is-in-force", "no-agreement-in-force")] if over else NOTHING)


@pytest.mark.parametrize(("day", "early"), [(YESTERDAY, False), (date(2026, 2, 28), True)])
def test_R56_issued_on_the_day_of_the_decision_or_later(day: date, early: bool) -> None:
    found = says(issue(), granted(), on=day)
    assert (("attestation.follows-a-decision", "issued-before-decision") in found) is early


def test_T16_a_finding_of_the_decision_is_looked_at_again() -> None:
    cured = Verify.model_validate(
        {
            "verified_on": "2026-02-20",
            "verified_by": EVA,
            "method": "repeated-test",
            "outcome": "effective",
            "evidence": "Report 2.",
            "new_determination": TEST,
        }
    )
    good = cases.finding(FINDING, TEST, HELMETS, STANDARD, "not-met", cured)
    about = granted(grant=decide(findings=[FINDING]), **{FINDING: good})
    assert says(issue(findings=[FINDING]), about) == NOTHING
    assert says(issue(), about) == [("attestation.nothing-stands-open", "finding-left-out")]


@pytest.mark.parametrize(
    ("grade", "acts", "refused"),
    [
        ("major", (), [("attestation.nothing-stands-open", "major-not-verified")]),
        ("major", (system.verified("2025-04-01"),), NOTHING),
        ("minor", (), [("attestation.nothing-stands-open", "minor-without-plan")]),
    ],
)
def test_T16_of_a_management_system_likewise(grade: str, acts: tuple[Act, ...], refused: list[tuple[str, str]]) -> None:
    first = [*system.begun(), (system.grant(findings=[FINDING]), system.DECIDED)]
    found = {FINDING: system.finding(grade, *acts, about=cases.STAGE_2)}
    document = issue(pack=system.QMS, findings=[FINDING])
    assert system.says(document, system.certification(first=first), date(2025, 4, 20), found) == refused


def test_T16_not_while_suspended_and_only_the_latest_decision() -> None:
    suspended = granted(decide(kind="suspend", rests_on=[], review=None, last_day=None))
    assert says(issue(), suspended) == [("attestation.only-of-what-is-valid", "not-valid-now")]
    reduced = granted(decide(kind="reduce", rests_on=[], review=None, last_day=None, scope="Helmet h1 only."))
    assert says(issue(), reduced) == [("attestation.follows-a-decision", "decision-overtaken")]
    assert says(issue(decision="act-c-1-005"), reduced) == NOTHING


def test_T16_a_certificate_may_be_ready_before_its_first_day() -> None:
    later = granted(grant=decide(effective_from="2026-04-01", last_day="2031-03-31"))
    assert says(issue(), later) == NOTHING


@pytest.mark.parametrize(("version", "turn"), [(2, True), (1, False), (3, False)])
def test_versions_of_a_number_count_up(version: int, turn: bool) -> None:
    refused = [("attestation.versions-count-up", "version-out-of-turn")]
    assert says(issue(version=version), granted(issue())) == (NOTHING if turn else refused)


ACCREDITATION = "accreditation:a-1"


def accredited(valid_until: date, packs: list[str]) -> Dossier:
    recorded = act(
        "accreditation.record",
        accreditation_body="Example AB",
        standard=STANDARD,
        number="PR-1",
        valid_from="2025-01-01",
        valid_until=valid_until.isoformat(),
    )
    lines = [{"pack": each, "from_day": "2025-01-01"} for each in packs]
    scope = act("accreditation.set-scope", from_day="2025-01-01", lines=lines)
    return dossier(ACCREDITATION, recorded, scope)


def opened_for(accreditation: str) -> Dossier:
    opened = cases.opening(HELMETS, STANDARD, "product", accredited=accreditation)
    planned = cases.plan(HELMETS, (TEST, "test"))
    return dossier(CASE, opened, planned, review(), decide())


@pytest.mark.parametrize(("until", "refused"), [(TODAY, False), (YESTERDAY, True)])
def test_R73_accreditation_is_claimed_while_it_is_in_force(until: date, refused: bool) -> None:
    about = case(**{CASE: opened_for("accredited"), ACCREDITATION: accredited(until, [HELMETS])})
    found = says(issue(accreditation=ACCREDITATION), about)
    assert found == ([("attestation.accreditation-covers-it", "accreditation-not-in-force")] if refused else NOTHING)


def test_R73_and_only_within_its_scope_and_where_it_was_applied_for() -> None:
    outside = case(**{CASE: opened_for("accredited"), ACCREDITATION: accredited(TODAY, ["organic-food"])})
    assert says(issue(accreditation=ACCREDITATION), outside) == [
        ("attestation.accreditation-covers-it", "outside-accredited-scope")
    ]
    plain = case(**{CASE: opened_for("non-accredited"), ACCREDITATION: accredited(TODAY, [HELMETS])})
    assert says(issue(accreditation=ACCREDITATION), plain) == [
        ("attestation.accreditation-covers-it", "accreditation-not-applied-for")
    ]


def test_what_went_out_in_error_is_recorded_whatever_stands_against_it() -> None:
    sent = act(
        "certification.record-sent-in-error",
        number="PC-0001",
        sent_on="2026-03-01",
        what_happened="The wrong envelope.",
    )
    about = case(review(), **{BEN: person(BEN, "quality-management")})
    assert says(sent, about, by=BEN) == NOTHING
