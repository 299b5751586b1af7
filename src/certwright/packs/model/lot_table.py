"""What sampling tables share: lot ranges without gaps, qualities, and leave to use a table nobody is sure of."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Annotated

from pydantic import Field, StringConstraints

from certwright.packs.model.base import Confidence, Pack, PackModel, Source

Quality = Annotated[str, StringConstraints(pattern=r"^(0|[1-9][0-9]*)(\.[0-9]+)?$")]
"""An AQL or limiting quality as it is printed: per cent nonconforming, or nonconformities per 100 items."""


class LotRange(PackModel):
    """Lots from ``lot_min`` to ``lot_max`` items, both included; ``None`` means without end."""

    lot_min: int = Field(ge=2)
    lot_max: int | None

    def holds(self, lot_size: int) -> bool:
        """Whether a lot of ``lot_size`` items falls into this range."""
        return self.lot_min <= lot_size and (self.lot_max is None or lot_size <= self.lot_max)


def check_ranges(rows: Iterable[LotRange]) -> None:
    """Raises ``ValueError`` unless each range begins where the one before it ends."""
    for row, following in pairwise(rows):
        if row.lot_max is None or following.lot_min != row.lot_max + 1:
            raise ValueError(f"lot ranges must follow each other without gap: {row.lot_max}, {following.lot_min}")


def check_leave(pack: Pack, source: Source, needs: str | None) -> None:
    """Raises ``ValueError`` if an unsure table could be used without a value that the body sets in ``pack``."""
    if source.confidence is Confidence.UNSURE and needs is None:
        raise ValueError("a table nobody is sure of needs a value that the body sets")
    if needs is not None and needs not in {value.name for value in pack.uncertain}:
        raise ValueError(f"needs {needs}, which is not among the pack's uncertain values")
