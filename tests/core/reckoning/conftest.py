"""The shipped packs as a rule book, as they stand and with everything uncertain settled."""

from datetime import date

import pytest

from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.adoption import meaning
from certwright.packs.model.base import Pack
from certwright.packs.shipped import library

DAY = date(2026, 11, 23)


def shipped() -> list[Pack]:
    return [volume.pack for volume in library()]


@pytest.fixture(scope="session")
def book() -> RuleBook:
    """The packs valid on a day, nothing settled."""
    return RuleBook.on(DAY, shipped())


@pytest.fixture(scope="session")
def settled_book() -> RuleBook:
    """The same, with every suggestion accepted."""
    settled = {
        pack.pack: {value.name: meaning(value, value.suggested) for value in pack.uncertain if value.suggested}
        for pack in shipped()
    }
    return RuleBook.on(DAY, shipped(), settled=settled)
