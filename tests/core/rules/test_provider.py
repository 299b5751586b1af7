"""Approving providers of evaluation (17065 6.2.2; 17021-1 7.5, 5.2.8; R-40 to R-45)."""

from datetime import date, timedelta

import pytest

from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from provider_cases import METHOD, approve, assessed, lab, lost, state
from small_body import CARA, NOTHING, TODAY, TOMORROW, YESTERDAY, act, judged, said


def rules(said_: Act, about: Dossier) -> list[tuple[str, str]]:
    return said(judged(said_, about, by=CARA))


def test_R44_an_accredited_laboratory_under_contract_is_approved() -> None:
    assert rules(approve(), lab(state())) == NOTHING


@pytest.mark.parametrize("what", ["contract_signed_on", "conflicts_declared_on"])
def test_6_2_2_3_contract_and_conflicts_come_before_the_approval(what: str) -> None:
    assert rules(approve(**{what: TODAY.isoformat()}), lab(state())) == NOTHING
    later = approve(**{what: TOMORROW.isoformat()})
    assert ("provider.bound-before-approval", "provider-not-bound") in rules(later, lab(state()))


@pytest.mark.parametrize(("until", "shown"), [(TOMORROW, True), (TODAY, True), (YESTERDAY, False), (None, True)])
def test_R41_each_method_is_accredited_on_the_first_day(until: date | None, shown: bool) -> None:
    expected = NOTHING if shown else [("provider.every-method-is-shown", "method-not-shown")]
    assert rules(approve(), lab(state(until))) == expected


@pytest.mark.parametrize(
    ("until", "on", "shown"),
    [(TODAY, YESTERDAY, True), (TODAY, TODAY, True), (TODAY, TOMORROW, False)],
)
def test_R42_or_assessed_by_the_body(until: date, on: date, shown: bool) -> None:
    expected = NOTHING if shown else [("provider.every-method-is-shown", "method-not-shown")]
    assert rules(approve(assessed=[assessed(until, on)]), lab()) == expected


def test_R41_a_method_outside_the_scope_is_not_approved() -> None:
    assert rules(approve(methods=[METHOD, "EN 397 penetration"]), lab(state())) == [
        ("provider.every-method-is-shown", "method-not-shown")
    ]


@pytest.mark.parametrize("missing", ["justification", "control_measure"])
def test_R43_the_clients_laboratory_needs_reason_and_control(missing: str) -> None:
    both = {"justification": "The rig exists once.", "control_measure": "Every test is witnessed by Eva."}
    own = lab(state(), independence="client-laboratory")
    assert rules(approve(**both), own) == NOTHING
    assert rules(approve(**{**both, missing: None}), own) == [
        ("provider.clients-own-laboratory-is-controlled", "client-laboratory-without")
    ]
    assert rules(approve(), lab(state(), independence="own-laboratory")) == NOTHING


@pytest.mark.parametrize(("kind", "refused"), [("audit-body", True), ("agent", True), ("laboratory", False)])
def test_5_2_8_no_audits_by_consultants(kind: str, refused: bool) -> None:
    consultant = lab(state(), kind=kind, consultancy="gives-consultancy")
    expected = [("provider.no-consultancy-audits", "auditor-is-consultant")] if refused else NOTHING
    assert rules(approve(), consultant) == expected
    assert rules(approve(), lab(state(), kind=kind)) == NOTHING


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"valid_from": YESTERDAY.isoformat()}, "approval-back-dated"),
        ({"valid_until": TODAY.isoformat()}, None),
        ({"valid_until": YESTERDAY.isoformat()}, "approval-ends-before-it-begins"),
    ],
)
def test_an_approval_runs_forward(change: dict[str, str], says: str | None) -> None:
    found = rules(approve(contract_signed_on="2026-02-01", conflicts_declared_on="2026-02-01", **change), lab(state()))
    assert found == ([("provider.approval-runs-forward", says)] if says else NOTHING)


@pytest.mark.parametrize(("until", "refused"), [("2024-01-01", False), ("2023-12-31", True)])
def test_an_accreditation_runs_forward(until: str, refused: bool) -> None:
    expected = [("provider.accreditation-runs-forward", "approval-ends-before-it-begins")] if refused else NOTHING
    assert rules(state(date.fromisoformat(until)), lab()) == expected


def test_R45_an_accreditation_is_looked_up_when_it_is_stated() -> None:
    assert rules(state(looked_up_on=TODAY.isoformat()), lab()) == NOTHING
    assert rules(state(looked_up_on=TOMORROW.isoformat()), lab()) == [("record.stated-days-have-come", "day-not-come")]


def test_R41_what_was_lost_was_held() -> None:
    wrong = "provider.ended-accreditation-was-stated"
    assert rules(lost(YESTERDAY), lab(state())) == NOTHING
    assert rules(lost(YESTERDAY), lab()) == [(wrong, "accreditation-not-stated")]
    assert rules(lost(YESTERDAY, methods=["EN 397 penetration"]), lab(state())) == [(wrong, "method-not-in-scope")]


def test_R41_a_lost_accreditation_ends_and_never_lengthens() -> None:
    ended = lab(state(), lost(YESTERDAY))
    assert ended.accredited_on(METHOD, YESTERDAY)
    assert not ended.accredited_on(METHOD, TODAY)
    shorter = lab(state(YESTERDAY), lost(TOMORROW))
    assert not shorter.accredited_on(METHOD, TODAY)
    open_ended = lab(state(None), lost(TODAY))
    assert (open_ended.accredited_on(METHOD, TODAY), open_ended.accredited_on(METHOD, TOMORROW)) == (True, False)


def test_R45_the_latest_look_counts() -> None:
    twice = lab(state(looked_up_on="2025-01-01"), state(looked_up_on="2026-01-15"))
    assert twice.looked_up_on(METHOD, TODAY) == date(2026, 1, 15)
    assert twice.looked_up_on(METHOD, date(2030, 1, 1)) is None


@pytest.mark.parametrize(
    ("last", "says"),
    [
        (TODAY, None),
        (YESTERDAY, None),
        (YESTERDAY - timedelta(days=1), "approval-ended-in-the-past"),
        (date(2026, 5, 31), None),
        (date(2026, 6, 1), "approval-ended-already"),
    ],
)
def test_R44_an_approval_is_ended_while_it_lasts(last: date, says: str | None) -> None:
    end = act("provider.end-approval", last_day=last.isoformat(), reason="Two reports came without curves.")
    approved = lab(state(), approve(valid_until="2026-05-31"))
    assert rules(end, approved) == ([("provider.ended-approval-is-in-force", says)] if says else NOTHING)
    assert rules(end, lab(state())) == [("provider.ended-approval-is-in-force", "provider-never-approved")]
