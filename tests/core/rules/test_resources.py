"""Assigning evaluation to providers: refused where a provider or its scope does not fit (R-40 to R-45, T6).

Acceptance test 7: the scope of a laboratory that expires the day before the test bars it, the day after does not.
"""

from datetime import date, timedelta
from typing import Any

import pytest

from application_cases import HELMETS, ISO_9001
from certification_cases import volume
from certwright.core.schemes.performers import demands_accreditation
from certwright.packs.model.product import ProductScheme
from outsourced_cases import FIRST, LAST, TESTS, create, lab, refused, requirement
from provider_cases import LAB, approve, assessed, register, state
from small_body import NOTHING, dossier

OUT_OF_SCOPE = ("resources.method-is-in-scope", "method-outside-scope")
NOT_APPROVED = ("resources.provider-is-approved", "provider-not-approved")


def test_T6_work_is_assigned_to_an_approved_laboratory_in_its_scope() -> None:
    assert refused(create()) == NOTHING
    assert refused(create(provider=None, method=None)) == NOTHING


@pytest.mark.parametrize(
    ("until", "barred"),
    [
        (LAST + timedelta(days=1), False),
        (LAST, False),
        (LAST - timedelta(days=1), True),
        (FIRST - timedelta(days=1), True),
    ],
)
def test_acceptance_7_scope_that_expires_before_the_test_bars_the_assignment(until: date, barred: bool) -> None:
    expiring = lab(state(until), approve(valid_from="2026-01-01"))
    assert refused(create(), lab=expiring) == ([OUT_OF_SCOPE] if barred else NOTHING)


@pytest.mark.parametrize(("begins", "barred"), [(FIRST, False), (FIRST + timedelta(days=1), True)])
def test_acceptance_7_scope_that_begins_during_the_test_bars_it_too(begins: date, barred: bool) -> None:
    beginning = lab(state(valid_from=begins.isoformat()), approve(valid_from="2026-01-01"))
    assert refused(create(), lab=beginning) == ([OUT_OF_SCOPE] if barred else NOTHING)


def test_acceptance_7_a_gap_in_the_middle_is_found() -> None:
    middle = FIRST + timedelta(days=1)
    gap = lab(
        state(FIRST),
        state(valid_from=(middle + timedelta(days=1)).isoformat(), number="L-8"),
        approve(valid_from="2026-01-01"),
    )
    assert refused(create(), lab=gap) == [OUT_OF_SCOPE]


@pytest.mark.parametrize(
    ("approval", "barred"),
    [
        ({"valid_until": LAST.isoformat()}, False),
        ({"valid_until": (LAST - timedelta(days=1)).isoformat()}, True),
        ({"valid_from": FIRST.isoformat()}, False),
        ({"valid_from": (FIRST + timedelta(days=1)).isoformat()}, True),
        ({"methods": ["EN 397 penetration"]}, True),
    ],
)
def test_R44_approved_for_the_method_on_every_day(approval: dict[str, Any], barred: bool) -> None:
    provider = lab(state(), approve(**{"valid_from": "2026-01-01", **approval}))
    assert refused(create(), lab=provider) == ([NOT_APPROVED] if barred else NOTHING)


def test_R41_the_method_is_named() -> None:
    assert refused(create(method=None)) == [("resources.method-is-named", "method-missing")]


@pytest.mark.parametrize(("task", "barred"), [("type-test", True), ("factory-audit", False)])
def test_R42_own_assessment_does_where_the_scheme_demands_no_accreditation(task: str, barred: bool) -> None:
    """Corrections, 11: type tests of helmets are accredited; a factory audit may rest on our own assessment."""
    by_us = approve(valid_from="2026-01-01", assessed=[assessed(on=date(2026, 1, 1))])
    kind = "laboratory" if task == "type-test" else "audit-body"
    provider = dossier(LAB, register(kind=kind), by_us)
    assert refused(create(requirements=[requirement(task)]), lab=provider) == ([OUT_OF_SCOPE] if barred else NOTHING)


@pytest.mark.parametrize(("by_task", "by_resource"), [(True, False), (False, True), (False, False)])
def test_R42_accreditation_is_demanded_by_the_task_or_by_the_resource(by_task: bool, by_resource: bool) -> None:
    scheme = volume(HELMETS).pack
    assert isinstance(scheme, ProductScheme)
    tasks = [task.model_copy(update={"accreditation_demanded": by_task}) for task in scheme.tasks]
    accreditation = "demanded" if by_resource else "or-own-assessment"
    resources = [resource.model_copy(update={"accreditation": accreditation}) for resource in scheme.resources]
    changed = scheme.model_copy(update={"tasks": tuple(tasks), "resources": tuple(resources)})
    assert demands_accreditation(changed, [TESTS]) is (by_task or by_resource)


@pytest.mark.parametrize(("until", "barred"), [(LAST, False), (LAST - timedelta(days=1), True)])
def test_R41_own_assessment_counts_to_its_last_day(until: date, barred: bool) -> None:
    by_us = approve(valid_from="2026-01-01", assessed=[assessed(until, on=date(2026, 1, 1))])
    provider = dossier(LAB, register(kind="audit-body"), by_us)
    found = refused(create(requirements=[requirement("factory-audit")]), lab=provider)
    assert found == ([OUT_OF_SCOPE] if barred else NOTHING)


def test_R42_a_requirement_the_scheme_does_not_know_is_judged_strictly() -> None:
    by_us = approve(valid_from="2026-01-01", assessed=[assessed(on=date(2026, 1, 1))])
    assert OUT_OF_SCOPE in refused(create(requirements=["all"]), lab=lab(by_us))


@pytest.mark.parametrize(
    ("task", "provider", "barred"),
    [
        ("type-test", {"kind": "laboratory"}, False),
        ("type-test", {"kind": "audit-body"}, True),
        ("factory-audit", {"kind": "audit-body"}, False),
        ("factory-audit", {"kind": "laboratory"}, True),
        ("type-test", {"independence": "client-laboratory"}, False),  # with the controls that the scheme names
        ("factory-audit", {"kind": "audit-body", "independence": "client-laboratory"}, True),
        ("design-appraisal", {"kind": "laboratory"}, True),
        ("factory-audit", {"kind": "agent"}, False),
    ],
)
def test_R40_R43_done_by_whom_the_scheme_lets_do_it(task: str, provider: dict[str, str], barred: bool) -> None:
    found = refused(create(requirements=[requirement(task)]), lab=lab(**provider))
    assert found == ([("resources.performer-is-the-schemes", "performer-not-the-schemes")] if barred else NOTHING)


def test_7_5_an_outsourced_audit_needs_approval_and_no_method() -> None:
    audit = {"kind": "stage-2", "requirements": ["8"], "method": None, "areas": ["17"]}
    body = lab(kind="audit-body")
    assert refused(create(ISO_9001, **audit), lab=body) == NOTHING
    unapproved = dossier(LAB, register(kind="audit-body"))
    assert refused(create(ISO_9001, **audit), lab=unapproved) == [NOT_APPROVED]
