"""Acts about packs: a pack drives nothing until somebody authorised adopts its text."""

from typing import Annotated

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.functions import Function
from certwright.core.words import CertificationId, Line, LongText, PackName, ParameterName, TextDigest


class SetValue(Part):
    """A value the pack leaves to the body, as the body sets it."""

    name: ParameterName
    value: Line
    basis: LongText


class AdoptPack(
    Act,
    name="pack.adopt",
    about="pack",
    nature=Nature.AUTHORITY,
    by={Function.SCHEME_MANAGEMENT},
    says="Adopted {act.pack}, edition {act.edition}.",
):
    """Adopt a standard, scheme or table by its exact text (ISO/IEC 17065 7.1.1–7.1.2; ISO/IEC 17021-1 8.1.2, 9.1).

    The text is kept by its digest, so that old cases read what they were pinned to when the shipped file has changed.
    ``rests_on`` are the packs it refers to, which the body must have adopted; the door fills them in before judging.
    """

    pack: PackName
    edition: Line
    text: TextDigest
    values: Annotated[tuple[SetValue, ...], Field(max_length=500)] = ()
    rests_on: Annotated[tuple[PackName, ...], Field(max_length=200)] = ()
    basis: LongText

    def gathers(self) -> frozenset[str]:
        """The dossiers of the packs this one refers to."""
        return frozenset(f"pack:{pack}" for pack in self.rests_on)


class RecordExperience(
    Act,
    name="pack.record-experience",
    about="pack",
    nature=Nature.FACT,
    by={Function.APPLICATION_REVIEW, Function.SCHEME_MANAGEMENT},
    says="Recorded experience under this pack.",
):
    """The body has certified products of these categories or areas under this pack (ISO/IEC 17065 7.3.2).

    Until that is on record, taking on such a product is new territory and is justified each time (7.3.3). No areas:
    experience with the pack as a whole, where it knows no categories.
    """

    areas: Annotated[tuple[Line, ...], Field(max_length=200)] = ()
    certifications: Annotated[tuple[CertificationId, ...], Field(max_length=50)] = ()
    basis: LongText
