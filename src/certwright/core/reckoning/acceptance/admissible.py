"""What must hold before any sampling table is read."""

import re
from collections.abc import Mapping
from decimal import Decimal

from certwright.core.reckoning.derivation import CannotReckon
from certwright.packs.model.base import Source

NOTHING_SETTLED: Mapping[str, object] = {}
"""The settled values of a pack that asks for none, or of a body that set none."""

_PRINTED = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")


def check_lot(lot_size: int, source: Source) -> None:
    """Refuse a lot of fewer than two items: one item is inspected, not sampled."""
    if lot_size < 2:
        raise CannotReckon("acceptance-sampling.lot-too-small", "lot", source, {"lot": lot_size, "least": 2})


def check_settled(needs: str | None, settled: Mapping[str, object], source: Source) -> None:
    """Refuse a table nobody is sure of, unless the body answered *yes* to the value that the table ``needs``."""
    if needs is not None and settled.get(needs) is not True:
        inputs = {"table": f"{source.document} {source.clause or ''}".strip(), "needs": needs}
        raise CannotReckon("acceptance-sampling.table-not-settled", needs, source, inputs, "manual-value")


def column_of(quality: str, columns: Mapping[Decimal, int], field: str, source: Source) -> int:
    """The place of ``quality`` in a series; 1, 1.0 and 1.00 are the same. Refuses what is not in the series."""
    column = columns.get(Decimal(quality)) if _PRINTED.fullmatch(quality) else None
    if column is None:
        inputs = {field: quality, "series": ", ".join(str(each) for each in columns)}
        raise CannotReckon(f"acceptance-sampling.{field}-unknown", field, source, inputs)
    return column
