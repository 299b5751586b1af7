"""What a case lacks under its scheme's decision rule (R-08; 17065 7.6, 7.7.3 b)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.schemes.decision_rule import Evaluated, lacks
from certwright.packs.model.product import ProductScheme

NOTHING: frozenset[str] = frozenset()


def complete(scheme: ProductScheme) -> Evaluated:
    """A case in which everything that applies was judged and met."""
    names = frozenset(each.id for each in scheme.requirements)
    return Evaluated(names, names, names, NOTHING, NOTHING, sampling_accepted=True, prior_results_accepted=None)


def told(scheme: ProductScheme, case: Evaluated) -> list[tuple[str, tuple[str, ...]]]:
    return [(lack.says, lack.of) for lack in lacks(scheme, case)]


def test_a_complete_case_lacks_nothing(helmets: ProductScheme) -> None:
    assert lacks(helmets, complete(helmets)) == ()


def test_everything_that_is_lacking_is_told_at_once(helmets: ProductScheme) -> None:
    case = complete(helmets)
    case = replace(
        case,
        judged=case.judged - {"flame"},
        met=case.met - {"flame", "shock-crown"},
        open_classes=frozenset({"safety"}),
        sampling_accepted=False,
        prior_results_accepted=False,
    )
    assert told(helmets, case) == [
        ("decision.requirement-not-judged", ("flame",)),
        ("decision.requirement-not-met", ("shock-crown",)),
        ("decision.nonconformity-open", ("safety",)),
        ("decision.sampling-not-accepted", ()),
        ("decision.prior-results-not-accepted", ()),
    ]


def test_a_requirement_that_does_not_apply_needs_no_verdict(helmets: ProductScheme) -> None:
    case = complete(helmets)
    rest = case.applicable - {"molten-metal"}
    assert lacks(helmets, replace(case, applicable=rest, judged=rest, met=rest)) == ()


def test_a_plan_is_no_cure_where_the_scheme_knows_none(helmets: ProductScheme) -> None:
    opened = frozenset({"factory"})
    case = replace(complete(helmets), open_classes=opened, planned_classes=opened)
    assert told(helmets, case) == [("decision.nonconformity-open", ("factory",))]


def test_where_the_scheme_allows_it_an_accepted_plan_is_enough_and_none_is_not(packaging: ProductScheme) -> None:
    opened = frozenset({"control"})
    unmet = complete(packaging).met - {"traceability"}
    case = replace(complete(packaging), met=unmet, open_classes=opened)
    assert told(packaging, case) == [("decision.plan-missing", ("control",))]
    assert lacks(packaging, replace(case, planned_classes=opened)) == ()


def test_a_plan_never_covers_another_class(packaging: ProductScheme) -> None:
    both = frozenset({"control", "criteria"})
    case = replace(complete(packaging), open_classes=both, planned_classes=both)
    assert told(packaging, case) == [("decision.nonconformity-open", ("criteria",))]


def test_prior_results_where_the_scheme_knows_none(cosmetics: ProductScheme) -> None:
    case = replace(complete(cosmetics), prior_results_accepted=True)
    assert told(cosmetics, case) == [("decision.prior-results-not-accepted", ())]


def test_a_scheme_without_rule_cannot_decide(helmets: ProductScheme) -> None:
    with pytest.raises(ValueError, match="no decision rule"):
        lacks(helmets.model_copy(update={"decision_rule": None}), complete(helmets))


@given(st.data())
def test_nothing_unmet_or_open_is_ever_granted(helmets: ProductScheme, data: st.DataObject) -> None:
    names = sorted(each.id for each in helmets.requirements)
    unmet = data.draw(st.frozensets(st.sampled_from(names)))
    opened = data.draw(st.frozensets(st.sampled_from(["safety", "information", "factory"])))
    case = replace(complete(helmets), met=frozenset(names) - unmet, open_classes=opened, planned_classes=opened)
    assert (lacks(helmets, case) == ()) == (not unmet and not opened)
