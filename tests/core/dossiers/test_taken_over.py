"""What a certification taken over is on a day: its days say it, whatever word the other record used."""

from datetime import date

import pytest

import taken_over_cases as cases
from certwright.core.dossiers import Client, Finding
from certwright.core.dossiers.attested import certificate_on
from certwright.core.dossiers.certification import TAKEN_OVER, Standing
from certwright.core.measures_due import cycle_history
from small_body import dossier


def standing(day: str, *later: object, **changes: object) -> Standing:
    return cases.held(*later, **changes).standing(date.fromisoformat(day))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "is_"),
    [
        ("2024-05-01", Standing.NONE),
        ("2024-05-02", Standing.VALID),
        ("2027-05-01", Standing.VALID),
        ("2027-05-02", Standing.EXPIRED),
    ],
)
def test_its_days_say_what_it_is(day: str, is_: Standing) -> None:
    assert standing(day, said="expired") is is_


def test_suspension_reinstatement_and_withdrawal_count_from_their_days() -> None:
    paused, resumed = cases.event("suspended", "2025-01-10"), cases.event("reinstated", "2025-02-10")
    assert standing("2025-01-09", paused, resumed) is Standing.VALID
    assert standing("2025-01-10", paused, resumed) is Standing.SUSPENDED
    assert standing("2025-02-09", paused, resumed) is Standing.SUSPENDED
    assert standing("2025-02-10", paused, resumed) is Standing.VALID
    assert standing("2025-01-10", suspended_from="2025-01-10") is Standing.SUSPENDED
    gone = cases.event("withdrawn", "2025-03-01")
    assert standing("2025-02-28", gone) is Standing.VALID
    assert standing("2025-03-01", gone) is Standing.WITHDRAWN
    dropped = cases.event("ended", "2025-03-01")
    assert standing("2025-02-28", dropped) is Standing.VALID
    assert standing("2025-03-01", dropped) is Standing.TERMINATED


def test_a_renewal_goes_on_under_the_same_number() -> None:
    renewed = cases.event("renewed", "2027-05-02", last_day="2030-05-01")
    certification = cases.held(renewed)
    assert certification.standing(date(2030, 5, 1)) is Standing.VALID
    assert certification.standing(date(2030, 5, 2)) is Standing.EXPIRED
    issued = certificate_on(certification, date(2028, 1, 1))
    assert issued is not None
    assert issued.number == "Q-0014"


def test_a_new_scope_counts_from_its_day() -> None:
    certification = cases.held(cases.event("scope-changed", "2025-06-01", scope="Doors only."))
    before, after = certification.covered(date(2025, 5, 31)), certification.covered(date(2025, 6, 1))
    assert before is not None
    assert after is not None
    assert (before.scope, after.scope) == ("Everything the works makes.", "Doors only.")


def test_what_it_was_decided_by_has_no_deciders_and_says_where_it_comes_from() -> None:
    certification = cases.held(cases.event("said", "2026-02-27", said="active"))
    assert [(made.kind, made.deciders) for made in certification.decisions] == [(TAKEN_OVER, ())]
    assert [(told.source, told.row, told.said) for told in certification.taken_over] == [
        (cases.SOURCE, "14", None),
        (cases.SOURCE, "14", "active"),
    ]


def test_the_cycle_is_reckoned_from_the_days_taken_over() -> None:
    history = cycle_history(cases.held(), [])
    assert history is not None
    assert (history.start, history.last_day) == (date(2024, 5, 2), date(2027, 5, 1))


def test_client_and_nonconformity_remember_their_source_and_go_on_as_usual() -> None:
    client, finding = dossier("client:c-1", cases.client()), dossier("finding:f-9", cases.finding())
    assert isinstance(client, Client)
    assert isinstance(finding, Finding)
    assert client.is_open
    assert finding.is_open
    assert client.taken_over is not None
    assert finding.taken_over is not None
    assert (client.taken_over.row, finding.taken_over.source) == ("14", cases.SOURCE)
    assert (finding.grade, finding.assignment, finding.verified) == ("minor", "", False)
