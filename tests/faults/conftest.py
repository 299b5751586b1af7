"""A founded body whose transactions are real ones, seen by every connection; how many kills a run makes."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Building


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--kills``: how many random moments the program is killed at."""
    parser.addoption("--kills", type=int, default=20, help="random kills of tests/faults/test_kills.py (20)")


@pytest.fixture
def here(transactional_db: None, tmp_path: Path) -> "Building":
    """Anna, Ben and Cara work for the body; nothing else is on record."""
    from building import building, found_body  # Django is not set up when this file is read

    made = building(tmp_path)
    found_body(made)
    return made
