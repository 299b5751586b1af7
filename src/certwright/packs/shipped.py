"""The packs that come with the program, read from the package itself and only when asked for.

Shipping a pack puts nothing in force: a body adopts it, which stores its text by digest.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from certwright.packs.library import Library, volume


@cache
def texts() -> Mapping[str, str]:
    """Name of the file within the package, ``accreditation/side-by-side.yaml`` → its exact text."""
    return MappingProxyType(
        {name: found.read_bytes().decode() for name, found in _yaml_files(files("certwright.packs"), "")}
    )


@cache
def library() -> Library:
    """All shipped packs. Raises :class:`~.problem.PackRefused` if one of them is faulty (a test sees to it)."""
    return Library(volume(text, name) for name, text in texts().items())


def _yaml_files(folder: Traversable, inside: str) -> Iterator[tuple[str, Traversable]]:
    for found in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{inside}{found.name}"
        if found.is_dir():
            yield from _yaml_files(found, f"{name}/")
        elif found.name.endswith(".yaml"):
            yield name, found
