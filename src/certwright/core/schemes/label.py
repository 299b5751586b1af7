"""The type a scheme calls itself is the type its functions make it (R-03)."""

from collections.abc import Iterator

from certwright.core.reckoning.scheme_type import scheme_type
from certwright.core.schemes.problem import SchemeProblem
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.words import SchemeType


def mislabelled(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-03: the stored type equals the derived one, or is N with a sentence why (17067:2013 5.3)."""
    derived = scheme_type(scheme.uses, scheme.object)
    if scheme.type is SchemeType.N:
        if not scheme.type_because:
            yield SchemeProblem(
                "type-n-without-reason",
                "R-03",
                "17067:2013 5.3",
                ("type_because",),
                "The scheme calls itself of type N and does not say why.",
                f"Say why in type_because; by its functions the scheme would be of type {derived.value}.",
            )
    elif scheme.type is not derived:
        yield SchemeProblem(
            "wrong-type",
            "R-03",
            "17067:2013 5.3",
            ("type",),
            f"The scheme calls itself type {scheme.type.value}; by its functions it is of type {derived.value}.",
            f"Call it {derived.value}, correct the functions, or call it N and say why.",
        )
