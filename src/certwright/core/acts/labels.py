"""Acts about labels that carry a mark: given out under a licence and accounted for (ISO/IEC 17065 4.1.3; R-75)."""

from typing import Annotated

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.functions import Function
from certwright.core.words import Line, LongText, Number, PastDay


class IssueLabels(
    Act,
    name="certification.issue-labels",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.CLIENT_ADMINISTRATION, Function.SCHEME_MANAGEMENT},
    says="Gave out {act.count} labels as batch {act.batch}.",
):
    """Give labels, plates or moulding inserts out under a licence. ``serials`` is their range, where they have one."""

    licence: Line
    batch: Line
    count: Annotated[Number, Field(ge=1)]
    serials: Line | None = None
    printer: Line | None = None


class CountLabels(
    Act,
    name="certification.count-labels",
    about="certification",
    nature=Nature.FACT,
    by={
        Function.CLIENT_ADMINISTRATION,
        Function.SCHEME_MANAGEMENT,
        Function.EVALUATION,
        Function.AUDITING,
        Function.AUDIT_TEAM_LEADING,
    },
    says="Counted the labels of batch {act.batch}.",
):
    """What became of a batch by a day: how many were used, destroyed, and are left over. All since it was given out."""

    batch: Line
    counted_on: PastDay
    used: Number
    destroyed: Number
    left_over: Number
    evidence: LongText
