"""What holds of every rule: it cites, it speaks, it is told apart, and a change of meaning is noticed."""

import ast
import inspect
import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

import certwright
from certwright.core.judge import catalogue, catalogue_digest
from certwright.core.rules import RULES, THEMES, Rule
from certwright.core.sentences import SENTENCES
from certwright.packs import shipped
from certwright.packs.model.clauses import ClausePack

SOURCE = Path(certwright.__file__).parent
LEDGER = Path(__file__).with_name("ledger.json")
EVERY_RULE = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)


def source_of(rule: Rule) -> str:
    """A digest of what the rule does, blind to layout and comments."""
    tree = ast.parse(inspect.cleandoc("\n" + inspect.getsource(rule.judging)))
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    function.decorator_list = []
    return sha256(ast.dump(function).encode()).hexdigest()[:16]


def ledger() -> dict[str, list[int | str]]:
    """Version and source of each rule, by id."""
    return {rule.id: [rule.version, source_of(rule)] for rule in sorted(RULES.values(), key=lambda rule: rule.id)}


@EVERY_RULE
def test_a_rule_cites_clauses_that_exist(rule: Rule) -> None:
    known = {
        f"{number}:{pack.edition} {clause.id}"
        for pack in shipped.library().of_kind(ClausePack)
        for number in [pack.pack.removeprefix("iso-iec-")]
        for clause in pack.clauses
    }
    assert rule.asks
    assert [clause for clause in rule.asks if clause not in known] == []


@EVERY_RULE
def test_a_rule_says_its_demand_and_stands_in_its_theme(rule: Rule) -> None:
    assert rule.says.endswith(".")
    assert rule.judging.__module__ == f"certwright.core.rules.{rule.theme}"


def test_every_theme_is_asked_and_every_module_is_a_theme() -> None:
    modules = {path.stem for path in (SOURCE / "core" / "rules").glob("*.py")} - {"__init__", "rule"}
    assert modules == {theme.__name__.rpartition(".")[2] for theme in THEMES}
    assert modules == {rule.theme for rule in RULES.values()}


def test_every_refusal_has_a_sentence_and_every_sentence_a_refusal() -> None:
    used = set()
    for path in SOURCE.rglob("*.py"):
        used.update(re.findall(r'refusal\(\s*"([a-z0-9-]+)"', path.read_text()))
    assert used | {"attachment-missing", "attachment-altered"} == set(SENTENCES)


def test_sentences_are_filled_by_the_evidence_their_refusals_carry() -> None:
    for path in SOURCE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text())):
            if not (isinstance(call, ast.Call) and getattr(call.func, "id", "") == "refusal"):
                continue
            if not (call.args and isinstance(call.args[0], ast.Constant)):
                continue
            sentence = SENTENCES[str(call.args[0].value)]
            needed = set(re.findall(r"{(\w+)}", sentence.says + sentence.remedy))
            assert needed <= {keyword.arg for keyword in call.keywords}, call.args[0].value


def test_a_rule_that_changed_got_a_new_version_and_says_what_changed() -> None:
    """``ledger.json`` holds each rule's version and source. Running this file renews it, right after a line was
    added to the rule's ``changes`` and to the changelog, or if the rule was in no release yet."""
    assert json.loads(LEDGER.read_text()) == ledger(), "a rule changed: add to its changes=, then renew the ledger"


def test_the_catalogue_names_every_rule_with_version_force_and_clauses() -> None:
    read = json.loads(catalogue())
    assert read.keys() == RULES.keys()
    assert all({"version", "force", "asks"} == set(item) for item in read.values())
    assert catalogue_digest() == "sha256:" + sha256(catalogue().encode()).hexdigest()


if __name__ == "__main__":
    LEDGER.write_text(json.dumps(ledger(), indent=1) + "\n")
