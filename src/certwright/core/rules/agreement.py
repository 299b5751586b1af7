"""The certification agreement (ISO/IEC 17065 4.1.2; ISO/IEC 17021-1 5.1.2, 8.3.4, 8.4, 8.5; T5, T05)."""

from collections.abc import Iterable, Iterator
from datetime import date

from certwright.core.acts.agreement import AmendAgreement, ConcludeAgreement, EndAgreement
from certwright.core.agreement_duties import ENFORCEABLE, TOLD, unanswered
from certwright.core.dossiers import Agreement, Client, ControlledDocument
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.objects import object_of, standard_for
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule

AGREED = ("17065:2012 4.1.2.1", "17021-1:2015 5.1.2")
SIGNATORIES = (Function.TOP_MANAGEMENT, Function.CLIENT_ADMINISTRATION)


def _standards(packs: frozenset[str], known: Known) -> set[str]:
    """The accreditation standards under which these packs certify."""
    return {standard_for(kind) for name in packs if (kind := object_of(known.adopted(name))) is not None}


def not_agreed(
    agreement: Agreement | None, client: str, packs: Iterable[str], sites: Iterable[str], day: date
) -> Iterator[Refusal]:
    """Why ``agreement`` carries no work for ``client`` on ``day``: not in force, or without one of packs or sites."""
    if agreement is None or agreement.client != client or not agreement.in_force_on(day):
        yield refusal("no-agreement-in-force", client=client, day=day)
        return
    for pack in sorted(set(packs) - agreement.packs):
        yield refusal("agreement-without-pack", agreement=agreement.id, pack=pack)
    for site in sorted(set(sites) - agreement.sites):
        yield refusal("agreement-without-site", agreement=agreement.id, site=site)


def _clauses(act: ConcludeAgreement | AmendAgreement, dossier: Agreement) -> frozenset[str]:
    return dossier.clauses | {duty.clause for duty in act.duties}


@rule(
    "agreement.binds-to-every-duty",
    asks=(
        *(f"17065:2012 4.1.2.2 {letter}" for letter in "abcdefghijk"),
        "17021-1:2015 5.1.2",
        "17021-1:2015 8.3.4",
        "17021-1:2015 8.4.1",
        "17021-1:2015 8.5.3",
    ),
    force=HARD,
    answers=("T5", "T05"),
)
def binds_to_every_duty(act: ConcludeAgreement | AmendAgreement, dossier: Agreement, known: Known) -> Iterator[Refusal]:
    """Every duty that a standard wants an agreement to bind the client to has its paragraph: a to k, and the others."""
    for clause, duty in unanswered(
        ENFORCEABLE, _standards(frozenset(act.packs), known), _clauses(act, dossier)
    ).items():
        yield refusal("duty-not-agreed", clause=clause, duty=duty)


@rule(
    "agreement.tells-what-the-client-must-know",
    asks=(
        "17021-1:2015 8.4.2",
        "17021-1:2015 8.4.4",
        "17021-1:2015 8.5.1",
        "17021-1:2015 8.5.2",
        "17021-1:2015 9.6.4.2",
    ),
    force=POLICY,
    answers=("T05",),
)
def tells_what_the_client_must_know(
    act: ConcludeAgreement | AmendAgreement, dossier: Agreement, known: Known
) -> Iterator[Refusal]:
    """What ISO/IEC 17021-1 wants the client told stands in the agreement, unless the body tells it another way."""
    for clause, duty in unanswered(TOLD, _standards(frozenset(act.packs), known), _clauses(act, dossier)).items():
        yield refusal("duty-not-agreed", clause=clause, duty=duty)


@rule("agreement.signed-by-both", asks=AGREED, force=HARD, answers=("T5", "T05"))
def signed_by_both(act: ConcludeAgreement) -> Iterator[Refusal]:
    """An agreement binds from when both have signed, no earlier."""
    for who, day in {"client": act.signed_by_client_on, "body": act.signed_by_body_on}.items():
        if day > act.valid_from:
            yield refusal("agreement-begins-unsigned", who=who, day=day, valid_from=act.valid_from)


@rule("agreement.signatory-may-sign", asks=AGREED, force=HARD, answers=("T5", "T05"))
def signatory_may_sign(act: ConcludeAgreement | AmendAgreement, known: Known) -> Iterator[Refusal]:
    """Whoever signs for the body is authorised to on the day of signing."""
    day = act.signed_by_body_on
    if not any(known.holds(act.signatory, function, day) for function in SIGNATORIES):
        yield refusal(
            "actor-lacks-function",
            WhoCould(Function.TOP_MANAGEMENT),
            person=act.signatory,
            function=" or ".join(function.label for function in SIGNATORIES),
            day=day,
        )


@rule("agreement.template-is-current", asks=("17065:2012 4.1.2.1", "17021-1:2015 5.1.2"), force=HARD, answers=("T05",))
def template_is_current(act: ConcludeAgreement, known: Known) -> Iterator[Refusal]:
    """The agreement is made from the version of its template in force when the body signs."""
    template = known.one(ControlledDocument, act.template)
    current = template.version_on(act.signed_by_body_on) if template else None
    if act.template_version != current:
        yield refusal(
            "template-not-current",
            template=act.template,
            version=act.template_version,
            current=current or "none",
            day=act.signed_by_body_on,
        )


@rule("agreement.sites-are-the-clients", asks=AGREED, force=RECORD, answers=("T05",))
def sites_are_the_clients(act: ConcludeAgreement | AmendAgreement, known: Known) -> Iterator[Refusal]:
    """An agreement covers registered sites of its client."""
    client = known.one(Client, act.client)
    registered = {site.code for site in client.sites} if client else set()
    for site in sorted(set(act.sites) - registered):
        yield refusal("site-unknown", site=site, client=act.client)


@rule("agreement.stays-with-its-client", asks=AGREED, force=HARD, answers=("T5",))
def stays_with_its_client(act: AmendAgreement, dossier: Agreement) -> Iterator[Refusal]:
    """A new legal entity does not enter an agreement by amendment: it concludes its own."""
    if act.client != dossier.client:
        yield refusal("amended-for-another", client=dossier.client, named=act.client, agreement=dossier.id)


@rule("agreement.is-still-running", asks=AGREED, force=RECORD)
def is_still_running(act: AmendAgreement | EndAgreement, dossier: Agreement, known: Known) -> Iterator[Refusal]:
    """What is amended or ended has not ended, and ends no earlier than on the day that is said."""
    day = known.proposal.effective_on
    if dossier.last_day is not None and dossier.last_day < day:
        yield refusal("agreement-over", agreement=dossier.id, last_day=dossier.last_day)
    if isinstance(act, EndAgreement) and act.last_day < day:
        yield refusal("agreement-ended-in-the-past", last_day=act.last_day, day=day)
