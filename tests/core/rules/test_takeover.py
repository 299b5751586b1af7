"""Statements about another record: few rules, because nothing of it is judged here (DESIGN section 5.10)."""

from typing import Any

import pytest

import taken_over_cases as cases
from certification_cases import CASE, CLIENT
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from small_body import BEN, NOTHING, TODAY, YESTERDAY, act, dossier, judged, said

FINDING = "finding:f-9"


def rules(told: Act, about: Dossier | str = CASE, **more: Dossier) -> list[tuple[str, str]]:
    return said(judged(told, about, by=BEN, gathered=cases.world(**more), packs=cases.texts()))


def test_a_client_a_certification_and_what_is_told_of_it_are_taken_over() -> None:
    assert rules(cases.client(), "client:c-2") == NOTHING
    assert rules(cases.certification()) == NOTHING
    assert rules(cases.event("renewed", "2027-05-02", last_day="2030-05-01"), cases.held()) == NOTHING
    assert rules(cases.finding(), FINDING, **{CASE: cases.held()}) == NOTHING


def test_whoever_takes_over_is_authorised_for_it() -> None:
    found = said(judged(cases.certification(), CASE, by="person:anna", gathered=cases.world(), packs=cases.texts()))
    assert found == [("competence.actor-is-authorised", "actor-lacks-function")]


@pytest.mark.parametrize(
    ("changes", "sentences"),
    [
        ({"last_day": "2024-05-02"}, []),  # one day long
        ({"last_day": "2024-05-01"}, ["ends-before-it-begins"]),
        ({"last_day": None}, []),
        ({"granted_on": "2024-05-02"}, []),
        ({"granted_on": "2024-05-03"}, ["granted-after-it-is-valid"]),
        ({"suspended_from": "2024-05-02"}, []),
        ({"suspended_from": "2024-05-01"}, ["ends-before-it-begins"]),
        ({"suspended_from": "2024-05-01", "granted_on": "2021-05-02"}, []),
        ({"withdrawn_from": "2024-05-01"}, ["ends-before-it-begins"]),
    ],
)
def test_days_run_forward(changes: dict[str, Any], sentences: list[str]) -> None:
    assert rules(cases.certification(**changes)) == [("takeover.days-run-forward", each) for each in sentences]


@pytest.mark.parametrize(("last_day", "refused"), [("2027-05-02", False), ("2027-05-01", True)])
def test_a_renewal_runs_forward(last_day: str, refused: bool) -> None:
    found = rules(cases.event("renewed", "2027-05-02", last_day=last_day), cases.held())
    assert found == ([("takeover.days-run-forward", "ends-before-it-begins")] if refused else NOTHING)


@pytest.mark.parametrize("name", ["granted_on", "suspended_from", "withdrawn_from"])
@pytest.mark.parametrize(("day", "refused"), [(cases.KNOWN_ON, False), ("2026-02-28", True)])
def test_a_record_tells_nothing_before_it_was_known(name: str, day: str, refused: bool) -> None:
    first = {"valid_from": "2026-02-28"} if name == "granted_on" else {}
    found = rules(cases.certification(**{name: day}, **first))
    assert found == ([("takeover.nothing-before-it-was-known", "told-before-known")] if refused else NOTHING)


@pytest.mark.parametrize(("day", "refused"), [(cases.KNOWN_ON, False), ("2026-02-28", True)])
def test_nor_of_a_nonconformity(day: str, refused: bool) -> None:
    found = rules(cases.finding(raised_on=day), FINDING, **{CASE: cases.held()})
    assert found == ([("takeover.nothing-before-it-was-known", "told-before-known")] if refused else NOTHING)


def test_its_sites_are_its_clients() -> None:
    assert rules(cases.certification(sites=["1", "2"])) == [("takeover.sites-are-the-clients", "site-unknown")]


def test_it_is_pinned_to_an_adopted_text_of_its_kind_under_its_standard() -> None:
    assert ("opening.pins-an-adopted-text", "text-not-adopted") in rules(cases.certification(edition="1987"))
    found = rules(cases.certification(object_kind="product", standard="iso-iec-17065"))
    assert found == [("opening.pinned-text-certifies-such-objects", "pack-for-other-object")]


def test_it_is_taken_over_once_and_never_over_one_opened_here() -> None:
    assert rules(cases.certification(), cases.held()) == [("record.dossier-is-opened-once", "dossier-already-open")]


def test_another_record_speaks_only_for_what_came_from_it() -> None:
    opened = act("certification.open", application="application:a-1", **_opening())
    about = dossier(CASE, opened)
    found = rules(cases.event("suspended", "2026-01-05"), about)
    assert found == [("takeover.event-of-something-taken-over", "not-taken-over")]
    assert rules(cases.finding(), FINDING, **{CASE: about}) == [
        ("takeover.finding-of-its-certification", "not-taken-over")
    ]


def _opening() -> dict[str, Any]:
    names = ("client", "standard", "pack", "edition", "text", "object_kind", "accredited", "scope", "sites")
    return {name: cases.FIELDS[name] for name in names}


def test_it_is_heard_no_more_once_the_body_decides() -> None:
    decided = act(
        "certification.decide",
        pack=cases.ISO_9001,
        kind="suspend",
        deciders=["person:dora"],
        client=CLIENT,
        reasons="No surveillance was possible.",
        limit_day="2026-08-31",
    )
    about = cases.held(decided)
    found = judged(cases.event("reinstated", "2026-02-01"), about, by=BEN, gathered=cases.world(), packs=cases.texts())
    assert said(found) == [("takeover.event-of-something-taken-over", "decided-here-since")]
    assert found.refusals[0].evidence["day"] == YESTERDAY.isoformat()


@pytest.mark.parametrize(
    ("event", "changes", "sentences"),
    [
        ("scope-changed", {}, ["event-lacks"]),
        ("scope-changed", {"scope": "Doors."}, []),
        ("said", {}, ["event-lacks"]),
        ("said", {"said": "wygasły"}, []),
        ("suspended", {"last_day": "2026-05-01"}, ["event-has-no-last-day"]),
        ("suspended", {}, []),
        ("renewed", {}, []),  # open ended
    ],
)
def test_an_event_says_what_it_must(event: str, changes: dict[str, Any], sentences: list[str]) -> None:
    found = rules(cases.event(event, "2026-02-01", **changes), cases.held())
    assert found == [("takeover.event-says-what-it-must", each) for each in sentences]


def test_one_record_is_heard_in_the_order_in_which_it_spoke() -> None:
    other = cases.event("suspended", "2026-01-05", source="Another register")
    assert rules(other, cases.held()) == [("takeover.source-is-named-alike", "told-by-another")]
    earlier = cases.event("suspended", "2026-01-05", known_on="2026-02-26")
    assert rules(earlier, cases.held()) == [("takeover.source-is-named-alike", "told-out-of-turn")]


def test_a_nonconformity_keeps_to_its_certification_and_standard() -> None:
    other = {CASE: cases.held()}
    found = rules(cases.finding(edition="1987", client="client:c-1"), FINDING, **other)
    assert found == [("takeover.finding-of-its-certification", "named-otherwise")]
    found = rules(cases.finding(grade="not-met"), FINDING, **other)
    assert found == [("finding.graded-as-its-standard-does", "grade-of-the-other-standard")]


def test_nothing_is_taken_over_that_is_known_tomorrow() -> None:
    found = rules(cases.certification(known_on=TODAY.isoformat()))
    assert found == NOTHING
    found = rules(cases.certification(known_on="2026-03-03"))
    assert found == [("record.stated-days-have-come", "day-not-come")]
