"""Modules of one idea: most of them under 150 lines, none over 400, and functions that fit on a screen."""

import ast
from pathlib import Path
from statistics import median

from architecture.source import modules, shown, tree

LONGEST_MODULE = 400
MEDIAN_MODULE = 150
LONGEST_FUNCTION = 40


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_longer_than_400_lines() -> None:
    long = {shown(path): lines for path in modules() if (lines := _lines(path)) > LONGEST_MODULE}
    assert not long, f"Longer than {LONGEST_MODULE} lines: {long}. Which second idea do they hold?"


def test_most_modules_are_short() -> None:
    assert median(_lines(path) for path in modules()) < MEDIAN_MODULE


def test_no_function_is_longer_than_40_lines() -> None:
    long = {
        f"{shown(path)}:{node.lineno} {node.name}": length
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (length := _length(node)) > LONGEST_FUNCTION
    }
    assert not long, f"Longer than {LONGEST_FUNCTION} lines: {long}"


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body without the docstring: explaining is not punished."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
