"""Samples: T7 and R-89; what was wrong with a sample shows when it is examined."""

from datetime import date, timedelta
from typing import Any

import pytest

from assignment_cases import (
    ADAM,
    BEFORE,
    CASE,
    EVA,
    FIRST,
    LAST,
    OLAF,
    SENT,
    WORK,
    appoint,
    assignment,
    breached,
    carry_out,
    dated,
    judged,
    refused,
    results,
    skilled,
)
from certification_cases import opening
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from certwright.core.reckoning.draw import draw
from small_body import NOTHING, act

SAMPLE = "sample:s-1"
Found = tuple[list[tuple[str, str]], list[tuple[str, str]]]


def drawing(**changes: Any) -> Act:
    fields = {
        "certification": CASE,
        "assignment": WORK,
        "product": "h1",
        "drawer": "body",
        "drawn_by": EVA,
        "drawn_on": SENT.isoformat(),
        "place": "Store of the works",
        "origin": "factory",
        "size": 14,
        "plan": "Type specimens as the scheme says.",
        "seals": ["A 17"],
    }
    return act("sample.draw", **{**fields, **changes})


def found(said: Act, about: Dossier | str = SAMPLE, **given: Any) -> Found:
    """Refusals and breaches of a sample's act; the assignment is a test of helmets that Eva leads."""
    beside = (assignment("test"), *given.pop("beside", ()))
    judgement = judged(said, about, "test", beside=beside, **given)
    return refused(judgement, "sampling"), breached(judgement, "sampling")


def test_T7_a_sample_drawn_by_the_bodys_sampler() -> None:
    assert found(drawing()) == (NOTHING, NOTHING)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"product": "h2"}, "product-not-certified"),
        ({"drawn_by": ADAM}, "not-on-the-team"),
        ({"drawn_by": None}, "sampler-not-named"),
        ({"lot_size": 13}, "sample-larger-than-lot"),
        ({"lot_size": 14}, None),
    ],
)
def test_T7_what_a_sample_belongs_to(changes: dict[str, Any], says: str | None) -> None:
    expected = [("sampling.belongs-to-its-assignment", says)] if says else NOTHING
    assert found(drawing(**changes))[0] == expected


def test_T7_a_sample_is_of_its_assignments_certification() -> None:
    other = dated("certification:other", [(opening("safety-helmets", "iso-iec-17065", "product"), BEFORE)])
    assert found(drawing(certification="certification:other", product="h1"), beside=(other,))[0] == [
        ("sampling.belongs-to-its-assignment", "named-otherwise")
    ]


WHO = "sampling.drawn-by-whom-the-scheme-says"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"drawer": "body"}, None),
        ({"drawer": "client", "drawn_by": None}, "drawn-by-another"),
        ({"drawer": "laboratory", "drawn_by": None}, "drawn-by-another"),
        ({"drawer": "client", "drawn_by": None, "sampling": "type-specimens"}, "drawn-by-another"),
        ({"drawer": "client", "drawn_by": None, "sampling": "own-lot-release"}, None),
        ({"sampling": "own-lot-release"}, None),
        ({"sampling": "nothing"}, "sampling-plan-unknown"),
    ],
)
def test_R89_the_client_draws_only_where_the_scheme_says_so(changes: dict[str, Any], says: str | None) -> None:
    """The helmet scheme leaves the release of lots to the maker, and nothing else."""
    assert found(drawing(**changes)) == (NOTHING, [(WHO, says)] if says else NOTHING)


@pytest.mark.parametrize(
    ("role", "appointed", "fits"),
    [
        ("sampler", SENT, True),
        ("sampler", SENT + timedelta(days=1), False),
        ("evaluator", BEFORE, True),
        ("observer", BEFORE, False),
    ],
)
def test_T7_the_sampler_was_appointed_by_then(role: str, appointed: date, fits: bool) -> None:
    team = assignment("test", (appoint(ADAM, role), appointed))
    judgement = judged(drawing(drawn_by=ADAM), SAMPLE, "test", beside=(team, skilled(ADAM, "evaluation")))
    expected = NOTHING if fits else [("sampling.sampler-was-appointed", "no-sampler-then")]
    assert (refused(judgement, "sampling"), breached(judgement, "sampling")) == (NOTHING, expected)


def test_T7_it_is_recorded_that_somebody_drew_who_was_only_present() -> None:
    team = assignment("test", (carry_out(present=[EVA, OLAF]), LAST))
    judgement = judged(drawing(drawn_by=OLAF), SAMPLE, "test", beside=(team,))
    assert refused(judgement, "sampling") == NOTHING
    assert breached(judgement, "sampling") == [("sampling.sampler-was-appointed", "no-sampler-then")]


def test_R89_the_sampler_is_not_of_the_client() -> None:
    for basis, expected in (
        ("contract", NOTHING),
        ("client", [("sampling.sampler-was-appointed", "sampler-of-the-client")]),
    ):
        assert found(drawing(), beside=(skilled(EVA, "evaluation", basis=basis),)) == (NOTHING, expected)


PLACES = draw(range(1, 501), 14, "lot 2026-07")


@pytest.mark.parametrize("origin", ["lot", "population"])
@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, None),
        ({"places": sorted(PLACES)}, None),
        ({"seed": None}, "draw-not-told"),
        ({"lot_size": None}, "draw-not-told"),
        ({"places": []}, "draw-not-told"),
        ({"seed": "another"}, "draw-gives-other-places"),
        ({"lot_size": 14}, "draw-gives-other-places"),
        ({"lot_size": 14, "places": list(range(1, 15))}, None),
        ({"places": [*PLACES[:-1], PLACES[-1] % 500 + 1]}, "draw-gives-other-places"),
    ],
)
def test_R89_a_random_draw_can_be_repeated(origin: str, changes: dict[str, Any], says: str | None) -> None:
    told = {"origin": origin, "lot_size": 500, "seed": "lot 2026-07", "places": list(PLACES), **changes}
    assert found(drawing(**told)) == (NOTHING, [("sampling.draw-can-be-repeated", says)] if says else NOTHING)


def test_R89_is_a_policy_and_no_matter_for_specimens() -> None:
    assert found(drawing(origin="type-specimen")) == (NOTHING, NOTHING)
    departed = found(drawing(origin="lot", lot_size=500), departs="sampling.draw-can-be-repeated")
    assert departed == (NOTHING, NOTHING)


def over(on: date, condition: str = "seals-whole", **changes: Any) -> Act:
    fields = {"to": ADAM, "handed_on": on.isoformat(), "condition": condition}
    return act("sample.hand-over", **{**fields, **changes})


def disposed(what: str, on: date) -> Act:
    return act("sample.dispose", what=what, on=on.isoformat())


def sample(*more: Act, **changes: Any) -> Dossier:
    return dated(SAMPLE, [(drawing(**changes), SENT), *((each, SENT) for each in more)])


@pytest.mark.parametrize("move", [over, lambda on: disposed("destroyed", on)])
def test_T7_custody_runs_forward(move: Any) -> None:
    back = [("sampling.custody-runs-forward", "custody-goes-back")]
    assert found(move(SENT), sample()) == (NOTHING, NOTHING)
    assert found(move(SENT - timedelta(days=1)), sample()) == (back, NOTHING)
    assert found(move(FIRST), sample(over(FIRST))) == (NOTHING, NOTHING)
    assert found(move(FIRST - timedelta(days=1)), sample(over(FIRST))) == (back, NOTHING)


@pytest.mark.parametrize(("what", "gone"), [("destroyed", True), ("returned", True), ("kept-as-reference", False)])
def test_T7_what_is_gone_is_handed_to_nobody(what: str, gone: bool) -> None:
    expected = [("sampling.custody-runs-forward", "sample-is-gone")] if gone else NOTHING
    assert found(over(LAST), sample(disposed(what, FIRST)))[0] == expected


def test_T7_seals_do_not_mend() -> None:
    assert found(over(LAST), sample(over(FIRST))) == (NOTHING, NOTHING)
    broken = sample(over(FIRST, "seals-broken"))
    assert found(over(LAST), broken)[0] == [("sampling.seals-do-not-mend", "seals-were-broken")]
    assert found(over(LAST, "seals-broken"), broken) == (NOTHING, NOTHING)
    assert found(over(LAST), sample(seals=[]))[0] == [("sampling.seals-do-not-mend", "never-sealed")]
    assert found(over(LAST, "not-sealed"), sample(seals=[])) == (NOTHING, NOTHING)


def examined(*samples: Dossier, **changes: Any) -> list[tuple[str, str]]:
    """The breaches of results of 24 February on the sample."""
    return breached(judged(results(**changes), assignment("test"), "test", beside=samples), "sampling")


def test_T7_a_sample_is_drawn_before_it_is_examined() -> None:
    for drawn, expected in (
        (LAST, NOTHING),
        (LAST + timedelta(days=1), [("sampling.drawn-before-it-was-examined", "examined-before-drawn")]),
    ):
        assert examined(sample(drawn_on=drawn.isoformat())) == expected
    foreign = sample(certification="certification:other")
    assert examined(foreign) == [("sampling.drawn-before-it-was-examined", "sample-of-another")]


@pytest.mark.parametrize(
    ("what", "on", "there"),
    [
        ("destroyed", LAST, True),
        ("destroyed-in-test", LAST, True),
        ("destroyed", FIRST, False),
        ("returned", FIRST, False),
        ("kept-as-reference", FIRST, True),
    ],
)
def test_T7_and_is_still_there(what: str, on: date, there: bool) -> None:
    expected = NOTHING if there else [("sampling.drawn-before-it-was-examined", "sample-is-gone")]
    assert examined(sample(disposed(what, on))) == expected


@pytest.mark.parametrize("condition", ["seals-broken", "damaged"])
def test_T7_a_harmed_sample_speaks_for_nothing(condition: str) -> None:
    harmed = [("sampling.unharmed-when-examined", "sample-harmed")]
    assert examined(sample(over(LAST, condition))) == harmed
    assert examined(sample(over(LAST + timedelta(days=1), condition))) == NOTHING
    assert examined(sample(over(FIRST))) == NOTHING


def test_T7_results_of_drawn_specimens_name_them() -> None:
    line = {"requirement": "shock-crown", "verdict": "met", "value": "4"}
    unnamed = judged(results(line), assignment("test"), "test")
    assert breached(unnamed, "sampling") == [("sampling.results-name-their-sample", "sample-not-named")]
    for said in (
        results({**line, "verdict": "not-applicable", "remark": "No such part."}),
        results(line, taken_over="Report 17 of the laboratory."),
        results({"requirement": "technical-file", "verdict": "met"}),
    ):
        assert breached(judged(said, assignment("test"), "test"), "sampling") == NOTHING


def test_a_sample_that_is_not_on_record_is_not_examined() -> None:
    unknown = judged(results(), assignment("test"), "test")
    assert ("record.named-dossiers-exist", "named-dossier-unknown") in refused(unknown, "record")
    drawn = judged(results(), assignment("test"), "test", beside=(sample(),))
    assert ("record.named-dossiers-exist", "named-dossier-unknown") not in refused(drawn, "record")


def test_whose_hands_it_went_through_is_remembered() -> None:
    passed = sample(over(FIRST), over(LAST, "damaged"))
    assert [(held.holder, held.condition) for held in passed.custody] == [  # type: ignore[attr-defined]
        (EVA, "seals-whole"),
        (ADAM, "seals-whole"),
        (ADAM, "damaged"),
    ]
