"""Planning an evaluation or an audit cycle, by name of the papers' rules: T06, T13b, T18, T29, R-10."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import application_cases
import certification_cases as cases
import product_cases as product
import system_case as system
from certification_cases import PAUL, STAGE_1, STAGE_2
from certwright.core.acts.act import Act
from certwright.core.acts.certification import PlanEvaluation
from certwright.core.dossiers import Assignment, Certification
from certwright.core.reckoning.derivation import Derivation
from certwright.core.reckoning.kept import KeptReckoning, kept_other
from certwright.packs.model.management import ManagementStandard
from small_body import NOTHING, TODAY, act, dossier
from system_case import QMS, SPECIAL, SURVEILLANCE, certification, decide


def clauses() -> list[str]:
    """The main clauses of ISO 9001: 4 to 10."""
    pack = cases.volume(QMS).pack
    assert isinstance(pack, ManagementStandard)
    return sorted({clause.id.partition(".")[0] for clause in pack.clauses})


def plan(
    *kinds: str, pack: str = QMS, purpose: str = "initial", piece: dict[str, Any] | None = None, **more: Any
) -> Act:
    """A plan of one piece per kind; every piece covers everything, unless ``piece`` says otherwise."""
    pieces = [
        {
            "assignment": f"assignment:{kind}",
            "kind": kind,
            "requirements": clauses() if pack == QMS else [each.id for each in product.scheme().requirements],
            "sites": ["1"],
            "from_day": "2026-04-01",
            "to_day": "2026-04-02",
            **(piece or {}),
        }
        for kind in kinds
    ]
    return act("certification.plan", pack=pack, purpose=purpose, assignments=pieces, **more)


def fresh(*later: system.Dated, **changes: Any) -> Certification:
    return certification(*later, first=[(system.opened(**changes), date(2026, 2, 1))])


def says(what: Act, about: Certification) -> list[tuple[str, str]]:
    return system.says(what, about, TODAY, by=PAUL)


def test_T06_an_initial_audit_has_two_stages_and_covers_everything() -> None:
    assert says(plan("stage-1", "stage-2"), fresh()) == NOTHING
    assert says(plan("stage-2"), fresh()) == [("planning.initial-audit-has-two-stages", "stage-missing")]


def test_T06_every_requirement_and_site_is_covered() -> None:
    covered = {"requirements": ["4", "5", "6", "7", "8.1", "8.2", "8.4", "8.5", "8.6", "8.7", "9", "10"]}
    without = plan("stage-1", "stage-2", piece=covered)
    assert set(says(without, fresh())) == {("planning.every-requirement-is-covered", "requirement-not-planned")}
    no_design = plan("stage-1", "stage-2", piece=covered, justification="The client designs nothing.")
    assert says(no_design, fresh()) == NOTHING
    elsewhere = plan("stage-1", "stage-2")
    assert says(elsewhere, fresh(sites=["1", "2"])) == [("planning.every-requirement-is-covered", "site-not-planned")]
    sampled = plan("stage-1", "stage-2", justification="Site 2 is alike and sampled next year.")
    assert says(sampled, fresh(sites=["1", "2"])) == NOTHING


def test_T06_a_site_of_somebody_else_is_not_planned() -> None:
    refused = says(plan("stage-1", "stage-2", piece={"sites": ["1", "9"]}), fresh())
    assert set(refused) == {("planning.pieces-run-forward", "site-not-certified")}


@pytest.mark.parametrize(("to_day", "refused"), [("2026-04-01", False), ("2026-03-31", True)])
def test_a_piece_ends_no_earlier_than_it_begins(to_day: str, refused: bool) -> None:
    found = says(plan("special", purpose="special", piece={"to_day": to_day}), certification())
    assert found == ([("planning.pieces-run-forward", "piece-ends-before-it-begins")] if refused else NOTHING)


def test_a_piece_is_named_once() -> None:
    twice = plan("special", purpose="special").model_dump(mode="json")
    named = act("certification.plan", **{**twice, "assignments": twice["assignments"] * 2})
    assert set(says(named, certification())) == {("planning.pieces-run-forward", "piece-named-twice")}


@pytest.mark.parametrize(
    ("purpose", "kind", "serves"),
    [
        ("surveillance", "surveillance", True),
        ("surveillance", "recertification", False),
        ("recertification", "recertification", True),
        ("recertification", "surveillance", False),
        ("special", "special", True),
        ("complaint", "special", True),
        ("complaint", "stage-2", False),
    ],
)
def test_T18_T29_each_audit_is_planned_for_what_it_is_for(purpose: str, kind: str, serves: bool) -> None:
    refused = [("planning.kind-serves-the-purpose", "kind-for-another-purpose")]
    planned = plan(kind, purpose=purpose, piece={"assignment": "assignment:new"})
    assert says(planned, certification()) == (NOTHING if serves else refused)


def test_T13b_stage_2_is_planned_again_with_an_id_of_its_own() -> None:
    initial = (plan("stage-1", "stage-2"), date(2026, 2, 2))
    again = plan("stage-2", piece={"assignment": "assignment:stage-2-again"})
    assert says(again, fresh(initial)) == NOTHING


def test_the_standards_do_not_mix_but_a_scheme_may_use_a_system_audit() -> None:
    """Corrections, 1: a system audit is an evaluation of a product where the scheme says so; a stage 2 never is."""
    assert says(plan("test", purpose="special"), certification()) == [
        ("planning.kind-belongs-to-the-standard", "kind-of-the-other-standard")
    ]
    opened = product.case()
    audit = plan("ms-audit", pack=product.HELMETS, purpose="special")
    assert product.says(audit, opened, by=PAUL) == NOTHING
    stage = plan("stage-2", pack=product.HELMETS, purpose="special")
    assert product.says(stage, opened, by=PAUL) == [
        ("planning.kind-belongs-to-the-standard", "kind-of-the-other-standard")
    ]


def test_T06_a_product_is_evaluated_against_every_requirement_its_decision_rule_wants_met() -> None:
    about = product.case(
        **{cases.CASE: dossier(cases.CASE, cases.opening(product.HELMETS, product.STANDARD, "product"))}
    )
    whole = plan("test", pack=product.HELMETS)
    assert product.says(whole, about, by=PAUL) == NOTHING
    names = [each.id for each in product.scheme().requirements]
    part = plan("test", pack=product.HELMETS, piece={"requirements": names[1:]})
    assert product.says(part, about, by=PAUL) == [("planning.every-requirement-is-covered", "requirement-not-planned")]


def test_R10_what_a_decision_rests_on_is_not_planned_anew() -> None:
    again = plan("stage-2", piece={"assignment": STAGE_2}, purpose="recertification")
    assert says(again, certification()) == [("planning.settled-work-stays", "piece-is-settled")]


def test_R10_nothing_is_planned_once_the_end_is_decided() -> None:
    ending = certification((decide("withdraw", effective_from="2026-06-01"), TODAY))
    assert says(plan("special", purpose="special"), ending) == [("planning.nothing-after-the-end", "end-is-decided")]


def test_T06_what_is_planned_anew_counts_as_it_is_planned_now() -> None:
    initial = (plan("stage-1", "stage-2"), date(2026, 2, 2))
    smaller = plan("stage-1", "stage-2", piece={"requirements": clauses()[1:]})
    assert ("planning.every-requirement-is-covered", "requirement-not-planned") in says(smaller, fresh(initial))
    rest = plan("stage-2", piece={"requirements": clauses()[1:]})  # stage 1 stays as it was
    assert says(rest, fresh(initial)) == NOTHING


def test_T06_a_piece_keeps_its_purpose() -> None:
    """Otherwise an initial evaluation that went badly could be planned away, and the grant would not wait for it."""
    initial = (plan("stage-1", "stage-2"), date(2026, 2, 2))
    assert says(plan("stage-2"), fresh(initial)) == NOTHING
    assert says(plan("stage-2", purpose="recertification"), fresh(initial)) == [
        ("planning.piece-keeps-its-purpose", "planned-for-another-purpose")
    ]
    new = plan("stage-2", purpose="recertification", piece={"assignment": "assignment:new"})
    assert says(new, fresh(initial)) == NOTHING


def omit(name: str) -> Act:
    return act("certification.omit", assignment=name, reason="The client gave this line up.")


def test_only_what_is_planned_and_open_is_left_out() -> None:
    planned = (plan("special", purpose="special"), TODAY)
    assert says(omit("assignment:special"), certification(planned)) == NOTHING
    for name in (STAGE_1, "assignment:unknown"):
        refused = says(omit(name), certification(planned))
        assert ("planning.omitted-piece-was-planned", "evaluation-not-planned") in refused


def test_T06_surveillance_of_years_to_come_does_not_wait_for_the_grant() -> None:
    """The audit programme of the cycle may stand before the grant (9.1.3.2)."""
    programme = (system.plan(SURVEILLANCE, "surveillance", "surveillance"), date(2025, 3, 30))
    about = certification(first=[*system.begun(), programme])
    assert system.says(system.grant(), about, system.DECIDED) == NOTHING
    special = (system.plan(SPECIAL, "special", "special"), date(2025, 3, 30))
    waiting = certification(first=[*system.begun(), special])
    assert ("decision.rests-on-the-whole-evaluation", "evaluation-left-out") in system.says(
        system.grant(), waiting, system.DECIDED
    )


def test_T12_what_was_carried_out_is_not_left_out_any_more() -> None:
    """Otherwise a failed evaluation, and whoever took part in it, would be forgotten."""
    planned = (plan("special", purpose="special"), TODAY)
    held = cases.assignment("assignment:special", QMS, system.STANDARD, "special", TODAY)
    assert isinstance(held, Assignment)
    assigned = replace(held, held_from=None, held_to=None, reports=())
    about, name = certification(planned), held.id
    assert system.says(omit(name), about, TODAY, {name: assigned}, by=PAUL) == NOTHING
    refused = [("planning.begun-work-is-not-left-out", "work-begun")]
    assert system.says(omit(name), about, TODAY, {name: held}, by=PAUL) == refused
    assert system.says(omit(name), about, TODAY, {name: replace(held, reports=())}, by=PAUL) == refused


def test_what_is_left_out_is_looked_at_only_if_it_was_opened() -> None:
    left_out = omit("assignment:special")
    assert left_out.gathers() == frozenset()
    assert left_out.considers() == {"assignment:special"}


NAMED = "sha256:" + "1" * 64
TIME = application_cases.reckoning(QMS)  # four days for forty people, reckoned for ISO 9001
ENOUGH = pytest.mark.parametrize("days", [("1", "3"), ("0.5", "3.5"), ("2", "4")])


def plan_of(*days: str | None, **more: Any) -> Act:
    """A plan of an initial audit of ISO 9001 that rests on the reckoning NAMED."""
    planned = plan("stage-1", "stage-2", reckoning=NAMED, **more)
    assert isinstance(planned, PlanEvaluation)
    pieces = [piece.model_copy(update={"audit_days": day and Decimal(day)})
              for piece, day in zip(planned.assignments, days, strict=True)]  # fmt: skip
    return planned.model_copy(update={"assignments": tuple(pieces)})


def time_says(what: Act, held: dict[str, KeptReckoning | None], *later: system.Dated) -> list[tuple[str, str]]:
    return system.says(what, fresh(*later), TODAY, by=PAUL, reckonings=held)


def test_the_reckoning_a_plan_rests_on_is_in_store_and_for_its_standard() -> None:
    other = application_cases.reckoning(application_cases.ISO_14001)
    sites = kept_other("site-sample", {"sites": 4}, {"sample": 2}, Derivation((), {}))
    rule = "planning.reckoning-is-kept"
    assert time_says(plan_of("1", "4"), {}) == [(rule, "reckoning-not-in-store")]
    assert time_says(plan_of("1", "4"), {NAMED: None}) == [(rule, "text-is-no-reckoning")]
    assert time_says(plan_of("2", "8"), {NAMED: other}) == [(rule, "reckoning-for-other-pack")]
    assert time_says(plan_of("1", "1"), {NAMED: sites}) == NOTHING


@ENOUGH
def test_a_plan_holds_the_days_that_were_reckoned(days: tuple[str, str]) -> None:
    assert time_says(plan_of(*days), {NAMED: TIME}) == NOTHING


def test_a_plan_of_fewer_days_says_why() -> None:
    refused = [("planning.days-are-those-reckoned", "fewer-days-than-reckoned")]
    assert time_says(plan_of("1", "2.5"), {NAMED: TIME}) == refused
    assert time_says(plan_of("1", "2.5", justification="Audited with ISO 14001: 20 % less."), {NAMED: TIME}) == NOTHING


def test_a_plan_that_states_no_days_or_part_of_them_is_not_added_up() -> None:
    assert time_says(plan_of("1", None), {NAMED: TIME}) == NOTHING
    first = (plan_of("1", "4"), date(2026, 2, 2))
    again = plan_of("1", "2", piece={"assignment": "assignment:again"}).model_copy()
    assert isinstance(again, PlanEvaluation)
    alone = again.model_copy(update={"assignments": again.assignments[1:]})
    assert time_says(alone, {NAMED: TIME}, first) == NOTHING
