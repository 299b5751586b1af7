"""Acts about a provider of evaluation: laboratory, inspection body, agent (17065 6.2.2; 17021-1 7.5)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.functions import Function
from certwright.core.words import AttachmentId, Country, Day, Line, LongText, PackName, PastDay, ProviderId, Reason


class RegisterProvider(
    Act,
    name="provider.register",
    about="provider",
    nature=Nature.AUTHORITY,
    by={Function.EVALUATION, Function.PLANNING, Function.QUALITY_MANAGEMENT},
    says="Registered the provider {act.legal_name}.",
):
    """Open a provider's dossier. ``independence`` says whether it is the client's own (17065 6.2.2.2; R-40).

    ``consultancy`` says whether it gives management-system consultancy (17021-1 5.2.8).
    """

    legal_name: Line
    country: Country
    kind: Literal["laboratory", "inspection-body", "audit-body", "agent"]
    independence: Literal["independent", "client-laboratory", "own-laboratory"]
    consultancy: Literal["none", "gives-consultancy"]


class StateProviderAccreditation(
    Act,
    name="provider.state-accreditation",
    about="provider",
    nature=Nature.FACT,
    by={Function.EVALUATION, Function.PLANNING, Function.QUALITY_MANAGEMENT},
    says="Accredited under {act.standard} from {act.valid_from}.",
):
    """The provider's accreditation as looked up: standard, body, methods in scope, validity (R-41, R-45)."""

    standard: Literal["iso-iec-17025", "iso-iec-17020", "iso-iec-17021-1"]
    accreditation_body: Line
    number: Line
    methods: Annotated[tuple[Line, ...], Field(min_length=1, max_length=1_000)]
    valid_from: Day
    valid_until: Day | None = None
    looked_up_on: PastDay


class EndProviderAccreditation(
    Act,
    name="provider.accreditation-ended",
    about="provider",
    nature=Nature.FACT,
    by={Function.EVALUATION, Function.PLANNING, Function.QUALITY_MANAGEMENT},
    says="Lost its accreditation {act.number} for {count:methods}; {act.last_day} was the last day.",
):
    """The provider lost its accreditation, for all methods or (named) some."""

    number: Line
    methods: tuple[Line, ...] = ()
    last_day: Day


class MethodAssessed(Part):
    """A method of the provider the body has assessed itself, and by when it must be assessed again."""

    method: Line
    assessed_on: Day
    valid_until: Day


class ApproveProvider(
    Act,
    name="provider.approve",
    about="provider",
    nature=Nature.AUTHORITY,
    by={Function.QUALITY_MANAGEMENT},
    says="Approved the provider from {act.valid_from}.",
):
    """Approve the provider for use: contract, confidentiality and conflicts declared, competence shown.

    ISO/IEC 17065 6.2.2.3–6.2.2.4; ISO/IEC 17021-1 7.5. ``assessed`` are own assessments of methods without
    accreditation (corrections, 11). A client's laboratory needs a justification and a control measure (R-43).
    """

    contract_signed_on: PastDay
    conflicts_declared_on: PastDay
    methods: Annotated[tuple[Line, ...], Field(min_length=1, max_length=1_000)]
    assessed: tuple[MethodAssessed, ...] = ()
    justification: LongText | None = None
    control_measure: LongText | None = None
    valid_from: Day
    valid_until: Day | None = None
    documents: Annotated[tuple[AttachmentId, ...], Field(max_length=100)] = ()


class EndApproval(
    Act,
    name="provider.end-approval",
    about="provider",
    nature=Nature.AUTHORITY,
    by={Function.QUALITY_MANAGEMENT},
    says="Ended the approval; {act.last_day} was its last day.",
):
    """End the approval of the provider."""

    last_day: Day
    reason: Reason


class OrderEvaluation(
    Act,
    name="assignment.order",
    about="assignment",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING},
    says="Ordered the evaluation from {act.provider}.",
):
    """Order an assigned piece of evaluation from its provider (ISO/IEC 17065 6.2.2; T6).

    The client was told beforehand and could object (6.2.2.4 f). ``limits`` is the pack of time limits that says how
    long beforehand.
    """

    provider: ProviderId
    client_told_on: PastDay
    client_answer: Literal["no-objection", "objected"]
    limits: PackName | None = None
