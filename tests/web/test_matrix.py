"""The clause matrix as pages: every clause with its anchor, the standards in use, both side by side."""

import re
from pathlib import Path

import pytest

from building import Building, building, found_body
from certwright.packs.both_standards import STANDARDS, clauses_of
from certwright.web.matrix.shown import anchor
from signing_in import signed_in
from small_body import ANNA

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(tmp_path: Path) -> Building:
    here = building(tmp_path)
    found_body(here)
    return here


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_clause_stands_where_other_pages_link_to(body: Building, standard: str) -> None:
    page = signed_in(ANNA).get(f"/matrix/{standard}/").content.decode()
    missing = [
        clause.id for clause in clauses_of(STANDARDS[standard]).clauses if f'id="{anchor(clause.id)}"' not in page
    ]
    assert missing == []
    assert "decision.independent-of-evaluation" in page
    assert "How evaluation is separated from decision" in page


def test_the_first_standard_in_use_is_shown_first(body: Building) -> None:
    answer = signed_in(ANNA).get("/matrix/")
    assert answer.status_code == 302
    assert re.fullmatch(r"/matrix/(17065|17021-1)/", answer.headers["Location"])


def test_both_standards_side_by_side(body: Building) -> None:
    page = signed_in(ANNA).get("/matrix/side-by-side/").content.decode()
    assert page.count("<tr id=") == 78


def test_there_is_no_matrix_of_another_standard(body: Building) -> None:
    assert signed_in(ANNA).get("/matrix/9001/").status_code == 404
