"""From one version of a scheme to the next: released text never changes, and a change names whom it concerns (R-06)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from certwright.core.schemes.problem import SchemeProblem
from certwright.packs.model.product import ProductScheme


def version_problems(released: ProductScheme, new: ProductScheme) -> Iterator[SchemeProblem]:
    """R-06: whatever differs from a released version is a new version with its day, and with a transition (7.10.1)."""
    if new.edition == released.edition:
        if new != released:
            says = f"Version {released.edition} was released with another text."
            yield _problem("released-version-changed", ("edition",), says, "Give the changed scheme a new version.")
        return
    if new.valid_from is None:
        says = f"Nothing says from when version {new.edition} is in force."
        yield _problem("version-without-day", ("valid_from",), says, "Give valid_from.")
    if new.replaces is None or new.replaces.edition != released.edition:
        says = f"Version {new.edition} does not say until when version {released.edition} may still be used."
        remedy = f"Name {released.edition} under 'replaces', with transition_until."
        yield _problem("version-without-transition", ("replaces",), says, remedy)
    elif new.valid_from is not None and new.replaces.transition_until < new.valid_from:
        says = "The transition is over before the new version is in force."
        yield _problem("transition-too-short", ("replaces", "transition_until"), says, "Give a later day.")


def _problem(name: str, path: tuple[str | int, ...], says: str, remedy: str) -> SchemeProblem:
    return SchemeProblem(name, "R-06", "17065:2012 7.10.1", path, says, remedy)


@dataclass(frozen=True, slots=True)
class Certified:
    """What is known of a certificate that a change of scheme may concern: its version, and categories in its scope."""

    certificate: str
    edition: str
    categories: frozenset[str]


@dataclass(frozen=True, slots=True)
class Affected:
    """A certificate that a change concerns, and the requirements that are new or read otherwise for it."""

    certificate: str
    requirements: tuple[str, ...]


def affected(released: ProductScheme, new: ProductScheme, certificates: Iterable[Certified]) -> tuple[Affected, ...]:
    """The certificates on the released version whose categories meet a new or changed requirement (7.10.1).

    A certificate in a wider or narrower category than the requirement names is concerned too.
    """
    before = {each.id: each for each in released.requirements}
    changed = [each for each in new.requirements if before.get(each.id) != each]
    found = []
    for one in certificates:
        scope = _whole_branch(new, one.categories)
        names = tuple(each.id for each in changed if not each.categories or not scope.isdisjoint(each.categories))
        if one.edition == released.edition and names:
            found.append(Affected(one.certificate, names))
    return tuple(found)


def _whole_branch(scheme: ProductScheme, categories: frozenset[str]) -> frozenset[str]:
    """The categories with everything above and below them."""
    above = {each.id: each.part_of for each in scheme.categories}

    def line(name: str) -> Iterator[str]:
        seen: set[str] = set()
        at: str | None = name
        while at is not None and at not in seen:
            seen.add(at)
            yield at
            at = above.get(at)

    upwards = {name for category in categories for name in line(category)}
    downwards = {name for name in above if not categories.isdisjoint(line(name))}
    return frozenset(upwards | downwards)
