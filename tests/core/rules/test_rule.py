"""What becomes of a function that is declared to be a rule."""

from collections.abc import Iterator
from typing import get_type_hints

import pytest

from certwright.core.acts import ACTS
from certwright.core.acts.act import Act
from certwright.core.acts.client import RegisterClient
from certwright.core.acts.decision import Decide, Review
from certwright.core.dossiers import Certification, Dossier
from certwright.core.known import Known
from certwright.core.rules import RULES, Refusal, Rule
from certwright.core.rules.rule import HARD, RECORD, refusal, rule


@pytest.fixture(autouse=True)
def _nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is declared here is forgotten afterwards."""
    for name in ("demand.one", "demand.two"):
        monkeypatch.setitem(RULES, name, None)
        monkeypatch.delitem(RULES, name)


def whole(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """The demand in one line.

    And what else there is to say.
    """
    yield refusal("decider-evaluated", person=known.proposal.actor)


def silent(known: Known) -> Iterator[Refusal]:
    yield refusal("decider-evaluated", person=known.proposal.actor)


def either(act: Review | Decide) -> Iterator[Refusal]:
    """Either of two acts."""
    yield from ()


def any_act(act: Act, dossier: Dossier) -> Iterator[Refusal]:
    """Every act."""
    yield from ()


def test_a_declared_rule_holds_all_that_was_said_of_it() -> None:
    declare = rule("demand.one", asks=("17065:2012 7.6.2",), force=HARD, answers=("R-11",), changes=("One.", "Two."))
    assert declare(whole) is whole
    assert RULES["demand.one"] == Rule(
        id="demand.one",
        asks=("17065:2012 7.6.2",),
        force=HARD,
        answers=("R-11",),
        version=3,
        changes=("One.", "Two."),
        says="The demand in one line.",
        acts=frozenset({Decide}),
        kind=Certification,
        takes=("act", "dossier", "known"),
        judging=whole,
    )
    assert (RULES["demand.one"].theme, RULES["demand.one"].needs_act) == ("demand", True)


def test_a_rule_that_never_changed_has_version_1_and_one_without_a_dossier_judges_in_all_kinds() -> None:
    rule("demand.one", asks=(), force=RECORD, of=(RegisterClient,))(silent)
    found = RULES["demand.one"]
    assert (found.version, found.changes, found.answers, found.says) == (1, (), (), "")
    assert (found.acts, found.kind, found.takes, found.needs_act) == (
        frozenset({RegisterClient}),
        Dossier,
        ("known",),
        False,
    )


def test_the_acts_are_those_of_the_parameter() -> None:
    rule("demand.one", asks=(), force=RECORD)(either)
    assert RULES["demand.one"].acts == {Review, Decide}
    rule("demand.two", asks=(), force=RECORD)(any_act)
    assert RULES["demand.two"].acts == set(ACTS.values())
    assert get_type_hints(any_act)["dossier"] is RULES["demand.two"].kind


def test_acts_that_are_named_go_before_the_parameters() -> None:
    rule("demand.one", asks=(), force=RECORD, of=(Decide,))(either)
    assert RULES["demand.one"].acts == {Decide}


def test_an_id_is_given_once_and_a_rule_judges_some_act() -> None:
    with pytest.raises(ValueError, match=r"^demand\.one: declared twice, or of no act$"):
        rule("demand.one", asks=(), force=RECORD)(silent)
    rule("demand.one", asks=(), force=RECORD)(either)
    with pytest.raises(ValueError, match=r"^demand\.one: declared twice"):
        rule("demand.one", asks=(), force=RECORD)(either)
    assert "demand.two" not in RULES
