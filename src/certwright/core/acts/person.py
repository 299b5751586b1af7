"""Acts about a person who works for, decides for or speaks to the body."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.acts.removal import Removal
from certwright.core.functions import Function
from certwright.core.words import ActId, AttachmentId, Day, Email, Line, LongText, PackName, PastDay, Reason

Basis = Literal["employment", "contract", "committee", "client", "outside"]
"""How a person is tied to the body (ISO/IEC 17065 7.6.3–7.6.5, ISO/IEC 17021-1 9.5.1.2)."""


class RegisterPerson(
    Act,
    name="person.register",
    about="person",
    nature=Nature.AUTHORITY,
    by={Function.COMPETENCE_EVALUATION, Function.CLIENT_ADMINISTRATION},
    says="Registered a person ({act.basis}, since {act.since}).",
):
    """Open a person's dossier: the tie to the body, and since when. It holds no name (see StateParticulars)."""

    basis: Basis
    since: Day


class StateParticulars(
    Act,
    name="person.state-particulars",
    about="person",
    nature=Nature.FACT,
    by={Function.COMPETENCE_EVALUATION, Function.CLIENT_ADMINISTRATION},
    says="Stated the person's particulars.",
    personal=True,
):
    """State a person's name and how to reach them. It can be erased, as can what explains a declaration."""

    name: Line
    email: Email | None = None
    telephone: Line | None = None
    address: LongText | None = None


class GrantAuthorisation(
    Act,
    name="person.grant-authorisation",
    about="person",
    nature=Nature.AUTHORITY,
    by={Function.COMPETENCE_EVALUATION},
    says="Authorised the person for {act.function} from {act.valid_from}.",
):
    """Authorise a person for a function (ISO/IEC 17065 6.1.2.1 d; ISO/IEC 17021-1 7.1.3, 7.2.4).

    ``packs`` limits the authorisation to standards and schemes, ``areas`` to technical areas or product categories of
    them; empty means the function is not bound to one. Both days are included; without ``valid_until`` it runs until
    it is ended.
    """

    function: Function
    packs: tuple[PackName, ...] = ()
    areas: tuple[Line, ...] = ()
    valid_from: Day
    valid_until: Day | None = None
    evidence: LongText
    documents: Annotated[tuple[AttachmentId, ...], Field(max_length=50)] = ()


class EndAuthorisation(
    Act,
    name="person.end-authorisation",
    about="person",
    nature=Nature.AUTHORITY,
    by={Function.COMPETENCE_EVALUATION},
    says="Ended an authorisation; {act.last_day} was its last day.",
):
    """End an authorisation before or without its time limit (ISO/IEC 17065 6.1.2.1 d–e; ISO/IEC 17021-1 7.2.9)."""

    authorisation: ActId
    last_day: Day
    reason: Reason


class EndTie(
    Act,
    name="person.end-tie",
    about="person",
    nature=Nature.FACT,
    by={Function.COMPETENCE_EVALUATION, Function.CLIENT_ADMINISTRATION},
    says="The tie to the body ended; {act.last_day} was its last day.",
):
    """The person's employment, contract or membership is over (ISO/IEC 17065 6.1.1, 6.1.3; ISO/IEC 17021-1 7.2, 7.3).

    Every authorisation ends with it, and so does the way in: whoever no longer works for the body signs in no more.
    Confidentiality goes on (17065 4.5.1; 17021-1 8.4.1).
    """

    last_day: PastDay
    reason: Reason


class EraseParticulars(
    Removal,
    Act,
    name="person.erase-particulars",
    about="person",
    nature=Nature.AUTHORITY,
    by={Function.QUALITY_MANAGEMENT, Function.COMPETENCE_EVALUATION},
    says="Erased the person's particulars ({act.ground}).",
    settled=True,
    reaches_back=True,
):
    """Remove a person's particulars from the record for good, once retention allows it."""
