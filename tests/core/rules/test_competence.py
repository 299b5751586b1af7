"""Rules of competence: nobody does what they are not authorised for."""

from datetime import date, timedelta
from typing import Any

import pytest

import small_body as case
from certwright.core.acts.act import Act
from certwright.core.functions import Function
from small_body import ANNA, BEN, CARA, NOTHING, TODAY, TOMORROW, YESTERDAY, act, evidence, judged, said


def grant(**changes: Any) -> Act:
    fields = {"function": "review", "valid_from": TODAY.isoformat(), "evidence": "Two witnessed reviews."}
    return act("person.grant-authorisation", **{**fields, **changes})


def test_whoever_acts_holds_the_function_on_that_day() -> None:
    register = act("client.register", **case.CLIENT)
    for until, refused in ((TODAY, NOTHING), (YESTERDAY, [("competence.actor-is-authorised", "actor-lacks-function")])):
        people = {**case.founded(), BEN: case.person(BEN, "client-administration", until=until)}
        assert said(judged(register, "client:c-1", by=BEN, gathered=people)) == refused


def test_the_refusal_asks_who_could() -> None:
    refused = judged(act("client.register", **case.CLIENT), "client:c-1", by=CARA).refusals
    assert [item.could.function for item in refused if item.could] == [Function.CLIENT_ADMINISTRATION]
    assert "17065:2012 6.1.2.1 d" in refused[0].asks


def test_nobody_authorises_themselves() -> None:
    assert said(judged(grant(), case.founded()[BEN], by=ANNA)) == NOTHING
    assert said(judged(grant(), case.founded()[ANNA], by=ANNA)) == [
        ("competence.not-by-oneself", "authorised-by-oneself")
    ]


def test_an_authorisation_begins_when_it_is_granted_or_later() -> None:
    for begins, refused in (
        (TOMORROW, NOTHING),
        (TODAY, NOTHING),
        (YESTERDAY, [("competence.authorised-before-the-work", "authorisation-back-dated")]),
    ):
        assert said(judged(grant(valid_from=begins.isoformat()), case.founded()[BEN])) == refused


def test_an_authorisation_may_last_one_day_but_not_less() -> None:
    assert said(judged(grant(valid_until=TODAY.isoformat()), case.founded()[BEN])) == NOTHING
    assert said(judged(grant(valid_until=YESTERDAY.isoformat()), case.founded()[BEN])) == [
        ("competence.authorisation-runs-forward", "authorisation-ends-before-it-begins")
    ]


def test_an_authorisation_is_bound_to_adopted_packs_only() -> None:
    helmets = case.dossier(
        "pack:helmets",
        act("pack.adopt", pack="helmets", edition="1", text="sha256:" + "0" * 64, basis="Scheme owner's letter."),
    )
    people = {**case.founded(), "pack:helmets": helmets}
    assert said(judged(grant(packs=["helmets"]), people[BEN], gathered=people)) == NOTHING
    assert ("competence.packs-are-adopted", "pack-not-adopted") in said(
        judged(grant(packs=["gloves"]), people[BEN], gathered=people)
    )


REASON = "Left the department in February"


def end(last: date, authorisation: str = "act-ben-002") -> Act:
    return act("person.end-authorisation", authorisation=authorisation, last_day=last.isoformat(), reason=REASON)


@pytest.mark.parametrize(
    ("last", "says"),
    [(TODAY, None), (YESTERDAY, None), (YESTERDAY - timedelta(days=1), "authorisation-ended-in-the-past")],
)
def test_an_authorisation_ends_yesterday_at_the_earliest(last: date, says: str | None) -> None:
    ben = case.person(BEN, "review")
    expected = [("competence.ended-authorisation-is-in-force", says)] if says else NOTHING
    assert said(judged(end(last), ben)) == expected


def test_ending_does_not_lengthen_nor_end_what_was_never_granted() -> None:
    ben = case.person(BEN, "review", until=TODAY)
    assert said(judged(end(TODAY), ben)) == NOTHING
    assert said(judged(end(TOMORROW), ben)) == [
        ("competence.ended-authorisation-is-in-force", "authorisation-already-ended")
    ]
    assert said(judged(end(TODAY, "act-ben-009"), ben)) == [
        ("competence.ended-authorisation-is-in-force", "authorisation-unknown")
    ]


def test_the_founding_authoriser_authorises_until_an_authorisation_of_their_own_governs() -> None:
    ended = case.person(ANNA, "competence-evaluation", until=YESTERDAY)
    people = {**case.founded(), ANNA: ended}
    assert said(judged(grant(), people[BEN], by=ANNA)) == NOTHING
    assert said(judged(grant(), people[BEN], by=ANNA, gathered=people)) == [
        ("competence.actor-is-authorised", "actor-lacks-function")
    ]


@pytest.mark.parametrize(
    ("held", "lacking"),
    [
        ({}, []),
        ({"packs": ["helmets"]}, []),
        ({"packs": ["gloves"]}, ["helmets"]),
        ({"packs": ["helmets"], "areas": ["plastics", "textiles"]}, []),
        ({"packs": ["helmets"], "areas": ["plastics"]}, ["helmets"]),
    ],
)
def test_SD09_competence_is_judged_by_somebody_who_has_it_for_pack_and_areas(
    held: dict[str, Any], lacking: list[str]
) -> None:
    judging = grant(function="competence-evaluation", valid_from="2026-01-01", **held)
    cara = case.dossier(CARA, act("person.register", basis="employment", since="2026-01-01"), judging)
    said_ = grant(packs=["helmets"], areas=["plastics", "textiles"])
    found = judged(said_, case.founded()[BEN], by=CARA, gathered={**case.founded(), CARA: cara})
    expected = [{"evaluator": CARA, "pack": pack} for pack in lacking]
    assert evidence(found, "competence.evaluator-knows-the-scheme") == expected
