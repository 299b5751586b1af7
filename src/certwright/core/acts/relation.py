"""Acts about what ties a person to a client, and what the person undertook (17065 4.2, 6.1.3; 17021-1 5.2, 7.3)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.functions import Function
from certwright.core.words import (
    ActId,
    AttachmentId,
    CertificationId,
    ClientId,
    Day,
    Line,
    LongText,
    PackName,
    PersonId,
    Reason,
)

RelationKind = Literal[
    "employment",
    "consultancy",
    "internal-audit",
    "design-or-manufacture",
    "training",
    "family",
    "financial",
    "sales-target",
]
"""What ties somebody to a client. Generic public training is not consultancy; in-house advice is (17021-1 3.3)."""

RECORDERS = {Function.COMPETENCE_EVALUATION, Function.QUALITY_MANAGEMENT, Function.PLANNING}


class DeclareRelation(
    Act,
    name="person.declare-relation",
    about="person",
    nature=Nature.FACT,
    by=RECORDERS,
    says="Declared a relation to {act.client}: {act.kind}.",
):
    """A past or present relation of the person, or of their employer, to a client (17065 6.1.3 b; 17021-1 7.3).

    A tie that is told anew, from the same day, replaces what was told of it before: so it gets its end. It holds no
    words about the person's life, which may have to be erased (see ExplainDeclaration).
    """

    client: ClientId
    kind: RelationKind
    whose: Literal["own", "employer"] = "own"
    from_day: Day | None = None
    until_day: Day | None = None
    disclosed_on: Day


class SignUndertaking(
    Act,
    name="person.sign-undertaking",
    about="person",
    nature=Nature.FACT,
    by=RECORDERS,
    says="Signed the undertaking on {act.signed_on}.",
):
    """The person undertook to keep the rules, confidentiality, and to tell conflicts (17065 6.1.3; 17021-1 7.3)."""

    signed_on: Day
    covers: Annotated[
        tuple[Literal["rules", "confidentiality", "associations", "conflicts"], ...], Field(min_length=1, max_length=4)
    ]
    document: AttachmentId | None = None


class DeclareForCase(
    Act,
    name="person.declare-for-case",
    about="person",
    nature=Nature.FACT,
    by=RECORDERS | {Function.AUDITING, Function.EVALUATION, Function.REVIEW, Function.DECISION},
    says="Declared for {act.certification}: {act.conflict}.",
):
    """The person's declaration for one certification: no conflict, or one (17065 6.1.3 c, 4.2.12; R-32).

    Which conflict it is stands apart (ExplainDeclaration), to be erasable.
    """

    certification: CertificationId
    client: ClientId
    conflict: Literal["none", "described"]


class ExplainDeclaration(
    Act,
    name="person.explain-declaration",
    about="person",
    nature=Nature.FACT,
    by=RECORDERS | {Function.AUDITING, Function.EVALUATION, Function.REVIEW, Function.DECISION},
    says="Explained a declaration.",
    personal=True,
):
    """What a declared relation or conflict is, in words (17065 6.1.3 b–c; 17021-1 5.2.13). It can be erased.

    Rules never read it: they go by what was declared.
    """

    declaration: ActId
    words: LongText


class RecordMonitoring(
    Act,
    name="person.record-monitoring",
    about="person",
    nature=Nature.FACT,
    by={Function.COMPETENCE_EVALUATION},
    says="Monitored on {act.on} by {act.method}: {act.outcome}.",
):
    """The person's work was monitored (17065 6.1.2.1 e; 17021-1 7.2.9–7.2.11)."""

    on: Day
    method: Literal["on-site", "report-review", "feedback", "interview", "examination"]
    packs: tuple[PackName, ...] = ()
    outcome: Literal["satisfactory", "needs-action", "unsatisfactory"]
    remarks: LongText


class SuspendAuthorisation(
    Act,
    name="person.suspend-authorisation",
    about="person",
    nature=Nature.AUTHORITY,
    by={Function.COMPETENCE_EVALUATION},
    says="Suspended an authorisation from {act.from_day}.",
):
    """Suspend an authorisation, because monitoring, training or an undertaking lapsed (POLICY; corrections, 16)."""

    authorisation: ActId
    from_day: Day
    reason: Reason


class RestoreAuthorisation(
    Act,
    name="person.restore-authorisation",
    about="person",
    nature=Nature.AUTHORITY,
    by={Function.COMPETENCE_EVALUATION},
    says="Restored an authorisation from {act.from_day}.",
):
    """Restore a suspended authorisation."""

    authorisation: ActId
    from_day: Day
    evidence: LongText


class RecordRelatedBody(
    Act,
    name="body.record-related-body",
    about="body",
    nature=Nature.FACT,
    by={Function.TOP_MANAGEMENT, Function.QUALITY_MANAGEMENT},
    says="Recorded the related body {act.legal_name}.",
):
    """A related legal entity, whether we control it or it us, and what it does (17065 4.2.6–4.2.8; 17021-1 5.2.3).

    ``clients`` are those of ours it does ``activities`` for, ``people`` those of ours who also work for it.
    ``same-entity`` is another part of our own legal entity. Telling it anew, with the same name and first day, ends it
    or changes what is known of it.
    """

    legal_name: Line
    control: Literal["same-entity", "controlled", "controls-us", "common-owner", "not-controlled"]
    activities: Annotated[tuple[RelationKind, ...], Field(max_length=8)] = ()
    clients: Annotated[tuple[ClientId, ...], Field(max_length=1_000)] = ()
    people: Annotated[tuple[PersonId, ...], Field(max_length=1_000)] = ()
    from_day: Day
    until_day: Day | None = None
