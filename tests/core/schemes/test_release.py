"""Rules R-01 to R-09: the shipped schemes pass, and each missing piece is told by its own problem."""

from typing import Any

import pytest

from certwright.core.schemes import SchemeProblem, Weight, blocking, problems
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.requirements import Cure, VerdictForm
from certwright.packs.model.scheme.words import ALWAYS, Conflict, SchemeFunction, SchemeType
from certwright.packs.model.uncertain import NoneBecause
from certwright.packs.shipped import library

NONE = NoneBecause(none_because="On purpose.")


def changed(scheme: ProductScheme, **fields: Any) -> ProductScheme:
    return scheme.model_copy(update=fields)


def told(scheme: ProductScheme) -> set[tuple[str, str]]:
    return {(problem.rule, problem.id) for problem in problems(scheme)}


def only(scheme: ProductScheme) -> SchemeProblem:
    found = problems(scheme)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize("scheme", library().of_kind(ProductScheme), ids=lambda one: one.pack)
def test_every_shipped_scheme_may_be_released(scheme: ProductScheme) -> None:
    assert blocking(scheme) == ()


def test_problems_are_data_that_a_scheme_manager_can_use(helmets: ProductScheme) -> None:
    problem = only(changed(helmets, directory=None))
    assert (problem.id, problem.rule, problem.clause) == ("no-directory", "R-07", "17065:2012 7.8")
    assert (problem.path, problem.weight) == (("directory",), Weight.BLOCKS)
    assert problem.says.endswith(".")
    assert problem.remedy.endswith(".")


@pytest.mark.parametrize("function", sorted(ALWAYS))
def test_r01_no_necessary_function_is_missing(function: SchemeFunction, helmets: ProductScheme) -> None:
    without = changed(helmets, functions=tuple(use for use in helmets.functions if use.function is not function))
    assert ("R-01", f"no-{function}") in told(without)


def _without_surveillance(scheme: ProductScheme) -> ProductScheme:
    plain = tuple(use for use in scheme.functions if not use.function.startswith("surveillance"))
    return changed(scheme, functions=plain, surveillance=NONE)


def test_acceptance_16_a_product_mark_without_surveillance_is_refused(helmets: ProductScheme) -> None:
    bare = _without_surveillance(helmets)
    assert ("R-02", "mark-without-surveillance") in told(bare)
    problem = next(each for each in problems(bare) if each.rule == "R-02")
    assert (problem.clause, problem.path) == ("17065:2012 7.9.3", ("mark", "places"))


def test_acceptance_16_without_mark_surveillance_none_is_allowed(helmets: ProductScheme) -> None:
    bare = _without_surveillance(helmets)
    unmarked = tuple(use for use in bare.functions if use.function is not SchemeFunction.MARK_LICENCE)
    assert blocking(changed(bare, functions=unmarked, mark=NONE, type=SchemeType.ONE_A)) == ()


def test_r02_a_mark_on_papers_only_is_no_product_mark(helmets: ProductScheme) -> None:
    bare = _without_surveillance(helmets)
    assert helmets.mark_rules is not None
    papers = helmets.mark_rules.model_copy(update={"places": ("business-papers", "web")})
    assert told(changed(bare, mark=papers, type=SchemeType.N, type_because="A test with a logo.")) == set()


def test_r02_a_batch_may_be_marked_without_surveillance(helmets: ProductScheme) -> None:
    bare = _without_surveillance(helmets)
    batch = helmets.functions[0].model_copy(update={"function": SchemeFunction.BATCH_STATEMENT})
    assert told(changed(bare, functions=(*bare.functions, batch), type=SchemeType.ONE_B)) == set()


def test_r02_a_system_audit_alone_does_not_survey_marked_products(helmets: ProductScheme) -> None:
    assert helmets.plan is not None
    audits = tuple(each for each in helmets.plan.activities if each.function is SchemeFunction.SURVEILLANCE_SYSTEM)
    plan = helmets.plan.model_copy(update={"activities": audits})
    assert ("R-02", "mark-without-surveillance") in told(changed(helmets, surveillance=plan))


def test_r02_a_mark_for_a_process_needs_surveillance_wherever_it_stands(cosmetics: ProductScheme) -> None:
    problem = next(each for each in problems(_without_surveillance(cosmetics)) if each.rule == "R-02")
    assert problem.clause == "17065:2012 7.9.4"


def test_r03_a_wrong_type_is_told_with_the_right_one(helmets: ProductScheme) -> None:
    problem = only(changed(helmets, type=SchemeType.FOUR))
    assert (problem.rule, problem.id) == ("R-03", "wrong-type")
    assert "type 5" in problem.says


def test_r03_type_n_says_why(helmets: ProductScheme) -> None:
    assert told(changed(helmets, type=SchemeType.N)) == {("R-03", "type-n-without-reason")}
    assert told(changed(helmets, type=SchemeType.N, type_because="Because of …")) == set()


@pytest.mark.parametrize("field", ["performer", "competence", "method", "record", "clause_set"])
def test_r04_each_function_is_fully_described(field: str, helmets: ProductScheme) -> None:
    bare = helmets.functions[0].model_copy(update={field: None})
    problem = only(changed(helmets, functions=(bare, *helmets.functions[1:])))
    assert (problem.rule, problem.path) == ("R-04", ("functions", 0, field))


def test_r04_a_kind_of_determination_that_tasks_use_is_described(helmets: ProductScheme) -> None:
    rest = tuple(use for use in helmets.functions if use.determination != "inspection")
    assert told(changed(helmets, functions=rest)) == {("R-04", "undescribed-determination")}


@pytest.mark.parametrize(
    ("function", "told_as"),
    [
        (SchemeFunction.SURVEILLANCE_MARKET, "unlisted-surveillance"),
        (SchemeFunction.MARK_LICENCE, "unlisted-mark-licence"),
    ],
)
def test_r04_what_is_planned_is_listed(function: SchemeFunction, told_as: str, helmets: ProductScheme) -> None:
    rest = tuple(use for use in helmets.functions if use.function is not function)
    assert ("R-04", told_as) in told(changed(helmets, functions=rest))


def test_r04_what_is_listed_is_planned(helmets: ProductScheme) -> None:
    assert ("R-04", "licence-without-mark") in told(changed(helmets, mark=NONE))
    assert helmets.plan is not None
    fewer = helmets.plan.model_copy(update={"activities": helmets.plan.activities[1:]})
    assert told(changed(helmets, surveillance=fewer)) == {("R-04", "unplanned-surveillance")}


@pytest.mark.parametrize(
    ("conflict", "clause"),
    [
        (Conflict.MANUFACTURE, "17065:2012 4.2.6"),
        (Conflict.CONSULTANCY, "17065:2012 4.2.6"),
        (Conflict.SYSTEM_CONSULTANCY, "17065:2012 4.2.6 e"),
        (Conflict.INTERNAL_AUDIT, "17065:2012 4.2.6 e"),
    ],
)
def test_r05_every_conflict_that_follows_is_screened(conflict: Conflict, clause: str, helmets: ProductScheme) -> None:
    rest = tuple(each for each in helmets.conflicts_screened if each is not conflict)
    problem = only(changed(helmets, conflicts_screened=rest))
    assert (problem.rule, problem.id, problem.clause) == ("R-05", f"unscreened-{conflict}", clause)


def test_r05_without_a_system_audit_nobody_is_asked_about_it(packaging: ProductScheme) -> None:
    assert Conflict.INTERNAL_AUDIT not in packaging.conflicts_screened
    assert not {problem for problem in problems(packaging) if problem.rule == "R-05"}


SILENT = [
    "accreditation", "documents", "categories", "selection", "sampling", "prior_results", "resources", "tasks",
    "requirements", "nonconformity_classes", "retest", "review", "decision_rule", "decision_maker", "attestation",
    "validity", "surveillance", "renewal", "changes", "measures", "mark", "directory", "owner_reports",
    "complaints_to_owner", "retention",
]  # fmt: skip


@pytest.mark.parametrize("field", SILENT)
def test_r07_silence_is_told(field: str, helmets: ProductScheme) -> None:
    silent = changed(helmets, **{field: () if isinstance(getattr(helmets, field), tuple) else None})
    assert ("R-07", f"no-{field.replace('_', '-')}") in told(silent)


@pytest.mark.parametrize(
    "field", ["sampling", "prior_results", "retest", "validity", "renewal", "owner_reports", "complaints_to_owner"]
)
def test_r07_an_explicit_none_is_a_choice(field: str, cosmetics: ProductScheme) -> None:
    without = changed(cosmetics, **{field: NONE})
    assert ("R-07", f"no-{field.replace('_', '-')}") not in told(without)


def test_r07_an_external_owner_has_an_agreement(helmets: ProductScheme) -> None:
    external = helmets.owner.model_copy(update={"who": "external", "name": "Owner"})
    assert told(changed(helmets, owner=external)) == {("R-07", "no-owner-agreement")}


def test_r07_a_document_has_its_edition(helmets: ProductScheme) -> None:
    undated = helmets.documents[0].model_copy(update={"edition": None})
    problem = only(changed(helmets, documents=(undated, *helmets.documents[1:])))
    assert (problem.id, problem.path) == ("document-without-edition", ("documents", 0, "edition"))


@pytest.mark.parametrize(
    ("criterion", "told_as"),
    [(None, "requirement-without-criterion"), ({"verdict": None}, "requirement-without-verdict"),
     ({"limits": ()}, "measured-without-limit")],
)  # fmt: skip
def test_r07_a_requirement_says_when_it_is_met(
    criterion: dict[str, object] | None, told_as: str, helmets: ProductScheme
) -> None:
    first = helmets.requirements[0]
    assert first.criterion is not None
    assert first.criterion.verdict is VerdictForm.MEASURED
    spoilt = first.criterion.model_copy(update=criterion) if criterion else None
    broken = first.model_copy(update={"criterion": spoilt})
    assert only(changed(helmets, requirements=(broken, *helmets.requirements[1:]))).id == told_as


@pytest.mark.parametrize("function", ["application-review", "evaluation", "review", "decision", "auditing", "planning"])
def test_r07_a_function_in_use_has_competence_criteria(function: str, helmets: ProductScheme) -> None:
    rest = tuple(each for each in helmets.competence if each.function != function)
    expected = set() if function == "application-review" else {("R-07", "function-without-competence")}
    assert told(changed(helmets, competence=rest)) == expected


@pytest.mark.parametrize(("field", "name"), [("document", "document"), ("task", "task"), ("categories", "category")])
def test_r07_only_what_is_defined_is_named(field: str, name: str, helmets: ProductScheme) -> None:
    strange = ("strange",) if field == "categories" else "strange"
    broken = helmets.requirements[0].model_copy(update={field: strange})
    assert told(changed(helmets, requirements=(broken, *helmets.requirements[1:]))) == {("R-07", f"unknown-{name}")}


def test_r07_no_task_is_idle(helmets: ProductScheme) -> None:
    idle = helmets.tasks[1].model_copy(update={"id": "idle"})
    assert told(changed(helmets, tasks=(*helmets.tasks, idle))) == {("R-07", "idle-task")}


def test_r08_no_class_escapes_the_decision(helmets: ProductScheme) -> None:
    assert helmets.decision_rule is not None
    loose = helmets.decision_rule.model_copy(update={"conform": ("safety",), "none_open": ("safety", "factory")})
    found = problems(changed(helmets, decision_rule=loose))
    assert {(each.id, each.remedy.split()[1]) for each in found} == {
        ("class-outside-decision", "factory"),
        ("class-outside-decision", "information"),
        ("open-class-at-grant", "information"),
    }


def test_r08_granting_with_a_plan_warns_and_does_not_block(packaging: ProductScheme) -> None:
    problem = only(packaging)
    assert (problem.rule, problem.id, problem.weight) == ("R-08", "grants-with-plan", Weight.WARNS)
    assert blocking(packaging) == ()


def test_r08_nothing_on_the_product_is_left_to_a_plan(packaging: ProductScheme) -> None:
    rule = packaging.decision_rule
    assert rule is not None
    plan = rule.plan_accepted.model_copy(update={"classes": ("criteria",)})
    spoilt = changed(packaging, decision_rule=rule.model_copy(update={"plan_accepted": plan}))
    assert ("R-08", "plan-for-product") in told(spoilt)


def test_r09_every_requirement_has_a_class_that_the_scheme_defines(helmets: ProductScheme) -> None:
    first, rest = helmets.requirements[0], helmets.requirements[1:]
    classless = first.model_copy(update={"nonconformity_class": None})
    assert told(changed(helmets, requirements=(classless, *rest))) == {("R-09", "requirement-without-class")}
    borrowed = first.model_copy(update={"nonconformity_class": "major"})
    assert ("R-09", "unknown-class") in told(changed(helmets, requirements=(borrowed, *rest)))


def test_r09_a_product_is_not_cured_by_a_plan(helmets: ProductScheme) -> None:
    safety = helmets.nonconformity_classes[0].model_copy(update={"cure": Cure.ACCEPTED_PLAN})
    problem = only(changed(helmets, nonconformity_classes=(safety, *helmets.nonconformity_classes[1:])))
    assert (problem.id, problem.clause) == ("product-cured-by-plan", "17065:2012 7.7.3 b")


def test_an_empty_draft_tells_everything_at_once_and_breaks_nothing(helmets: ProductScheme) -> None:
    head = {name: getattr(helmets, name) for name in ("pack", "kind", "edition", "title", "valid_from", "valid_to",
                                                       "confidence", "sources", "owner", "object", "type")}  # fmt: skip
    found = told(ProductScheme(**head))
    assert {("R-07", f"no-{field.replace('_', '-')}") for field in SILENT} <= found
    assert {("R-01", f"no-{function}") for function in ALWAYS} <= found
