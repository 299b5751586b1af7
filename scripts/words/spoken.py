"""The texts that pages say without writing them themselves: what core calls its words, fields, acts and refusals.

``core`` knows no framework and marks nothing. What it says is English, and found here by looking at it.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel

from certwright.answers import words as vocabulary
from certwright.core.acts import ACTS
from certwright.core.acts.act import Act, words_of
from certwright.core.acts.problems import OWN_SENTENCES
from certwright.core.sentences import SENTENCES
from certwright.web.acting.wording import acts as acts_called
from certwright.web.acting.wording import fields as fields_called
from words.message import Key, Message, Place

_LETTERS = re.compile(r"[a-z]{2,}", re.IGNORECASE)
_SAYS_WORDS = ("core", "packs/model")
"""Rooms whose enumerations and literals are words that pages show."""
_LISTS = ("agreement_duties", "application_checks", "enquiry_words", "report_items")
"""Modules of core that list questions, duties and items by a code: the texts are what pages show."""
_EVIDENCE = "tests/core/rules/words.yaml"
"""The words that rules put into evidence themselves; a test holds the list complete."""


class Spoken:
    """Looks at one checkout."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._source = root / "src/certwright"

    def messages(self) -> Iterator[Message]:
        """Everything core says, with the place that says it."""
        written = self._written()
        for text in self._texts():
            yield Message(Key(text), written.get(text, Place("src/certwright/core", 1)))
        yield from self._words()
        yield from self._lists()
        yield from self._evidence()
        yield from self._fields()

    def _texts(self) -> Iterator[str]:
        for sentence in SENTENCES.values():
            yield from filter(None, (sentence.says, sentence.remedy))
        for name, act in ACTS.items():
            yield act.spec.says
            if name not in acts_called.ACTS:
                yield _capital(name.partition(".")[2].replace("-", " "))
        for model in _models():
            for field in model.model_fields.values():
                yield from (word.error for word in words_of(list(field.metadata), field.annotation))
                if isinstance(field.default, str) and " " in field.default:
                    yield field.default
        yield from OWN_SENTENCES.values()

    def _fields(self) -> Iterator[Message]:
        for model in _models():
            # A part is told by the names of its fields, an act by what forms call them.
            called = fields_called.LABELS if issubclass(model, Act) else ()
            for name in model.model_fields:
                if name not in called:
                    yield Message(Key(_capital(name.replace("_", " "))), self._place_of(model, name))

    def _place_of(self, model: type[BaseModel], name: str) -> Place:
        file = self._root / "src" / (model.__module__.replace(".", "/") + ".py")
        if not file.exists():
            file = self._root / "src" / model.__module__.replace(".", "/") / "__init__.py"
        lines = file.read_text(encoding="utf-8").splitlines()
        line = next((at for at, text in enumerate(lines, 1) if text.strip().startswith(f"{name}:")), 1)
        return Place(file.relative_to(self._root).as_posix(), line)

    def _words(self) -> Iterator[Message]:
        """The words of enumerations and literals, as :func:`certwright.answers.words.said` says them."""
        for room in _SAYS_WORDS:
            for file in sorted((self._source / room).rglob("*.py")):
                for node in _choices(ast.parse(file.read_text(encoding="utf-8"))):
                    word = str(node.value)
                    if word not in vocabulary.SAID and _LETTERS.search(word):
                        place = Place(file.relative_to(self._root).as_posix(), node.lineno)
                        yield Message(Key(word.replace("-", " ")), place)

    def _lists(self) -> Iterator[Message]:
        for name in _LISTS:
            file = self._source / f"core/{name}.py"
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                for value in node.values if isinstance(node, ast.Dict) else ():
                    if isinstance(value, ast.Constant) and isinstance(value.value, str) and " " in value.value:
                        yield Message(Key(value.value), Place(file.relative_to(self._root).as_posix(), value.lineno))

    def _evidence(self) -> Iterator[Message]:
        said = yaml.safe_load((self._root / _EVIDENCE).read_text(encoding="utf-8"))
        words = {word for references in said.values() for listed in references.values() for word in listed}
        for word in sorted(words - vocabulary.SAID.keys()):
            if _LETTERS.search(word):
                yield Message(Key(word.replace("-", " ")), Place(_EVIDENCE, 1))

    def _written(self) -> Mapping[str, Place]:
        """Where each text of core is written."""
        found: dict[str, Place] = {}
        for file in sorted((self._source / "core").rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.setdefault(node.value, Place(file.relative_to(self._root).as_posix(), node.lineno))
        return found


def _models() -> Iterator[type[BaseModel]]:
    """Every act and every part of one."""
    seen: set[type[BaseModel]] = set()
    waiting: list[type[BaseModel]] = list(ACTS.values())
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            yield model
            waiting += [part for field in model.model_fields.values() for part in _parts(field.annotation)]


def _parts(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _parts(argument)


def _choices(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        holds: list[ast.expr] = []
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
            holds = [node.slice]
        elif isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(base) for base in node.bases):
            holds = [line.value for line in node.body if isinstance(line, ast.Assign)]
        for held in holds:
            yield from (one for one in ast.walk(held) if isinstance(one, ast.Constant) and isinstance(one.value, str))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
