"""Threats to impartiality (R-59; 17065 4.2.3–4.2.4; 17021-1 5.2.3)."""

from datetime import date
from typing import Any

import pytest

from certification_cases import CASE, CLIENT, DORA
from certwright.core.acts.act import Act
from certwright.core.dossiers import BODY, Dossier
from certwright.core.entry import Deviation
from people_cases import PRODUCT, SYSTEM, case, decide, judgement
from small_body import ANNA, CARA, NOTHING, act, dossier, judged, person, said

FOUND = "act-self-002"
"""The act that recorded the threat, the second of the body's dossier."""


def threat(client: str | None = CLIENT) -> Act:
    return act("body.identify-threat", kind="self-interest", source="It is a third of our turnover.", client=client)


def treatment(**changes: Any) -> Act:
    fields = {
        "threat": FOUND,
        "treatment": "Somebody outside reviews every decision.",
        "residual": "acceptable",
        "look_again_on": "2026-09-02",
    }
    return act("body.treat-threat", **{**fields, **changes})


def grant(standard: str) -> Act:
    return act("certification.decide", **{**decide(standard).model_dump(mode="json"), "kind": "grant"})


def says(one: Act, standard: str, *acts: Act, **how: Any) -> list[tuple[str, str]]:
    found = said(judgement(one, case(standard, *acts), CASE, by=DORA, **how))
    return [refused for refused in found if refused[0].startswith("threat.")]


@pytest.mark.parametrize("standard", [PRODUCT, SYSTEM])
def test_523_nothing_is_granted_under_an_unacceptable_threat(standard: str) -> None:
    refused = [("threat.unacceptable-bars-the-client", "threat-unacceptable")]
    unacceptable = treatment(residual="unacceptable")
    assert says(grant(standard), standard, threat(), unacceptable) == refused
    assert says(grant(standard), standard, threat(), unacceptable, treatment()) == NOTHING
    assert says(grant(standard), standard, threat("client:other"), unacceptable) == NOTHING
    assert says(decide(standard), standard, threat(), unacceptable) == NOTHING


def test_424_a_threat_is_treated_first() -> None:
    rule = "threat.is-treated-first"
    assert says(grant(PRODUCT), PRODUCT, threat()) == [(rule, "threat-untreated")]
    assert says(grant(PRODUCT), PRODUCT, threat(), treatment(residual="eliminated")) == NOTHING
    assert says(grant(PRODUCT), PRODUCT, threat(None)) == NOTHING
    approved = Deviation(rule, "It is treated next week, before anything is issued", CARA)
    assert says(grant(PRODUCT), PRODUCT, threat(), deviations=(approved,)) == NOTHING


def treated(one: Act, *acts: Act) -> list[tuple[str, str]]:
    seen: dict[str, Dossier] = {**case(PRODUCT, *acts), ANNA: person(ANNA, "top-management")}
    seen["committee:impartiality"] = committee()
    return said(judged(one, seen[BODY], by=ANNA, gathered=seen))


def committee() -> Dossier:
    fields = {"purpose": "impartiality", "standards": [PRODUCT, SYSTEM], "remit": "It advises.", "quorum": 3}
    return dossier("committee:impartiality", act("committee.found", **fields))


@pytest.mark.parametrize(
    ("again", "refused"),
    [
        (date(2026, 9, 2), NOTHING),
        (date(2026, 9, 3), [("threat.is-looked-at-again", "threat-looked-at-too-late")]),
    ],
)
def test_R59_looked_at_again_within_six_months(again: date, refused: list[tuple[str, str]]) -> None:
    """Treated on 2 March 2026."""
    assert treated(treatment(look_again_on=again.isoformat()), threat()) == refused


def test_R59_the_period_is_the_bodys_own() -> None:
    yearly = act("body.choose-periods", threat_review=12, basis="Minute 6.")
    assert treated(treatment(look_again_on="2027-03-02"), threat(), yearly) == NOTHING
    late = [("threat.is-looked-at-again", "threat-looked-at-too-late")]
    assert treated(treatment(look_again_on="2027-03-03"), threat(), yearly) == late


def test_what_is_treated_was_found() -> None:
    assert treated(treatment()) == [("threat.is-on-record", "threat-unknown")]


def test_523_advice_is_on_record_also_where_it_is_not_followed() -> None:
    refused = [("threat.advice-is-on-record", "advice-missing")]
    asked = {"consulted": "committee:impartiality"}
    reason = "The client is needed to keep the scheme alive"
    assert treated(treatment(**asked, advice="Refuse it.", not_followed=reason), threat()) == NOTHING
    assert treated(treatment(**asked, advice="Go on."), threat()) == NOTHING
    assert treated(treatment(**asked), threat()) == refused
    assert treated(treatment(advice="Go on."), threat()) == refused
    assert treated(treatment(not_followed=reason), threat()) == refused
