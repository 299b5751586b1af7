"""What follows from the dossiers need not be written; what is written is left as it is."""

from datetime import date
from pathlib import Path

import pytest

from building import CLIENT_ID, Building, building, found_body, register_client
from certwright.cli.short_forms import written_out
from certwright.core.acts import ACTS
from certwright.office.case import Case
from certwright.office.filling import filled
from small_body import BEN

DAY = date(2026, 3, 2)

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(tmp_path: Path) -> Building:
    found = building(tmp_path)
    found_body(found)
    register_client(found)
    return found


def completed(name: str, dossier: str, **fields: object) -> dict[str, object]:
    return dict(filled(name, Case(dossier, BEN, DAY, "default", fields)).fields)


def test_what_happened_happened_on_the_day_of_the_act(here: Building) -> None:
    assert completed("enquiry.information-sent", "enquiry:e-1", version="3")["sent_on"] == DAY


def test_what_is_written_is_left_as_it_is(here: Building) -> None:
    assert completed("enquiry.information-sent", "enquiry:e-1", version="3", sent_on="never")["sent_on"] == "never"


def test_what_does_not_follow_stays_missing(here: Building) -> None:
    assert "client" not in completed("certification.decide", "certification:c-1", kind="grant")


def test_days_that_begin_something_are_never_guessed(here: Building) -> None:
    assert "valid_from" not in completed("agreement.conclude", "agreement:g-1", client=CLIENT_ID)


def test_an_id_is_written_in_full_where_the_field_tells_its_kind() -> None:
    fields = {"person": "eva", "client": "client:c-1", "role": "auditor", "areas": ["eva"]}
    assert written_out(ACTS["assignment.appoint"], fields) == {**fields, "person": "person:eva"}


def test_ids_in_parts_too() -> None:
    said = written_out(ACTS["certification.plan"], {"assignments": [{"assignment": "a-1", "kind": "test"}]})
    assert said["assignments"] == [{"assignment": "assignment:a-1", "kind": "test"}]


def test_a_pack_is_called_by_its_name_alone() -> None:
    assert written_out(ACTS["certification.decide"], {"pack": "iso-9001"}) == {"pack": "iso-9001"}


def test_where_two_kinds_could_stand_nothing_is_guessed() -> None:
    assert written_out(ACTS["sample.hand-over"], {"to": "lab"}) == {"to": "lab"}
