"""The reference pages of acts and rules agree with the acts and rules."""

from pathlib import Path

import pytest

from write_reference import pages

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", ["acts.md", "rules.md"])
def test_the_page_is_what_the_models_say(name: str) -> None:
    written = (REFERENCE / name).read_text(encoding="utf-8")
    assert written == pages()[name], "Write it anew: python scripts/write_reference.py"
