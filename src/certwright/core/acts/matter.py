"""Acts about a matter: a complaint, an appeal, a misuse of certificate or mark (17065 7.13, 4.1.3; 17021-1 9.7–9.8)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.acts.body import Standard
from certwright.core.acts.removal import Removal
from certwright.core.acts.use import Measure, MisuseKind
from certwright.core.functions import Function
from certwright.core.words import (
    ActId,
    ApplicationId,
    AssignmentId,
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
    """A complaint, appeal or report of misuse came in. Who it came from stands apart (StateOrigin), to be erasable.

    An appeal names the decision it is against: ``about_act`` of a certification, or an application. That decision
    stays in force meanwhile (the standards are silent; POLICY of this program). ``origin`` says whether anybody can be
    answered. A misuse says of which kind it is.
    """

    kind: Literal["complaint", "appeal", "misuse"]
    misuse: MisuseKind | None = None
    standard: Standard
    received_on: Day
    origin: Literal["client", "third-party", "authority", "own-observation", "anonymous"]
    about_certification: CertificationId | None = None
    about_application: ApplicationId | None = None
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
    """Whom the matter came from. It is confidential towards the client (17021-1 9.8.5) and can be erased."""

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
    """Judge whether it concerns certification the body answers for (17065 7.13.2; 17021-1 9.7.4, 9.8.3)."""

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
    """Say who gathers and verifies what is needed.

    Certification, application and ``assignments`` are those it is about: from them follows who is involved.
    """

    handler: PersonId
    about_certification: CertificationId | None = None
    about_application: ApplicationId | None = None
    assignments: Annotated[tuple[AssignmentId, ...], Field(max_length=500)] = ()


class RecordInquiry(
    Act,
    name="matter.record-inquiry",
    about="matter",
    nature=Nature.FACT,
    by=HANDLERS,
    says="Recorded what was found out.",
):
    """What was gathered and verified (17065 7.13.4; 17021-1 9.7.5, 9.8.7)."""

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
    """Decide the matter, or approve its decision, by people not involved (17065 7.13.5–6; 17021-1 9.7.7, 9.8.9).

    Certification, application, client and ``assignments`` are those it is about: from them follows who is involved.
    In a small body an approver from outside decides (corrections, 21). ``measures`` are what follows from a misuse.
    """

    outcome: Literal["upheld", "upheld-in-part", "not-upheld"]
    deciders: Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=50)]
    about_certification: CertificationId | None = None
    about_application: ApplicationId | None = None
    about_client: ClientId | None = None
    assignments: Annotated[tuple[AssignmentId, ...], Field(max_length=500)] = ()
    reasons: LongText
    actions: LongText | None = None
    measures: Annotated[tuple[Measure, ...], Field(max_length=9)] = ()


class ReferToClient(
    Act,
    name="matter.refer-to-client",
    about="matter",
    nature=Nature.FACT,
    by=HANDLERS,
    says="Referred the complaint to the client on {act.told_on}.",
):
    """A valid complaint was put to the client it is about, without saying whom it came from (17021-1 9.8.4)."""

    told_on: Day


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


class EraseOrigin(
    Removal,
    Act,
    name="matter.erase-origin",
    about="matter",
    nature=Nature.AUTHORITY,
    by={Function.QUALITY_MANAGEMENT, Function.COMPLAINTS_AND_APPEALS},
    says="Erased whom it came from ({act.ground}).",
    settled=True,
    reaches_back=True,
):
    """Remove from the record whom a matter came from, once retention allows it; the matter itself stays."""
