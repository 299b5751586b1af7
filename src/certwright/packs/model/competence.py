"""What people need to know and show for a function, in a scheme or under a management-system standard.

ISO/IEC 17065:2012 6.1.2.1 a; ISO/IEC 17021-1:2015 7.1.2 and annex A.
"""

from pydantic import Field

from certwright.packs.model.base import Line, PackModel, Source, Word


class CompetenceCriteria(PackModel):
    """Criteria for one function (a word of the program: ``auditing``, ``evaluation``, ``decision``, …).

    ``work`` narrows it to a sort of work (``testing``, ``inspection``, ``sampling``); ``areas`` to product categories
    or technical areas; both empty: all. ``shown_by`` says what counts as evidence.
    """

    function: Word
    work: Word | None = None
    areas: tuple[Word, ...] = ()
    education: Line | None = None
    experience: Line | None = None
    knowledge: tuple[Line, ...] = Field(min_length=1)
    shown_by: tuple[Line, ...] = Field(min_length=1)
    source: Source | None = None
