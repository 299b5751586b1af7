"""Rules of registering a client."""

from typing import Any

import pytest

import small_body as case
from certwright.core.dossiers import Client
from small_body import BEN, CARA, NOTHING, act, dossier, judged, said


def test_a_sole_trader_has_a_proprietor_and_nobody_else() -> None:
    for status, proprietor, says in (
        ("legal-person", None, None),
        ("sole-trader", CARA, None),
        ("sole-trader", None, "sole-trader-without-proprietor"),
        ("legal-person", CARA, "legal-person-with-proprietor"),
    ):
        register = act("client.register", **case.CLIENT, status=status, proprietor=proprietor)
        expected = [("client.sole-trader-has-a-proprietor", says)] if says else NOTHING
        assert said(judged(register, "client:c-1", by=BEN)) == expected


def test_sites_have_codes_of_their_own() -> None:
    (site,) = case.CLIENT["sites"]
    apart = act("client.register", **{**case.CLIENT, "sites": [site, {**site, "code": "2"}]})
    alike = act("client.register", **{**case.CLIENT, "sites": [site, {**site, "name": "Store"}]})
    assert said(judged(apart, "client:c-1", by=BEN)) == NOTHING
    refused = judged(alike, "client:c-1", by=BEN)
    assert said(refused) == [("client.sites-are-told-apart", "site-code-repeated")]
    assert dict(refused.refusals[0].evidence) == {"code": "1", "times": "2"}


ENTITY = {**case.ENTITY, "register_name": "Companies House", "register_number": "7"}
SITES = [{"code": code, "name": "Works", "town": "York", "country": "GB"} for code in ("1", "2")]


def changed(**changes: Any) -> Client:
    """A client on the register with one site, after a change."""
    registered = act("client.register", legal_entity=ENTITY, sites=SITES[:1])
    change = act("client.change", **{"what": "As told.", "told_on": "2026-02-20", **changes})
    found = dossier("client:c-1", registered, change)
    assert isinstance(found, Client)
    return found


def test_R12_name_address_and_sites_change_and_the_rest_stays() -> None:
    renamed = changed(legal_entity={**ENTITY, "name": "Helmets International"})
    assert (renamed.title, [site.code for site in renamed.sites]) == ("Helmets International", ["1"])
    grown = changed(sites=SITES)
    assert (grown.title, [site.code for site in grown.sites]) == (case.ENTITY["name"], ["1", "2"])
    twice = act("client.change", what="A second works.", told_on="2026-02-20", sites=[SITES[0], SITES[0]])
    assert said(judged(twice, grown, by=BEN)) == [("client.sites-are-told-apart", "site-code-repeated")]


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"name": "Helmets International", "town": "Hull"}, True),
        ({"register_number": "8"}, False),
        ({"register_name": "Another register"}, False),
        ({"country": "IE"}, False),
    ],
)
def test_R12_another_legal_entity_is_another_client(change: dict[str, str], same: bool) -> None:
    telling = act("client.change", what="As told.", told_on="2026-02-20", legal_entity={**ENTITY, **change})
    expected = NOTHING if same else [("client.stays-the-same-entity", "another-legal-entity")]
    assert said(judged(telling, changed(), by=BEN)) == expected


def test_R12_an_entry_in_the_register_may_be_added_later() -> None:
    plain = dossier("client:c-1", act("client.register", **case.CLIENT))
    telling = act("client.change", what="Entered.", told_on="2026-02-20", legal_entity=ENTITY)
    assert said(judged(telling, plain, by=BEN)) == NOTHING
