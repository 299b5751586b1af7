"""The shipped time limits as a body would have adopted them: with the values that the packs suggest."""

from collections.abc import Callable

import pytest

from certwright.core.reckoning.limits import Limits
from certwright.packs.adoption import settled
from certwright.packs.model.time_limits import TimeLimitPack
from certwright.packs.shipped import library

Adopt = Callable[[dict[str, str]], Limits]


def _adopted(pack: str, edition: str, values: dict[str, str]) -> Limits:
    found = library().get(pack, edition).pack
    assert isinstance(found, TimeLimitPack)
    suggested = {value.name: value.suggested or "" for value in found.uncertain}
    return Limits(found, settled(found, suggested | values))


@pytest.fixture(scope="session")
def adopt_17021() -> Adopt:
    """Limits of ISO/IEC 17021-1 with values set otherwise: ``adopt_17021({"last-day-of-cycle": "anniversary"})``."""

    def adopt(values: dict[str, str]) -> Limits:
        return _adopted("iso-iec-17021-1-time-limits", "2015", values)

    return adopt


@pytest.fixture(scope="session")
def ms(adopt_17021: Adopt) -> Limits:
    """Limits of ISO/IEC 17021-1:2015 for management systems, as suggested."""
    return adopt_17021({})


@pytest.fixture(scope="session")
def pr() -> Limits:
    """Limits of ISO/IEC 17065:2012 for products, processes and services."""
    return _adopted("iso-iec-17065-time-limits", "2012", {})
