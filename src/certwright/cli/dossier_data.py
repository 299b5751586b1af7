"""What a dossier says, as plain data for programs and as lines for people, whatever its kind."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from pydantic import BaseModel

from certwright.answers.saying import Names, called, is_dossier
from certwright.cli.layout import paragraph
from certwright.core.dossiers import Dossier

_OF_THE_CHAIN = frozenset(field.name for field in fields(Dossier))


def said(dossier: Dossier) -> Mapping[str, Any]:
    """What the dossier says beyond its chain, by field, as plain values."""
    return {field.name: plain(getattr(dossier, field.name)) for field in fields(dossier) if _is_said(field.name)}


def _is_said(name: str) -> bool:
    return name not in _OF_THE_CHAIN and not name.startswith("_")


def plain(value: Any) -> Any:
    """A value of a dossier as JSON has it."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, frozenset | set):
        return sorted((plain(item) for item in value), key=repr)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def dossiers_in(value: Any) -> Iterator[str]:
    """The ids of dossiers that plain data names."""
    if isinstance(value, str) and is_dossier(value):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from dossiers_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from dossiers_in(item)


def lines(name: str, value: Any, known: Names, indent: str = "  ") -> Iterator[str]:
    """One field as lines. What says nothing (none, an empty list) is left out."""
    label = name.replace("_", " ")
    if isinstance(value, Mapping):
        if value:
            yield f"{indent}{label}:"
        for key, item in value.items():
            yield from lines(key, item, known, indent + "  ")
    elif isinstance(value, list) and any(isinstance(item, Mapping | list) for item in value):
        yield f"{indent}{label}:"
        for item in value:
            yield paragraph(_shown(item, known), indent + "    ", indent + "  - ")
    elif value not in (None, "", []):
        yield f"{indent}{label}: {_shown(value, known)}"


def _shown(value: Any, known: Names) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        said = {key: item for key, item in value.items() if item not in (None, "", [])}
        return ", ".join(f"{key.replace('_', ' ')}: {_shown(item, known)}" for key, item in said.items())
    if isinstance(value, list):
        return ", ".join(_shown(item, known) for item in value)
    return called(value, known) if isinstance(value, str) else str(value)
