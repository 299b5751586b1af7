"""Opening a certification from an acceptance, pinned to a text in force (R-00, T3, T04)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

import application_cases as cases
from application_cases import HELMETS, ISO_9001, OBJECT_OF, PRODUCT, STANDARD_OF, SYSTEM, accept
from certification_cases import CASE, PAUL, adopted, opening, volume
from certwright.core.acts.act import Act
from certwright.core.dossiers import BODY, Dossier, PackDossier
from certwright.packs.model.base import Pack, Replaces
from small_body import FOUNDING, NOTHING, TODAY, TOMORROW, YESTERDAY, act, dossier, judged, said

BOTH = pytest.mark.parametrize("pack", [HELMETS, ISO_9001])
AREAS = {HELMETS: ("helmets-type-1",), ISO_9001: ("17",)}


def open_(pack: str, **changes: Any) -> Act:
    plain = opening(pack, STANDARD_OF[pack], OBJECT_OF[pack], areas=AREAS[pack])
    return act("certification.open", **{**plain.model_dump(mode="json"), **changes})


def rules(said_: Act, pack: str, *, packs: dict[str, Pack] | None = None, **more: Dossier) -> list[tuple[str, str]]:
    gathered = cases.world(**{"application": cases.application(pack, accept(pack)), **more})
    return said(judged(said_, CASE, by=PAUL, gathered=gathered, packs=packs or cases.texts()))


@BOTH
def test_T3_T04_a_certification_is_opened_from_an_accepted_application(pack: str) -> None:
    assert rules(open_(pack), pack) == NOTHING


@BOTH
def test_T3_T04_nothing_is_opened_before_the_acceptance(pack: str) -> None:
    assert rules(open_(pack), pack, application=cases.application(pack)) == [
        ("opening.follows-an-acceptance", "application-not-accepted")
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"accredited": "accredited"},
        {"sites": ["1", "2"]},
        {"products": [{"code": "h9", "name": "Another", "category": "helmets-type-1"}]},
        {"transferred_from": "Other Body, no. 7"},
    ],
)
def test_T3_only_what_was_applied_for_is_opened(change: dict[str, Any]) -> None:
    assert rules(open_(HELMETS, **change), HELMETS) == [("opening.keeps-to-the-application", "opened-otherwise")]


def test_T3_the_areas_are_those_of_the_acceptance() -> None:
    for areas in ([], ["helmets-type-1", "helmets-type-2"]):
        assert rules(open_(HELMETS, areas=areas), HELMETS) == [("opening.follows-an-acceptance", "opened-otherwise")]


def test_T3_fewer_products_than_applied_for_may_be_opened() -> None:
    product = {"code": "h1", "name": "Helmet", "category": "helmets-type-1"}
    assert rules(open_(HELMETS, products=[product]), HELMETS) == NOTHING


def test_T27_T30_a_transfer_is_opened_as_one() -> None:
    transfer = {"issuer": "Other Body", "number": "no. 7", "status": "valid", "reason": "Nearer."}
    about = cases.application(ISO_9001, accept(ISO_9001), transfer=transfer)
    assert rules(open_(ISO_9001, transferred_from="Other Body, no. 7"), ISO_9001, application=about) == NOTHING
    for wrong in (None, "Other Body, no. 8"):
        found = rules(open_(ISO_9001, transferred_from=wrong), ISO_9001, application=about)
        assert found == [("opening.keeps-to-the-application", "opened-otherwise")]


def test_S1_no_system_is_opened_for_a_product_nor_a_product_for_a_system() -> None:
    found = rules(open_(HELMETS, standard=SYSTEM), HELMETS)
    assert ("objects.belong-to-one-standard", "object-under-other-standard") in found
    found = rules(open_(HELMETS, object_kind="management-system", standard=SYSTEM), HELMETS)
    assert ("opening.pinned-text-certifies-such-objects", "pack-for-other-object") in found
    found = rules(open_(ISO_9001, object_kind="product", standard=PRODUCT), ISO_9001)
    assert ("opening.pinned-text-certifies-such-objects", "pack-for-other-object") in found


def test_a_body_opens_only_under_the_standards_it_works_to() -> None:
    only_products = dossier(BODY, act("body.found", **FOUNDING))
    assert rules(open_(HELMETS), HELMETS, body=only_products) == NOTHING
    assert rules(open_(ISO_9001), ISO_9001, body=only_products) == [
        ("objects.standard-is-in-use", "standard-not-in-use")
    ]


def test_R00_pinned_to_the_text_that_was_accepted_and_adopted() -> None:
    found = rules(open_(HELMETS, text="sha256:" + "0" * 64), HELMETS)
    assert ("opening.pins-an-adopted-text", "text-not-adopted") in found
    assert ("opening.follows-an-acceptance", "opened-otherwise") in found


def with_validity(pack: str, **changes: Any) -> dict[str, Pack]:
    """The texts, one of them with another validity."""
    one = volume(pack)
    return {**cases.texts(), one.digest: one.pack.model_copy(update=changes)}


@pytest.mark.parametrize(
    ("changes", "valid"),
    [
        ({"valid_from": TODAY}, True),
        ({"valid_from": TOMORROW}, False),
        ({"valid_to": TODAY}, True),
        ({"valid_to": YESTERDAY}, False),
    ],
)
@pytest.mark.parametrize("begins", ["accept", "open"])
def test_R00_no_case_begins_on_an_edition_that_is_not_valid_on_the_day(
    begins: str, changes: dict[str, date], valid: bool
) -> None:
    texts = with_validity(HELMETS, **changes)
    expected = NOTHING if valid else [("opening.pinned-text-is-valid", "edition-not-valid")]
    if begins == "open":
        assert rules(open_(HELMETS), HELMETS, packs=texts) == expected
    else:
        found = judged(accept(HELMETS), cases.application(HELMETS), by=PAUL, gathered=cases.world(), packs=texts)
        assert said(found) == expected


@pytest.mark.parametrize(("until", "valid"), [(TOMORROW, True), (TODAY, True), (YESTERDAY, False)])
def test_R00_several_editions_run_until_the_transition_ends(until: date, valid: bool) -> None:
    """The body adopted a newer edition; the older one may be begun on as long as the transition lasts."""
    old = volume(HELMETS)
    newer_text = "sha256:" + "2" * 64
    newer = old.pack.model_copy(
        update={
            "edition": "2",
            "valid_from": TODAY - timedelta(days=30),
            "replaces": Replaces(edition=old.pack.edition, transition_until=until),
        }
    )
    first = adopted(HELMETS)
    assert isinstance(first, PackDossier)
    second = replace(first.adoptions[0], edition="2", text=newer_text)
    both = replace(first, adoptions=(*first.adoptions, second))
    found = rules(open_(HELMETS), HELMETS, packs={**cases.texts(), newer_text: newer}, both=both)
    assert found == (NOTHING if valid else [("opening.pinned-text-is-valid", "edition-not-valid")])


def test_R00_a_newer_edition_that_is_not_in_force_yet_ends_nothing() -> None:
    old = volume(HELMETS)
    newer = old.pack.model_copy(
        update={
            "edition": "2",
            "valid_from": TOMORROW,
            "replaces": Replaces(edition=old.pack.edition, transition_until=YESTERDAY),
        }
    )
    first = adopted(HELMETS)
    assert isinstance(first, PackDossier)
    both = replace(first, adoptions=(*first.adoptions, replace(first.adoptions[0], edition="2", text="sha256:2")))
    assert rules(open_(HELMETS), HELMETS, packs={**cases.texts(), "sha256:2": newer}, both=both) == NOTHING


def test_refusals_say_what_they_mean() -> None:
    transfer = {"issuer": "Other Body", "number": "no. 7", "status": "valid", "reason": "Nearer."}
    about = cases.application(HELMETS, accept(HELMETS), transfer=transfer)
    gathered = cases.world(application=about)

    def told(**changes: Any) -> list[tuple[str, str]]:
        found = judged(open_(HELMETS, **changes), CASE, by=PAUL, gathered=gathered, packs=cases.texts()).refusals
        return [(item.evidence["what"], item.evidence["given"]) for item in found if item.says == "opened-otherwise"]

    assert told() == [("certificate transferred", "none")]
    assert told(transferred_from="no. 8") == [("certificate transferred", "no. 8")]
    assert told(transferred_from="no. 7", areas=[]) == [("areas", "none")]
    assert told(transferred_from="no. 7", areas=["helmets"]) == [("areas", "helmets")]
    assert told(transferred_from="no. 7", edition="9") == [("edition or text", "9")]


@pytest.mark.parametrize(
    ("text", "meant"), [(volume(ISO_9001).digest, "management-system"), ("sha256:" + "0" * 64, "nothing")]
)
def test_a_refusal_says_what_the_text_certifies(text: str, meant: str) -> None:
    gathered = cases.world(application=cases.application(HELMETS, accept(HELMETS)))
    found = judged(open_(HELMETS, text=text), CASE, by=PAUL, gathered=gathered, packs=cases.texts()).refusals
    assert [item.evidence["meant"] for item in found if item.says == "pack-for-other-object"] == [meant]
