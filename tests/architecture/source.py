"""The source of the program as the tests of this folder look at it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "src" / "certwright"


def modules(*rooms: str) -> Iterator[Path]:
    """Every module of the given rooms (none given: of all), migrations excepted: Django writes those."""
    for folder in [PACKAGE / room for room in rooms] or [PACKAGE]:
        yield from (path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)


def shown(path: Path) -> str:
    """The path as a reader of the checkout knows it."""
    return path.relative_to(CHECKOUT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=shown(path))


def imported(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything a module imports; ``from a import b`` gives ``a.b``."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def called(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything a module reads or calls, aliases of imports resolved."""
    names = _names(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, ast.Load):
            dotted = _dotted(node)
            if dotted:
                first, _, rest = dotted.partition(".")
                yield node.lineno, ".".join(filter(None, (names.get(first, first), rest)))


def _names(module: ast.Module) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            for name in node.names:
                full = name.name if name.asname else name.name.partition(".")[0]
                found[name.asname or full] = full
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {name.asname or name.name: f"{node.module}.{name.name}" for name in node.names}
    return found


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = _dotted(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return ""
