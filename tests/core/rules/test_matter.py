"""Complaints, appeals, misuse (R-26, R-27, R-53, R-64, R-78; SD05, SD06; TR25; T28, T32; corrections, 6 and 21)."""

from datetime import date
from typing import Any

import pytest

import certification_cases as cases
import small_body
from certification_cases import CASE, CLIENT, DORA, EVA, PAUL, RITA
from certwright.core.acts.act import Act
from certwright.core.dossiers import BODY, Certification, Dossier, Matter, fold
from certwright.core.dossiers.certification import Standing
from certwright.core.entry import Deviation
from certwright.core.judge import Judgement
from people_cases import PACKS, PRODUCT, SYSTEM, someone, tie
from small_body import ANNA, BEN, CARA, NOTHING, TODAY, TOMORROW, act, dossier, judged, said

MATTER, AUDIT = "matter:m-1", "assignment:audit"
HANA, OLGA = "person:hana", "person:olga"
HANDLES = ("complaints-and-appeals",)
HELD = date(2026, 2, 2)
DECISION = "act-c-1-004"
"""The grant in the certification these matters are about."""


def certification(standard: str) -> Dossier:
    """A certification Paul planned, Rita reviewed and Dora granted on Eva's work."""
    pack, kind = PACKS[standard], "product" if standard == PRODUCT else "management-system"
    reviewed = act(
        "certification.review",
        pack=pack,
        reviewer=RITA,
        recommendation="grant",
        rests_on=[AUDIT],
        answers=[{"question": "all", "answer": "yes"}],
    )
    granted = act(
        "certification.decide",
        pack=pack,
        kind="grant",
        deciders=[DORA],
        application=cases.APPLICATION,
        client=CLIENT,
        rests_on=[AUDIT],
        reasons="Every requirement is met.",
        last_day="2027-03-01",
    )
    planned = cases.plan(pack, (AUDIT, "stage-2" if standard == SYSTEM else "test"))
    said_by = [(cases.opening(pack, standard, kind), ANNA), (planned, PAUL), (reviewed, RITA), (granted, DORA)]
    entries = [small_body.entry(CASE, seq, one, actor=actor) for seq, (one, actor) in enumerate(said_by, 1)]
    return fold(CASE, entries)


def gathered(standard: str, **changes: Dossier) -> dict[str, Dossier]:
    """What there is to see: the certification, its audit, its client, and people to handle and decide."""
    kind = "stage-2" if standard == SYSTEM else "test"
    return {
        **cases.people(),
        CASE: certification(standard),
        AUDIT: cases.assignment(AUDIT, PACKS[standard], standard, kind, HELD),
        CLIENT: dossier(CLIENT, act("client.register", **small_body.CLIENT)),
        HANA: someone(HANA, HANDLES),
        OLGA: someone(OLGA, HANDLES, basis="outside"),
        **changes,
    }


def receipt(kind: str = "complaint", standard: str = PRODUCT, **changes: Any) -> Act:
    fields = {
        "kind": kind,
        "standard": standard,
        "received_on": "2026-02-20",
        "origin": "third-party",
        "about_certification": CASE,
        "about_act": DECISION if kind == "appeal" else None,
        "misuse": "altered-artwork" if kind == "misuse" else None,
        "subject": "The helmet broke.",
    }
    return act("matter.receive", **{**fields, **changes})


def step(name: str, **fields: Any) -> Act:
    """A step of a matter that says what it must."""
    usual: dict[str, dict[str, Any]] = {
        "validate": {"outcome": "ours", "why": "It is about a helmet we certified."},
        "acknowledge": {"sent_on": "2026-02-23"},
        "assign-handler": {"handler": HANA, "about_certification": CASE, "assignments": [AUDIT]},
        "record-inquiry": {"by_whom": HANA, "found": "The helmet was of the lot that failed."},
        "refer-to-client": {"told_on": "2026-02-24"},
        "decide": {
            "outcome": "upheld",
            "deciders": [OLGA],
            "about_certification": CASE,
            "assignments": [AUDIT],
            "reasons": "The lot failed.",
        },
        "notify": {"sent_on": TODAY.isoformat()},
        "close": {"follow_up": "The lot is recalled."},
    }
    return act(f"matter.{name}", **{**usual[name], **fields})


WAY = ("validate", "acknowledge", "assign-handler", "record-inquiry", "refer-to-client", "decide", "notify", "close")


def matter(until: str, kind: str = "complaint", standard: str = PRODUCT, **changes: Any) -> Dossier:
    """A matter on its way, with every step before ``until``, those without that are named in ``without``."""
    without = changes.pop("without", ())
    steps = [step(name) for name in WAY[: WAY.index(until)] if name not in without]
    return dossier(MATTER, receipt(kind, standard, **changes), *steps)


def judgement(one: Act, about: Dossier, seen: dict[str, Dossier], by: str = OLGA, **how: Any) -> Judgement:
    return judged(one, about, by=by, gathered=seen, **how)


def says(one: Act, about: Dossier, seen: dict[str, Dossier], by: str = OLGA, **how: Any) -> list[tuple[str, str]]:
    return said(judgement(one, about, seen, by, **how))


def breaches(one: Act, about: Dossier, by: str = HANA) -> list[tuple[str, str]]:
    found = judgement(one, about, gathered(PRODUCT), by)
    assert said(found) == NOTHING
    return [(breach.rule, breach.says) for breach in found.breaches]


INVOLVED = [("matter.deciders-not-involved", "matter-decider-involved")]
TIED = [("matter.deciders-not-tied-to-the-client", "matter-decider-tied")]


@pytest.mark.parametrize("standard", [PRODUCT, SYSTEM])
@pytest.mark.parametrize("kind", ["complaint", "appeal", "misuse"])
def test_R26_somebody_uninvolved_decides(standard: str, kind: str) -> None:
    """In a body of three, an approver from outside decides (corrections, 21)."""
    decided = step("decide", measures=["correction"] if kind == "misuse" else [])
    assert says(decided, matter("decide", kind, standard), gathered(standard)) == NOTHING


@pytest.mark.parametrize("involved", [EVA, RITA, DORA, PAUL])
@pytest.mark.parametrize("standard", [PRODUCT, SYSTEM])
@pytest.mark.parametrize("kind", ["complaint", "appeal"])
def test_R26_SD05_SD06_nobody_involved_decides(kind: str, standard: str, involved: str) -> None:
    """Whoever evaluated, reviewed, decided or planned was involved."""
    seen = gathered(standard, **{involved: someone(involved, HANDLES)})
    taken = step("decide", deciders=[OLGA, involved])
    assert says(taken, matter("decide", kind, standard), seen) == INVOLVED


def test_acceptance_10_an_appeal_is_not_decided_by_who_inspected() -> None:
    """Acceptance test 10 of 17065-rules.md section 10."""
    seen = gathered(PRODUCT, **{EVA: someone(EVA, (*HANDLES, "evaluation"))})
    found = judgement(step("decide", deciders=[EVA]), matter("decide", "appeal"), seen, by=EVA)
    assert said(found) == INVOLVED
    assert "17065:2012 7.13.5" in found.refusals[0].asks


def test_SD05_only_appeals_under_17021_need_an_uninvolved_handler() -> None:
    """Corrections, 6: elsewhere who evaluated or decided may gather what is needed."""
    rule = [("matter.appeal-handler-not-involved", "handler-involved")]
    for involved in (EVA, DORA):
        one = step("assign-handler", handler=involved)
        assert says(one, matter("assign-handler", "appeal", SYSTEM), gathered(SYSTEM), by=HANA) == rule
        assert says(one, matter("assign-handler", "complaint", SYSTEM), gathered(SYSTEM), by=HANA) == NOTHING
        assert says(one, matter("assign-handler", "appeal", PRODUCT), gathered(PRODUCT), by=HANA) == NOTHING
    reviewer = step("assign-handler", handler=RITA)
    assert says(reviewer, matter("assign-handler", "appeal", SYSTEM), gathered(SYSTEM), by=HANA) == NOTHING


@pytest.mark.parametrize("kind", ["consultancy", "employment"])
@pytest.mark.parametrize(("until", "refused"), [("2024-03-03", TIED), ("2024-03-02", NOTHING)])
def test_R27_R53_two_calendar_years_after_consultancy_or_employment(
    kind: str, until: str, refused: list[tuple[str, str]]
) -> None:
    """Decided on 2 March 2026: a tie that ended on 3 March 2024 bars, one that ended on 2 March 2024 does not."""
    seen = gathered(PRODUCT, **{OLGA: someone(OLGA, HANDLES, tie(kind, until))})
    assert says(step("decide"), matter("decide"), seen) == refused


def test_R27_also_where_the_matter_names_the_client_only() -> None:
    seen = gathered(PRODUCT, **{OLGA: someone(OLGA, HANDLES, tie("consultancy", "2025-03-02"))})
    about = {"about_certification": None, "about_client": CLIENT}
    taken = step("decide", **about, assignments=[])
    steps = [step("validate"), step("acknowledge"), step("record-inquiry")]
    assert says(taken, dossier(MATTER, receipt(**about), *steps), seen) == TIED


def test_TR15_internal_auditors_decide_no_matter_under_17021_for_two_years() -> None:
    seen = gathered(SYSTEM, **{OLGA: someone(OLGA, HANDLES, tie("internal-audit", "2024-03-03"))})
    assert says(step("decide"), matter("decide", "complaint", SYSTEM), seen) == TIED
    seen = gathered(PRODUCT, **{OLGA: someone(OLGA, HANDLES, tie("internal-audit", "2024-03-03"))})
    assert says(step("decide"), matter("decide"), seen) == NOTHING


@pytest.mark.parametrize("kind", ["design-or-manufacture", "employment"])
def test_R27_nobody_who_works_for_the_client_decides(kind: str) -> None:
    seen = gathered(SYSTEM, **{OLGA: someone(OLGA, HANDLES, tie(kind))})
    assert says(step("decide"), matter("decide", "complaint", SYSTEM), seen) == TIED


def test_R34_deciders_are_authorised_or_top_management() -> None:
    rule = [("matter.deciders-are-competent", "actor-lacks-function")]
    seen = gathered(PRODUCT, **{BEN: someone(BEN, ("quality-management",))})
    assert says(step("decide", deciders=[OLGA, BEN]), matter("decide"), seen) == rule
    seen = gathered(PRODUCT, **{BEN: someone(BEN, ("top-management",))})
    assert says(step("decide", deciders=[OLGA, BEN]), matter("decide"), seen) == NOTHING


def test_whoever_decides_signs() -> None:
    refused = [("matter.decider-signs", "decision-signed-by-another")]
    assert says(step("decide"), matter("decide"), gathered(PRODUCT), by=HANA) == refused


@pytest.mark.parametrize(
    ("sent_on", "late"), [("2026-02-20", False), ("2026-02-27", False), ("2026-02-28", True), ("2026-03-02", True)]
)
def test_R64_TR25_acknowledged_within_five_working_days(sent_on: str, late: bool) -> None:
    """Received on Friday 20 February 2026: the fifth working day is Friday the 27th."""
    breach = [("matter.acknowledged-in-time", "acknowledged-late")]
    one = step("acknowledge", sent_on=sent_on)
    assert breaches(one, matter("acknowledge")) == (breach if late else [])


def test_R64_the_period_is_the_bodys_own() -> None:
    chosen = act("body.choose-periods", acknowledgement=1, basis="The owners of a scheme ask for it.")
    seen = gathered(PRODUCT)
    seen[BODY] = dossier(BODY, act("body.found", **small_body.FOUNDING), chosen)
    for sent_on, late in (("2026-02-23", 0), ("2026-02-24", 1)):
        found = judgement(step("acknowledge", sent_on=sent_on), matter("acknowledge"), seen, by=HANA)
        assert len(found.breaches) == late


def test_R64_nothing_is_decided_that_was_not_acknowledged() -> None:
    refused = [("matter.is-acknowledged", "matter-not-acknowledged")]
    assert says(step("decide"), matter("decide", without=["acknowledge"]), gathered(PRODUCT)) == refused
    nameless = matter("decide", without=["acknowledge"], origin="anonymous")
    assert says(step("decide"), nameless, gathered(PRODUCT)) == NOTHING


def test_a_matter_is_ripe_when_it_is_ours_and_was_looked_into_and_is_decided_once() -> None:
    rule = "matter.is-ripe"
    assert says(step("decide"), matter("decide", without=["validate"]), gathered(PRODUCT)) == [
        (rule, "matter-not-ours")
    ]
    unseen = matter("decide", without=["record-inquiry"])
    assert says(step("decide"), unseen, gathered(PRODUCT)) == [(rule, "matter-not-inquired")]
    assert says(step("decide"), matter("notify"), gathered(PRODUCT)) == [(rule, "matter-decided-already")]


def test_T28_T32_an_appeal_is_against_a_decision_which_stays_in_force() -> None:
    refused = [("matter.appeal-is-against-a-decision", "appeal-without-decision")]
    seen = gathered(SYSTEM)

    def received(one: Act) -> list[tuple[str, str]]:
        return says(one, dossier(MATTER), seen, by=HANA)

    assert received(receipt("appeal", SYSTEM)) == NOTHING
    assert received(receipt("appeal", SYSTEM, about_act="act-c-1-003")) == refused
    assert received(receipt("appeal", SYSTEM, about_act=None)) == refused
    assert received(receipt("complaint", SYSTEM, about_act=None)) == NOTHING
    seen[cases.APPLICATION] = cases.application(PACKS[SYSTEM], SYSTEM, "management-system")
    declined = receipt("appeal", SYSTEM, about_certification=None, about_application=cases.APPLICATION, about_act=None)
    assert received(declined) == NOTHING
    granted = seen[CASE]
    assert isinstance(granted, Certification)
    assert granted.standing(TODAY) is Standing.VALID


def test_R26_who_reviewed_an_application_does_not_decide_the_appeal_against_its_outcome() -> None:
    seen = gathered(SYSTEM, **{ANNA: someone(ANNA, HANDLES)})
    seen[cases.APPLICATION] = cases.application(PACKS[SYSTEM], SYSTEM, "management-system")
    about = {"about_certification": None, "about_application": cases.APPLICATION}
    steps = [step("validate"), step("acknowledge"), step("record-inquiry")]
    one = dossier(MATTER, receipt("appeal", SYSTEM, **about, about_act=None), *steps)
    taken = step("decide", **about, assignments=[], deciders=[OLGA, ANNA])
    assert says(taken, one, seen) == INVOLVED


def test_nobody_involved_is_missed() -> None:
    rule = "matter.names-its-object"
    seen = gathered(PRODUCT)
    assert says(step("decide", about_certification=None), matter("decide"), seen) == [(rule, "matter-about-another")]
    assert says(step("decide", about_client=CLIENT), matter("decide"), seen) == [(rule, "matter-about-another")]
    missed = [("matter.names-the-whole-evaluation", "assignment-not-named")]
    assert says(step("decide", assignments=[]), matter("decide"), seen) == missed
    assert says(step("assign-handler", assignments=[]), matter("assign-handler"), seen, by=HANA) == missed


def test_the_outcome_is_told_when_there_is_one() -> None:
    breach = [("matter.told-when-settled", "matter-not-settled")]
    assert breaches(step("notify"), matter("notify")) == []
    assert breaches(step("notify"), matter("decide")) == breach
    assert breaches(step("notify"), not_ours()) == []


def not_ours(*steps: Act) -> Dossier:
    found = step("validate", outcome="not-ours", why="Another body certified it.")
    return dossier(MATTER, receipt(), step("acknowledge"), found, *steps)


def test_a_matter_is_closed_when_decided_and_told() -> None:
    rule = "matter.closed-when-settled-and-told"
    seen = gathered(PRODUCT)
    assert says(step("close"), matter("close"), seen, by=HANA) == NOTHING
    assert says(step("close"), matter("close", without=["notify"]), seen, by=HANA) == [(rule, "matter-not-told")]
    undecided = matter("close", without=["decide"])
    assert says(step("close"), undecided, seen, by=HANA) == [(rule, "matter-not-settled")]
    nameless = matter("close", without=["notify", "acknowledge"], origin="anonymous")
    assert says(step("close"), nameless, seen, by=HANA) == NOTHING
    assert says(step("close"), not_ours(step("notify")), seen, by=HANA) == NOTHING


def test_984_a_complaint_is_put_to_the_client_it_is_about() -> None:
    rule = "matter.complaint-was-put-to-the-client"
    refused = [(rule, "complaint-not-referred")]
    seen, without = gathered(SYSTEM), ["refer-to-client"]
    assert says(step("close"), matter("close", "complaint", SYSTEM), seen, by=HANA) == NOTHING
    kept = matter("close", "complaint", SYSTEM, without=without)
    assert says(step("close"), kept, seen, by=HANA) == refused
    approved = Deviation(rule, "The complainant would be in danger", CARA)
    assert says(step("close"), kept, seen, by=HANA, deviations=(approved,)) == NOTHING
    own = matter("close", "complaint", SYSTEM, without=without, origin="client")
    assert says(step("close"), own, seen, by=HANA) == NOTHING
    assert says(step("close"), matter("close", "appeal", SYSTEM, without=without), seen, by=HANA) == NOTHING
    assert says(step("close"), matter("close", without=without), gathered(PRODUCT), by=HANA) == NOTHING


def test_what_is_closed_stays_closed() -> None:
    closed = dossier(MATTER, receipt(), *[step(name) for name in WAY])
    found = says(step("validate"), closed, gathered(PRODUCT), by=HANA)
    assert found == [("matter.stays-closed", "matter-closed")]
    origin = act("matter.state-origin", who="Jo Example")
    assert says(origin, closed, gathered(PRODUCT), by=HANA) == NOTHING


@pytest.mark.parametrize("name", ["acknowledge", "notify"])
def test_days_read_true(name: str) -> None:
    rule = "matter.days-read-true"
    seen = gathered(PRODUCT)
    one = matter("close", without=[name])
    assert says(step(name, sent_on=TODAY.isoformat()), one, seen, by=HANA) == NOTHING
    assert says(step(name, sent_on=TOMORROW.isoformat()), one, seen, by=HANA) == [(rule, "day-not-come")]
    assert says(step(name, sent_on="2026-02-19"), one, seen, by=HANA) == [(rule, "answered-before-received")]
    tomorrow = receipt(received_on=TOMORROW.isoformat())
    assert says(tomorrow, dossier(MATTER), seen, by=HANA) == [(rule, "day-not-come")]


def test_a_matter_says_what_it_is_and_never_whom_it_came_from() -> None:
    one = dossier(MATTER, receipt("misuse"), act("matter.state-origin", who="Jo Example"))
    assert isinstance(one, Matter)
    assert one.title == "misuse of 2026-02-20"
    assert dossier(MATTER).title == MATTER


def test_R78_a_misuse_says_its_kind_and_nothing_else_does() -> None:
    assert says(receipt("misuse"), MATTER, gathered(PRODUCT), by=HANA) == NOTHING
    refused = [("misuse.says-its-kind", "kind-of-misuse")]
    assert says(receipt("misuse", misuse=None), MATTER, gathered(PRODUCT), by=HANA) == refused
    assert says(receipt("complaint", misuse="counterfeit"), MATTER, gathered(PRODUCT), by=HANA) == refused
    assert says(receipt("complaint"), MATTER, gathered(PRODUCT), by=HANA) == NOTHING


@pytest.mark.parametrize(
    ("kind", "outcome", "measures", "refused"),
    [
        ("misuse", "upheld", ["correction", "suspension"], NOTHING),
        ("misuse", "upheld-in-part", ["correction"], NOTHING),
        ("misuse", "upheld", [], [("misuse.is-met-by-measures", "misuse-without-measure")]),
        ("misuse", "not-upheld", [], NOTHING),
        ("misuse", "not-upheld", ["correction"], [("misuse.measures-are-against-misuse", "measures-against-nothing")]),
        ("complaint", "upheld", [], NOTHING),
        ("complaint", "upheld", ["correction"], [("misuse.measures-are-against-misuse", "measures-against-nothing")]),
    ],
)
def test_R78_what_is_found_to_be_misuse_is_met_by_a_measure(
    kind: str, outcome: str, measures: list[str], refused: list[tuple[str, str]]
) -> None:
    decided = step("decide", outcome=outcome, measures=measures)
    assert says(decided, matter("decide", kind), gathered(PRODUCT)) == refused
