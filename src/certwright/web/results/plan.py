"""What results are wanted of an assignment: which quantities on which specimens, which requirements by judgement.

It follows from the assignment's requirements, the scheme or standard it is pinned to, and the samples that were drawn
(ISO/IEC 17065 7.4.2–7.4.4; ISO/IEC 17021-1 9.2.2.1.5).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from certwright.core.dossiers import Assignment, Sample
from certwright.core.result_lines import Measure, measures
from certwright.office.case import Case
from certwright.office.lines_judged import settled_for
from certwright.packs.adoption import Value
from certwright.packs.model.base import Confidence, Source
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.requirements import Requirement


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement results are wanted for: what it says and when it is met, as far as the pack tells.

    ``measures`` is empty where a person judges. ``group`` is the heading it stands under.
    """

    id: str
    title: str
    clause: str = ""
    when: str = ""
    criterion: str = ""
    method: str = ""
    evidence: str = ""
    group: str = ""
    source: Source | None = None
    measures: tuple[Measure, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether nobody has read the figures in the document itself."""
        return self.source is not None and self.source.confidence in {Confidence.RECALLED, Confidence.UNSURE}


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is wanted: the requirements in their order, and the samples they are examined on (at least one entry;
    an empty id where no sample was drawn)."""

    asked: tuple[Asked, ...]
    samples: tuple[str, ...]
    names: Mapping[str, str]
    scheme: ProductScheme | None
    settled: Mapping[str, Value]

    @property
    def specimens(self) -> int:
        """The most specimens that any quantity is measured on."""
        return max((one.specimens for each in self.asked for one in each.measures), default=1)


def plan(case: Case, answered: Iterable[str]) -> Plan | None:
    """What is wanted in the assignment of ``case``; ``None`` where there is none.

    Requirements that have a result stand no more, except those of ``answered`` and where nothing else is left.
    """
    own, pack = case.assignment, case.pack
    if own is None:
        return None
    done, answering = own.verdicts(), set(answered)
    rest = own.requirements if done.keys() >= set(own.requirements) else set(own.requirements) - done.keys() | answering
    left = [one for one in own.requirements if one in rest]
    settled = settled_for(case)
    drawn = _samples(case, own)
    return Plan(
        asked=tuple(_asked(left, pack, settled)),
        samples=tuple(one.id for one in drawn) or ("",),
        names={one.id: one.title for one in drawn},
        scheme=pack if isinstance(pack, ProductScheme) else None,
        settled=settled,
    )


def _samples(case: Case, own: Assignment) -> list[Sample]:
    """The samples drawn for the assignment; an inspection for which none was drawn looks at those of the whole case."""
    every = [one for one in case.linked(own.certification, "sample.draw") if isinstance(one, Sample)]
    of_its_own = [one for one in every if one.assignment == own.id]
    return of_its_own or (every if own.what == "inspection" else [])


def _asked(left: Iterable[str], pack: object, settled: Mapping[str, Value]) -> Iterable[Asked]:
    if isinstance(pack, ProductScheme):
        known = {each.id: each for each in pack.requirements}
        return (_of_scheme(known[one], settled) if one in known else Asked(one, one) for one in left)
    if isinstance(pack, ManagementStandard):
        titles = {each.id: each.title.get("en", "") for each in pack.clauses}
        return (_of_standard(one, titles) for one in left)
    return (Asked(one, one) for one in left)


def _of_scheme(one: Requirement, settled: Mapping[str, Value]) -> Asked:
    return Asked(
        one.id,
        one.title,
        one.clause,
        one.when or "",
        one.criterion.says if one.criterion else "",
        one.method,
        one.evidence,
        source=one.source,
        measures=measures(one, settled),
    )


def _of_standard(clause: str, titles: Mapping[str, str]) -> Asked:
    chapter = clause.partition(".")[0]
    heading = gettext("Clause %(number)s") % {"number": chapter}
    return Asked(clause, f"{clause} {titles.get(clause, '')}".strip(), group=heading)
