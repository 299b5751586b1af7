"""Where a dossier belongs, who has a part in it, and whether the client knows of it."""

from dataclasses import replace
from datetime import date

import pytest

from certwright.core.dossiers import Assignment, Certification, Dossier, Finding, Person, Visit
from certwright.core.dossiers.assignment_parts import Member
from certwright.core.dossiers.belonging import Belonging, belonging
from certwright.core.dossiers.pin import Pin

PIN = Pin("safety-helmets", "1", "sha256:" + "0" * 64)
VISITED = Assignment(id="assignment:a-1", seq=1, pin=PIN, client="client:c-1", certification="certification:c-1")


@pytest.mark.parametrize(
    ("announced", "held_from", "told"),
    [("announced", None, True), ("unannounced", None, False), ("unannounced", date(2026, 3, 2), True)],
)
def test_an_unannounced_visit_is_not_known_to_the_client_before_it_begins(
    announced: str, held_from: date | None, told: bool
) -> None:
    assert belonging(replace(VISITED, announced=announced, held_from=held_from)).told is told


@pytest.mark.parametrize("told_on", [None, date(2026, 3, 2)])
def test_a_finding_is_known_to_the_client_once_it_was_told(told_on: date | None) -> None:
    finding = Finding(id="finding:f-1", seq=1, graded=("major",), client="client:c-1", told_on=told_on)
    assert belonging(finding).told is (told_on is not None)


def test_who_was_released_has_a_part_until_that_day_and_again_once_appointed_anew() -> None:
    eva = Member("person:eva", "auditor", (), None, date(2026, 1, 1), date(2026, 2, 1))
    assert belonging(replace(VISITED, members=(eva,))).parts == {"person:eva": date(2026, 2, 1)}
    back = replace(eva, released_on=None)
    assert belonging(replace(VISITED, members=(eva, back))).parts == {"person:eva": None}


def test_a_visit_is_never_shown_to_the_client_as_such() -> None:
    visit = Visit(id="visit:v-1", seq=1, client="client:c-1", assignments=("assignment:a-1", "assignment:a-2"))
    assert not belonging(visit).told


@pytest.mark.parametrize(
    "annulled",
    [Person(id="person:p-1", seq=2), Certification(id="certification:c-1", seq=2), Assignment(id="assignment:a")],
)
def test_what_was_annulled_belongs_nowhere(annulled: Dossier) -> None:
    assert belonging(annulled) == Belonging(told=False)
