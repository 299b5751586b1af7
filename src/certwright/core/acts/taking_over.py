"""Taking over a running portfolio: what another record knew, stated here and judged there (DESIGN section 5.10).

A body that begins to use this program has clients, certificates in the middle of their cycle and open findings. These
acts state them with their true dates, from the record they come from. Nothing of it was judged by the rules of this
program, and whatever rests on it says so: *taken over, not judged here*. What happens from then on is judged like
everything else.

They are statements made on the day they are recorded; the days they tell stand in their fields. Records of clients are
asked for by ISO/IEC 17065 7.12.1 and ISO/IEC 17021-1 9.9.1.
"""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.acts.body import LegalEntity, Standard
from certwright.core.acts.certification import CertifiedProduct, ObjectKind
from certwright.core.acts.client import Site
from certwright.core.acts.finding import Grade
from certwright.core.functions import Function
from certwright.core.words import (
    AttachmentId,
    CertificationId,
    ClientId,
    Day,
    Line,
    LongText,
    PackName,
    PastDay,
    TextDigest,
)

TAKES_OVER = frozenset({Function.CLIENT_ADMINISTRATION, Function.QUALITY_MANAGEMENT})


class TakeOverClient(
    Act,
    name="client.take-over",
    about="client",
    nature=Nature.FACT,
    by=TAKES_OVER,
    says="Took over the client {act.legal_entity.name} from {act.source}.",
):
    """A client of another record: the legal entity and the sites known there on ``known_on``.

    ``source`` names that record, ``row`` the place in it, ``file`` the stored copy of it. A record that does not tell
    legal persons from sole traders says ``not-known``.
    """

    source: Line
    known_on: PastDay
    row: Line | None = None
    file: AttachmentId | None = None
    legal_entity: LegalEntity
    status: Literal["legal-person", "sole-trader", "not-known"] = "not-known"
    sites: Annotated[tuple[Site, ...], Field(min_length=1, max_length=2_000)]


class TakeOverCertification(
    Act,
    name="certification.take-over",
    about="certification",
    nature=Nature.FACT,
    by=TAKES_OVER,
    says="Took over the certification {act.number} from {act.source}.",
):
    """A certification another record holds: its number, what it covers, and the days of its present cycle.

    ``granted_on`` is the day of the first grant, if the record tells it; ``valid_from`` and ``last_day`` span the
    present cycle (no ``last_day``: open ended). ``next_due`` is the last day of the next surveillance. ``issued_by``
    names the body that issued it where the record holds certificates of several. ``said`` is the record's own word for
    its state, kept beside what the days say.
    """

    source: Line
    known_on: PastDay
    row: Line | None = None
    file: AttachmentId | None = None
    client: ClientId
    standard: Standard
    pack: PackName
    edition: Line
    text: TextDigest
    object_kind: ObjectKind
    accredited: Literal["accredited", "non-accredited"]
    scope: LongText
    sites: Annotated[tuple[Line, ...], Field(min_length=1, max_length=2_000)]
    areas: tuple[Line, ...] = ()
    products: Annotated[tuple[CertifiedProduct, ...], Field(max_length=2_000)] = ()
    number: Line
    version: Annotated[int, Field(ge=1, le=10_000, strict=True)] = 1
    issued_by: Line | None = None
    granted_on: PastDay | None = None
    valid_from: Day
    last_day: Day | None = None
    suspended_from: PastDay | None = None
    withdrawn_from: PastDay | None = None
    next_due: Day | None = None
    said: Line | None = None


EventKind = Literal["renewed", "suspended", "reinstated", "withdrawn", "ended", "scope-changed", "said"]
"""What another record tells to have happened. ``said`` is a word for the state alone: the days say what it is."""


class TakeOverEvent(
    Act,
    name="certification.take-over-event",
    about="certification",
    nature=Nature.FACT,
    by=TAKES_OVER,
    says="{act.source} says since {act.from_day}: {act.event}.",
):
    """What the record a certification was taken over from tells of it: a renewal, a suspension, a new scope …

    ``from_day`` is the first day it counts. A renewal says its ``last_day`` (none: open ended); ``ended`` means that
    ``from_day`` is the first day without it, by the client's wish or because the record dropped it.
    """

    source: Line
    known_on: PastDay
    row: Line | None = None
    file: AttachmentId | None = None
    event: EventKind
    from_day: Day
    last_day: Day | None = None
    scope: LongText | None = None
    said: Line | None = None
    note: LongText | None = None


class TakeOverFinding(
    Act,
    name="finding.take-over",
    about="finding",
    nature=Nature.FACT,
    by=TAKES_OVER,
    says="Took over an open nonconformity ({act.grade}) with {act.requirement} from {act.source}.",
):
    """A nonconformity that is still open in another record; from here it goes its way like one raised here."""

    source: Line
    known_on: PastDay
    row: Line | None = None
    file: AttachmentId | None = None
    certification: CertificationId
    client: ClientId
    standard: Standard
    pack: PackName
    edition: Line
    text: TextDigest
    requirement: Line
    grade: Grade
    scheme_class: Line | None = None
    statement: LongText
    raised_on: PastDay
    told_on: PastDay | None = None
    answer_due: Day | None = None
