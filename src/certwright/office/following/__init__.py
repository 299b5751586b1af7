"""What follows from the dossiers around an act need not be written: references, pins, days of what happened.

Whatever somebody writes is left as it is, right or wrong. What is filled in stands in the act like anything written,
and is judged and kept with it.
"""

from collections.abc import Mapping
from datetime import date

from certwright.core.acts.act import Act, words_of
from certwright.office.case import Case, Fields
from certwright.office.following import case as of_case
from certwright.office.following import deciding, determining, matters
from certwright.office.following.case import EVERYWHERE, Follows


def following(model: type[Act], case: Case) -> Fields:
    """The fields of ``case``, and those that are missing and follow from its dossiers."""
    name = model.spec.name
    for field in [*_ORDER, *model.model_fields]:
        if field not in model.model_fields or field in case.fields:
            continue
        follow = _OF_ACT.get((name, field))
        if follow is None and model.model_fields[field].is_required():
            follow = EVERYWHERE.get(field) or (_day if _states_a_day(model, field) else None)
        value = follow(case) if follow else None
        if value not in (None, (), [], ""):
            case = case.having({**case.fields, field: value})
    return case.fields


_ORDER = (
    "enquiry",
    "assignment",
    "certification",
    "application",
    "client",
    "standard",
    "pack",
    "limits",
    "review",
    "about_certification",
)
"""What other fields follow from is filled in first."""


def _states_a_day(model: type[Act], field: str) -> bool:
    described = model.model_fields[field]
    words = words_of(described.metadata, described.annotation)
    return any(word.widget == "past-day" or (word.widget == "day" and f"_{field}".endswith("_on")) for word in words)


def _day(case: Case) -> date:
    """What happened is taken to have happened on the day of the act that states it."""
    return case.day


_OF_ACT: Mapping[tuple[str, str], Follows] = {
    **of_case.OF_ACT,
    **determining.OF_ACT,
    **deciding.OF_ACT,
    **matters.OF_ACT,
}
"""What particular acts take from their case, also where the field may be left empty."""
