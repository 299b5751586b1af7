"""Writes the page of settings from the definition of each: ``python -m certwright.config.settings_page``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from certwright.config.environment import FROM_FILES, Environment, variable

HEAD = """\
# Settings

Every setting is an environment variable. An empty variable counts as not set; a variable that begins with
`CERTWRIGHT_` and is no setting stops the program, so that a misspelt one is noticed. Written from
`src/certwright/config/environment.py`.

A setting that holds a secret ({secrets}) may stand in a file instead: `CERTWRIGHT_SECRET_KEY_FILE` and so on hold its
path. So no secret stands in a unit, a compose file or the environment of a process.
"""

PRODUCTION = """\

## What production asks for

With `CERTWRIGHT_MODE=production` the program does not start until `CERTWRIGHT_SECRET_KEY`, `CERTWRIGHT_DATA`,
`CERTWRIGHT_HOSTS` and `CERTWRIGHT_ROOT_KEY` are given, the secret is not the published one, and the root key is not
that of a demonstration. It names every fault at once, with what would lift it.
"""


def page() -> str:
    """The page as Markdown."""
    secrets = ", ".join(f"`{variable(name)}`" for name in sorted(FROM_FILES))
    return HEAD.replace("{secrets}", secrets) + "".join(_entries()) + PRODUCTION


def _entries() -> Iterator[str]:
    for name, field in Environment.model_fields.items():
        yield f"\n## `{variable(name)}`\n\n{field.description}\n\n"
        yield f"- Values: {_values(field)}\n- Default: {_default(field.default)}\n"


def _values(field: FieldInfo) -> str:
    annotation: Any = field.annotation
    if get_origin(annotation) is Literal:
        return ", ".join(f"`{choice}`" for choice in get_args(annotation))
    if annotation in (Path, Path | None):
        return "a path"
    if annotation is int:
        low, high = (next(getattr(rule, end) for rule in field.metadata if hasattr(rule, end)) for end in ("ge", "le"))
        return f"a whole number from {low} to {high:,}"
    return "names, separated by commas" if get_origin(annotation) is tuple else "text"


def _default(default: object) -> str:
    if isinstance(default, SecretStr):
        return "a published key, refused in production" if default.get_secret_value() else "empty"
    if isinstance(default, tuple):
        return f"`{','.join(default)}`"
    return "empty" if default in ("", None) else f"`{default}`"


if __name__ == "__main__":
    print(page(), end="")
