"""What the handling of a complaint or an appeal takes from how it was received."""

from collections.abc import Mapping
from typing import Any

from certwright.core.dossiers import Matter
from certwright.office.case import Case
from certwright.office.following.case import Follows


def _received(field: str) -> Follows:
    """What a matter is about, as it was received."""

    def follow(case: Case) -> Any:
        own = case.opened()
        return getattr(own.received, field) if isinstance(own, Matter) and own.received else None

    return follow


def _work_begun(case: Case) -> list[str]:
    """The assignments of a certification that were decided or reviewed on, or should have begun."""
    certification = case.certification_of(case.fields.get("about_certification"))
    if certification is None:
        return []
    begun = {one.assignment for one in certification.planned if not one.omitted_by and one.span.first <= case.day}
    decided = {piece for made in certification.decisions for piece in made.rests_on}
    reviewed = {piece for made in certification.reviews for piece in made.rests_on}
    return sorted(begun | decided | reviewed)


OF_ACT: Mapping[tuple[str, str], Follows] = {
    **{
        (act, field): _received(field)
        for act in ("matter.assign-handler", "matter.decide")
        for field in ("about_certification", "about_application", "about_client")
    },
    ("matter.assign-handler", "assignments"): _work_begun,
    ("matter.decide", "assignments"): _work_begun,
}
"""What handling and deciding a matter take from its receipt."""
