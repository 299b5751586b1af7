"""The engine of all lists: pages behind each other hold every row once, and every list can be asked everything."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench import portfolio
from certwright.answers.lists.asked import Asked
from certwright.answers.lists.catalogue import LISTS
from certwright.answers.lists.keyset import Order, Place, after, before, place
from certwright.answers.lists.page import every_line, matching, page
from certwright.answers.viewer import Viewer
from certwright.core.functions import Function
from certwright.rows.models import CertificationRow, ClientRow, FindingRow

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)
ALL = frozenset(Function)


def viewer(*functions: Function, person: str = "person:auditor-0001") -> Viewer:
    return Viewer(1, "Somebody", person, "", frozenset(functions), False, TODAY, basis="employment")


EVERYTHING = viewer(*Function)


def finding(number: int, due: date | None) -> FindingRow:
    given = {"certification": "", "assignment": "", "client": "client:c", "standard": "", "pack": "", "grade": "minor"}
    return FindingRow(dossier=f"finding:f-{number:03}", raised_on=TODAY, raised_by="", answer_due=due, **given)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.none() | st.integers(0, 4), max_size=14), st.booleans(), st.integers(1, 5))
def test_pages_behind_each_other_hold_every_row_once_and_lead_back(
    days: list[int | None], descending: bool, size: int
) -> None:
    FindingRow.objects.all().delete()
    FindingRow.objects.bulk_create(
        finding(number, None if day is None else TODAY + timedelta(days=day)) for number, day in enumerate(days)
    )
    order, rows = Order("answer_due", ("dossier",), descending), FindingRow.objects.all()
    pages, begin = [], None
    while found := after(rows, order, begin, size):
        pages.append([row.dossier for row in found])
        begin = Place.of(found[-1], order)
    given_first = [day for page in pages for day in page]
    dated = [(day, f"finding:f-{number:03}") for number, day in enumerate(days) if day is not None]
    undated = [f"finding:f-{number:03}" for number, day in enumerate(days) if day is None]
    wanted = [name for _, name in sorted(dated, reverse=descending)] + sorted(undated, reverse=descending)
    assert given_first == wanted
    for earlier, later in pairwise(pages):
        first = Place.of(FindingRow.objects.get(dossier=later[0]), order)
        assert [row.dossier for row in before(rows, order, first, size)] == earlier


@pytest.mark.parametrize("token", ["", "x", "W10", "bnVsbA", "WyJub3QgYSBkYXkiLCJhIl0", "WzEsMl0", "é"])
def test_a_place_that_is_none_is_passed_over(token: str) -> None:
    assert place(token, FindingRow, Order("raised_on", ("dossier",))) is None


def test_a_place_comes_through_an_address_unchanged() -> None:
    order = Order("answer_due", ("dossier",))
    for row in (finding(1, None), finding(2, TODAY)):
        assert place(Place.of(row, order).token(), FindingRow, order) == Place.of(row, order)


@pytest.fixture
def some() -> None:
    portfolio.write(40, TODAY)


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_list_answers_every_choice_every_order_and_every_column(name: str) -> None:
    listing = LISTS[name]
    asked = [{one.name: choice.value} for one in listing.filters for choice in one.choices]
    asked += [{"sort": sign + column.name} for column in listing.columns if column.sorts for sign in ("", "-")]
    asked += [{linked: "client:c-0000000"} for linked in listing.linked] + [{"q": "harbour 1"}, {"pack": "iso-9001"}]
    every = [column.name for column in listing.columns]
    whole = len(list(every_line(listing, Asked(), EVERYTHING)))
    for one in asked:
        found = page(listing, Asked.of(listing, one, every), EVERYTHING)
        assert found.total <= whole
        assert {len(line.cells) for line in found.lines} <= {len(listing.columns)}


@pytest.mark.usefixtures("some")
def test_what_makes_no_sense_is_passed_over() -> None:
    listing = LISTS["certifications"]
    odd = {"standing": "splendid", "sort": "secret", "q": "\x00", "after": "?", "before": "??", "dossier": "x"}
    asked = Asked.of(listing, odd, ["number", "no-such-column"])
    assert (asked.taken, asked.sort, asked.search, asked.columns) == ({}, "", "", ("number",))
    assert page(listing, asked, EVERYTHING).lines


@pytest.mark.usefixtures("some")
def test_the_choices_of_a_state_hold_every_certification_once() -> None:
    listing = LISTS["certifications"]
    (states,) = (one for one in listing.filters if one.name == "standing")
    found = [
        row.dossier
        for choice in states.choices
        for row in matching(listing, Asked(taken={"standing": choice.value}), EVERYTHING)
    ]
    assert sorted(found) == sorted(set(CertificationRow.objects.values_list("dossier", flat=True)))


@pytest.mark.usefixtures("some")
def test_a_name_finds_the_cases_of_a_client_however_it_is_written() -> None:
    client = CertificationRow.objects.values_list("client", flat=True)[0]
    name = ClientRow.objects.get(dossier=client).name
    for text in (name, name.upper(), " ".join(word[:3] for word in reversed(name.split()))):
        found = matching(LISTS["certifications"], Asked(search=text), EVERYTHING)
        assert client in {row.client for row in found}, text
    assert not matching(LISTS["certifications"], Asked(search="zzz"), EVERYTHING).exists()


@pytest.mark.usefixtures("some")
def test_an_auditor_finds_only_the_work_they_have_a_part_in() -> None:
    looks = viewer(Function.AUDITING)
    rows = list(matching(LISTS["assignments"], Asked(), looks))
    assert rows
    certifications = {row.certification for row in rows if row.leader == looks.person}
    assert {row.certification for row in rows} == certifications
    assert len(list(every_line(LISTS["assignments"], Asked(), looks))) < len(
        list(every_line(LISTS["assignments"], Asked(), EVERYTHING))
    )
