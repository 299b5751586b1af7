"""What the body and its people must not have done for a client follows from what the scheme does (R-05)."""

from collections.abc import Iterator

from certwright.core.schemes.problem import SchemeProblem
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.words import Conflict, Determination, ObjectKind, SchemeFunction

_OF_OBJECT = {
    ObjectKind.PRODUCT: frozenset(
        {Conflict.DESIGN, Conflict.MANUFACTURE, Conflict.INSTALLATION, Conflict.DISTRIBUTION, Conflict.MAINTENANCE}
    ),
    ObjectKind.PROCESS: frozenset({Conflict.DESIGN, Conflict.OPERATION, Conflict.MAINTENANCE}),
    ObjectKind.SERVICE: frozenset({Conflict.DESIGN, Conflict.PROVISION, Conflict.MAINTENANCE}),
}
"""ISO/IEC 17065:2012 4.2.6 a to c, by what is certified."""


def audits_a_system(scheme: ProductScheme) -> bool:
    """Whether a management-system audit is part of the evaluation or surveillance (17065 6.2.1)."""
    return SchemeFunction.SURVEILLANCE_SYSTEM in scheme.uses or any(
        task.determination is Determination.MANAGEMENT_SYSTEM_AUDIT for task in scheme.tasks
    )


def conflicts_to_screen(scheme: ProductScheme) -> frozenset[Conflict]:
    """Every earlier work for a client that must be asked about: 4.2.6 a–d, and e where a system is audited."""
    found = _OF_OBJECT[scheme.object] | {Conflict.CONSULTANCY}
    return found | {Conflict.SYSTEM_CONSULTANCY, Conflict.INTERNAL_AUDIT} if audits_a_system(scheme) else found


def unscreened_conflicts(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-05: a system audit in the scheme switches on 4.2.6 e; every conflict that follows is screened."""
    for conflict in Conflict:
        if conflict in conflicts_to_screen(scheme) and conflict not in scheme.conflicts_screened:
            by_audit = conflict in {Conflict.SYSTEM_CONSULTANCY, Conflict.INTERNAL_AUDIT}
            why = "the scheme audits a management system" if by_audit else f"the scheme certifies a {scheme.object}"
            yield SchemeProblem(
                f"unscreened-{conflict}",
                "R-05",
                "17065:2012 4.2.6 e" if by_audit else "17065:2012 4.2.6",
                ("conflicts_screened",),
                f"Nobody is asked about {conflict.replace('-', ' ')} for the client, although {why}.",
                f"Add {conflict} to conflicts_screened.",
            )
