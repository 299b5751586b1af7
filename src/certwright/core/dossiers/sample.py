"""What the dossier of a sample says: where it came from and whose hands it is in."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.sample import DisposeSample, DrawSample, HandOver
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry

HARMED = frozenset({"seals-broken", "damaged"})
"""Conditions in which a sample no longer speaks for what it was drawn from."""


@dataclass(frozen=True, slots=True)
class Custody:
    """From a day on, the sample is with somebody, in a condition."""

    holder: str
    since: date
    condition: str


@dossier_kind("sample")
@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Dossier):
    """A sample drawn for an assignment. Its custody begins with whoever drew it."""

    certification: str = ""
    assignment: str = ""
    product: str = ""
    drawer: str = ""
    drawn_by: str | None = None
    drawn_on: date | None = None
    origin: str = ""
    sampling: str | None = None
    size: int = 0
    lot_size: int | None = None
    seals: tuple[str, ...] = ()
    custody: tuple[Custody, ...] = ()
    disposed: str = ""
    disposed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it was drawn by an act that still stands."""
        return self.drawn_on is not None

    @property
    def title(self) -> str:
        """What was drawn, and when."""
        return f"{self.size} × {self.product}, {self.drawn_on}" if self.drawn_on else self.id

    @property
    def last_day(self) -> date | None:
        """The last day anything is known of it."""
        return max((held.since for held in self.custody), default=None)

    def harmed_by(self, day: date) -> Custody | None:
        """The first change of hands up to ``day`` at which seals were broken or the sample damaged."""
        return next((held for held in self.custody if held.since <= day and held.condition in HARMED), None)

    def there_on(self, day: date) -> bool:
        """Whether it was still to be had on ``day``; what is kept as a reference is."""
        gone = self.disposed_on is not None and self.disposed_on < day
        return not gone or self.disposed == "kept-as-reference"


@moves(Sample, DrawSample)
def _drawn(sample: Sample, act: DrawSample, entry: Entry) -> Sample:
    return replace(
        sample,
        certification=act.certification,
        assignment=act.assignment,
        product=act.product,
        drawer=act.drawer,
        drawn_by=act.drawn_by,
        drawn_on=act.drawn_on,
        origin=act.origin,
        sampling=act.sampling,
        size=act.size,
        lot_size=act.lot_size,
        seals=act.seals,
        custody=(Custody(act.drawn_by or act.drawer, act.drawn_on, "seals-whole" if act.seals else "not-sealed"),),
    )


@moves(Sample, HandOver)
def _handed_over(sample: Sample, act: HandOver, entry: Entry) -> Sample:
    return replace(sample, custody=(*sample.custody, Custody(act.to, act.handed_on, act.condition)))


@moves(Sample, DisposeSample)
def _disposed(sample: Sample, act: DisposeSample, entry: Entry) -> Sample:
    return replace(sample, disposed=act.what, disposed_on=act.on)
