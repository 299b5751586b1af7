"""Types of scheme derived from functions (ISO/IEC 17067:2013 5.3, table 1, as far as it is known)."""

from itertools import chain, combinations

import pytest

from certwright.core.reckoning.scheme_type import scheme_type
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.words import ALWAYS, SURVEILLANCE, ObjectKind, SchemeFunction, SchemeType
from certwright.packs.shipped import library

F, T = SchemeFunction, SchemeType
USE, BATCH, MARK = F.USE_OF_CERTIFICATE, F.BATCH_STATEMENT, F.MARK_LICENCE
MARKET, FACTORY, PROCESS, SYSTEM = (
    F.SURVEILLANCE_MARKET,
    F.SURVEILLANCE_FACTORY,
    F.SURVEILLANCE_PROCESS,
    F.SURVEILLANCE_SYSTEM,
)


@pytest.mark.parametrize(
    ("beyond", "expected"),
    [
        ({USE}, T.ONE_A),
        ({USE, BATCH, MARK}, T.ONE_B),
        ({USE, MARK, MARKET}, T.TWO),
        ({USE, MARK, FACTORY, PROCESS}, T.THREE),
        ({USE, MARK, MARKET, FACTORY, PROCESS}, T.FOUR),
        ({USE, MARK, MARKET, FACTORY, PROCESS, SYSTEM}, T.FIVE),
        ({USE, MARK, FACTORY, SYSTEM}, T.FIVE),
        ({USE, MARK, MARKET, PROCESS, SYSTEM}, T.FIVE),
        (set(), T.N),
        ({USE, MARK}, T.N),
        ({USE, MARKET}, T.N),
        ({USE, MARK, FACTORY}, T.N),
        ({USE, MARK, SYSTEM}, T.N),
        ({USE, MARK, PROCESS, SYSTEM}, T.N),
        ({USE, BATCH, MARK, MARKET, FACTORY, SYSTEM}, T.N),
    ],
)
def test_r03_types_of_product_schemes(beyond: set[SchemeFunction], expected: SchemeType) -> None:
    assert scheme_type(ALWAYS | beyond, ObjectKind.PRODUCT) is expected


@pytest.mark.parametrize("certifies", [ObjectKind.PROCESS, ObjectKind.SERVICE])
def test_r03_type_6_is_for_processes_and_services(certifies: ObjectKind) -> None:
    assert scheme_type(ALWAYS | {USE, MARK, PROCESS, SYSTEM}, certifies) is T.SIX
    assert scheme_type(ALWAYS | {USE, MARK, PROCESS}, certifies) is T.N
    assert scheme_type(ALWAYS | {USE, MARK, FACTORY, SYSTEM}, certifies) is T.N


@pytest.mark.parametrize("missing", sorted(ALWAYS))
def test_a_scheme_without_a_necessary_function_has_no_type(missing: SchemeFunction) -> None:
    assert scheme_type((ALWAYS - {missing}) | {USE}, ObjectKind.PRODUCT) is T.N


def test_every_typed_mark_on_products_rests_on_surveillance_or_a_batch() -> None:
    """Walks all mixes: whatever has a type other than N and a mark is surveyed, or a batch (R-02)."""
    others = [function for function in SchemeFunction if function not in ALWAYS]
    for mix in chain.from_iterable(combinations(others, size) for size in range(len(others) + 1)):
        for certifies in ObjectKind:
            if MARK in mix and scheme_type(ALWAYS | set(mix), certifies) is not T.N:
                assert BATCH in mix or not SURVEILLANCE.isdisjoint(mix)


def test_the_shipped_schemes_are_of_the_types_they_say() -> None:
    said = {one.pack: (one.type, scheme_type(one.uses, one.object)) for one in library().of_kind(ProductScheme)}
    assert said == {
        "safety-helmets": (T.FIVE, T.FIVE),
        "electrical-safety": (T.FIVE, T.FIVE),
        "eco-labelled-packaging": (T.THREE, T.THREE),
        "gmp-cosmetics": (T.SIX, T.SIX),
        "organic-food": (T.N, T.N),
        "biomass-sustainability": (T.N, T.N),
        "certified-kubernetes": (T.N, T.TWO),  # says why it is not type 2
    }
