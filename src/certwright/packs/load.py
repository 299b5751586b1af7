"""From the text of a pack to the pack: read the YAML, find the kind, validate, and say every fault with its line."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from certwright.packs import plain_yaml
from certwright.packs.model import KINDS
from certwright.packs.model.base import Pack, Path
from certwright.packs.problem import PackProblem, PackRefused


def read_pack(text: str) -> Pack:
    """The pack that ``text`` holds, as the model of its kind.

    Raises :class:`PackRefused` with everything that is wrong with the text; never anything else.
    """
    return validated(plain_yaml.read(text))


def validated(document: plain_yaml.Document) -> Pack:
    """The pack that a document holds. Raises :class:`PackRefused` with everything that is wrong with it."""
    model = _model(document)
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        name = _name(document.value)
        raise PackRefused(_problem(document, found, name) for found in _told_once(error)) from error


def digest(text: str) -> str:
    """``sha256:`` and the hexadecimal SHA-256 of the text's UTF-8 bytes, exactly as they stand."""
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _model(document: plain_yaml.Document) -> type[Pack]:
    value = document.value
    if not isinstance(value, dict):
        raise PackRefused(
            [
                PackProblem(
                    "not-a-pack",
                    "The text is not a mapping of fields to values",
                    "Begin with 'pack:', 'kind:', 'edition:'.",
                    1,
                    1,
                )
            ]
        )
    kind = value.get("kind")
    if isinstance(kind, str) and kind in KINDS:
        return KINDS[kind]
    place = document.place(("kind",))
    says = "The pack does not say its kind" if kind is None else f"There is no kind of pack called '{kind}'"
    raise PackRefused(
        [
            PackProblem(
                "unknown-kind",
                says,
                f"The kinds are: {', '.join(sorted(KINDS))}.",
                place.line,
                place.column,
                ("kind",),
                _name(value),
            )
        ]
    )


def _name(value: Mapping[str, Any]) -> str | None:
    """Pack and edition, as far as a faulty text says them."""
    parts = [part for part in (value.get("pack"), value.get("edition")) if isinstance(part, str)]
    return " ".join(parts) or None


def _told_once(error: ValidationError) -> Iterator[Mapping[str, Any]]:
    """Pydantic's errors, each fault once.

    A union tells a fault several times, and a list whose entries are all faulty is also called too short.
    """
    found: list[Mapping[str, Any]] = list(error.errors(include_url=False))
    at = {entry["loc"][:depth] for entry in found for depth in range(len(entry["loc"]))}
    seen = set()
    for entry in found:
        told = (entry["loc"], entry["msg"])
        if told not in seen and not (entry["type"] == "too_short" and entry["loc"] in at):
            seen.add(told)
            yield entry


def _problem(document: plain_yaml.Document, found: Mapping[str, Any], name: str | None) -> PackProblem:
    path: Path = found["loc"]
    place = document.place(path)
    code, says, remedy = _SORTS.get(found["type"], _OTHER)
    told = says.format_map(found["ctx"]) if "{" in says else says or found["msg"].removeprefix("Value error, ")
    return PackProblem(code, told, remedy, place.line, place.column, path, name)


_OTHER = ("wrong-value", "", "Compare it with the schema of this kind of pack.")
_SORTS = {
    "missing": ("missing-field", "The field is missing", "Add it; where the schema allows, 'null' leaves it open."),
    "extra_forbidden": ("unknown-field", "There is no such field", "Remove it, or correct its spelling."),
    "string_type": ("not-text", "Text is needed here", "Put the value in quotes: 9.10 without quotes is a number."),
    "string_pattern_mismatch": ("wrong-form", "The text has not the form {pattern}", "Use that form."),
    "enum": ("unknown-word", "One of {expected} is needed here", "Use one of these words."),
    "literal_error": ("unknown-word", "One of {expected} is needed here", "Use one of these words."),
    "too_short": ("too-few", "At least {min_length} is needed here, and there are {actual_length}", "Add one."),
}
"""Pydantic's type of error → our code, which never changes, our sentence, and what to do about it."""
