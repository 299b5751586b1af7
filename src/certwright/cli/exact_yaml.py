"""YAML and JSON files with exact numbers: 5.3 is read as the decimal 5.3, never as the nearest binary fraction."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from certwright.cli.outcome import BadInput, Problem


class _ExactLoader(yaml.SafeLoader):
    """Plain values only, and decimals instead of floats."""


def _decimal(loader: _ExactLoader, node: yaml.ScalarNode) -> Decimal:
    text = str(loader.construct_scalar(node)).replace("_", "")
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise yaml.constructor.ConstructorError(None, None, f"{text} is not a number", node.start_mark)
    return number


_ExactLoader.add_constructor("tag:yaml.org,2002:float", _decimal)


def read_exactly(path: Path) -> Any:
    """What the file holds, as plain values. Raises BadInput for a file that cannot be opened or is not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_ExactLoader)
    except OSError as error:
        says = f"The file cannot be read: {error.strerror}."
        raise BadInput(Problem(says, "Name a file that can be read.", str(path))) from error
    except UnicodeDecodeError as error:
        raise BadInput(Problem("The text is not UTF-8.", "Save it as UTF-8.", str(path))) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        says = f"The text is not YAML: {getattr(error, 'problem', None) or 'it cannot be read'}."
        raise BadInput(Problem(says, "Correct it.", str(path), mark.line + 1 if mark else None)) from error
