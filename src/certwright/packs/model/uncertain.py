"""Where a pack leaves a value open, and where it says *none* on purpose. Silence is neither."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import StringConstraints

from certwright.packs.model.base import Pack, PackModel, Path, Prose


class Uncertain(PackModel):
    """Stands for a value that the body sets on adoption, by its name in the pack's list of uncertain values."""

    uncertain: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$")]


class NoneBecause(PackModel):
    """An explicit *none*, with its reason: a valid choice, whereas silence blocks release."""

    none_because: Prose


def uses_of_uncertain(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every place in ``value`` (a model, tuple or mapping) that points to an uncertain value: path and name."""
    if isinstance(value, Uncertain):
        yield path, value.uncertain
    elif isinstance(value, PackModel):
        for field in type(value).model_fields:
            yield from uses_of_uncertain(getattr(value, field), (*path, field))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from uses_of_uncertain(item, (*path, at))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from uses_of_uncertain(item, (*path, key))


def undeclared(pack: Pack) -> tuple[str, ...]:
    """Names that the pack points to without declaring them under ``uncertain``, in order."""
    declared = {value.name for value in pack.uncertain}
    return tuple(sorted({name for _, name in uses_of_uncertain(pack)} - declared))
