"""Which sector a NACE class belongs to: the longest prefix wins (IAF ID 1 and its mapping to NACE Rev. 2)."""

import re

from certwright.core.reckoning.derivation import CannotReckon
from certwright.packs.model.sector_codes import Sector, SectorCodesPack

_FORM = re.compile(r"[0-9]{2}(\.[0-9]{1,2})?")


def sector_of(nace: str, pack: SectorCodesPack) -> Sector:
    """The sector that takes in a NACE division, group or class such as ``24``, ``24.4`` or ``24.46``.

    A tie break beats a sector's own prefix of the same length. A code that a sector excludes is not its. Raises
    CannotReckon for codes in no sector, such as households as employers (97, 98) and bodies of other states (99).
    """
    code = nace.strip()
    for prefix in _longest_first(code) if _FORM.fullmatch(code) else ():
        for tie_break in pack.tie_breaks:
            if tie_break.nace == prefix:
                return _held(tie_break.code, pack)
        for sector in pack.sectors:
            if prefix in sector.nace and not _excluded(code, sector):
                return sector
    raise CannotReckon("class.unknown-nace", "nace", pack.sources[0], {"given": code, "edition": pack.nace_edition})


def _longest_first(nace: str) -> list[str]:
    """``24.46`` → ``24.46``, ``24.4``, ``24``."""
    return [nace[:length] for length in range(len(nace), 1, -1) if nace[length - 1] != "."]


def _excluded(nace: str, sector: Sector) -> bool:
    return any(prefix in sector.nace_except for prefix in _longest_first(nace))


def _held(code: int, pack: SectorCodesPack) -> Sector:
    """The sector of a tie break; the model of the pack sees to it that there is one."""
    return next(sector for sector in pack.sectors if sector.code == code)
