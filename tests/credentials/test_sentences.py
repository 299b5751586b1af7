"""Every flaw has a sentence that its evidence fills, and no sentence waits for a flaw that nobody raises."""

import ast
from collections.abc import Iterator
from string import Formatter

from architecture.source import modules, shown, tree
from certwright.core.dossiers.certification import Standing
from certwright.credentials.flaws import flaw
from certwright.credentials.sentences import SENTENCES, in_words, remedy
from certwright.credentials.verify.status_steps import _ENDED

BY_NAME = {"_once": 1}
"""Functions that are handed the id of a sentence, and at which place."""


def raised() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Where a flaw is made, its id and the names of its evidence."""
    for path in modules("credentials"):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            at = 0 if node.func.id in {"flaw", "Flawed"} else BY_NAME.get(node.func.id)
            says = None if at is None else node.args[at]
            if isinstance(says, ast.Constant):
                names = frozenset(word.arg for word in node.keywords if word.arg)
                yield (
                    f"{shown(path)}:{node.lineno}",
                    str(says.value),
                    names or frozenset({"key"} if at else ()),
                )


STANDINGS = {f"register-{standing.value}" for standing in _ENDED}


def test_every_flaw_has_a_sentence_and_every_sentence_a_flaw() -> None:
    assert {says for _, says, _ in raised()} | STANDINGS == set(SENTENCES)


def test_evidence_fills_the_sentences() -> None:
    wrong = [
        f"{where}: {says} lacks {sorted(missing)}"
        for where, says, given in raised()
        if (missing := _placeholders(says) - given)
    ]
    assert wrong == []


def _placeholders(says: str) -> frozenset[str]:
    sentence = SENTENCES[says]
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence.says + sentence.remedy) if name)


def test_a_flaw_is_put_into_words() -> None:
    found = flaw("superseded", version=1, by=2)
    assert in_words(found) == "This is version 1; version 2 replaced it."
    assert remedy(found) == "Ask the holder for version 2."


def test_every_standing_but_valid_says_something() -> None:
    assert set(Standing) - set(_ENDED) == {Standing.VALID}
