"""Where the vectors of others stand, and how they are read."""

import json
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parent / "vectors"


def vector(name: str) -> Any:
    """The JSON of a vector file."""
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


def keys(name: str) -> list[str]:
    """The names of the vectors in a joined file."""
    return sorted(vector(name))
