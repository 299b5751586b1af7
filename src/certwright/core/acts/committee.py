"""Acts about a committee: technical, for impartiality, or for appeals (17065 5.1.4, 5.2; 17021-1 5.2.3, 6.1.4)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.acts.body import Standard
from certwright.core.acts.decision import DecisionKind
from certwright.core.functions import Function
from certwright.core.words import Day, DossierId, Line, LongText, PersonId, Reason

Interest = Literal[
    "body-staff", "client", "client-customer", "industry", "authority", "consumer", "non-governmental", "scientific"
]
"""Which interest a member stands for. The body's own people are one interest together (17065 5.2.2; R-35)."""


class FoundCommittee(
    Act,
    name="committee.found",
    about="committee",
    nature=Nature.AUTHORITY,
    by={Function.TOP_MANAGEMENT},
    says="Founded the committee ({act.purpose}).",
):
    """Found a committee with its remit and quorum. ``quorum`` counts members who may vote on the item.

    One committee may serve both standards. From ``predominance`` per cent of those who advise, one interest dominates
    (ISO/IEC 17065 5.2.2 gives no number; corrections, 15).
    """

    purpose: Literal["technical", "impartiality", "appeals"]
    standards: Annotated[tuple[Standard, ...], Field(min_length=1, max_length=2)]
    remit: LongText
    quorum: Annotated[int, Field(ge=1, le=100, strict=True)]
    predominance: Annotated[int, Field(ge=1, le=101, strict=True)] = 50


class AdmitMember(
    Act,
    name="committee.admit",
    about="committee",
    nature=Nature.AUTHORITY,
    by={Function.TOP_MANAGEMENT},
    says="Admitted {act.person} for the interest {act.interest}.",
):
    """Admit a member, for the interest they stand for."""

    person: PersonId
    interest: Interest
    first_day: Day


class DismissMember(
    Act,
    name="committee.dismiss",
    about="committee",
    nature=Nature.AUTHORITY,
    by={Function.TOP_MANAGEMENT},
    says="{act.person} left the committee.",
):
    """End a membership."""

    person: PersonId
    last_day: Day
    reason: Reason


class Recusal(Part):
    """A member who leaves an item of a session, and why."""

    person: PersonId
    reason: Reason


class Vote(Part):
    """How one member voted."""

    person: PersonId
    vote: Literal["for", "against", "abstains"]


class HoldSession(
    Act,
    name="committee.hold-session",
    about="committee",
    nature=Nature.FACT,
    by={Function.TOP_MANAGEMENT, Function.DECISION, Function.QUALITY_MANAGEMENT, Function.IMPARTIALITY},
    says="Held the session {act.session} on {act.held_on}.",
):
    """A session on one item: who was present, who left it, how each voted, the minutes.

    The quorum is counted without the recused (corrections, 23). Votes are internal and never shown to a client.
    ``proposes`` is the decision that is voted on, where the item is a certification.
    """

    session: Line
    held_on: Day
    item: DossierId
    question: LongText
    proposes: DecisionKind | None = None
    present: Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=100)]
    recused: Annotated[tuple[Recusal, ...], Field(max_length=100)] = ()
    votes: Annotated[tuple[Vote, ...], Field(max_length=100)] = ()
    minutes: LongText


class AnswerAdvice(
    Act,
    name="committee.answer-advice",
    about="committee",
    nature=Nature.AUTHORITY,
    by={Function.TOP_MANAGEMENT},
    says="Answered the advice of {act.session}: {act.outcome}.",
):
    """Top management says whether it follows what an impartiality committee advised (ISO/IEC 17065 5.2.3).

    Advice against procedures or mandatory rules need not be followed; ``reason`` says why, or what is done. Where
    advice is not followed, the committee may act on its own, within confidentiality.
    """

    session: Line
    outcome: Literal["followed", "followed-in-part", "not-followed"]
    reason: LongText
