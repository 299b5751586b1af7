"""Modules of one idea: most of them under 150 lines, none over 400, and functions that fit on a screen."""

import ast
from statistics import median

from architecture.source import modules, shown, tree

LONGEST_MODULE = 400
MEDIAN_MODULE = 150
LONGEST_FUNCTION = 40


def _lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_longer_than_400_lines():
    long = {shown(path): lines for path in modules() if (lines := _lines(path)) > LONGEST_MODULE}
    assert not long, f"Longer than {LONGEST_MODULE} lines: {long}. Which second idea do they hold?"


def test_most_modules_are_short():
    assert median(_lines(path) for path in modules()) < MEDIAN_MODULE


def test_no_function_is_longer_than_40_lines():
    long = {
        f"{shown(path)}:{node.lineno} {node.name}": length
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (length := _length(node)) > LONGEST_FUNCTION
    }
    assert not long, f"Longer than {LONGEST_FUNCTION} lines: {long}"


def _length(function):
    """Lines of the body without the docstring: explaining is not punished."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return function.end_lineno - body[0].lineno + 1 if body else 0
