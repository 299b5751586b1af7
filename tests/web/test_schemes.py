"""The scheme reader: every text that is shipped can be read, adopted or not."""

from pathlib import Path

import pytest

from building import building, found_body
from certwright.packs.library import Volume
from certwright.packs.shipped import library
from signing_in import signed_in
from small_body import BEN

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _body(tmp_path: Path) -> None:
    found_body(building(tmp_path))


@pytest.mark.parametrize("one", list(library()), ids=lambda one: one.name)
def test_every_shipped_text_can_be_read(one: Volume) -> None:
    pack = one.pack
    browser = signed_in(BEN)
    response = browser.get(f"/schemes/{pack.pack}/{pack.edition}/")
    assert response.status_code == 200
    page = response.content.decode()
    assert "Sources" in page
    assert "Not adopted in this edition" in page
    for value in pack.uncertain:
        assert f'id="value-{value.name}"' in page
    text = browser.get(f"/schemes/{pack.pack}/{pack.edition}/text/")
    assert text.content.decode() == one.text
    assert text["Content-Type"].startswith("text/plain")


def test_a_text_nobody_has_is_not_found() -> None:
    assert signed_in(BEN).get("/schemes/iso-9001/1987/").status_code == 404
