"""Versions of a scheme and whom a change concerns (R-06; 17065 7.10.1)."""

from datetime import date

from certwright.core.schemes.versions import Affected, Certified, affected, version_problems
from certwright.packs.model.base import Replaces
from certwright.packs.model.product import ProductScheme


def told(released: ProductScheme, new: ProductScheme) -> list[str]:
    return [problem.id for problem in version_problems(released, new)]


def second(helmets: ProductScheme, **fields: object) -> ProductScheme:
    """A second version with one requirement for type 2 helmets made stricter."""
    stricter = tuple(
        each.model_copy(update={"says": f"{each.says} More strictly."}) if each.id == "shock-off-crown" else each
        for each in helmets.requirements
    )
    head = {
        "edition": "2",
        "valid_from": date(2027, 1, 1),
        "replaces": Replaces(edition="1", transition_until=date(2027, 12, 31)),
        "requirements": stricter,
    }
    return helmets.model_copy(update=head | fields)


def test_r06_the_same_text_may_be_released_again(helmets: ProductScheme) -> None:
    assert told(helmets, helmets) == []


def test_r06_a_released_version_never_changes(helmets: ProductScheme) -> None:
    assert told(helmets, second(helmets, edition="1")) == ["released-version-changed"]


def test_r06_a_new_version_has_its_day_and_its_transition(helmets: ProductScheme) -> None:
    assert told(helmets, second(helmets)) == []
    assert told(helmets, second(helmets, valid_from=None)) == ["version-without-day"]
    assert told(helmets, second(helmets, replaces=None)) == ["version-without-transition"]
    other = Replaces(edition="0", transition_until=date(2027, 12, 31))
    assert told(helmets, second(helmets, replaces=other)) == ["version-without-transition"]


def test_r06_a_transition_is_not_over_before_it_begins(helmets: ProductScheme) -> None:
    short = Replaces(edition="1", transition_until=date(2026, 12, 31))
    assert told(helmets, second(helmets, replaces=short)) == ["transition-too-short"]
    just = Replaces(edition="1", transition_until=date(2027, 1, 1))
    assert told(helmets, second(helmets, replaces=just)) == []


def test_acceptance_11_a_change_lists_exactly_the_certificates_it_concerns(helmets: ProductScheme) -> None:
    certificates = [
        Certified("C-1", "1", frozenset({"helmets-type-1"})),  # another type
        Certified("C-2", "1", frozenset({"helmets-type-2"})),
        Certified("C-3", "1", frozenset({"helmets"})),  # the wider category takes type 2 in
        Certified("C-4", "2", frozenset({"helmets-type-2"})),  # on the new version already
    ]
    found = affected(helmets, second(helmets), certificates)
    assert found == (Affected("C-2", ("shock-off-crown",)), Affected("C-3", ("shock-off-crown",)))


def test_a_change_for_all_categories_concerns_all(helmets: ProductScheme) -> None:
    added = helmets.requirements[0].model_copy(update={"id": "new-one"})
    new = second(helmets, requirements=(*helmets.requirements, added))
    one = Certified("C-1", "1", frozenset({"helmets-type-1"}))
    assert affected(helmets, new, [one]) == (Affected("C-1", ("new-one",)),)


def test_a_requirement_on_a_wider_category_concerns_the_narrower_ones(helmets: ProductScheme) -> None:
    added = helmets.requirements[0].model_copy(update={"id": "new-one", "categories": ("helmets",)})
    new = helmets.model_copy(update={"edition": "2", "requirements": (*helmets.requirements, added)})
    one = Certified("C-1", "1", frozenset({"helmets-type-1"}))
    assert affected(helmets, new, [one]) == (Affected("C-1", ("new-one",)),)


def test_a_requirement_that_is_dropped_burdens_nobody(helmets: ProductScheme) -> None:
    new = second(helmets, requirements=helmets.requirements[1:])
    assert affected(helmets, new, [Certified("C-2", "1", frozenset({"helmets-type-2"}))]) == ()
