"""My work: what waits for each function at each step of a story, with its reason, by date, in few questions."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from certwright.answers.viewer import Viewer
from certwright.answers.work.everything import SOURCES, functions_of_team, work, work_of_team
from certwright.answers.work.item import Group, Item, group
from certwright.core.acts import ACTS
from certwright.core.functions import Function
from certwright.rows.models import AssignmentRow, FindingRow
from signing_in import signed_in
from web.acting_cases import play

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)


def viewer(*functions: Function, person: str = "person:eva", today: date = TODAY) -> Viewer:
    return Viewer(1, "Somebody", person, "", frozenset(functions), False, today, basis="employment")


def waits(function: Function, person: str = "person:eva", today: date = TODAY) -> set[tuple[str, str]]:
    """What waits in a function: the act and the dossier."""
    found = work(viewer(function, person=person, today=today))
    return {(item.act, item.dossier) for _, items in found.groups for item in items}


@pytest.mark.parametrize(
    ("due", "others", "stands"),
    [
        (-1, False, Group.OVERDUE),
        (0, False, Group.TODAY),
        (1, False, Group.THIS_WEEK),
        (7, False, Group.THIS_WEEK),
        (8, False, Group.LATER),
        (None, False, Group.UNDATED),
        (0, True, Group.OTHERS),
        (None, True, Group.OTHERS),
        (-1, True, Group.OVERDUE),
    ],
)
def test_work_is_grouped_by_its_last_day(due: int | None, others: bool, stands: Group) -> None:
    day = None if due is None else TODAY + timedelta(days=due)
    assert group(Item("", "", "client:a", "", due=day, others=others), TODAY) is stands


def test_an_evaluated_certification_waits_for_its_review_and_a_reviewed_one_for_its_decision(tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    late = date(2031, 1, 1)
    assert ("certification.review", "certification:helmets") in waits(Function.REVIEW, today=late)
    assert not any(act == "certification.decide" for act, _ in waits(Function.DECISION, today=late))


def test_what_is_granted_waits_for_nobody_until_surveillance_is_planned(tmp_path: Path) -> None:
    play("helmets-1-granted", tmp_path)
    assert not any(act == "certification.review" for act, _ in waits(Function.REVIEW, today=TODAY))
    later = date(2030, 1, 1)
    assert any(act in {"certification.plan", "assignment.create"} for act, _ in waits(Function.PLANNING, today=later))


def test_an_assignment_waits_for_its_own_people_alone(tmp_path: Path) -> None:
    play("iso-9001-0-audited", tmp_path)
    row = AssignmentRow.objects.exclude(leader="").first()
    assert row is not None
    AssignmentRow.objects.filter(pk=row.pk).update(reported_on=None)
    told = waits(Function.AUDITING, person=row.leader, today=date(2031, 1, 1))
    assert ("assignment.report", row.dossier) in told
    others = waits(Function.AUDITING, person="person:nobody", today=date(2031, 1, 1))
    assert others == set()


def test_a_finding_waits_for_the_client_then_for_whoever_raised_it(tmp_path: Path) -> None:
    play("iso-9001-1-granted", tmp_path)
    finding = FindingRow.objects.first()
    assert finding is not None
    leader = AssignmentRow.objects.get(dossier=finding.assignment).leader
    rows = FindingRow.objects.filter(pk=finding.pk)
    states: list[tuple[dict[str, Any], str]] = [
        ({"answered_on": None, "judged": "", "accepted_on": None}, "finding.respond"),
        ({"answered_on": TODAY, "judged": "", "accepted_on": None}, "finding.judge-response"),
        ({"answered_on": TODAY, "judged": "accepted", "accepted_on": TODAY}, "finding.verify"),
    ]
    for state, act in states:
        rows.update(settled_on=None, verified_on=None, **state)
        assert (act, finding.dossier) in waits(Function.AUDIT_TEAM_LEADING, person=leader)
    rows.update(settled_on=TODAY)
    assert not any(dossier == finding.dossier for _, dossier in waits(Function.AUDIT_TEAM_LEADING, person=leader))


@pytest.mark.parametrize("story", ["helmets-0-evaluated", "iso-9001-2-surveillance", "iso-9001-complaint-and-appeal"])
def test_every_act_that_is_told_exists_and_is_for_the_function_it_waits_for(story: str, tmp_path: Path) -> None:
    play(story, tmp_path)
    for function in SOURCES:
        for today in (TODAY, date(2029, 1, 1)):
            found = work_of_team(viewer(function, today=today), function)
            for _, items in found.groups:
                for item in items:
                    assert not item.act or item.act in ACTS
                    assert str(item.why)
                    assert str(item.what)


def test_only_coordinators_see_what_waits_for_others() -> None:
    assert Function.REVIEW in functions_of_team(viewer(Function.PLANNING))
    assert functions_of_team(viewer(Function.REVIEW, Function.DECISION)) == ()


def test_the_first_page_shows_what_waits_and_the_team_to_coordinators(tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    rita = signed_in("person:rita").get("/").content.decode()
    assert 'href="/d/certification/helmets/do/certification.review/"' in rita
    assert "?function=" not in rita
    paul = signed_in("person:paul").get("/?function=review").content.decode()
    assert 'href="/d/certification/helmets/do/certification.review/"' in paul
    refused = signed_in("person:rita").get("/?function=planning").content.decode()
    assert "Waiting for" not in refused


def test_whoever_holds_no_function_is_told_so(tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    assert "You hold no function today" in signed_in("person:stranger").get("/").content.decode()


def test_strangers_see_what_stands_in_the_installation(tmp_path: Path) -> None:
    assert Client().get("/").status_code == 200


@pytest.mark.parametrize("person", ["ben", "paul", "eva", "rita", "dora"])
def test_the_page_asks_few_questions(person: str, tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    browser = signed_in(f"person:{person}")
    browser.get("/")
    with CaptureQueriesContext(connection) as asked:
        browser.get("/")
    assert len(asked) <= 12
