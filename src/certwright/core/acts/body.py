"""Acts about the certification body itself."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.functions import Function
from certwright.core.words import Country, Line, LongText, Months, PersonId, TimeZone, WorkingDays

Standard = Literal["iso-iec-17065", "iso-iec-17021-1"]
"""An accreditation standard the body works to. "Standards in use" is the body's choice (corrections, 20)."""


class LegalEntity(Part):
    """A legal person, or a natural person who trades under the law as one, as its register knows it."""

    name: Line
    form: Line
    register_name: Line | None = None
    register_number: Line | None = None
    street: Line | None = None
    postal_code: Line | None = None
    town: Line
    country: Country


class FoundBody(
    Act,
    name="body.found",
    about="body",
    nature=Nature.AUTHORITY,
    says="Founded {act.legal_entity.name} as a certification body.",
    settled=True,
):
    """Found the certification body: who answers in law, which day it counts by, who authorises the first people.

    ISO/IEC 17065 4.1.1 and ISO/IEC 17021-1 5.1.1 ask for a legal entity. A first day exists: top management names
    the first authoriser here (corrections, 21); everybody else is authorised by an act of an authorised person.
    """

    legal_entity: LegalEntity
    time_zone: TimeZone
    standards_in_use: Annotated[tuple[Standard, ...], Field(min_length=1)]
    first_authoriser: PersonId
    basis: LongText
    retention_months: Months = 72


class ChoosePeriods(
    Act,
    name="body.choose-periods",
    about="body",
    nature=Nature.AUTHORITY,
    by={Function.TOP_MANAGEMENT, Function.QUALITY_MANAGEMENT},
    says="Chose the body's own periods.",
):
    """Choose the periods that the standards leave to the body; until then the customary ones hold.

    ``product_distance`` keeps consultants from review and decision (ISO/IEC 17065 4.2.10). ``distance`` is the two
    years of ISO/IEC 17065 7.13.6 and ISO/IEC 17021-1 5.2.6, 5.2.7 and 5.2.10, which a body may only lengthen.
    ``threat_review`` is the longest time between two looks at a threat to impartiality (17065 4.2.3; 17021-1 5.2.3).
    ``acknowledgement`` is the time to confirm receipt of a complaint or appeal, ``on_site_evaluation`` the longest
    time between two looks at an auditor's work on site (ISO/IEC 17021-1 7.2.11).
    """

    product_distance: Months = 24
    distance: Annotated[Months, Field(ge=24)] = 24
    acknowledgement: WorkingDays = 5
    on_site_evaluation: Months = 36
    threat_review: Months = 6
    basis: LongText = "Customary, until the body chooses."
