"""A mark on the product needs surveillance of marked products, or a batch (R-02, R-71)."""

from collections.abc import Iterator

from certwright.core.schemes.problem import SchemeProblem
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.words import SURVEILLANCE, ObjectKind, SchemeFunction

OF_MARKED_PRODUCTS = frozenset(
    {
        SchemeFunction.SURVEILLANCE_MARKET,
        SchemeFunction.SURVEILLANCE_FACTORY,
        SchemeFunction.SURVEILLANCE_PROCESS,
    }
)
"""The activities of surveillance that look at marked products (17065 7.9.3); a system audit alone does not."""


def mark_without_surveillance(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-02: a mark on a product rests on surveillance or a batch; a mark of a process or service on surveillance.

    ISO/IEC 17065:2012 7.9.3, 7.9.4; ISO/IEC 17030:2021 points the same way. Planned activities count, not intentions.
    """
    mark = scheme.mark_rules
    if mark is None:
        return
    planned = frozenset(activity.function for activity in scheme.plan.activities) if scheme.plan else frozenset()
    if scheme.object is not ObjectKind.PRODUCT:
        if SURVEILLANCE.isdisjoint(planned):
            yield SchemeProblem(
                "mark-without-surveillance",
                "R-02",
                "17065:2012 7.9.4",
                ("mark",),
                f"A mark is licensed for a {scheme.object} under no periodic surveillance.",
                f"Plan surveillance of the {scheme.object}, or say that there is no mark.",
            )
    elif mark.on_product and OF_MARKED_PRODUCTS.isdisjoint(planned) and not _marks_a_batch(scheme):
        yield SchemeProblem(
            "mark-without-surveillance",
            "R-02",
            "17065:2012 7.9.3",
            ("mark", "places"),
            "A mark stands on the product, and nothing surveys marked products.",
            "Plan surveillance from market, factory or production, certify a batch, or keep the mark off the product.",
        )


def _marks_a_batch(scheme: ProductScheme) -> bool:
    return SchemeFunction.BATCH_STATEMENT in scheme.uses
