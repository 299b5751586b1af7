"""What is wrong with the fields somebody gave for an act, said in the words of the field."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from certwright.core.acts.act import words_of

OWN_SENTENCES = {
    "missing": "This is needed.",
    "extra_forbidden": "This act has no such field.",
    "literal_error": "Choose one of: {expected}.",
    "enum": "Choose one of: {expected}.",
    "too_short": "Give at least {min_length}.",
    "too_long": "Give at most {max_length}.",
}


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field at fault: its path as people write it (``sites[2].country``) and what to do about it.

    ``steps`` is the same path for programs. ``given`` is what stood there (``None``: nothing), and ``text_wanted`` says
    that it was no text where text is wanted.
    """

    path: str
    says: str
    steps: tuple[int | str, ...] = ()
    given: object = None
    text_wanted: bool = False


def field_problems(error: ValidationError, model: type[BaseModel] | None) -> list[FieldProblem]:
    """Every fault pydantic found, in the words of the fields of ``model`` (``None``: in pydantic's own).

    A list whose entries are all faulty is told once, by its entries; pydantic would call it too short as well.
    """
    faults = error.errors()
    around = {found["loc"][:depth] for found in faults for depth in range(len(found["loc"]))}
    return [
        _problem(dict(found), model)
        for found in faults
        if not (found["type"] == "too_short" and found["loc"] in around)
    ]


def _problem(found: dict[str, Any], model: type[BaseModel] | None) -> FieldProblem:
    return FieldProblem(
        path=_written(found["loc"]),
        says=_says(found, model),
        steps=found["loc"],
        given=None if found["type"] == "missing" else found["input"],
        text_wanted=found["type"] == "string_type",
    )


def _written(location: tuple[int | str, ...]) -> str:
    text = ""
    for step in location:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else step)
    return text


def _says(found: dict[str, Any], model: type[BaseModel] | None) -> str:
    own = OWN_SENTENCES.get(found["type"])
    if own is not None:
        return own.format_map(found.get("ctx", {}))
    field = _field(model, found["loc"])
    words = list(words_of(field.metadata, field.annotation)) if field else []
    return words[0].error if words else str(found["msg"])


def _field(model: type[BaseModel] | None, location: tuple[int | str, ...]) -> FieldInfo | None:
    field: FieldInfo | None = None
    for step in location:
        found = _called(model, step) if model is not None else None
        if found is not None:
            field, model = found, _nested(found.annotation)
    return field


def _called(model: type[BaseModel], step: int | str) -> FieldInfo | None:
    """The field of ``model`` that is written as ``step``: by its alias, if it has one."""
    return next((field for name, field in model.model_fields.items() if step == (field.alias or name)), None)


def _nested(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if (found := _nested(argument)) is not None:
            return found
    return None
