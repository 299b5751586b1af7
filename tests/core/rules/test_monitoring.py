"""Monitoring, and authorisations that rest (TR21, SD09; corrections, 16)."""

from datetime import date, timedelta

import pytest

from certification_cases import CASE, DORA, EVA
from certwright.core.acts.act import Act
from certwright.core.dossiers import BODY, Dossier, Person
from certwright.core.entry import Deviation
from certwright.core.functions import Function
from people_cases import PRODUCT, SYSTEM, appoint, assignment, case, decide, judgement, someone
from small_body import (
    ANNA,
    BEN,
    CARA,
    FOUNDING,
    NOTHING,
    TODAY,
    TOMORROW,
    YESTERDAY,
    act,
    dossier,
    judged,
    person,
    said,
)

GRANT = "act-dora-002"
"""The act that authorised Dora to decide."""


def suspended(first: date = TODAY, authorisation: str = GRANT) -> Act:
    return act(
        "person.suspend-authorisation",
        authorisation=authorisation,
        from_day=first.isoformat(),
        reason="Her last two decisions were not monitored",
    )


def restored(first: date = TODAY, authorisation: str = GRANT) -> Act:
    return act(
        "person.restore-authorisation", authorisation=authorisation, from_day=first.isoformat(), evidence="Watched."
    )


def looked_at(on: date, method: str = "on-site", *packs: str) -> Act:
    return act(
        "person.record-monitoring", on=on.isoformat(), method=method, packs=packs, outcome="satisfactory", remarks="Ok."
    )


def dora(*acts: Act) -> Person:
    found = someone(DORA, ("decision",), *acts)
    assert isinstance(found, Person)
    return found


def held(one: Person, day: date) -> bool:
    return any(one.authorised(Function.DECISION, day))


def test_a_suspended_authorisation_rests_from_its_day_until_the_day_before_it_is_restored() -> None:
    rests = dora(suspended(TODAY))
    assert [held(rests, day) for day in (YESTERDAY, TODAY, TOMORROW)] == [True, False, False]
    after = TODAY + timedelta(days=10)
    again = dora(suspended(TODAY), restored(after))
    assert [held(again, day) for day in (YESTERDAY, TODAY, after - timedelta(days=1), after)] == [
        True,
        False,
        False,
        True,
    ]
    twice = dora(suspended(TODAY), restored(after), suspended(after + timedelta(days=1)))
    assert [held(twice, after + timedelta(days=days)) for days in (0, 1)] == [True, False]


def test_R34_nobody_decides_while_suspended() -> None:
    def refused(one: Dossier) -> list[tuple[str, str]]:
        theirs = {"competence.actor-is-authorised", "decision.deciders-are-competent"}
        return [found for found in said(judgement(decide(PRODUCT), case(PRODUCT, **{DORA: one}), CASE, by=DORA))
                if found[0] in theirs]  # fmt: skip

    assert refused(dora(suspended(TOMORROW))) == NOTHING
    assert refused(dora(suspended(TODAY))) == [
        ("competence.actor-is-authorised", "actor-lacks-function"),
        ("decision.deciders-are-competent", "not-authorised-for-pack"),
    ]


def says(one: Act, about: Dossier, by: str = ANNA) -> list[tuple[str, str]]:
    seen = {**case(PRODUCT), about.id: about}
    return said(judged(one, about, by=by, gathered=seen))


def test_what_is_suspended_is_in_force() -> None:
    rule = "monitoring.suspends-what-is-in-force"
    assert says(suspended(), dora()) == NOTHING
    assert says(suspended(YESTERDAY), dora()) == [(rule, "suspended-in-the-past")]
    assert says(suspended(authorisation="act-dora-099"), dora()) == [(rule, "authorisation-unknown")]
    assert says(suspended(TOMORROW), dora(suspended())) == [(rule, "authorisation-not-in-force")]


def test_what_is_restored_was_suspended_and_not_by_oneself() -> None:
    rule = "monitoring.restores-what-is-suspended"
    resting = dora(suspended(YESTERDAY))
    assert says(restored(TODAY), resting) == NOTHING
    assert says(restored(YESTERDAY), resting) == [
        ("monitoring.restores-from-now-on", "authorisation-back-dated"),
        (rule, "authorisation-not-suspended"),
    ]
    assert says(restored(TODAY), dora()) == [(rule, "authorisation-not-suspended")]
    assert says(restored(TODAY), dora(suspended(TODAY))) == [(rule, "authorisation-not-suspended")]
    assert says(restored(TODAY, "act-dora-099"), resting) == [(rule, "authorisation-unknown")]
    herself = someone(DORA, ("decision", "competence-evaluation"), suspended(YESTERDAY))
    assert says(restored(TODAY), herself, by=DORA) == [("monitoring.restores-from-now-on", "restored-by-oneself")]


def test_SD09_nobody_monitors_themselves() -> None:
    herself = someone(DORA, ("decision", "competence-evaluation"))
    assert says(looked_at(TODAY), herself) == NOTHING
    found = judged(looked_at(TODAY), herself, by=DORA, gathered={**case(PRODUCT), DORA: herself})
    assert [(one.rule, one.says) for one in found.breaches] == [("monitoring.by-somebody-else", "monitored-by-oneself")]
    assert says(looked_at(TOMORROW), herself) == [("monitoring.has-happened", "day-not-come")]


LATE = [("monitoring.auditors-are-seen-on-site", "not-monitored-in-time")]


def appointed(one: Dossier, day: date, *periods: Act, standard: str = SYSTEM, **how: object) -> list[tuple[str, str]]:
    """What monitoring says against appointing Eva for an audit on a day."""
    seen = case(standard, *periods, **{EVA: one})
    role = str(how.get("role", "auditor"))
    found = judgement(appoint(role=role), seen, assignment(standard, day), deviations=how.get("deviations", ()))
    return [refused for refused in said(found) if refused[0].startswith("monitoring.")]


@pytest.mark.parametrize(("day", "refused"), [(date(2026, 4, 1), NOTHING), (date(2026, 4, 2), LATE)])
def test_TR21_seen_on_site_within_36_months(day: date, refused: list[tuple[str, str]]) -> None:
    assert appointed(someone(EVA, ("auditing",), looked_at(date(2023, 4, 1))), day) == refused


def test_TR21_counts_from_the_first_authorisation_until_then() -> None:
    """Someone's authorisations here begin on 1 January 2020."""
    assert appointed(someone(EVA, ("auditing",)), date(2026, 4, 1)) == LATE
    new = dossier(
        EVA,
        act("person.register", basis="employment", since="2023-04-01"),
        act("person.grant-authorisation", function="auditing", valid_from="2023-04-01", evidence="Interview."),
    )
    assert appointed(new, date(2026, 4, 1)) == NOTHING
    assert appointed(new, date(2026, 4, 2)) == LATE


def test_TR21_only_on_site_and_for_this_standard_counts() -> None:
    day = date(2026, 4, 1)
    assert appointed(someone(EVA, ("auditing",), looked_at(TODAY, "report-review")), day) == LATE
    assert appointed(someone(EVA, ("auditing",), looked_at(TODAY, "on-site", "iso-14001")), day) == LATE
    assert appointed(someone(EVA, ("auditing",), looked_at(TODAY, "on-site", "iso-9001")), day) == NOTHING


def test_TR21_is_the_bodys_period_binds_auditors_and_may_be_deviated_from() -> None:
    eva, day = someone(EVA, ("auditing",), looked_at(date(2025, 1, 1))), date(2026, 4, 1)
    shorter = act("body.choose-periods", on_site_evaluation=12, basis="Minute 5.")
    assert appointed(eva, day) == NOTHING
    assert appointed(eva, day, shorter) == LATE
    assert appointed(eva, day, shorter, role="technical-expert") == NOTHING
    assert appointed(eva, day, shorter, standard=PRODUCT) == NOTHING
    approved = Deviation(LATE[0][0], "The witnessed audit is next week", CARA)
    assert appointed(eva, day, shorter, deviations=(approved,)) == NOTHING


def test_SD09_who_evaluates_competence_knows_the_scheme() -> None:
    grant = act(
        "person.grant-authorisation",
        function="decision",
        packs=["iso-9001"],
        valid_from=TODAY.isoformat(),
        evidence="Interview.",
    )

    def granted(by: str, evaluator: Dossier) -> list[tuple[str, str]]:
        body = dossier(BODY, act("body.found", **{**FOUNDING, "first_authoriser": ANNA}))
        seen = {**case(SYSTEM), BODY: body, by: evaluator}
        found = said(judged(grant, seen[EVA], by=by, gathered=seen))
        return [one for one in found if one[0] == "competence.evaluator-knows-the-scheme"]

    refused = [("competence.evaluator-knows-the-scheme", "evaluator-lacks-the-scheme")]
    assert granted(ANNA, person(ANNA)) == NOTHING
    assert granted(BEN, someone(BEN, ("competence-evaluation",))) == NOTHING
    other = act(
        "person.grant-authorisation",
        function="competence-evaluation",
        packs=["iso-14001"],
        valid_from="2020-01-01",
        evidence="Interview.",
    )
    assert granted(BEN, someone(BEN, (), other)) == refused
