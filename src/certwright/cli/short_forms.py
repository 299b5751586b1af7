"""Short forms in which people write acts: ids without the kind that the field tells anyway."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel

from certwright.core.acts.act import words_of


def written_out(model: type[BaseModel], fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an act with its ids in full: where only a person can stand, ``eva`` means ``person:eva``.

    What cannot be understood is left as it is, for the act's own form to complain about.
    """
    described = model.model_fields
    return {
        name: _written_out(described[name].annotation, list(described[name].metadata), value)
        if name in described
        else value
        for name, value in fields.items()
    }


def _written_out(annotation: Any, metadata: list[Any], value: Any) -> Any:
    if isinstance(value, list):
        return [_written_out(annotation, metadata, item) for item in value]
    if isinstance(value, dict):
        part = next((kind for kind in _kinds(annotation)), None)
        return written_out(part, value) if part else value
    kinds = {word.dossier for word in words_of(metadata, annotation) if not word.prefix}
    if isinstance(value, str) and ":" not in value and len(kinds) == 1 and (kind := kinds.pop()) not in (None, "*"):
        return f"{kind}:{value}"
    return value


def _kinds(annotation: Any) -> list[type[BaseModel]]:
    """The parts an annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for argument in get_args(annotation) for found in _kinds(argument)]
