"""Modules carry nouns and verbs of the field; a drawer for odds and ends has no name here."""

import ast
from pathlib import Path

import pytest

from architecture.source import PACKAGE, modules, shown, tree

DRAWERS = {"utils", "util", "helpers", "helper", "services", "managers", "common", "misc", "stuff", "base_utils"}


def test_no_module_is_a_drawer() -> None:
    drawers = [shown(path) for path in PACKAGE.rglob("*") if path.stem in DRAWERS]
    assert not drawers, f"Name what these hold: {drawers}"


@pytest.mark.parametrize("path", list(modules()), ids=shown)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path)), f"{shown(path)} has no docstring"


def test_no_public_function_takes_a_flag() -> None:
    """A caller's bare ``True`` tells a reader nothing; two functions or a named choice do."""
    flags = [
        f"{shown(path)}:{node.lineno} {node.name}({argument.arg})"
        for path in modules("core", "packs", "credentials", "planning", "journal", "rows", "office", "answers")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        if isinstance(argument.annotation, ast.Name) and argument.annotation.id == "bool"
    ]
    assert not flags, flags
