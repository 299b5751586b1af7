"""Published worked examples: those that can be reproduced agree exactly, the others show their difference."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import certwright
from certwright.core.reckoning.examples import run_example
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs import plain_yaml

PAPER = Path(__file__).resolve().parents[4] / "shared" / "domain" / "examples-open.yaml"
OPEN: list[dict[str, Any]] = plain_yaml.read(PAPER.read_text()).value["examples"] if PAPER.exists() else []
needs_paper = pytest.mark.skipif(not OPEN, reason="the published examples are not beside this checkout")


@needs_paper
@pytest.mark.parametrize("example", OPEN, ids=[example["id"] for example in OPEN])
def test_open_example(example: dict[str, Any], book: RuleBook) -> None:
    """Sources, kinds and policies stand in the file; each example names the page it was published on."""
    result = run_example(example, book)
    assert result.cannot is None
    assert result.derivations
    assert all(derivation.steps for _, derivation in result.derivations)
    assert not result.unread
    if example["status"] == "reproduced":
        assert result.agrees, result.differences
    else:
        assert result.agrees or (result.differences and result.note)


@needs_paper
def test_what_is_not_reproduced_is_not_passed_off(book: RuleBook) -> None:
    """Where the paper names the one value that differs, exactly that one differs."""
    for example in OPEN:
        if example["status"].startswith("reproduced except "):
            differing = [each.at for each in run_example(example, book).differences]
            assert differing == [example["status"].removeprefix("reproduced except ")]


@needs_paper
def test_no_example_is_known_to_the_program() -> None:
    ids = {example["id"] for example in OPEN}
    for path in Path(certwright.__file__).parent.rglob("*"):
        if path.suffix in {".py", ".yaml", ".json", ".html", ".md"}:
            text = path.read_text(encoding="utf-8")
            assert not [name for name in ids if name in text], path


def example(kind: str, inputs: dict[str, Any], published: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "x", "kind": kind, "inputs": inputs, "published_result": published, **more}


@pytest.mark.parametrize(
    ("kind", "inputs", "published"),
    [
        ("multi_site_sample", {"sites_at_level": 25, "audit": "surveillance"}, {"sample": 3, "random_minimum": 1}),
        ("multi_site_sample", {"sites_at_level": 25, "audit": "recertification", "proven": True}, {"sample": 4}),
        ("multi_site_sample", {"sites": 25, "audit": "initial", "increase": 2}, {"sample": 7}),
        (
            "multi_site_time",
            {"standard": "EMS", "ems_complexity": "low", "sites": 9, "persons_per_site": 30},
            {"sample": 3, "days_sites": 12},
        ),
        (
            "multi_site_time",
            {"standard": "QMS", "sites": 9, "persons_per_site": 30, "audit": "surveillance", "reduction_percent": 50},
            {"sample": 2, "days_sites": Fraction(4, 3)},
        ),
        ("site_time", {"standard": "ISO 13485", "effective_personnel": 55}, {"table_days": 7, "site_days": 7}),
        ("on_site_share", {"days": 10}, {"on_site_exact": 8, "off_site": 2}),
        ("on_site_share", {"days": 10, "standard": "ISMS"}, {"on_site_exact": 7, "on_site_rounded": 7}),
        ("rounding", {"days": Decimal("5.25")}, {"rounded": Decimal("5.5")}),
        (
            "effective_personnel",
            {"standard": "ISMS", "groups": [{"persons": 100, "work": "identical-activity"}], "full_time": 10},
            {"effective_personnel": 20},
        ),
        (
            "effective_personnel",
            {"part_time": [{"persons": 3, "hours_per_week": 13}], "full_time_hours": 39},
            {"full_time_equivalent": 1},
        ),
        ("reduction_limit", {"md5_reduction_percent": 30, "central_processes_percent": 20}, {"allowed": True}),
        (
            "integrated_audit",
            {"effective_personnel": 65, "standards": ["QMS", "ISMS"], "level_percent": 85, "ability_percent": 100},
            {"sum": 15, "reduction_percent": 15, "total": Decimal("12.75")},
        ),
        (
            "cycle_time",
            {"standard": "ISMS", "effective_personnel": [46, 65]},
            {"initial": 10, "surveillance": Decimal("3.5"), "recertification": Decimal("6.5")},
        ),
        ("cycle_time", {"standard": "EMS", "ems_complexity": "high", "effective_personnel": 100}, {"initial": 11}),
        (
            "cycle_time",
            {"standard": "EnMS", "effective_personnel": [276, 425]},
            {"surveillance": {"low": Decimal("3.5"), "medium": 4, "high": 5}},
        ),
        (
            "cycle_time",
            {"standard": "FSMS", "category": "CI", "studies": 2, "effective_personnel": 100},
            {"initial": 4},
        ),
    ],
)
def test_other_examples_of_the_same_kinds(
    kind: str, inputs: dict[str, Any], published: dict[str, Any], book: RuleBook
) -> None:
    result = run_example(example(kind, inputs, published), book)
    assert result.agrees, (result.cannot, result.computed)
    assert not result.unread


def test_the_policy_that_is_stated_is_used(book: RuleBook) -> None:
    given = {"standard": "QMS", "effective_personnel": 150}
    for policy, days in [
        ({"rounding": "up_half"}, 3),
        ({"rounding": "nearest_half"}, Decimal("2.5")),
        ({"minimum_days": 4}, 4),
    ]:
        assert run_example(example("cycle_time", given, {"surveillance": days}, policy=policy), book).agrees


def test_a_wrong_publication_differs_by_its_difference(book: RuleBook) -> None:
    given = {"standard": "EMS", "effective_personnel": 100}
    result = run_example(example("cycle_time", given, {"initial": {"high": 10, "medium": 8}, "unheard": 1}), book)
    assert not result.agrees
    assert [(each.at, each.less) for each in result.differences] == [("initial.high", -1), ("unheard", None)]
    assert result.computed == {"initial": {"high": 11, "medium": 8}, "unheard": None}


def test_a_published_word_is_not_a_published_number(book: RuleBook) -> None:
    assert not run_example(example("rounding", {"days": 5}, {"rounded": "5"}), book).agrees
    limit = {"md5_reduction_percent": 30}
    assert not run_example(example("reduction_limit", limit, {"allowed": 1}), book).agrees
    assert not run_example(example("multi_site_sample", {"sites": 1}, {"sample": True}), book).agrees


@pytest.mark.parametrize(
    ("kind", "inputs", "says"),
    [
        ("juggling", {}, "example.unknown-kind"),
        ("rounding", {}, "example.input-missing"),
        ("rounding", {"days": "many"}, "example.not-a-number"),
        ("rounding", {"days": True}, "example.not-a-number"),
        ("cycle_time", {"standard": "QMS", "effective_personnel": [45, 46]}, "example.range-spans"),
        ("cycle_time", {"standard": "QMS", "effective_personnel": 0}, "input.too-small"),
        ("cycle_time", {"standard": "QMS", "effective_personnel": 10_701}, "audit-time.above-last-band"),
        ("site_time", {"standard": "QMS", "effective_personnel": 55, "reduction_percent": 51}, "input.percent-outside"),
        ("site_time", {"standard": "EMS", "effective_personnel": 55}, "class.missing"),
        ("multi_site_sample", {"sites": 9, "audit": "casual"}, "example.unknown-word"),
        (
            "integrated_audit",
            {"effective_personnel": 65, "standards": ["QMS", "ISMS"], "reduction_percent": 21},
            "input.percent-outside",
        ),
    ],
)
def test_what_cannot_be_reckoned_says_why_and_does_not_agree(
    kind: str, inputs: dict[str, Any], says: str, book: RuleBook
) -> None:
    result = run_example(example(kind, inputs, {"initial": 1}), book)
    assert result.cannot is not None
    assert result.cannot.says == says
    assert not result.agrees


def test_an_input_that_nothing_read_is_told(book: RuleBook) -> None:
    given = {"days": 5, "weather": "fine"}
    assert run_example(example("rounding", given, {"rounded": 5}, policy={"mood": 1}), book).unread == (
        "weather",
        "policy.mood",
    )


def test_without_a_published_result_there_is_nothing_to_agree_with(book: RuleBook) -> None:
    result = run_example({"id": "x", "kind": "rounding", "inputs": {"days": Decimal("5.3")}}, book)
    assert (result.agrees, result.computed) == (False, {"rounded": Fraction(11, 2)})
