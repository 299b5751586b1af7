"""Switching rules as stories, and against a second reading that looks back over the whole history each time."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.acceptance.aql import AqlRequest, plan_by_aql, plan_from_letter
from certwright.core.reckoning.acceptance.limiting_quality import LqRequest, plan_by_limiting_quality
from certwright.core.reckoning.acceptance.plan import Counting, Plan
from certwright.core.reckoning.acceptance.series import (
    ActionAgreed,
    Event,
    LotInspected,
    NormalReinstated,
    ReductionAgreed,
    SeriesState,
    Submission,
    Turn,
)
from certwright.core.reckoning.acceptance.switching import reduction_earned, tighter_acceptance_number, turns
from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.core.reckoning.say import Language, sentence
from certwright.core.reckoning.say.sampling_en import SAMPLING_EN
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.model.limiting_quality import LqPlans
from certwright.packs.model.switching_rules import Discontinuation

NORMAL, TIGHTENED, REDUCED = Severity
AGREED = ReductionAgreed("minutes 7")
SETTLED = {"reduced-plans-compared": True}


def plan(scheme: AqlScheme, severity: Severity | None, aql: str = "0.65") -> Plan:
    request = AqlRequest(lot_size=5000, level="II", aql=aql, severity=severity or TIGHTENED)
    return plan_by_aql(scheme, request, SETTLED)


def lots(scheme: AqlScheme, story: str, start: SeriesState | None = None, aql: str = "0.65") -> list[Turn]:
    """Inspect lot after lot by whatever is due: ``a`` accepted, ``r`` not accepted, ``g`` in the gap of reduced plans,
    ``R`` reduction agreed, ``N`` normal reinstated, ``C`` corrective action agreed."""
    done: list[Turn] = []
    state = start or SeriesState()
    for letter in story:
        due = plan(scheme, state.severity, aql)
        events: dict[str, Event] = {
            "a": LotInspected(f"lot {len(done)}", due, 0),
            "g": LotInspected(f"lot {len(done)}", due, due.ac + 1),
            "r": LotInspected(f"lot {len(done)}", due, due.re),
            "R": AGREED,
            "N": NormalReinstated("delay"),
            "C": ActionAgreed("letter"),
        }
        done += turns(scheme, [events[letter]], state)
        state = done[-1].after
    return done


def severities(done: Sequence[Turn]) -> str:
    return "".join(turn.after.severity.value[0] if turn.after.severity else "x" for turn in done)


def says(done: Sequence[Turn]) -> list[str]:
    return [turn.step.says.removeprefix("switching.") for turn in done]


@pytest.mark.parametrize(
    ("story", "after"),
    [
        ("rr", "nt"),  # 2 of 2
        ("raaar", "nnnnt"),  # 2 of 5
        ("raaaar", "nnnnnn"),  # 2 of 6: the first has left the window
        ("aaarar", "nnnnnt"),
    ],
)
def test_normal_to_tightened(z14: AqlScheme, iso: AqlScheme, story: str, after: str) -> None:
    assert severities(lots(z14, story)) == severities(lots(iso, story)) == after


@pytest.mark.parametrize(
    ("story", "after"),
    [
        ("rraaaaa", "nttttt" + "n"),
        ("rraaaaraaaaa", "nt" + "ttttt" + "tttt" + "n"),  # the run begins anew after a lot that was not accepted
        ("rraaaaar", "nttttt" + "n" + "n"),  # back on normal the window is empty again
    ],
)
def test_tightened_to_normal(z14: AqlScheme, iso: AqlScheme, story: str, after: str) -> None:
    assert severities(lots(z14, story)) == severities(lots(iso, story)) == after


@pytest.mark.parametrize(
    ("story", "after"),
    [
        ("rrrrrrr", "nt" + "tttt" + "x"),  # five not accepted on tightened
        ("rr" + "arararar", "nt" + "tttttttt"),  # four
        ("rr" + "ararararar", "nt" + "ttttttttt" + "x"),  # five, not in a row
        (
            "rr" + "rrrr" + "aaaaa" + "rr" + "rrrr",
            "nt" + "tttt" + "ttttn" + "nt" + "tttt",
        ),  # the count ends with the stay
    ],
)
def test_discontinuation(z14: AqlScheme, iso: AqlScheme, story: str, after: str) -> None:
    assert severities(lots(z14, story)) == severities(lots(iso, story)) == after


def test_while_discontinued_nothing_is_accepted_until_action_is_agreed(iso: AqlScheme) -> None:
    """R-87: then tightened inspection begins anew."""
    done = lots(iso, "rrrrrrr" + "aaaaaa" + "R" + "N" + "C" + "aaaaa")
    assert says(done)[6] == "discontinued"
    assert set(says(done)[7:13]) == {"lot-while-discontinued"}
    assert says(done)[13:16] == ["reduction-not-earned", "not-on-reduced", "resumed"]
    assert done[15].after == SeriesState(TIGHTENED)
    assert severities(done[15:]) == "tttttn"


def test_older_documents_stop_after_ten_lots_on_tightened(z14: AqlScheme) -> None:
    rules = z14.switching
    ten = Discontinuation(not_accepted=None, lots=10, source=rules.discontinuation.source)
    older = z14.model_copy(update={"switching": rules.model_copy(update={"discontinuation": ten})})
    assert severities(lots(older, "rr" + "rrrrr" + "aaaar")) == "nt" + "ttttttttt" + "x"
    assert severities(lots(older, "rr" + "rrrrr" + "aaaaa")) == "nt" + "ttttttttt" + "n"  # the fifth in a row is sooner


def test_ten_lots_under_z14(z14: AqlScheme) -> None:
    assert severities(lots(z14, "a" * 9 + "R" + "a" + "R")) == "n" * 11 + "r"
    assert says(lots(z14, "a" * 9 + "R"))[-1] == "reduction-not-earned"
    assert severities(lots(z14, "r" + "a" * 9 + "R" + "aR")) == "n" * 12 + "r"


def test_nothing_is_reduced_unless_somebody_wants_it(z14: AqlScheme) -> None:
    done = lots(z14, "a" * 30)
    assert severities(done) == "n" * 30
    assert reduction_earned(z14, done[-1].after)


@pytest.mark.parametrize(("story", "after"), [("r", "n"), ("g", "n"), ("N", "n"), ("a", "r"), ("aaaaar", "rrrrrn")])
def test_reduced_to_normal_under_z14(z14: AqlScheme, story: str, after: str) -> None:
    assert severities(lots(z14, story, SeriesState(REDUCED))) == after


def test_a_lot_in_the_gap_is_accepted_all_the_same(z14: AqlScheme) -> None:
    (turn,) = lots(z14, "g", SeriesState(REDUCED))
    assert turn.step.says == "switching.to-normal"
    assert turn.after == SeriesState()


def test_normal_reduced_normal_under_iso(iso: AqlScheme) -> None:
    done = lots(iso, "a" * 10 + "R" + "a" * 4 + "r", aql="0.65")
    assert severities(done) == "n" * 10 + "rrrrr" + "n"


def test_acceptance_13_normal_tightened_discontinued_and_normal_reduced_normal(z14: AqlScheme, iso: AqlScheme) -> None:
    """Both standards discontinue alike; ISO reduces on a score, Z1.4 after ten lots; each comes back in its own way."""
    for scheme in (iso, z14):
        assert severities(lots(scheme, "rr" + "rrrrr")) == "nt" + "tttt" + "x"
        assert severities(lots(scheme, "a" * 10 + "R" + "aa" + "r")) == "n" * 10 + "rrr" + "n"
    assert says(lots(iso, "a" * 9 + "R"))[-1] == says(lots(z14, "a" * 9 + "R"))[-1] == "reduction-not-earned"
    (in_the_gap,) = lots(z14, "g", SeriesState(REDUCED))
    assert in_the_gap.after == SeriesState(NORMAL)


def test_score_with_small_acceptance_numbers(iso: AqlScheme) -> None:
    """Ac 1 (AQL 0.25): two for each accepted lot, zero after one that was not; thirty after fifteen."""
    assert plan(iso, NORMAL, "0.25").ac == 1
    assert [turn.after.score for turn in lots(iso, "aaraa", aql="0.25")] == [2, 4, 0, 2, 4]
    assert not reduction_earned(iso, lots(iso, "a" * 14, aql="0.25")[-1].after)
    assert reduction_earned(iso, lots(iso, "a" * 15, aql="0.25")[-1].after)


def test_score_with_larger_acceptance_numbers(iso: AqlScheme) -> None:
    """Ac 3 (AQL 0.65), Ac 2 one AQL tighter: three if the lot would have passed there too, else zero."""
    due = plan(iso, NORMAL)
    assert (due.ac, tighter_acceptance_number(iso, due)) == (3, 2)
    found = turns(iso, [LotInspected("lot", due, counted) for counted in (0, 1, 2, 3, 2)])
    assert [turn.after.score for turn in found] == [3, 6, 9, 0, 3]
    assert [turn.after.in_a_row for turn in found] == [1, 2, 3, 4, 5]


def test_the_score_ends_with_normal_inspection(iso: AqlScheme) -> None:
    done = lots(iso, "aaarr" + "aaaaa" + "a")
    assert [turn.after.score for turn in done] == [3, 6, 9, 0, 0, 0, 0, 0, 0, 0, 3]


def test_z14_has_no_score(z14: AqlScheme) -> None:
    assert {turn.after.score for turn in lots(z14, "a" * 12)} == {0}


def test_every_plan_with_two_or_more_has_a_tighter_one(iso: AqlScheme) -> None:
    """The score needs it: same letter, one AQL to the left, wherever Ac is two or more."""
    table = iso.tables[NORMAL]
    seen = 0
    for letter, aql in product(table.letters, iso.aql_series):
        request = AqlRequest(lot_size=1_000_000, level="II", aql=aql, counting=Counting.NONCONFORMITIES)
        due = plan_from_letter(iso, request, letter, Trail(), {})
        if due.ac >= 2:
            tighter = tighter_acceptance_number(iso, due)
            assert tighter is not None
            assert tighter < due.ac
            seen += 1
    assert seen > 200


def test_resubmitted_lots_never_count(iso: AqlScheme) -> None:
    due = plan(iso, NORMAL)
    again = LotInspected("lot 1", due, due.re, Submission.RESUBMITTED)
    found = turns(iso, [again, again, again])
    assert {turn.after for turn in found} == {SeriesState()}
    assert {turn.step.says for turn in found} == {"switching.resubmitted"}


def test_acceptance_under_another_severity_earns_nothing(iso: AqlScheme) -> None:
    soft = LotInspected("lot", plan(iso, NORMAL), 0)
    (turn,) = turns(iso, [soft], SeriesState(TIGHTENED, in_a_row=4))
    assert (turn.step.says, turn.after) == ("switching.accepted-under-other-severity", turn.before)
    (turn,) = turns(iso, [replace(soft, counted=4)], SeriesState(TIGHTENED, not_accepted=4))
    assert (turn.step.says, turn.after.severity) == ("switching.discontinued", None)


def test_a_late_result_is_put_in_its_place(iso: AqlScheme) -> None:
    """R-85: the fold is run again, and later lots that were inspected too softly show."""
    due = plan(iso, NORMAL)
    first, *others = [LotInspected("1", due, due.re), LotInspected("3", due, 0), LotInspected("4", due, 0)]
    late = LotInspected("2", due, due.re)
    assert severities(turns(iso, [first, *others])) == "nnn"
    assert says(turns(iso, [first, late, *others])) == [
        "stays",
        "to-tightened",
        "accepted-under-other-severity",
        "accepted-under-other-severity",
    ]


def test_action_and_reinstatement_out_of_place_change_nothing(iso: AqlScheme) -> None:
    assert says(lots(iso, "CN")) == ["not-discontinued", "not-on-reduced"]


def test_one_series_at_a_time(iso: AqlScheme, z14: AqlScheme, lq_1985: LqPlans) -> None:
    first = LotInspected("1", plan(iso, NORMAL), 0)
    isolated = plan_by_limiting_quality(lq_1985, LqRequest(lot_size=5000, limiting_quality="5.0"))
    other_class = plan_by_aql(iso, AqlRequest(lot_size=5000, level="II", aql="0.65", nonconformity_class="minor"))
    for other in (plan(iso, NORMAL, "1.0"), plan(z14, NORMAL), isolated, other_class):
        with pytest.raises(CannotReckon) as refused:
            turns(iso, [first, LotInspected("2", other, 0)])
        assert refused.value.says == "acceptance-sampling.another-series"


def test_each_turn_cites_its_rule(iso: AqlScheme) -> None:
    done = lots(iso, "rr" + "rrrrr" + "C" + "aaaaa")
    cited = {turn.step.says: turn.step.source.clause for turn in done}
    assert cited == {
        "switching.stays": "9.3.2",
        "switching.to-tightened": "9.3.1",
        "switching.discontinued": "9.4",
        "switching.resumed": "9.4",
        "switching.to-normal": "9.3.2",
    }
    assert done[1].step.inputs["about"] == "lot 1"


@pytest.mark.parametrize("language", Language)
def test_every_turn_can_be_told(z14: AqlScheme, language: Language) -> None:
    due = plan(z14, NORMAL)
    done = (
        lots(z14, "rr" + "rrrrr" + "aRNC" + "aaaaa" + "a" * 10 + "RNCNR")
        + list(turns(z14, [LotInspected("again", due, 0, Submission.RESUBMITTED)]))
        + list(turns(z14, [LotInspected("soft", due, 0)], SeriesState(TIGHTENED)))
    )
    assert {turn.step.says for turn in done} == {says for says in SAMPLING_EN if says.startswith("switching.")}
    for turn in done:
        about = turn.event.lot if isinstance(turn.event, LotInspected) else turn.event.reference
        assert sentence(turn.step, language).startswith(f"{about}: ")


def looking_back(story: str, score_threshold: int | None) -> str:
    """Severity after each event, told by a reader who looks at the whole history since the last switch.

    ``score_threshold`` 10 means 30 points of 3 each (every accepted lot of these stories earns 3); ``None``: Z1.4.
    """
    severity, since, told = "n", "", ""
    for letter in story:
        if severity == "x":
            severity, since = ("t", "") if letter == "C" else ("x", "")
        elif letter == "R":
            clean = len(since) - len(since.rstrip("a"))
            earned = severity == "n" and clean >= (score_threshold or 10)
            severity, since = ("r", "") if earned else (severity, since)
        elif letter == "N":
            severity, since = ("n", "") if severity == "r" else (severity, since)
        elif letter in "ar":
            since += letter
            if severity == "n" and since[-5:].count("r") >= 2:
                severity, since = "t", ""
            elif severity == "t" and since.endswith("aaaaa"):
                severity, since = "n", ""
            elif severity == "t" and since.count("r") >= 5:
                severity, since = "x", ""
            elif severity == "r" and letter == "r":
                severity, since = "n", ""
        told += severity
    return told


stories = st.lists(st.sampled_from("aaaaaaaaarrRNC"), max_size=60).map("".join)


@given(stories)
def test_fold_and_looking_back_agree(z14: AqlScheme, iso: AqlScheme, story: str) -> None:
    assert severities(lots(z14, story)) == looking_back(story, None)
    assert severities(lots(iso, story)) == looking_back(story, 10)


@given(stories, st.integers(0, 60))
def test_a_fold_can_be_taken_up_anywhere(iso: AqlScheme, story: str, cut: int) -> None:
    events = [turn.event for turn in lots(iso, story)]
    first = turns(iso, events[:cut])
    state = first[-1].after if first else SeriesState()
    assert first + turns(iso, events[cut:], state) == turns(iso, events)
