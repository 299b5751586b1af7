"""JSON Schema 2020-12 of every kind of pack, made from the models, for editors and for other programs."""

import json
from typing import Any

from certwright.packs.model import KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema that a pack of that kind follows. Raises ``KeyError`` for a kind that does not exist.

    It says what a schema can say; dates in order, references and vocabularies are left to ``packs check``.
    """
    return {"$schema": DIALECT, "$id": f"urn:certwright:pack:{kind}", **KINDS[kind].model_json_schema()}


def schema_text(kind: str) -> str:
    """The same as the text of a file, ending with a line break."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"
