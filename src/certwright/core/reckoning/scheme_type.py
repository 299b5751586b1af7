"""Which type a scheme is, derived from the functions it uses (ISO/IEC 17067:2013 5.3, table 1; R-03).

The type is a label, never a cause: whatever the label, the functions drive the process. How freely types 5 and 6 may
choose among the activities of surveillance could not be read in a copy of the table (UNSURE); we ask of type 5 samples
from market or factory together with the management-system audit, and of type 6 the assessment of the process or service
together with it. Any other mix is N.
"""

from collections.abc import Set

from certwright.packs.model.scheme.words import ALWAYS, SURVEILLANCE, ObjectKind, SchemeFunction, SchemeType

F = SchemeFunction

_PRODUCT_TYPES = {
    frozenset({F.USE_OF_CERTIFICATE}): SchemeType.ONE_A,
    frozenset({F.USE_OF_CERTIFICATE, F.BATCH_STATEMENT, F.MARK_LICENCE}): SchemeType.ONE_B,
    frozenset({F.USE_OF_CERTIFICATE, F.MARK_LICENCE, F.SURVEILLANCE_MARKET}): SchemeType.TWO,
    frozenset({F.USE_OF_CERTIFICATE, F.MARK_LICENCE, F.SURVEILLANCE_FACTORY, F.SURVEILLANCE_PROCESS}): SchemeType.THREE,
    frozenset(
        {
            F.USE_OF_CERTIFICATE,
            F.MARK_LICENCE,
            F.SURVEILLANCE_MARKET,
            F.SURVEILLANCE_FACTORY,
            F.SURVEILLANCE_PROCESS,
        }
    ): SchemeType.FOUR,
}
"""The functions a type has beyond those that no scheme does without."""

_LICENSED = frozenset({F.USE_OF_CERTIFICATE, F.MARK_LICENCE})


def scheme_type(functions: Set[SchemeFunction], certifies: ObjectKind) -> SchemeType:
    """The type of a scheme that uses ``functions`` to certify this kind of object."""
    if not functions >= ALWAYS:
        return SchemeType.N
    beyond = frozenset(functions) - ALWAYS
    if certifies is not ObjectKind.PRODUCT:
        return SchemeType.SIX if _is_type_6(beyond) else SchemeType.N
    if _is_type_5(beyond):
        return SchemeType.FIVE
    return _PRODUCT_TYPES.get(beyond, SchemeType.N)


def _is_type_5(beyond: frozenset[SchemeFunction]) -> bool:
    samples = {F.SURVEILLANCE_MARKET, F.SURVEILLANCE_FACTORY}
    return beyond - SURVEILLANCE == _LICENSED and F.SURVEILLANCE_SYSTEM in beyond and not samples.isdisjoint(beyond)


def _is_type_6(beyond: frozenset[SchemeFunction]) -> bool:
    return beyond == _LICENSED | {F.SURVEILLANCE_PROCESS, F.SURVEILLANCE_SYSTEM}
