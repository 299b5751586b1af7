"""The registry of kinds follows from the models."""

from typing import Literal

import pytest

from certwright.packs import model
from certwright.packs.model import KINDS
from certwright.packs.model.base import Pack


def test_a_kind_is_named_by_its_model() -> None:
    assert {"clauses", "side-by-side"} <= KINDS.keys()
    assert all(issubclass(found, Pack) and found.__doc__ for found in KINDS.values())


def test_kinds_stand_in_alphabetical_order() -> None:
    names = [found.__name__ for found in model._MODELS]
    assert names == sorted(names)


def test_two_models_never_share_a_kind() -> None:
    assert len(KINDS) == len(model._MODELS)


class Twofold(Pack):
    """A model of two kinds, which there must not be."""

    kind: Literal["one", "other"]


@pytest.mark.parametrize("faulty", [Pack, Twofold])
def test_a_model_without_one_kind_is_a_mistake(faulty: type[Pack]) -> None:
    with pytest.raises(TypeError, match="must be a Literal of one word"):
        model._kind_of(faulty)
