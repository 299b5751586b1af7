"""Acts about a sample: where it came from and whose hands it went through (ISO/IEC 17065 7.4.4; scheme)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.functions import Function
from certwright.core.words import AssignmentId, CertificationId, Day, Line, LongText, PersonId


class DrawSample(
    Act,
    name="sample.draw",
    about="sample",
    nature=Nature.FACT,
    by={Function.EVALUATION, Function.CLIENT_ADMINISTRATION},
    says="Drew a sample of {act.size} from {act.origin}.",
):
    """A sample was drawn: by whom, where, from which lot, how (17065-rules T7). ``seed`` lets a draw be repeated."""

    certification: CertificationId
    assignment: AssignmentId
    product: Line
    drawn_by: PersonId
    drawn_on: Day
    place: Line
    origin: Literal["type-specimen", "factory", "open-market", "lot", "population"]
    lot: Line | None = None
    lot_size: Annotated[int, Field(ge=1, strict=True)] | None = None
    size: Annotated[int, Field(ge=1, strict=True)]
    plan: LongText
    seed: Line | None = None
    seals: tuple[Line, ...] = ()
    marks: tuple[Line, ...] = ()


class HandOver(
    Act,
    name="sample.hand-over",
    about="sample",
    nature=Nature.FACT,
    by={Function.EVALUATION, Function.CLIENT_ADMINISTRATION},
    says="Handed the sample over to {act.to}.",
):
    """The sample changed hands; the seals were whole or not."""

    to: Line
    handed_on: Day
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
    on: Day
