"""What rows a dossier makes."""

from datetime import date

import pytest

from certification_cases import opening
from certwright.core.dossiers import KINDS, Dossier, empty, fold
from certwright.core.entry import Breach
from certwright.rows.deriving import TABLES, fields_of, rows_of
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
    WordRow,
)
from small_body import BEN, CLIENT, act, dossier, entry


def rows(made: Dossier, table: type[Row]) -> list[dict[str, object]]:
    """The rows of one table, as names and values."""
    return [
        dict(zip(fields_of(table), values, strict=True)) for (of, _), values in rows_of(made).items() if of is table
    ]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_dossier_nothing_was_recorded_in_makes_no_rows(kind: str) -> None:
    assert rows_of(empty(f"{kind}:x")) == {}


def test_every_table_of_the_app_is_compared_and_rebuilt() -> None:
    from django.apps import apps

    assert set(TABLES) == set(apps.get_app_config("rows").get_models())


def test_a_client_is_a_row_with_its_sites_and_what_it_claims() -> None:
    entity = {**CLIENT["legal_entity"], "register_name": "Companies House", "register_number": "AB 12"}
    made = dossier("client:c-1", act("client.register", legal_entity=entity, sites=CLIENT["sites"]))
    assert rows(made, DossierRow)[0]["title"] == "Helmets & Sons"
    assert rows(made, ClientRow)[0] | {"sites": 1, "status": "legal-person"} == rows(made, ClientRow)[0]
    assert [row["code"] for row in rows(made, SiteRow)] == ["1"]
    assert rows(made, ClaimRow) == [
        {"dossier": "client:c-1", "scope": "client.register-number", "value": "GB / companies house / ab 12"}
    ]


def test_one_acceptance_of_an_application_opens_one_certification() -> None:
    made = dossier("certification:c-1", opening("safety-helmets", "iso-iec-17065", "product"))
    claim = {"scope": "application.certification", "value": "application:a-1 / safety-helmets"}
    assert rows(made, ClaimRow) == [{"dossier": "certification:c-1", **claim}]


def test_an_annulled_registration_leaves_the_dossier_s_own_row_and_its_id_only() -> None:
    registered = entry("client:c-1", 1, act("client.register", **CLIENT))
    annulled = entry("client:c-1", 2, act("record.annul", act=registered.id, reason="Registered twice"))
    tables = {table for table, _ in rows_of(fold("client:c-1", [registered, annulled]))}
    assert tables == {DossierRow, WordRow}


def test_an_authorisation_stands_once_for_each_pack_it_is_bound_to() -> None:
    registered = act("person.register", basis="employment", since="2026-01-01")
    given = {"valid_from": "2026-01-01", "evidence": "Interview."}
    bound = act("person.grant-authorisation", function="review", packs=["iso-9001", "iso-14001"], areas=["17"], **given)
    free = act("person.grant-authorisation", function="decision", valid_until="2027-01-01", **given)
    made = rows(dossier(BEN, registered, bound, free), AuthorisationRow)
    assert [(row["function"], row["pack"], row["areas"], row["valid_until"]) for row in made] == [
        ("review", "iso-9001", ["17"], None),
        ("review", "iso-14001", ["17"], None),
        ("decision", "", [], date(2027, 1, 1)),
    ]


def test_a_person_s_name_is_empty_until_it_is_stated_and_after_it_is_erased() -> None:
    registered = act("person.register", basis="employment", since="2026-01-01")
    named = act("person.state-particulars", name="Ben Example")
    ground = {"ground": "recorded-unlawfully", "reason": "Never his name", "acts": ["act-ben-002"]}
    erased = act("person.erase-particulars", **ground)
    names = [
        rows(dossier(BEN, *acts), PersonRow)[0]["name"]
        for acts in ((registered,), (registered, named), (registered, named, erased))
    ]
    assert names == ["", "Ben Example", ""]


def test_breaches_are_numbered_within_their_act() -> None:
    breaches = (Breach("a.one", "first"), Breach("a.two", "second"))
    said = act("person.state-particulars", name="Ben Example")
    made = rows(
        fold(BEN, [entry(BEN, 1, said, breaches=breaches), entry(BEN, 2, said, breaches=breaches[:1])]), BreachRow
    )
    assert [(row["act_id"], row["number"], row["rule"]) for row in made] == [
        ("act-ben-001", 1, "a.one"),
        ("act-ben-001", 2, "a.two"),
        ("act-ben-002", 1, "a.one"),
    ]


def test_links_say_which_kind_of_act_refers_to_what() -> None:
    trader = act("client.register", **CLIENT, status="sole-trader", proprietor=BEN)
    assert rows(dossier("client:c-1", trader), LinkRow) == [
        {"dossier": "client:c-1", "target": BEN, "by": "client.register"}
    ]
