"""Lot size and inspection level → sample size code letter."""

from certwright.core.reckoning.acceptance.admissible import check_lot
from certwright.core.reckoning.derivation import CannotReckon, Input, Trail
from certwright.packs.model.acceptance_sampling import AqlScheme
from certwright.packs.model.master_table import Letter


def code_letter(scheme: AqlScheme, lot_size: int, level: str, trail: Trail) -> Letter:
    """The code letter of a lot of ``lot_size`` items. It never depends on severity, AQL or class.

    Raises :class:`CannotReckon` for a lot of fewer than two items or beyond the table, and for an unknown level.
    """
    source = scheme.code_letters.source
    check_lot(lot_size, source)
    if level not in scheme.inspection_levels:
        inputs = {"level": level, "levels": ", ".join(scheme.inspection_levels)}
        raise CannotReckon("acceptance-sampling.level-unknown", "level", scheme.clauses.inspection_level, inputs)
    row = next((row for row in scheme.code_letters.rows if row.holds(lot_size)), None)
    if row is None:
        raise CannotReckon(
            "acceptance-sampling.lot-outside-table", "lot", source, {"lot": lot_size}, needs="manual-value"
        )
    letter = row.letters[scheme.inspection_levels.index(level)]
    told: dict[str, Input] = {"lot": lot_size, "level": level, "lot_min": row.lot_min, "lot_max": row.lot_max}
    return trail.step("acceptance-sampling.code-letter", letter, "code letter", source, **told)
