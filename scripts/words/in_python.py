"""The texts that Python code translates: calls of Django's gettext functions, under whatever name they are imported."""

import ast
from collections.abc import Iterator
from pathlib import Path

from words.message import Key, Message, Place

_TRANSLATION = "django.utils.translation"
_SINGLE = frozenset({"gettext", "gettext_lazy", "gettext_noop"})
_PLURAL = frozenset({"ngettext", "ngettext_lazy"})
_CONTEXT = frozenset({"pgettext", "pgettext_lazy"})


def messages(file: Path, root: Path) -> Iterator[Message]:
    """Every text that ``file`` translates as it is written there."""
    for call, function in _calls(file):
        place = Place(file.relative_to(root).as_posix(), call.lineno)
        texts = [text for argument in call.args if isinstance(text := getattr(argument, "value", None), str)]
        if not isinstance(call.args[0], ast.Constant):
            continue
        if function in _PLURAL:
            yield Message(Key(texts[0]), place, texts[1])
        elif function in _CONTEXT:
            yield Message(Key(texts[1], texts[0]), place)
        else:
            yield Message(Key(texts[0]), place)


def reckoned(file: Path, root: Path) -> Iterator[Place]:
    """Calls that translate a text made elsewhere: :mod:`words.spoken` has to know what they may be given."""
    for call, _function in _calls(file):
        if not isinstance(call.args[0], ast.Constant):
            yield Place(file.relative_to(root).as_posix(), call.lineno)


def _calls(file: Path) -> Iterator[tuple[ast.Call, str]]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {
        name.asname or name.name: name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == _TRANSLATION
        for name in node.names
        if name.name in _SINGLE | _PLURAL | _CONTEXT
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in imported and node.args:
            yield node, imported[node.func.id]
