"""What an accreditation body asks on top of, or instead of, an international document on audit time.

An overlay may tighten. Where it asks for less than the document it changes, the reckoning wants a reason.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from certwright.packs.model.audit_time import AuditKind
from certwright.packs.model.base import Line, Pack, PackId, PackModel, Prose, Reference, Source, Word
from certwright.packs.model.exact import Amount


class OverlayShare(PackModel):
    """The share of the initial time for one visit, where this many visits of that kind are held in a year."""

    audit: AuditKind
    visits_per_year: Annotated[int, Field(ge=1)] = 1
    share_per_visit: Amount
    source: Source


class AddOnRole(PackModel):
    """Per cent of the time of the system it rests on, and at least so many audit days."""

    percent: Amount
    least_days: Amount


class AddOn(PackModel):
    """A standard whose time is added to the time of another one: ISO/IEC 27701 on ISO/IEC 27001."""

    standard: Word
    on: Word
    roles: dict[Word, AddOnRole]
    source: Source
    notes: Prose | None = None


class AuditTimeOverlay(Pack):
    """Changes by one accreditation body in one country (ISO 3166-1 alpha-2) to the pack ``on``."""

    kind: Literal["audit-time-overlay"]
    on: PackId
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    accreditation_body: Line
    shares: tuple[OverlayShare, ...] = ()
    add_ons: tuple[AddOn, ...] = ()

    def references(self) -> Iterator[Reference]:
        """The pack it changes."""
        yield Reference(("on",), self.on, kind="audit-time")

    def share_of(self, audit: AuditKind, visits_per_year: int) -> OverlayShare | None:
        """The share for that audit and number of visits in a year, if the overlay changes it."""
        wanted = (audit, visits_per_year)
        return next((share for share in self.shares if (share.audit, share.visits_per_year) == wanted), None)
