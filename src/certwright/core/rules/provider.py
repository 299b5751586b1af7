"""Approving a provider of evaluation (ISO/IEC 17065 6.2.2; ISO/IEC 17021-1 7.5, 5.2.8; R-40 to R-45)."""

from collections.abc import Iterator
from datetime import timedelta

from certwright.core.acts.provider import (
    ApproveProvider,
    EndApproval,
    EndProviderAccreditation,
    StateProviderAccreditation,
)
from certwright.core.dossiers import Provider
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule

APPROVAL = ("17065:2012 6.2.2.4 c", "17065:2012 6.2.2.4 d", "17021-1:2015 7.5.4")


@rule(
    "provider.bound-before-approval",
    asks=("17065:2012 6.2.2.3", "17065:2012 6.2.2.4 b", "17021-1:2015 7.5.1"),
    force=HARD,
    answers=("R-40",),
)
def bound_before_approval(act: ApproveProvider) -> Iterator[Refusal]:
    """A provider is approved from when contract and declaration of conflicts are there, no earlier."""
    for what, day in {
        "contract": act.contract_signed_on,
        "declaration of conflicts": act.conflicts_declared_on,
    }.items():
        if day > act.valid_from:
            yield refusal("provider-not-bound", what=what, day=day, valid_from=act.valid_from)


@rule("provider.approval-runs-forward", asks=APPROVAL, force=RECORD)
def approval_runs_forward(act: ApproveProvider, known: Known) -> Iterator[Refusal]:
    """An approval begins on its day or later, and ends no earlier than it begins."""
    day = known.proposal.effective_on
    if act.valid_from < day:
        yield refusal("approval-back-dated", valid_from=act.valid_from, day=day)
    for lasts in (act.valid_until, *(made.valid_until for made in act.assessed)):
        if lasts is not None and lasts < act.valid_from:
            yield refusal("approval-ends-before-it-begins", valid_until=lasts, valid_from=act.valid_from)


@rule(
    "provider.every-method-is-shown",
    asks=("17065:2012 6.2.2.1", "17065:2012 6.2.2.4 c", "17021-1:2015 7.5.4"),
    force=HARD,
    answers=("R-41", "R-42", "R-45"),
)
def every_method_is_shown(act: ApproveProvider, dossier: Provider) -> Iterator[Refusal]:
    """Each approved method is in the scope of an accreditation on the first day, or was assessed by the body."""
    assessed = {made.method for made in act.assessed if made.assessed_on <= act.valid_from <= made.valid_until}
    for method in act.methods:
        if method not in assessed and not dossier.accredited_on(method, act.valid_from):
            yield refusal("method-not-shown", method=method, provider=dossier.id, day=act.valid_from)


@rule("provider.clients-own-laboratory-is-controlled", asks=("17065:2012 6.2.2.2",), force=HARD, answers=("R-43",))
def clients_own_laboratory_is_controlled(act: ApproveProvider, dossier: Provider) -> Iterator[Refusal]:
    """The client's own laboratory is approved with a justification and a measure that makes its results trusted."""
    if dossier.independence == "client-laboratory":
        for what, given in {"justification": act.justification, "control measure": act.control_measure}.items():
            if given is None:
                yield refusal("client-laboratory-without", what=what, provider=dossier.id)


@rule("provider.no-consultancy-audits", asks=("17021-1:2015 5.2.8",), force=HARD)
def no_consultancy_audits(act: ApproveProvider, dossier: Provider) -> Iterator[Refusal]:
    """Audits are not given to an organization that consults on management systems."""
    if dossier.consultancy == "gives-consultancy" and dossier.what in {"audit-body", "agent"}:
        yield refusal("auditor-is-consultant", provider=dossier.id)


@rule("provider.accreditation-runs-forward", asks=APPROVAL, force=RECORD)
def accreditation_runs_forward(act: StateProviderAccreditation) -> Iterator[Refusal]:
    """An accreditation does not end before it begins."""
    if act.valid_until is not None and act.valid_until < act.valid_from:
        yield refusal("approval-ends-before-it-begins", valid_until=act.valid_until, valid_from=act.valid_from)


@rule("provider.ended-accreditation-was-stated", asks=APPROVAL, force=RECORD)
def ended_accreditation_was_stated(act: EndProviderAccreditation, dossier: Provider) -> Iterator[Refusal]:
    """What ended was stated before, under that number and with those methods."""
    held = {item.method for item in dossier.accredited if item.number == act.number}
    if not held:
        yield refusal("accreditation-not-stated", number=act.number, provider=dossier.id)
    for method in sorted(set(act.methods) - held) if held else ():
        yield refusal("method-not-in-scope", method=method, number=act.number)


@rule("provider.ended-approval-is-in-force", asks=APPROVAL, force=RECORD)
def ended_approval_is_in_force(act: EndApproval, dossier: Provider, known: Known) -> Iterator[Refusal]:
    """An approval is ended while it lasts, as of yesterday at the earliest."""
    day = known.proposal.effective_on
    if dossier.approved_from is None:
        yield refusal("provider-never-approved", provider=dossier.id)
    elif dossier.approved_until is not None and dossier.approved_until < act.last_day:
        yield refusal("approval-ended-already", provider=dossier.id, approved_until=dossier.approved_until)
    elif act.last_day < day - timedelta(days=1):
        yield refusal("approval-ended-in-the-past", last_day=act.last_day, day=day)
