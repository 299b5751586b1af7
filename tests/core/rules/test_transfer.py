"""Transfer from another body (T27 of 17065; T30 and TR23 of 17021-1, IAF MD 2)."""

from datetime import date
from typing import Any

import pytest

import application_cases as cases
from application_cases import HELMETS, ISO_9001, LIMITS_17021, accept
from certification_cases import PAUL
from small_body import NOTHING, TODAY, TOMORROW, YESTERDAY, judged, said

HELD = cases.reckonings()
TRANSFER = {
    "issuer": "Other Body",
    "number": "OB-7",
    "status": "valid",
    "confirmed_on": "2026-02-20",
    "last_day": "2027-05-31",
    "arrangement": "IAF MLA",
    "open_nonconformities": "None.",
    "complaints": "None.",
    "last_surveillance": "2025-11-03",
    "reason": "The client wants one body for everything.",
}


def rules(pack: str, *, limits: str | None = None, **changes: Any) -> list[tuple[str, str]]:
    """What is refused of accepting a transfer."""
    about = cases.application(pack, transfer={**TRANSFER, **changes})
    accepting = accept(pack, limits=limits) if pack == HELMETS else accept(pack, limits=limits, audit_time=None)
    return said(judged(accepting, about, by=PAUL, gathered=cases.world(), packs=cases.texts(), reckonings=HELD))


@pytest.mark.parametrize("pack", [HELMETS, ISO_9001])
def test_T27_T30_a_confirmed_transfer_is_accepted(pack: str) -> None:
    assert rules(pack) == NOTHING


@pytest.mark.parametrize("pack", [HELMETS, ISO_9001])
@pytest.mark.parametrize("field", ["confirmed_on", "open_nonconformities", "complaints", "last_surveillance"])
def test_T27_T30_nothing_is_left_unknown(pack: str, field: str) -> None:
    assert rules(pack, **{field: None}) == [("transfer.is-confirmed-by-the-issuer", "transfer-lacks")]


@pytest.mark.parametrize("status", ["suspended", "withdrawn", "expired", "unconfirmed"])
def test_T30_what_is_not_valid_takes_the_initial_route(status: str) -> None:
    assert rules(ISO_9001, status=status) == [("transfer.only-of-what-is-valid", "transfer-not-valid")]
    assert rules(HELMETS, status=status) == NOTHING  # an application with prior results, whatever its status (T27)


@pytest.mark.parametrize(("last", "expired"), [(TOMORROW, False), (TODAY, False), (YESTERDAY, True), (None, True)])
def test_T30_on_the_last_day_it_is_still_valid(last: date | None, expired: bool) -> None:
    expected = [("transfer.only-of-what-is-valid", "transfer-not-valid")] if expired else NOTHING
    assert rules(ISO_9001, last_day=last.isoformat() if last else None) == expected


@pytest.mark.parametrize(
    ("change", "told"), [({"last_day": "2026-03-01"}, "expired"), ({"status": "suspended"}, "suspended")]
)
def test_T30_the_refusal_says_what_it_is(change: dict[str, str], told: str) -> None:
    about = cases.application(ISO_9001, transfer={**TRANSFER, **change})
    found = judged(
        accept(ISO_9001), about, by=PAUL, gathered=cases.world(), packs=cases.texts(), reckonings=cases.reckonings()
    ).refusals
    assert [item.evidence["status"] for item in found] == [told]


def test_T30_only_under_an_arrangement() -> None:
    assert rules(ISO_9001, arrangement=None) == [("transfer.only-of-what-is-valid", "transfer-not-accredited")]


@pytest.mark.parametrize(
    ("ceased", "last", "late"),
    [
        ("2025-09-02", "2027-05-31", False),  # six months end today
        ("2025-09-01", "2027-05-31", True),
        ("2026-02-01", "2026-03-02", False),  # expiry comes first, and is today
    ],
)
def test_TR23_last_day_and_one_day_after(ceased: str, last: str, late: bool) -> None:
    expected = [("transfer.in-time-after-the-issuer-ceased", "transfer-too-late")] if late else NOTHING
    assert rules(ISO_9001, limits=LIMITS_17021, ceased_on=ceased, last_day=last) == expected


def test_TR23_after_expiry_both_reasons_are_told() -> None:
    found = rules(ISO_9001, limits=LIMITS_17021, ceased_on="2026-02-01", last_day=YESTERDAY.isoformat())
    assert set(found) == {
        ("transfer.in-time-after-the-issuer-ceased", "transfer-too-late"),
        ("transfer.only-of-what-is-valid", "transfer-not-valid"),
    }


@pytest.mark.parametrize("limits", [None, "iso-iec-17065-time-limits"])
def test_TR23_the_limit_must_be_known(limits: str | None) -> None:
    assert rules(ISO_9001, limits=limits, ceased_on="2026-02-01") == [
        ("transfer.in-time-after-the-issuer-ceased", "transfer-limit-unknown")
    ]
    assert rules(HELMETS, limits=limits, ceased_on="2026-02-01") == NOTHING
