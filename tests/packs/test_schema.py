"""Each kind has a JSON Schema, and the reference pages are what the packs and models say today."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from certwright.packs import plain_yaml, shipped
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


@pytest.mark.parametrize("name", sorted(shipped.texts()))
def test_a_shipped_pack_follows_its_schema_for_other_programs_too(name: str) -> None:
    """Judged by a validator that is not ours."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    value = as_json(plain_yaml.read(shipped.texts()[name]).value)
    validator = jsonschema.Draft202012Validator(schema(value["kind"]), format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(value)] == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_schema_is_a_schema(kind: str) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    jsonschema.Draft202012Validator.check_schema(schema(kind))


def as_json(value: Any) -> Any:
    """A plain value as a JSON reader would have it."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value
