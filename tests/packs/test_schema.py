"""Each kind has a JSON Schema, and the reference pages are what the packs and models say today."""

from pathlib import Path

import pytest

from certwright.packs import shipped
from certwright.packs.model import KINDS
from certwright.packs.reference import packs_page, pages
from certwright.packs.schema import DIALECT, schema

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_schema_names_dialect_and_kind_and_allows_nothing_unknown(kind: str) -> None:
    made = schema(kind)
    assert made["$schema"] == DIALECT
    assert made["properties"]["kind"]["const"] == kind
    assert made["additionalProperties"] is False
    assert {"pack", "kind", "edition", "title", "valid_from", "valid_to", "confidence", "sources"} <= set(
        made["required"]
    )


def test_an_unknown_kind_has_no_schema() -> None:
    with pytest.raises(KeyError):
        schema("recipe")


def test_the_reference_pages_are_up_to_date() -> None:
    """If this fails: python scripts/write_pack_reference.py."""
    written = pages(shipped.library())
    assert {name: (REFERENCE / name).read_text(encoding="utf-8") for name in written} == written
    assert {f"packs/{path.name}" for path in (REFERENCE / "packs").iterdir()} == written.keys() - {"packs.md"}


def test_the_page_lists_every_pack_and_every_uncertain_value() -> None:
    page = packs_page(shipped.library())
    for one in shipped.library():
        assert f"| `{one.pack.pack}` | {one.pack.edition} |" in page
        for value in one.pack.uncertain:
            assert f"| `{value.name}` |" in page
