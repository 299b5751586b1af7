"""A register brought in through the one door: stated once, settled again without a change, refused row by row."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import intake.intake_cases as cases
from building import Building
from certwright.core.dossiers import Certification, Client
from certwright.core.dossiers.certification import Standing
from certwright.core.dossiers.pin import Pin
from certwright.intake.reading import read
from certwright.intake.settling import Delivery
from certwright.office.door import perform as the_door
from certwright.office.standing import dossiers
from certwright.office.taking_over import ACTS_AT_ONCE, Looking, Run, Settled, settle
from certwright.rows.models import CertificationRow
from small_body import BEN

pytestmark = pytest.mark.django_db
KNOWN_ON = date(2026, 2, 27)


@pytest.fixture
def pin(here: Building) -> Pin:
    from building import adopt_as_suggested

    return adopt_as_suggested(here, "safety-helmets")


def bring_in(here: Building, pin: Pin, *rows: dict[str, str], known_on: date = KNOWN_ON, **run: Any) -> Settled:
    delivery = Delivery(cases.mapping(), known_on, None, "iso-iec-17065", pin, "product", "non-accredited")
    how = {"watch": lambda: 0.0, "rest": lambda seconds: None, **run}
    return settle(read("a.csv", cases.as_csv(rows), delivery.mapping), Run(delivery, BEN, here.means, "UTC", **how))


def held(number: str = "A-1", client: str = "k1") -> Certification:
    named = Delivery(cases.mapping(), KNOWN_ON, None, "iso-iec-17065", Pin("", "", ""), "product", "non-accredited")
    name = named.dossier("certification", number, client)
    found = dossiers([name])[name]
    assert isinstance(found, Certification)
    return found


def test_a_row_becomes_a_client_and_a_certification_that_say_where_they_come_from(here: Building, pin: Pin) -> None:
    done = bring_in(here, pin, cases.row())
    assert (done.rows, done.stated, done.acts) == (1, 1, 2)
    certification = held()
    assert certification.standing(date(2026, 3, 2)) is Standing.VALID
    assert certification.taken_over[0].source == "The example's register"
    assert certification.taken_over[0].row == "2"
    client = dossiers([certification.client])[certification.client]
    assert isinstance(client, Client)
    assert client.title == "Acme Doors"
    shown = CertificationRow.objects.get(dossier=certification.id, standing="valid")
    assert (shown.number, shown.taken_over_from) == ("A-1", "The example's register")


def test_a_second_run_changes_nothing(here: Building, pin: Pin) -> None:
    rows = [cases.row(), cases.row(from_="2021-05-02", to="2024-05-01", state="expired"), cases.row(number="B-2")]
    assert bring_in(here, pin, *rows).acts == 4  # one client, two certifications, one of them renewed
    again = bring_in(here, pin, *rows)
    assert (again.acts, again.unchanged, again.stated) == (0, 3, 0)
    later = bring_in(here, pin, *rows, known_on=date(2026, 2, 28))
    assert later.acts == 0


def test_one_row_that_is_refused_leaves_nothing_and_the_others_stand(here: Building, pin: Pin) -> None:
    rows = [cases.row(number=f"N-{at}", client=f"k{at}") for at in range(30)]
    rows[7] = cases.row(number="N-6", client="k7")  # the number of another client
    done = bring_in(here, pin, *rows)
    assert (done.rows, done.stated) == (30, 29)
    (refused,) = done.refused
    assert [why.says for why in refused.refusals] == ["already-claimed"]
    assert sorted((held("N-6", "k6").is_open, held("N-6", "k7").is_open)) == [False, True]


def test_what_changed_since_is_told_as_events(here: Building, pin: Pin) -> None:
    bring_in(here, pin, cases.row())
    paused = bring_in(here, pin, cases.row(state="suspended"), known_on=date(2026, 2, 28))
    assert paused.acts == 1
    assert held().standing(date(2026, 2, 27)) is Standing.VALID
    assert held().standing(date(2026, 2, 28)) is Standing.SUSPENDED
    bring_in(here, pin, cases.row(), known_on=date(2026, 3, 1))
    assert held().standing(date(2026, 3, 1)) is Standing.VALID
    bring_in(here, pin, cases.row(to="2028-05-01", scope="Doors, windows"), known_on=date(2026, 3, 2))
    assert held().last_day == date(2028, 5, 1)
    assert held().scope == "Doors, windows"


def test_a_word_that_the_days_deny_is_kept_as_a_word(here: Building, pin: Pin) -> None:
    bring_in(here, pin, cases.row(state="expired"))
    assert held().standing(date(2026, 3, 2)) is Standing.VALID
    assert held().taken_over[-1].said == "expired"


def test_a_run_never_holds_the_record_for_more_acts_than_agreed_and_rests_as_long(here: Building, pin: Pin) -> None:
    sizes: list[int] = []

    def counted(proposals: Sequence[Any], means: Any) -> Any:
        sizes.append(len(proposals))
        return the_door(proposals, means)

    rested: list[float] = []
    clock = iter(range(1_000))
    rows = [cases.row(number=f"N-{at}", client=f"k{at}") for at in range(50)]
    bring_in(here, pin, *rows, watch=lambda: float(next(clock)), rest=rested.append, through=counted)
    assert sum(sizes) == 100
    assert max(sizes) <= ACTS_AT_ONCE
    assert rested == [1.0] * len(sizes)


def test_an_interrupted_run_goes_on_where_it_stopped(here: Building, pin: Pin) -> None:
    rows = [cases.row(number=f"N-{at}", client=f"k{at}") for at in range(30)]
    with pytest.raises(KeyboardInterrupt):
        bring_in(here, pin, *rows, rest=_raises_after(2))
    done = bring_in(here, pin, *rows)
    assert 0 < done.acts < 60
    assert bring_in(here, pin, *rows).acts == 0


def _raises_after(times: int) -> Callable[[float], None]:
    left: Iterator[int] = iter(range(times))

    def rest(seconds: float) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    return rest


ROWS = st.lists(
    st.builds(
        cases.row,
        number=st.sampled_from(["A", "B", "C", ""]),
        client=st.sampled_from(["k1", "k2"]),
        from_=st.sampled_from(["2022-01-01", "2024-01-01", "soon"]),
        to=st.sampled_from(["2023-12-31", "2026-12-31", ""]),
        scope=st.sampled_from(["Doors", "Windows"]),
        state=st.sampled_from(["valid", "suspended", "expired", "withdrawn"]),
    ),
    min_size=1,
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(ROWS)
def test_rows_add_up_and_a_second_run_changes_nothing(here: Building, pin: Pin, rows: Any) -> None:
    done = bring_in(here, pin, *rows)
    assert done.rows == len(rows)
    again = bring_in(here, pin, *rows)
    assert (again.acts, again.rows) == (0, len(rows))


def test_a_first_look_writes_nothing_and_sees_numbers_that_are_held(here: Building, pin: Pin) -> None:
    bring_in(here, pin, cases.row())
    rows = [cases.row(), cases.row(client="k2"), cases.row(number="B"), cases.row(number="B", client="k3")]
    looked = bring_in(here, pin, *rows, through=Looking())
    assert (looked.rows, looked.unchanged, looked.stated, len(looked.refused)) == (4, 1, 1, 2)
    assert {why.says for row in looked.refused for why in row.refusals} == {"already-claimed"}
    assert not held("B", "k1").is_open
