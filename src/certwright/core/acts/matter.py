"""Acts about a matter: a complaint, an appeal, a misuse of certificate or mark (17065 7.13, 4.1.3; 17021-1 9.7–9.8)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.acts.body import Standard
from certwright.core.functions import Function
from certwright.core.words import (
    ActId,
    CertificationId,
    ClientId,
    Day,
    Line,
    LongText,
    PersonId,
)

HANDLERS = {Function.COMPLAINTS_AND_APPEALS, Function.QUALITY_MANAGEMENT}


class ReceiveMatter(
    Act,
    name="matter.receive",
    about="matter",
    nature=Nature.FACT,
    by={Function.COMPLAINTS_AND_APPEALS, Function.QUALITY_MANAGEMENT, Function.CLIENT_ADMINISTRATION},
    says="Received: {act.kind}.",
):
    """A complaint, appeal or report of misuse came in. Who it came from stands apart (StateOrigin), to be erasable."""

    kind: Literal["complaint", "appeal", "misuse"]
    standard: Standard
    received_on: Day
    about_certification: CertificationId | None = None
    about_client: ClientId | None = None
    about_act: ActId | None = None
    subject: LongText


class StateOrigin(
    Act,
    name="matter.state-origin",
    about="matter",
    nature=Nature.FACT,
    by=HANDLERS | {Function.CLIENT_ADMINISTRATION},
    says="Stated whom it came from.",
    personal=True,
):
    """Whom the matter came from. It is confidential towards the client (17021-1 9.8.6) and can be erased."""

    who: Line
    contact: LongText | None = None


class ValidateMatter(
    Act,
    name="matter.validate",
    about="matter",
    nature=Nature.AUTHORITY,
    by=HANDLERS,
    says="Judged whether it is ours: {act.outcome}.",
):
    """Judge whether it concerns certification the body answers for (17065 7.13.2; 17021-1 9.8.4)."""

    outcome: Literal["ours", "not-ours"]
    why: LongText


class Acknowledge(
    Act,
    name="matter.acknowledge",
    about="matter",
    nature=Nature.FACT,
    by=HANDLERS,
    says="Acknowledged receipt on {act.sent_on}.",
):
    """Receipt was acknowledged (17065 7.13.3; 17021-1 9.7.6, 9.8.8)."""

    sent_on: Day


class AssignHandler(
    Act,
    name="matter.assign-handler",
    about="matter",
    nature=Nature.AUTHORITY,
    by=HANDLERS,
    says="{act.handler} handles it.",
):
    """Say who gathers and verifies what is needed. ``involved`` are all who took part in what it is about."""

    handler: PersonId
    about_certification: CertificationId | None = None


class RecordInquiry(
    Act,
    name="matter.record-inquiry",
    about="matter",
    nature=Nature.FACT,
    by=HANDLERS,
    says="Recorded what was found out.",
):
    """What was gathered and verified (17065 7.13.4; 17021-1 9.7.3, 9.8.5)."""

    by_whom: PersonId
    found: LongText


class DecideMatter(
    Act,
    name="matter.decide",
    about="matter",
    nature=Nature.AUTHORITY,
    by=HANDLERS | {Function.TOP_MANAGEMENT},
    says="Decided: {act.outcome}.",
):
    """Decide the matter, or approve its decision, by people not involved (17065 7.13.5–6; 17021-1 9.7.7, 9.8.9)."""

    outcome: Literal["upheld", "upheld-in-part", "not-upheld"]
    deciders: Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=50)]
    about_certification: CertificationId | None = None
    about_client: ClientId | None = None
    reasons: LongText
    actions: LongText | None = None


class NotifyOutcome(
    Act,
    name="matter.notify",
    about="matter",
    nature=Nature.FACT,
    by=HANDLERS,
    says="Told the outcome on {act.sent_on}.",
):
    """The outcome and the end of the process were told (17065 7.13.7–7.13.8; 17021-1 9.7.8, 9.8.10)."""

    sent_on: Day


class CloseMatter(
    Act,
    name="matter.close",
    about="matter",
    nature=Nature.AUTHORITY,
    by=HANDLERS,
    says="Closed the matter.",
):
    """Close the matter once it is decided, told and followed up (17065 7.13.9)."""

    follow_up: LongText
