"""Every shipped pack is read, and all of them hold together."""

from datetime import date
from importlib.resources import files

import pytest

from certwright.core.vocabulary import REGISTRY
from certwright.packs import shipped
from certwright.packs.check import check_texts
from certwright.packs.library import UnknownPack, Volume, volume


def test_all_shipped_packs_hold_together() -> None:
    assert [str(problem) for problem in check_texts(shipped.texts(), REGISTRY)] == []


def test_every_yaml_file_of_the_package_is_a_shipped_pack() -> None:
    folder = files("certwright.packs")
    found = {
        f"{room.name}/{file.name}"
        for room in folder.iterdir()
        if room.is_dir()
        for file in room.iterdir()
        if file.name.endswith((".yaml", ".yml"))
    }
    assert set(shipped.texts()) == found
    assert {name.partition("/")[0] for name in found} <= {"accreditation", "management", "product", "tables"}


def test_the_library_keeps_the_exact_text() -> None:
    for one in shipped.library():
        assert one.origin is not None
        assert one == volume(shipped.texts()[one.origin], one.origin)


def test_both_accreditation_standards_are_valid_today() -> None:
    today = date(2026, 11, 23)
    for name, edition in (("iso-iec-17065", "2012"), ("iso-iec-17021-1", "2015")):
        assert [one.pack.edition for one in shipped.library().valid_on(name, today)] == [edition]
    with pytest.raises(UnknownPack):
        shipped.library().get("iso-iec-17065", "1996")


@pytest.mark.parametrize("one", list(shipped.library()), ids=lambda one: one.name)
def test_a_pack_is_the_same_when_it_comes_back_from_json(one: Volume) -> None:
    model = type(one.pack)
    assert model.model_validate_json(one.pack.model_dump_json()) == one.pack
