"""The quick ``replace`` does what the one of the standard library does."""

import dataclasses
from datetime import date

import pytest

from certwright.core.dossiers import KINDS, Person, empty
from certwright.core.dossiers.person_parts import Authorisation
from certwright.core.dossiers.replacing import replace
from certwright.core.functions import Function

DAY = date(2026, 3, 2)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_dossier_is_copied_whole(kind: str) -> None:
    before = empty(f"{kind}:x")
    after = replace(before, seq=7, head="abc")
    assert after == dataclasses.replace(before, seq=7, head="abc")
    assert (before.seq, type(after)) == (0, type(before))


def test_what_is_not_changed_is_the_same_object() -> None:
    held = Authorisation("act-00000001", Function.REVIEW, ("iso-9001",), (), DAY, None)
    person = replace(Person(id="person:x"), authorisations=(held,))
    assert replace(person, basis="contract").authorisations is person.authorisations
    assert replace(held, valid_until=DAY) == dataclasses.replace(held, valid_until=DAY)


def test_the_copy_is_as_frozen_as_the_original() -> None:
    copy = replace(Person(id="person:x"), basis="contract")
    with pytest.raises(dataclasses.FrozenInstanceError):
        copy.basis = "outside"  # type: ignore[misc]
