"""Controlled documents (corrections, 8)."""

from typing import Any

import pytest

from certwright.core.acts.act import Act
from certwright.core.dossiers import ControlledDocument, Dossier
from certwright.core.entry import Deviation
from small_body import BEN, CARA, NOTHING, TODAY, TOMORROW, YESTERDAY, act, dossier, founded, judged, person, said

MANUAL = "document:manual"


def registered(*answers: str, kind: str = "manual") -> Act:
    return act("document.register", document_title="Manual", kind=kind, answers=answers)


def released(version: str = "1", first: Any = TODAY) -> Act:
    return act("document.release", version=version, from_day=first.isoformat(), what_changed="Everything.")


def withdrawn() -> Act:
    return act("document.withdraw", last_day=TODAY.isoformat(), reason="Another one replaces it")


def says(one: Act, about: Dossier, **how: Any) -> list[tuple[str, str]]:
    return said(judged(one, about, by=CARA, **how))


@pytest.mark.parametrize(
    ("said_act", "refusals"),
    [
        (registered("17065:2012 8.2.1", "17021-1:2015 10.2.2"), 0),
        (registered("17065:2012", "17021-1:2015 10.2.2"), 1),
        (registered("17065:2012", "17021-1:2015"), 2),
        (registered("17065:2012"), 0),
        (registered("17065:2012", "17021-1:2015", kind="procedure"), 0),
    ],
)
def test_S10_one_manual_for_both_standards_identifies_each_clause(said_act: Act, refusals: int) -> None:
    rule = "document.one-manual-identifies-each-clause"
    assert says(said_act, dossier(MANUAL)) == [(rule, "manual-without-clauses")] * refusals
    gathered = {**founded(), BEN: person(BEN, "quality-management")}
    approved = Deviation(rule, "The mapping follows in March", BEN)
    assert says(said_act, dossier(MANUAL), gathered=gathered, deviations=(approved,)) == NOTHING


def test_an_answered_clause_names_standard_and_edition() -> None:
    registered("17065:2012 4.1.2.2 a", "17021-1:2015 9.4.8.2 j", "17065:2012")
    for wrong in ("8.2.1", "9001:2015 8.1", "17065 8.2.1", "17065:2012 eight"):
        with pytest.raises(ValueError, match="String should match"):
            registered(wrong)


def test_a_version_holds_from_its_release_and_has_a_name_of_its_own() -> None:
    manual = dossier(MANUAL, registered("17065:2012 8.2.1"), released("1", YESTERDAY))
    assert says(released("2"), manual) == NOTHING
    assert says(released("2", YESTERDAY), manual) == [
        ("document.released-before-it-holds", "version-in-force-before-release")
    ]
    assert says(released("1"), manual) == [("document.version-is-new", "version-name-taken")]


def test_a_withdrawn_document_stays_so() -> None:
    gone = dossier(MANUAL, registered("17065:2012 8.2.1"), released("1", YESTERDAY), withdrawn())
    for one in (released("2"), withdrawn()):
        assert says(one, gone) == [("document.withdrawn-stays-withdrawn", "document-withdrawn")]
    assert isinstance(gone, ControlledDocument)
    assert [gone.version_on(day) for day in (YESTERDAY, TODAY, TOMORROW)] == ["1", "1", None]
