"""Schemes to spoil: a shipped one, and ways to change it."""

import pytest

from certwright.packs.model.product import ProductScheme
from certwright.packs.shipped import library


def _shipped(name: str) -> ProductScheme:
    found = library().get(name, "1").pack
    assert isinstance(found, ProductScheme)
    return found


@pytest.fixture(scope="session")
def helmets() -> ProductScheme:
    """A complete scheme of type 5 with a product mark."""
    return _shipped("safety-helmets")


@pytest.fixture(scope="session")
def packaging() -> ProductScheme:
    """A complete scheme that grants with accepted plans for requirements on the system."""
    return _shipped("eco-labelled-packaging")


@pytest.fixture(scope="session")
def cosmetics() -> ProductScheme:
    """A complete scheme for a process."""
    return _shipped("gmp-cosmetics")
