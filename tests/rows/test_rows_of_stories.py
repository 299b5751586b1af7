"""Whole stories, recorded act by act through the one door: the rows kept meanwhile are the rows made anew."""

from pathlib import Path
from typing import Any

import pytest

from certwright.cli.story_file import read_story
from certwright.cli.story_playing import Player
from certwright.journal.attachments import Folder
from certwright.rows.deriving import TABLES
from certwright.rows.models import (
    AppointmentRow,
    AssignmentRow,
    AttestationRow,
    CertificationRow,
    DecisionRow,
    FindingRow,
    MatterRow,
    PieceRow,
    ReviewRow,
)
from certwright.rows.rebuilding import check, rebuild

pytestmark = pytest.mark.django_db

STORIES = Path(__file__).parents[1] / "stories"


def play(name: str, folder: Path) -> None:
    for _ in Player(Folder(folder), "default").play(read_story(STORIES / f"{name}.yaml")):
        pass


def everything() -> dict[str, list[Any]]:
    return {
        table.__name__: sorted(table._default_manager.values_list(*[f.name for f in table._meta.fields][1:]), key=repr)
        for table in TABLES
    }


@pytest.mark.parametrize("path", sorted(STORIES.glob("*.yaml")), ids=lambda path: path.stem)
def test_rows_kept_while_a_story_goes_on_are_the_rows_made_anew(path: Path, tmp_path: Path) -> None:
    play(path.stem, tmp_path)
    assert check() == ()


def test_all_rows_of_a_long_story_are_made_again_from_nothing(tmp_path: Path) -> None:
    play("iso-9001-complaint-and-appeal", tmp_path)
    before = everything()
    for table in TABLES:
        table._default_manager.all().delete()
    assert rebuild() == sum(map(len, before.values()))
    assert everything() == before


def test_a_product_certification_can_be_read_from_its_rows(tmp_path: Path) -> None:
    play("helmets-2-withdrawn", tmp_path)
    spans = CertificationRow.objects.order_by("from_day")
    found = spans[0]
    assert found.number
    assert found.granted_on is not None
    assert found.withdrawn_from is not None
    assert {span.dossier for span in spans} == {found.dossier}
    assert (spans[0].standing, spans[len(spans) - 1].standing) == ("none", "withdrawn")
    kinds = list(DecisionRow.objects.order_by("decided_on").values_list("kind", flat=True))
    assert (kinds[0], kinds[-1]) == ("grant", "withdraw")
    assert AttestationRow.objects.filter(number=found.number, valid_from=found.granted_on).exists()
    assert not ReviewRow.objects.filter(decided_on=None).exists()
    assert set(AppointmentRow.objects.values_list("dossier", flat=True)) <= set(
        AssignmentRow.objects.values_list("dossier", flat=True)
    )


def test_a_finding_is_settled_and_its_piece_too(tmp_path: Path) -> None:
    play("iso-9001-1-granted", tmp_path)
    assert FindingRow.objects.exists()
    assert not FindingRow.objects.filter(settled_on=None).exists()
    assert not PieceRow.objects.filter(purpose="initial", settled_on=None).exists()


def test_a_matter_s_row_tells_how_far_it_has_come_and_not_whom_it_came_from(tmp_path: Path) -> None:
    play("iso-9001-complaint-and-appeal", tmp_path)
    assert set(MatterRow.objects.values_list("kind", flat=True)) == {"complaint", "appeal"}
    for matter in MatterRow.objects.all():
        assert matter.decided_on is not None
        assert matter.handler.startswith("person:")
    assert not {"who", "contact", "origin"} & {field.name for field in MatterRow._meta.get_fields()}
