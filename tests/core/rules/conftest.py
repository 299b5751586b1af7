"""Whatever a rule has against an act in these tests is looked at, whichever test brought it about.

A refusal has a sentence, and the evidence to fill it with: each reference the sentence speaks of is there and says
something. Words that rules add of their own are those of ``words.yaml``. It asks for somebody else where
``could.yaml`` names a function, and for nobody elsewhere.

And a rule says something or nothing, but breaks at nothing: each is judged again as if nothing else were on record,
as if its own dossier were empty, and both.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier, empty
from certwright.core.known import Known
from certwright.core.rules import Refusal, Rule
from certwright.core.sentences import SENTENCES

COULD: dict[str, dict[str, list[str]]] = yaml.safe_load(Path(__file__).with_name("could.yaml").read_text())
WORDS: dict[str, dict[str, list[str]]] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text())
NOTHING_SAID = re.compile(r"|.*(\bNone\b|[\[\]{}<>]).*", re.DOTALL)
"""Evidence that would make no sentence: nothing, or what Python shows of a value that was never put into words."""
REFERENCE = re.compile(r".*[:\d].*")
"""Ids, days and numbers: what acts and dossiers hold."""


def mistakes(rule: Rule, refusal: Refusal) -> Iterator[str]:
    """What is wrong with a refusal itself."""
    sentence = SENTENCES[refusal.says]
    for name in sorted(set(re.findall(r"{(\w+)}", sentence.says + sentence.remedy)) - refusal.evidence.keys()):
        yield f"the sentence speaks of {name}, the evidence does not"
    for name, value in refusal.evidence.items():
        if NOTHING_SAID.fullmatch(value):
            yield f"{name} says {value!r}"
        words = WORDS.get(refusal.says, {}).get(name)
        if words and not REFERENCE.fullmatch(value) and not set(value.split(", ")) <= set(words):
            yield f"{name} says {value!r}, where words.yaml has {words}"
    asked = refusal.could.function.value if refusal.could else None
    expected: list[str] | list[None] = COULD.get(rule.id, {}).get(refusal.says, [None])
    if asked not in expected:
        yield f"asks for {asked}, where could.yaml has {expected}"


@pytest.fixture(autouse=True)
def _every_refusal_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Rule.judge

    def judge(rule: Rule, act: Act | None, dossier: Dossier, known: Known) -> Iterator[Refusal]:
        for refusal in plain(rule, act, dossier, known):
            found = [*mistakes(rule, refusal)]
            assert not found, f"{rule.id}, {refusal.says}: {found}"
            yield refusal
        nothing, bare = empty(dossier.id), Known(known.proposal, known.today)
        for about, seen in ((dossier, bare), (nothing, bare), (nothing, known)):
            list(plain(rule, act, about, seen))

    monkeypatch.setattr(Rule, "judge", judge)
