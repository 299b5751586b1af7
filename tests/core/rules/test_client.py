"""Rules of registering a client."""

import small_body as case
from small_body import BEN, CARA, NOTHING, act, judged, said


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
