"""The shipped sampling packs, and the paper they were transcribed from."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from certwright.packs.model.acceptance_sampling import AqlScheme
from certwright.packs.model.limiting_quality import LqPlans
from certwright.packs.shipped import library

PAPER = Path(__file__).resolve().parents[5] / "shared" / "domain" / "iso2859-tables.yaml"


def _scheme(pack: str, edition: str) -> AqlScheme:
    found = library().get(pack, edition).pack
    assert isinstance(found, AqlScheme)
    return found


@pytest.fixture(scope="session")
def iso() -> AqlScheme:
    return _scheme("iso-2859-1-1999", "1999")


@pytest.fixture(scope="session")
def iso_2026() -> AqlScheme:
    return _scheme("iso-2859-1-2026", "2026")


@pytest.fixture(scope="session")
def z14() -> AqlScheme:
    return _scheme("ansi-asq-z1-4", "2003")


@pytest.fixture(scope="session")
def lq_1985() -> LqPlans:
    found = library().get("iso-2859-2-1985", "1985").pack
    assert isinstance(found, LqPlans)
    return found


@pytest.fixture(scope="session")
def lq_2020() -> LqPlans:
    found = library().get("iso-2859-2-2020", "2020").pack
    assert isinstance(found, LqPlans)
    return found


@pytest.fixture(scope="session")
def paper() -> Any:
    if not PAPER.exists():
        pytest.skip(f"the domain paper is not here: {PAPER}")
    return yaml.safe_load(PAPER.read_text(encoding="utf-8"))
