"""What the files are called that a page shows."""

from collections.abc import Iterable, Mapping

from certwright.answers.facts.sheet import File, Value, every_value
from certwright.drafts.file_names import names_of

FILE = "sha256:"
"""What the id of a file begins with."""


def files_in(values: Iterable[Value]) -> tuple[File, ...]:
    """Every file among ``values``, those inside others included."""
    return tuple(piece for value in values for piece in every_value(value) if isinstance(piece, File))


def files_called(values: Iterable[Value]) -> Mapping[str, str]:
    """By digest: what each file among ``values`` was called when it was handed in. Asks nothing if there is none."""
    files = files_in(values)
    found = names_of((one.dossier for one in files), (one.digest for one in files))
    wanted = {(one.dossier, one.digest) for one in files}
    return {digest: named.name for (dossier, digest), named in found.items() if (dossier, digest) in wanted}
