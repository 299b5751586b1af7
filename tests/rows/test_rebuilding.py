"""Rows altered behind the program's back are named and put right, whatever people record meanwhile."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from building import CLIENT_ID, Building, adopt, building, found_body, propose, record, register_client
from certwright.journal.models import Head
from certwright.rows import comparing, rebuilding
from certwright.rows.deriving import TABLES
from certwright.rows.models import (
    AuthorisationRow,
    BreachRow,
    ClaimRow,
    ClientRow,
    DossierRow,
    LinkRow,
    PersonRow,
    Row,
    SiteRow,
)
from certwright.rows.rebuilding import check, rebuild
from small_body import ANNA, BEN, CARA, CLIENT, act

pytestmark = pytest.mark.django_db

OTHER = "client:oak"


@pytest.fixture
def here(tmp_path: Path) -> Building:
    """A body with an adopted pack and two clients."""
    made = building(tmp_path)
    found_body(made)
    adopt(made, "iso-iec-17065")
    for number, client in enumerate((CLIENT_ID, OTHER)):
        entity = {**CLIENT["legal_entity"], "register_number": str(number)}
        record(made, propose(made, client, act("client.register", legal_entity=entity, sites=CLIENT["sites"]), by=BEN))
    return made


def everything() -> dict[str, list[Any]]:
    return {
        table.__name__: sorted(table._default_manager.values_list(*[f.name for f in table._meta.fields][1:]), key=repr)
        for table in TABLES
    }


@pytest.mark.usefixtures("here")
def test_rows_that_are_right_stay_untouched() -> None:
    before = {table: list(table._default_manager.values_list("pk", flat=True)) for table in TABLES}
    assert (check(), rebuild()) == ((), 0)
    assert {table: list(table._default_manager.values_list("pk", flat=True)) for table in TABLES} == before


def test_an_empty_journal_has_no_rows() -> None:
    assert (check(), rebuild()) == ((), 0)


@pytest.mark.usefixtures("here")
def test_all_rows_are_made_again_from_nothing() -> None:
    before = everything()
    for table in TABLES:
        table._default_manager.all().delete()
    assert len(check()) == rebuild() == sum(map(len, before.values()))
    assert (check(), everything()) == ((), before)


ALTERED = [
    (DossierRow, CLIENT_ID, {"title": "Somebody else"}),
    (DossierRow, CLIENT_ID, {"seq": 7}),
    (ClientRow, CLIENT_ID, {"country": "XX"}),
    (ClientRow, CLIENT_ID, {"sites": 0}),
    (SiteRow, CLIENT_ID, {"town": "Nowhere"}),
    (PersonRow, BEN, {"since": date(1999, 1, 1)}),
    (PersonRow, BEN, {"name": ""}),
    (AuthorisationRow, CARA, {"valid_until": date(1999, 1, 1)}),
    (AuthorisationRow, CARA, {"areas": ["everything"]}),
]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("table", "dossier", "alteration"), ALTERED, ids=lambda value: str(value)[:40])
def test_an_altered_field_is_named_and_put_right(table: type[Row], dossier: str, alteration: dict[str, Any]) -> None:
    before = everything()
    table._default_manager.filter(dossier=dossier).update(**alteration)
    (found,) = check()
    assert (found.table, found.dossier, found.what) == (table._meta.db_table, dossier, "altered")
    assert [found.field] == list(alteration)
    assert found.stored == repr(alteration[found.field])
    assert dossier in str(found)
    assert rebuild() == 1
    assert everything() == before


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("table", [DossierRow, ClientRow, SiteRow, ClaimRow])
def test_a_row_that_was_removed_is_missing(table: type[Row]) -> None:
    before = everything()
    table._default_manager.filter(dossier=CLIENT_ID).delete()
    (found,) = check()
    assert (found.table, found.dossier, found.what) == (table._meta.db_table, CLIENT_ID, "missing")
    assert rebuild() == 1
    assert everything() == before


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("dossier", ["aaa:first", CLIENT_ID, "client:nobody", "person:zzz"])
def test_a_row_nobody_s_acts_make_is_extra_wherever_it_sorts(dossier: str) -> None:
    before = everything()
    BreachRow.objects.create(
        dossier=dossier, act_id="act-invented", number=1, rule="a.b", says="c", on=date(2026, 1, 1)
    )
    LinkRow.objects.create(dossier=dossier, target=ANNA, by="client.register")
    known = not dossier.startswith("aaa")
    assert sorted(found.what for found in check()) == (["extra", "extra"] if known else [])
    assert rebuild() == (2 if known else 0)
    assert (everything() == before) is known


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("thief", "owner"), [(CLIENT_ID, OTHER), (OTHER, CLIENT_ID), (BEN, CLIENT_ID)])
def test_a_row_moved_to_another_dossier_goes_back(thief: str, owner: str) -> None:
    """Keys such as a register number are unique over all dossiers: whichever is put right first must not fail."""
    before = everything()
    ClaimRow.objects.filter(dossier=owner).update(dossier=thief)
    assert sorted((found.dossier, found.what) for found in check()) == sorted([(owner, "missing"), (thief, "extra")])
    rebuild()
    assert everything() == before


def test_a_dossier_that_moves_while_rows_are_compared_is_looked_at_again(
    here: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading the journal and reading the rows a client is put right and another one registered."""
    entry = register_client(here, "client:between")
    fields = {**CLIENT, "legal_entity": {**CLIENT["legal_entity"], "name": "Oaks"}}
    right = act("record.put-right", act=entry.id, form=entry.form, fields=fields, reason="The name was misspelt")
    stored, waiting = comparing.stored, [
        propose(here, "client:between", right, by=BEN),
        propose(here, "client:new", act("client.register", **CLIENT), by=BEN),
    ]  # fmt: skip

    def read_late(*given: Any) -> Any:
        while waiting:
            record(here, waiting.pop())
        return stored(*given)

    monkeypatch.setattr(rebuilding, "stored", read_late)
    assert check() == ()
    assert not waiting
    assert ClientRow.objects.get(dossier="client:between").name == "Oaks"


def test_rebuilding_goes_through_the_journal_in_small_parts(here: Building, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "ACTS_AT_A_TIME", 2)
    for table in TABLES:
        table._default_manager.all().delete()
    told: list[tuple[int, int]] = []
    rebuild(progress=lambda done, of: told.append((done, of)))
    acts = sum(Head.objects.values_list("seq", flat=True))
    assert told[-1] == (acts, acts)
    assert len(told) > 3
    assert check() == ()


@pytest.mark.usefixtures("here")
def test_the_database_itself_keeps_a_claim_to_one_dossier() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT scope, value FROM rows_claimrow WHERE dossier = %s", [OTHER])
        assert cursor.fetchall() == [("client.register-number", "GB /  / 1")]
