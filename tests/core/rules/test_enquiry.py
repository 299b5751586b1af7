"""Which standard is settled before anything else (S1), and the line between the two standards (corrections, 1)."""

from typing import Any

import pytest

import application_cases as cases
from application_cases import ENQUIRY, HELMETS, ISO_9001, OURS, PRODUCT, SYSTEM, answered, opened, settle
from certification_cases import PAUL, adopted, packs
from certwright.core.acts.act import Act
from certwright.core.dossiers import BODY, Dossier
from small_body import FOUNDING, NOTHING, TODAY, TOMORROW, YESTERDAY, act, dossier, judged, said


def rules(said_: Act, *before: Act, **more: Dossier) -> list[tuple[str, str]]:
    """What is refused of an act in the enquiry that ``before`` made."""
    about = dossier(ENQUIRY, opened(), *before)
    return said(judged(said_, about, by=PAUL, gathered=cases.world(**more), packs=cases.texts()))


@pytest.mark.parametrize("pack", [HELMETS, ISO_9001])
def test_S1_an_answered_enquiry_is_settled(pack: str) -> None:
    assert rules(settle(pack), answered(pack)) == NOTHING


def test_S1_nothing_is_settled_before_the_questions_are_answered() -> None:
    assert rules(settle(HELMETS)) == [("enquiry.settled-from-answers", "question-open")]
    unclear = {"object": "unclear", "needs_accredited": "unclear", "wants_mark_on_product": "unclear"}
    assert (
        rules(settle(HELMETS), answered(HELMETS, **unclear)) == [("enquiry.settled-from-answers", "question-open")] * 3
    )


def test_S1_the_mark_is_asked_about_for_products_only() -> None:
    assert rules(settle(ISO_9001), answered(ISO_9001, wants_mark_on_product="unclear")) == NOTHING
    assert rules(settle(HELMETS), answered(HELMETS, wants_mark_on_product="unclear")) == [
        ("enquiry.settled-from-answers", "question-open")
    ]


def test_S1_a_product_is_never_settled_as_a_management_system_nor_the_reverse() -> None:
    crossed = settle(HELMETS, standard=SYSTEM)
    assert rules(crossed, answered(HELMETS)) == [("objects.belong-to-one-standard", "object-under-other-standard")]
    crossed = settle(ISO_9001, standard=PRODUCT)
    assert rules(crossed, answered(ISO_9001)) == [("objects.belong-to-one-standard", "object-under-other-standard")]


def test_S1_a_product_is_not_settled_under_a_standard_for_systems() -> None:
    found = rules(settle(HELMETS, packs=[ISO_9001]), answered(HELMETS, wants_mark_on_product="no"))
    assert ("objects.are-what-the-pack-certifies", "pack-for-other-object") in found
    assert ("enquiry.answers-go-together", "answers-contradict") in found


def test_S1_a_table_certifies_nothing() -> None:
    found = rules(settle(HELMETS, packs=[cases.LIMITS_17065]), answered(HELMETS, wants_mark_on_product="no"))
    assert ("objects.are-what-the-pack-certifies", "pack-for-other-object") in found


@pytest.mark.parametrize(
    ("pack", "changes"),
    [
        (ISO_9001, {"wants_mark_on_product": "yes"}),  # a system certificate gives no mark on the product
        (ISO_9001, {"object": "product"}),
        (HELMETS, {"object": "management-system"}),
        (HELMETS, {"object": "person"}),
        (HELMETS, {"object": "laboratory"}),
    ],
)
def test_R72_what_contradicts_the_answers_is_not_settled(pack: str, changes: dict[str, Any]) -> None:
    assert set(rules(settle(pack), answered(pack, **changes))) == {
        ("enquiry.answers-go-together", "answers-contradict")
    }


def test_accredited_was_asked_for_and_is_not_silently_dropped() -> None:
    assert rules(settle(HELMETS), answered(HELMETS, needs_accredited="yes")) == [
        ("enquiry.answers-go-together", "accredited-was-asked-for")
    ]


@pytest.mark.parametrize(("from_day", "refused"), [(YESTERDAY, False), (TODAY, False), (TOMORROW, True)])
def test_R73_accredited_is_offered_from_the_day_the_scope_holds_it(from_day: Any, refused: bool) -> None:
    ours = cases.accredited(HELMETS, cases.scope(HELMETS, from_day=from_day.isoformat()))
    accredited = settle(HELMETS, accredited="accredited", accreditation=OURS[PRODUCT])
    expected = [("enquiry.accreditation-is-ours", "not-in-accredited-scope")] if refused else NOTHING
    assert rules(accredited, answered(HELMETS, needs_accredited="yes"), ours=ours) == expected


def test_R73_accredited_names_the_accreditation_to_the_right_standard() -> None:
    for accreditation in (None, OURS[SYSTEM]):
        accredited = settle(HELMETS, accredited="accredited", accreditation=accreditation)
        assert rules(accredited, answered(HELMETS, needs_accredited="yes")) == [
            ("enquiry.accreditation-is-ours", "not-in-accredited-scope")
        ]


def test_a_scheme_that_is_never_accredited_is_not_offered_as_accredited() -> None:
    kubernetes = "certified-kubernetes"
    more = {"pack": adopted(kubernetes), "ours": cases.accredited(HELMETS, cases.scope(kubernetes))}
    about = dossier(ENQUIRY, opened(), answered(HELMETS, conforms_with="Kubernetes", needs_accredited="yes"))
    offered = settle(HELMETS, packs=[kubernetes], accredited="accredited", accreditation=OURS[PRODUCT])
    found = judged(offered, about, by=PAUL, gathered=cases.world(**more), packs={**cases.texts(), **packs(kubernetes)})
    assert said(found) == [("enquiry.accreditation-is-ours", "scheme-never-accredited")]


def test_a_body_offers_only_under_the_standards_it_works_to() -> None:
    only_products = dossier(BODY, act("body.found", **FOUNDING))
    assert rules(settle(HELMETS), answered(HELMETS), body=only_products) == NOTHING
    assert rules(settle(ISO_9001), answered(ISO_9001), body=only_products) == [
        ("objects.standard-is-in-use", "standard-not-in-use")
    ]


def test_a_declined_enquiry_is_over() -> None:
    declined = act("enquiry.decline", reason="We do not certify people at all.")
    assert rules(declined, answered(HELMETS)) == NOTHING
    for again in (declined, answered(HELMETS), settle(HELMETS)):
        assert rules(again, answered(HELMETS), declined) == [("enquiry.is-not-declined", "enquiry-declined")]
