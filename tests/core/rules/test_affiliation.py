"""Bodies related to ours, judged by name of the papers' rules (R-29, R-30; 17021-1 5.2.5–5.2.7)."""

from datetime import date

import pytest

import small_body
from certification_cases import APPLICATION, CASE, CLIENT, DORA, PAUL, RITA
from certwright.core.acts.act import Act
from certwright.core.dossiers import BODY, Dossier
from certwright.core.functions import Function
from certwright.packs.model.base import Pack
from people_cases import PACKS, PRODUCT, SYSTEM, against, case, decide, related, review
from small_body import ANNA, BEN, NOTHING, TODAY, TOMORROW, YESTERDAY, act, dossier, evidence, judged, said


def grant(standard: str) -> Act:
    fields = decide(standard).model_dump(mode="json")
    return act("certification.decide", **{**fields, "kind": "grant"})


DOES = [("affiliation.our-group-does-not-work-for-the-client", "our-group-works-for-the-client")]
ADVISED = [("affiliation.related-body-did-not-advise-lately", "related-body-advised")]


@pytest.mark.parametrize("control", ["same-entity", "controlled"])
@pytest.mark.parametrize("activity", ["design-or-manufacture", "consultancy", "internal-audit"])
def test_R29_our_group_neither_makes_nor_advises_what_we_certify(control: str, activity: str) -> None:
    gathered = case(PRODUCT, related(control=control, activities=[activity]))
    assert against(grant(PRODUCT), gathered, CASE, by=DORA) == DOES
    elsewhere = case(PRODUCT, related(control=control, activities=[activity], clients=["client:other"]))
    assert against(grant(PRODUCT), elsewhere, CASE, by=DORA) == NOTHING


def test_R29_what_is_taken_away_is_not_held_up() -> None:
    assert against(decide(PRODUCT), case(PRODUCT, related(control="controlled")), CASE, by=DORA) == NOTHING


def test_R29_counts_on_the_last_day() -> None:
    last = related(control="controlled", until_day=TODAY.isoformat())
    assert against(grant(PRODUCT), case(PRODUCT, last), CASE, by=DORA) == DOES
    over = related(control="controlled", until_day=YESTERDAY.isoformat())
    assert against(grant(PRODUCT), case(PRODUCT, over), CASE, by=DORA) == NOTHING


def test_R29_no_certification_is_opened_for_such_a_client() -> None:
    gathered = case(PRODUCT, related(control="controlled"))
    again = act(
        "certification.open",
        application=APPLICATION,
        client=CLIENT,
        standard=PRODUCT,
        pack=PACKS[PRODUCT],
        edition="1",
        text="sha256:" + "0" * 64,
        object_kind="product",
        accredited="non-accredited",
        scope="Helmets.",
        sites=["1"],
    )
    assert against(again, gathered, dossier("certification:c-2"), by=PAUL) == DOES


@pytest.mark.parametrize(
    ("changes", "breached"),
    [
        ({"control": "controlled", "clients": []}, True),
        ({"control": "common-owner"}, False),
        ({"control": "controlled", "clients": [], "activities": ["internal-audit"]}, False),
        ({"control": "controlled", "activities": ["internal-audit"]}, True),
        ({"control": "controlled", "until_day": YESTERDAY.isoformat()}, False),
        ({"control": "controlled", "until_day": TODAY.isoformat()}, True),
    ],
)
def test_R29_consultancy_under_our_control_is_recorded_as_a_breach(changes: dict[str, object], breached: bool) -> None:
    gathered = case(SYSTEM)
    both = {**small_body.FOUNDING, "standards_in_use": [PRODUCT, SYSTEM]}
    gathered[BODY] = dossier(BODY, act("body.found", **both))
    gathered[ANNA] = small_body.person(ANNA, "top-management")
    found = judged(related(**changes), gathered[BODY], by=ANNA, gathered=gathered)
    assert said(found) == NOTHING
    assert [breach.rule for breach in found.breaches] == (
        ["affiliation.our-group-gives-no-consultancy"] if breached else []
    )


def test_TR15_a_related_bodys_advice_ends_two_years_before() -> None:
    """17021-1 5.2.7: barred on the last day of the two years, free on the day after."""
    lately = related(until_day="2024-03-03")
    assert against(grant(SYSTEM), case(SYSTEM, lately), CASE, by=DORA) == ADVISED
    long_ago = related(until_day="2024-03-02")
    assert against(grant(SYSTEM), case(SYSTEM, long_ago), CASE, by=DORA) == NOTHING
    assert against(grant(SYSTEM), case(SYSTEM, related()), CASE, by=DORA) == ADVISED
    assert against(grant(PRODUCT), case(PRODUCT, related()), CASE, by=DORA) == NOTHING


WORKS_THERE = [("affiliation.nobody-of-a-related-body-decides", "works-for-a-related-body")]


def test_R30_nobody_of_a_related_body_reviews_or_decides() -> None:
    gathered = case(PRODUCT, related(people=[DORA, RITA], clients=[]))
    assert against(decide(PRODUCT), gathered, CASE, by=DORA) == WORKS_THERE
    assert against(review(PRODUCT), gathered, CASE, by=RITA) == WORKS_THERE
    harmless = case(PRODUCT, related(people=[DORA], activities=["training"]))
    assert against(decide(PRODUCT), harmless, CASE, by=DORA) == NOTHING
    over = case(PRODUCT, related(people=[DORA], until_day=YESTERDAY.isoformat()))
    assert against(decide(PRODUCT), over, CASE, by=DORA) == NOTHING


def test_R30_nobody_of_a_related_body_manages() -> None:
    def granted(function: str, gathered: dict[str, Dossier]) -> list[tuple[str, str]]:
        fields = {"function": function, "valid_from": TODAY.isoformat(), "evidence": "Appointed by the owners."}
        one = act("person.grant-authorisation", **fields)
        return said(judged(one, gathered[DORA], by=ANNA, gathered=gathered))

    gathered = case(PRODUCT, related(people=[DORA]))
    manages = [("affiliation.nobody-of-a-related-body-manages", "works-for-a-related-body")]
    assert granted(Function.TOP_MANAGEMENT, gathered) == manages
    assert granted(Function.PLANNING, gathered) == NOTHING
    assert granted(Function.TOP_MANAGEMENT, case(PRODUCT, related(people=[RITA]))) == NOTHING


def test_a_relation_told_anew_replaces_what_was_told() -> None:
    ended = related(control="controlled", until_day=YESTERDAY.isoformat())
    assert against(grant(PRODUCT), case(PRODUCT, related(control="controlled"), ended), CASE, by=DORA) == NOTHING


def test_a_relation_runs_forward() -> None:
    gathered = case(PRODUCT)
    gathered[ANNA] = small_body.person(ANNA, "top-management")
    one_day = related(from_day=TODAY.isoformat(), until_day=TODAY.isoformat())
    assert said(judged(one_day, gathered[BODY], by=ANNA, gathered=gathered)) == NOTHING
    backwards = related(from_day=TOMORROW.isoformat(), until_day=TODAY.isoformat())
    assert said(judged(backwards, gathered[BODY], by=ANNA, gathered=gathered)) == [
        ("affiliation.runs-forward", "tie-ends-before-it-begins")
    ]


GROUP, GIVES, LATELY, DECIDES = (
    "affiliation.our-group-does-not-work-for-the-client",
    "affiliation.our-group-gives-no-consultancy",
    "affiliation.related-body-did-not-advise-lately",
    "affiliation.nobody-of-a-related-body-decides",
)
HARMLESS, BOTH = ["training"], ["consultancy", "internal-audit"]


def told(rule: str, said_: Act, gathered: dict[str, Dossier], about: Dossier | None = None) -> list[dict[str, str]]:
    """What one rule refers to."""
    by = DORA if about is None else PAUL
    packs: dict[str, Pack] = {}
    return evidence(judged(said_, about or gathered[CASE], by=by, gathered=gathered, packs=packs), rule)


def test_R29_what_our_group_does_is_told_and_training_is_no_obstacle() -> None:
    both = case(PRODUCT, related(control="controlled", activities=[*BOTH, *HARMLESS]))
    assert told(GROUP, grant(PRODUCT), both) == [{"what": "consultancy, internal-audit", "client": CLIENT}]
    assert told(GROUP, grant(PRODUCT), case(PRODUCT, related(control="controlled", activities=HARMLESS))) == []
    assert told(LATELY, grant(SYSTEM), case(SYSTEM, related(activities=HARMLESS))) == []
    only_people = case(PRODUCT, related(people=[DORA], activities=HARMLESS))
    manager = act("person.grant-authorisation", function="top-management", valid_from="2026-03-02", evidence="Minutes.")
    assert against(manager, only_people, DORA, by=ANNA) == NOTHING


@pytest.mark.parametrize(("day", "counts"), [(TODAY, True), (TOMORROW, False)])
def test_R29_counts_from_the_first_day(day: date, counts: bool) -> None:
    since = related(control="controlled", from_day=day.isoformat(), activities=BOTH)
    found = [{"what": "consultancy, internal-audit", "client": CLIENT}]
    assert told(GROUP, grant(PRODUCT), case(PRODUCT, since)) == (found if counts else [])


@pytest.mark.parametrize("control", ["same-entity", "controlled"])
@pytest.mark.parametrize(
    ("standards", "changes", "what"),
    [
        ([PRODUCT, SYSTEM], {"from_day": TODAY.isoformat()}, "consultancy"),
        ([PRODUCT, SYSTEM], {"from_day": TOMORROW.isoformat()}, None),
        ([PRODUCT], {"activities": BOTH}, "consultancy, internal-audit"),
        ([PRODUCT], {"activities": HARMLESS}, None),
    ],
)
def test_5_2_5_what_our_group_gives_is_told(
    control: str, standards: list[str], changes: dict[str, object], what: str | None
) -> None:
    gathered = case(SYSTEM)
    gathered[BODY] = dossier(BODY, act("body.found", **{**small_body.FOUNDING, "standards_in_use": standards}))
    gathered[ANNA] = small_body.person(ANNA, "top-management")
    fields = {"control": control, "activities": ["consultancy"], **changes}
    found = judged(related(**fields), gathered[BODY], by=ANNA, gathered=gathered)
    assert evidence(found, GIVES) == ([{"what": what}] if what else [])


def test_TR15_from_when_on_it_could_be_certified_is_told() -> None:
    ended = case(SYSTEM, related(until_day="2024-03-03", activities=BOTH))
    assert told(LATELY, grant(SYSTEM), ended) == [
        {"what": "consultancy, internal-audit", "client": CLIENT, "free": "2026-03-03"}
    ]
    lasting = told(LATELY, grant(SYSTEM), case(SYSTEM, related()))
    assert [each["free"] for each in lasting] == ["two years after its end"]


def test_TR15_nothing_is_opened_for_a_client_a_related_body_advises() -> None:
    fields = {
        "application": APPLICATION,
        "client": CLIENT,
        "edition": "1",
        "text": "sha256:" + "0" * 64,
        "accredited": "non-accredited",
        "scope": "Everything.",
        "sites": ["1"],
    }
    for standard, kind in ((SYSTEM, "management-system"), (PRODUCT, "product")):
        again = act("certification.open", **fields, standard=standard, pack=PACKS[standard], object_kind=kind)
        found = told(LATELY, again, case(standard, related()), dossier("certification:c-2"))
        assert [each["client"] for each in found] == ([CLIENT] if standard == SYSTEM else [])


def test_R30_whoever_decides_counts_not_who_enters_it() -> None:
    gathered = case(PRODUCT, related(people=[DORA], clients=[]))
    found = judged(decide(PRODUCT), gathered[CASE], by=BEN, gathered=gathered, on_behalf=DORA)
    assert evidence(found, DECIDES) == [{"person": DORA}]
    entered = case(PRODUCT, related(people=[BEN], clients=[]))
    assert evidence(judged(decide(PRODUCT), entered[CASE], by=BEN, gathered=entered), DECIDES) == []
