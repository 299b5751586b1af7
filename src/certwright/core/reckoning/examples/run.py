"""Published worked examples, reckoned by this program and compared with what was published.

Reads any list of examples of the kinds below; nothing is known about a single example. An example that cannot be
reckoned says why, and does not agree.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from certwright.core.reckoning.derivation import CannotReckon, Derivation
from certwright.core.reckoning.examples.audit_times import cycle_time, integrated_audit
from certwright.core.reckoning.examples.computed import Computed, Difference, differences, shaped_like
from certwright.core.reckoning.examples.inputs import EXAMPLE, Inputs
from certwright.core.reckoning.examples.several_sites import multi_site_sample, multi_site_time, one_site
from certwright.core.reckoning.examples.single_figures import on_site_share, personnel, reduction_limit, rounding
from certwright.core.reckoning.rule_book import RuleBook

KINDS: Mapping[str, Callable[[Inputs, Inputs, RuleBook], Computed]] = {
    "cycle_time": cycle_time,
    "effective_personnel": personnel,
    "integrated_audit": integrated_audit,
    "multi_site_sample": multi_site_sample,
    "multi_site_time": multi_site_time,
    "on_site_share": on_site_share,
    "reduction_limit": reduction_limit,
    "rounding": rounding,
    "site_time": one_site,
}
"""Kind of example → how it is reckoned."""


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example: what we compute, what was published, and whether every published value is exactly ours.

    ``computed`` has the shape of ``published``. ``unread`` names inputs that no reckoning asked for; ``cannot`` says
    why nothing was computed.
    """

    id: str
    kind: str
    status: str
    computed: Mapping[str, Any]
    published: Mapping[str, Any]
    agrees: bool
    differences: tuple[Difference, ...]
    note: str
    unread: tuple[str, ...]
    cannot: CannotReckon | None
    derivations: tuple[tuple[str, Derivation], ...]


def run_examples(examples: Sequence[Mapping[str, Any]], book: RuleBook) -> tuple[ExampleResult, ...]:
    """Every example in the order given."""
    return tuple(run_example(example, book) for example in examples)


def run_example(example: Mapping[str, Any], book: RuleBook) -> ExampleResult:
    """One example of the format ``id, kind, inputs, published_result, policy, status, note``."""
    inputs, policy = Inputs(example.get("inputs") or {}), Inputs(example.get("policy") or {})
    published = example.get("published_result") or {}
    cannot, found = None, Computed({}, ())
    try:
        found = _reckon(str(example.get("kind")), inputs, policy, book)
    except CannotReckon as problem:
        cannot = problem
    computed = shaped_like(published, found.figures) if published else dict(found.figures)
    unequal = tuple(differences(published, computed))
    return ExampleResult(
        str(example.get("id")),
        str(example.get("kind")),
        str(example.get("status", "")),
        computed,
        published,
        bool(published) and cannot is None and not unequal,
        unequal,
        str(example.get("note", "")),
        (*inputs.unread, *(f"policy.{name}" for name in policy.unread)),
        cannot,
        found.derivations,
    )


def _reckon(kind: str, inputs: Inputs, policy: Inputs, book: RuleBook) -> Computed:
    if kind not in KINDS:
        raise CannotReckon("example.unknown-kind", "kind", EXAMPLE, {"kind": kind, "known": ", ".join(sorted(KINDS))})
    return KINDS[kind](inputs, policy, book)
