"""Results from before the application (17065 7.4.5; rules paper 3.2; acceptance test 8)."""

from datetime import date
from typing import Any

import pytest

import application_cases as cases
from application_cases import HELMETS, accept, submit
from certification_cases import APPLICATION, EVA, volume
from certwright.core.acts.act import Act
from certwright.core.dossiers import Application, Dossier
from certwright.packs.model.base import Pack
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.evaluation import PriorResults
from certwright.packs.model.uncertain import NoneBecause, Uncertain
from small_body import NOTHING, TODAY, TOMORROW, YESTERDAY, act, dossier, evidence, judged, said

REPORT = "T-2024-118"


def handed_in(issued_on: str = "2025-06-01") -> dict[str, Any]:
    return {
        "reference": REPORT,
        "issuer": "Test House",
        "issued_on": issued_on,
        "standard_and_edition": "EN 397:2025",
        "product": "Helmet, revision B",
        "accredited": "accredited",
    }


def take_over(**changes: Any) -> Act:
    """Take responsibility for the report."""
    fields = {
        "pack": HELMETS,
        "reference": REPORT,
        "requirements": ["shock-crown"],
        "tested_on": "2025-05-20",
        "issuer_was": "accredited",
        "authenticity_confirmed_on": "2026-02-20",
        "product_is": "identical",
        "edition_is": "current",
        "assessment": "Compared with the drawings; same moulds, same material.",
    }
    return act("application.accept-prior-result", **{**fields, **changes})


def rules(said_: Act, about: Dossier | None = None, *, packs: dict[str, Pack] | None = None) -> list[tuple[str, str]]:
    plain = cases.application(HELMETS, accept(HELMETS), prior_results=[handed_in()])
    found = judged(said_, about or plain, by=EVA, gathered=cases.world(), packs=packs or cases.texts())
    return said(found)


def test_7_4_5_a_result_is_taken_over_with_its_assessment() -> None:
    assert rules(take_over()) == NOTHING
    after = cases.application(HELMETS, accept(HELMETS), take_over(), prior_results=[handed_in()])
    assert isinstance(after, Application)
    assert [(one.reference, one.requirements) for one in after.prior_results] == [(REPORT, ("shock-crown",))]


@pytest.mark.parametrize(("issued_on", "too_old"), [("2024-01-11", False), ("2024-01-10", False), ("2024-01-09", True)])
def test_acceptance_8_a_prior_result_older_than_the_limit_is_refused(issued_on: str, too_old: bool) -> None:
    """The scheme says 24 months; the client signed on 10 January 2026."""
    about = cases.application(HELMETS, accept(HELMETS), prior_results=[handed_in(issued_on)])
    expected = [("prior.is-young-enough", "prior-result-too-old")] if too_old else NOTHING
    assert rules(take_over(), about) == expected


def test_7_4_5_only_what_was_handed_in_and_after_acceptance() -> None:
    assert rules(take_over(reference="T-1")) == [("prior.was-handed-in", "prior-result-unknown")]
    before = cases.application(HELMETS, prior_results=[handed_in()])
    assert ("prior.was-handed-in", "prior-result-before-acceptance") in rules(take_over(), before)


def test_7_4_5_a_result_supplied_later_counts_too() -> None:
    late = act("application.supplement", received_on="2026-02-01", what="A test report.", prior_results=[handed_in()])
    about = dossier(APPLICATION, submit(HELMETS), late, accept(HELMETS))
    assert rules(take_over(), about) == NOTHING


@pytest.mark.parametrize("silent", [None, NoneBecause(none_because="Everything is tested anew.")])
def test_7_4_5_the_scheme_lets_it_count(silent: object) -> None:
    one = volume(HELMETS)
    without = {**cases.texts(), one.digest: one.pack.model_copy(update={"prior_results": silent})}
    assert rules(take_over(), packs=without) == [("prior.scheme-lets-it-count", "prior-results-not-allowed")]


@pytest.mark.parametrize(
    ("requirement", "issuer_was", "qualified"),
    [
        ("shock-crown", "accredited", True),
        ("shock-crown", "assessed-by-us", False),  # this scheme demands accreditation for type tests
        ("shock-crown", "neither", False),
        ("factory", "assessed-by-us", True),
        ("factory", "neither", False),
    ],
)
def test_R41_R42_the_issuer_was_qualified_on_the_day_of_the_test(
    requirement: str, issuer_was: str, qualified: bool
) -> None:
    scheme = volume(HELMETS).pack
    assert isinstance(scheme, ProductScheme)
    of_task = {"shock-crown": "type-test", "factory": "factory-audit"}[requirement]
    name = next(each.id for each in scheme.requirements if each.task == of_task)
    found = rules(take_over(requirements=[name], issuer_was=issuer_was))
    assert found == (NOTHING if qualified else [("prior.issuer-was-qualified", "issuer-not-qualified")])


@pytest.mark.parametrize("change", [{"product_is": "different"}, {"edition_is": "superseded"}])
def test_7_4_5_of_another_product_or_edition_is_refused(change: dict[str, str]) -> None:
    assert rules(take_over(**change)) == [("prior.is-of-this-product-and-edition", "prior-result-of-another")]


@pytest.mark.parametrize("change", [{"product_is": "different-and-assessed"}, {"edition_is": "unchanged-for-this"}])
def test_7_4_5_an_assessed_difference_is_no_obstacle(change: dict[str, str]) -> None:
    assert rules(take_over(**change)) == NOTHING


@pytest.mark.parametrize(("confirmed", "says"), [(TODAY, None), (None, "prior"), (TOMORROW, "record")])
def test_7_4_5_its_issuer_confirmed_it(confirmed: date | None, says: str | None) -> None:
    found = rules(take_over(authenticity_confirmed_on=confirmed.isoformat() if confirmed else None))
    refused = {
        None: NOTHING,
        "prior": [("prior.is-authentic", "prior-result-not-confirmed")],
        "record": [("record.stated-days-have-come", "day-not-come")],
    }
    assert found == refused[says]


@pytest.mark.parametrize(
    ("until", "areas", "may"),
    [
        (TODAY, ["helmets-type-1"], True),
        (YESTERDAY, ["helmets-type-1"], False),
        (TODAY, ["helmets-type-2"], False),
        (TODAY, [], True),
    ],
)
def test_R34_whoever_takes_responsibility_may_evaluate(until: date, areas: list[str], may: bool) -> None:
    granted = act(
        "person.grant-authorisation",
        function="evaluation",
        areas=areas,
        valid_from="2026-01-01",
        valid_until=until.isoformat(),
        evidence="Interview.",
    )
    eva = dossier(EVA, act("person.register", basis="employment", since="2026-01-01"), granted)
    plain = cases.application(HELMETS, accept(HELMETS), prior_results=[handed_in()])
    found = said(judged(take_over(), plain, by=EVA, gathered=cases.world(eva=eva), packs=cases.texts()))
    assert (("prior.by-an-authorised-evaluator", "not-authorised-for-pack") in found) is not may
    assert (found == NOTHING) is may


def told(rule: str, said_: Act, **how: Any) -> list[dict[str, str]]:
    """What one rule refers to; ``eva`` and ``packs`` may be others than usual."""
    world = cases.world(**({"eva": how["eva"]} if "eva" in how else {}))
    plain = cases.application(HELMETS, accept(HELMETS), prior_results=[handed_in()])
    packs = how.get("packs", cases.texts())
    return evidence(judged(said_, how.get("about", plain), by=EVA, gathered=world, packs=packs), f"prior.{rule}")


@pytest.mark.parametrize(("packs", "may"), [([HELMETS], True), (["organic-food"], False)])
def test_R34_whoever_takes_responsibility_may_evaluate_under_this_scheme(packs: list[str], may: bool) -> None:
    granted = act(
        "person.grant-authorisation",
        function="evaluation",
        packs=packs,
        valid_from="2026-01-01",
        evidence="Interview.",
    )
    eva = dossier(EVA, act("person.register", basis="employment", since="2026-01-01"), granted)
    found = told("by-an-authorised-evaluator", take_over(), eva=eva)
    assert [each["pack"] for each in found] == ([] if may else [HELMETS])


def test_R41_R42_what_the_issuer_had_to_be_is_told() -> None:
    scheme = volume(HELMETS).pack
    assert isinstance(scheme, ProductScheme)
    audited = next(each.id for each in scheme.requirements if each.task == "factory-audit")
    by_us = take_over(issuer_was="assessed-by-us")
    demanded = {"reference": REPORT, "tested_on": "2025-05-20", "needed": "accredited"}
    assert told("issuer-was-qualified", by_us) == [demanded]
    neither = take_over(issuer_was="neither", requirements=[audited])
    assert told("issuer-was-qualified", neither) == [{**demanded, "needed": "accredited or assessed by the body"}]


def test_7_4_5_of_what_it_is_not_is_told() -> None:
    other = take_over(product_is="different", edition_is="superseded")
    assert [each["what"] for each in told("is-of-this-product-and-edition", other)] == ["product", "edition"]


LEFT_OPEN = "longest-age-of-results"


@pytest.mark.parametrize(("settled", "refused"), [("9 months", False), ("6 months", True), (None, True)])
def test_7_4_5_the_body_settles_what_the_scheme_leaves_open(settled: str | None, refused: bool) -> None:
    """Issued on 1 June 2025, signed on 10 January 2026; not settled, nothing is taken over."""
    one = volume(HELMETS)
    assert isinstance(one.pack, ProductScheme)
    assert isinstance(one.pack.prior_results, PriorResults)
    open_value = type(one.pack.uncertain[0]).model_validate(
        one.pack.uncertain[0].model_dump()
        | {"name": LEFT_OPEN, "form": "period", "unit": "period", "suggested": "24 months", "choices": ()}
    )
    rules_ = one.pack.prior_results.model_copy(update={"longest_age": Uncertain(uncertain=LEFT_OPEN)})
    pack = one.pack.model_copy(update={"prior_results": rules_, "uncertain": (*one.pack.uncertain, open_value)})
    values = [{"name": each.name, "value": each.suggested, "basis": "Minute 3."} for each in one.pack.uncertain]
    if settled:
        values.append({"name": LEFT_OPEN, "value": settled, "basis": "Minute 3."})
    fields = {"pack": HELMETS, "edition": one.pack.edition, "text": one.digest, "basis": "Minute 3."}
    adopting = dossier(f"pack:{HELMETS}", act("pack.adopt", **fields, values=values))
    plain = cases.application(HELMETS, accept(HELMETS), prior_results=[handed_in()])
    gathered = {**cases.world(), adopting.id: adopting}
    found = judged(take_over(), plain, by=EVA, gathered=gathered, packs={**cases.texts(), one.digest: pack})
    expected = [("prior.is-young-enough", "prior-result-too-old" if settled else "prior-result-age-unknown")]
    assert said(found) == (expected if refused else NOTHING)
    if settled is None:
        assert evidence(found, "prior.is-young-enough") == [{"pack": HELMETS, "what": LEFT_OPEN}]
