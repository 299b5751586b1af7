"""Rules no standard has, for what only such a rule can show. They are gone after the test."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from certwright.core import judge
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from certwright.core.rules.rule import RULES, Force, Refusal, Rule, refusal


def invented(rule_id: str, force: Force, act: type[Act]) -> Rule:
    """A rule that always objects to one kind of act; what it says is ``overtaken``, with who objects."""

    def objecting() -> Iterator[Refusal]:
        yield refusal("overtaken", by=rule_id)

    return Rule(rule_id, ("17065:2012 4.1.1",), force, (), 1, (), "Not this.", frozenset({act}), Dossier, (), objecting)


@contextmanager
def in_force(rule: Rule) -> Iterator[None]:
    """The rule is in the catalogue as long as this lasts."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(RULES, rule.id, rule)
        patched.setattr(judge, "_rules_for", {})
        _forget()
        try:
            yield
        finally:
            _forget()


def _forget() -> None:
    judge.catalogue.cache_clear()
    judge.catalogue_digest.cache_clear()
