"""Acts about a sample: where it came from and whose hands it went through (ISO/IEC 17065 7.4.4; scheme)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.functions import Function
from certwright.core.words import AssignmentId, CertificationId, Line, LongText, PastDay, PersonId, ProviderId


class DrawSample(
    Act,
    name="sample.draw",
    about="sample",
    nature=Nature.FACT,
    by={Function.EVALUATION, Function.CLIENT_ADMINISTRATION},
    says="Drew a sample of {act.size} ({act.origin}).",
):
    """A sample was drawn: by whom, where, from which lot, how (17065-rules T7, R-89).

    ``drawer`` says who drew it, as schemes put it; ``drawn_by`` is the body's sampler. ``sampling`` names the scheme's
    sampling plan. ``places`` are the places in the lot or list that were drawn with ``seed``, so that anybody can draw
    them again.
    """

    certification: CertificationId
    assignment: AssignmentId
    product: Line
    drawer: Literal["body", "laboratory", "client", "authority"]
    drawn_by: PersonId | None = None
    drawn_on: PastDay
    place: Line
    origin: Literal["type-specimen", "factory", "open-market", "lot", "population"]
    sampling: Line | None = None
    lot: Line | None = None
    lot_size: Annotated[int, Field(ge=1, strict=True)] | None = None
    size: Annotated[int, Field(ge=1, strict=True)]
    plan: LongText
    seed: Line | None = None
    places: Annotated[tuple[int, ...], Field(max_length=10_000)] = ()
    seals: Annotated[tuple[Line, ...], Field(max_length=1_000)] = ()
    marks: Annotated[tuple[Line, ...], Field(max_length=1_000)] = ()


class HandOver(
    Act,
    name="sample.hand-over",
    about="sample",
    nature=Nature.FACT,
    by={Function.EVALUATION, Function.CLIENT_ADMINISTRATION},
    says="Handed the sample over to {act.to}.",
):
    """The sample changed hands; the seals were whole or not. A carrier is named in ``remark``."""

    to: PersonId | ProviderId
    handed_on: PastDay
    condition: Literal["seals-whole", "seals-broken", "not-sealed", "damaged"]
    remark: LongText | None = None


class DisposeSample(
    Act,
    name="sample.dispose",
    about="sample",
    nature=Nature.FACT,
    by={Function.EVALUATION, Function.CLIENT_ADMINISTRATION},
    says="The sample was {act.what}.",
):
    """The sample was kept back, returned or destroyed."""

    what: Literal["kept-as-reference", "returned", "destroyed-in-test", "destroyed"]
    on: PastDay
