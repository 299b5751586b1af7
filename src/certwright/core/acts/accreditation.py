"""Acts about the body's own accreditations: what may be claimed follows from their scope on the day (S11, S12)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.acts.body import Standard
from certwright.core.functions import Function
from certwright.core.words import CertificationId, Day, Line, LongText, PackName, PastDay


class RecordAccreditation(
    Act,
    name="accreditation.record",
    about="accreditation",
    nature=Nature.FACT,
    by={Function.QUALITY_MANAGEMENT, Function.TOP_MANAGEMENT},
    says="Accredited by {act.accreditation_body} under {act.standard}.",
):
    """An accreditation body accredited us: standard, number, arrangement, mark, from when until when."""

    accreditation_body: Line
    standard: Standard
    number: Line
    arrangement: Line | None = None
    mark: Line | None = None
    valid_from: Day
    valid_until: Day | None = None


class ScopeLine(Part):
    """A pack in scope, for some areas or (empty) all of them, and from when."""

    pack: PackName
    areas: tuple[Line, ...] = ()
    from_day: Day


class SetScope(
    Act,
    name="accreditation.set-scope",
    about="accreditation",
    nature=Nature.FACT,
    by={Function.QUALITY_MANAGEMENT, Function.TOP_MANAGEMENT},
    says="The accreditation's scope is now stated.",
):
    """The scope as the accreditation body's annex states it. It replaces what was stated before, from its day on."""

    from_day: Day
    lines: Annotated[tuple[ScopeLine, ...], Field(max_length=2_000)]

    def gathers(self) -> frozenset[str]:
        """The dossiers of the packs in scope."""
        return frozenset(f"pack:{line.pack}" for line in self.lines)


class ChangeAccreditation(
    Act,
    name="accreditation.change",
    about="accreditation",
    nature=Nature.FACT,
    by={Function.QUALITY_MANAGEMENT, Function.TOP_MANAGEMENT},
    says="The accreditation was {act.change} from {act.from_day}.",
):
    """The accreditation body suspended, restored or ended the accreditation (corrections, 22)."""

    change: Literal["suspended", "restored", "ended"]
    from_day: Day
    told: LongText


class TellClients(
    Act,
    name="accreditation.tell-clients",
    about="accreditation",
    nature=Nature.FACT,
    by={Function.QUALITY_MANAGEMENT, Function.TOP_MANAGEMENT, Function.CLIENT_ADMINISTRATION},
    says="Told the clients of {count:certifications} on {act.told_on}.",
):
    """The clients whose certificates carry the symbol were told what became of the accreditation (corrections, 22)."""

    certifications: Annotated[tuple[CertificationId, ...], Field(min_length=1, max_length=5_000)]
    told_on: PastDay
