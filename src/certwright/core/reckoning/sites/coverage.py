"""What was visited over a cycle, and which sites are next in need: the memory behind the auditor's judgement.

Over the cycle the differences between sites are to be covered (IAF MD 1 6.1). Where sampling does not fit, every site
is owed a visit at initial audit and recertification, and the second surveillance normally takes other sites (6.2).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from certwright.core.reckoning.sites.question import Visit


@dataclass(frozen=True, slots=True)
class Coverage:
    """``visited``: (site, last visit) by site; ``never``: sites without visit. Both only of the sites asked about."""

    visited: tuple[tuple[str, date], ...]
    never: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every site was visited."""
        return not self.never


def coverage(sites: Iterable[str], visits: Iterable[Visit], since: date) -> Coverage:
    """Which of ``sites`` were visited on or after ``since`` (the first day of the cycle), and when last."""
    wanted, last = set(sites), dict[str, date]()
    for visit in visits:
        if visit.site in wanted and visit.day >= since:
            last[visit.site] = max(visit.day, last.get(visit.site, visit.day))
    return Coverage(tuple(sorted(last.items())), tuple(sorted(wanted - last.keys())))


def by_need(sites: Iterable[str], visits: Sequence[Visit]) -> tuple[str, ...]:
    """The sites, those never visited first, then those visited longest ago; by name where that is equal."""
    last = {visit.site: visit.day for visit in sorted(visits, key=lambda visit: visit.day)}
    return tuple(sorted(sites, key=lambda site: (last.get(site, date.min), site)))
