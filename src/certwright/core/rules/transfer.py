"""Transfer from another body (ISO/IEC 17021-1 9.5.3.3, IAF MD 2; in ISO/IEC 17065 an application with prior results).

A certificate is never re-badged: what comes along is looked at, and a new certification is decided (corrections, 24).
"""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.application import AcceptApplication, Transfer
from certwright.core.dossiers import Application
from certwright.core.known import Known
from certwright.core.reckoning.deadlines import transfer_from_ceased_body
from certwright.core.rules.rule import HARD, Refusal, refusal, rule


@rule(
    "transfer.is-confirmed-by-the-issuer",
    asks=("17065:2012 7.4.5", "17065:2012 7.3.1 a", "17021-1:2015 9.5.3.3"),
    force=HARD,
    answers=("T27", "T30"),
)
def is_confirmed_by_the_issuer(act: AcceptApplication, dossier: Application) -> Iterator[Refusal]:
    """A transfer is accepted once its issuer confirmed the status, and open findings and complaints are known."""
    transfer = _transfer(dossier)
    if transfer is None:
        return
    told = {
        "confirmation of its status by the issuer": transfer.confirmed_on is not None,
        "open nonconformities": transfer.open_nonconformities is not None,
        "complaints received": transfer.complaints is not None,
        "day of the last surveillance": transfer.last_surveillance is not None,
    }
    for what, known in told.items():
        if not known:
            yield refusal("transfer-lacks", number=transfer.number, what=what)


@rule("transfer.only-of-what-is-valid", asks=("17021-1:2015 9.5.3.3",), force=HARD, answers=("T30",))
def only_of_what_is_valid(act: AcceptApplication, dossier: Application, known: Known) -> Iterator[Refusal]:
    """Only a valid accredited certification under an international arrangement is transferred; others begin anew."""
    transfer, day = _transfer(dossier), known.proposal.effective_on
    if transfer is None or not _is_of_a_system(dossier):
        return
    expired = transfer.last_day is None or transfer.last_day < day
    if transfer.status != "valid" or expired:
        status = "expired" if transfer.status == "valid" else transfer.status
        yield refusal("transfer-not-valid", number=transfer.number, status=status, day=day)
    if transfer.arrangement is None:
        yield refusal("transfer-not-accredited", number=transfer.number)


@rule("transfer.in-time-after-the-issuer-ceased", asks=("17021-1:2015 9.5.3.3",), force=HARD, answers=("T30", "TR23"))
def in_time_after_the_issuer_ceased(act: AcceptApplication, dossier: Application, known: Known) -> Iterator[Refusal]:
    """From a body that ceased or lost its accreditation: within six months or until expiry, whichever is sooner."""
    transfer, day = _transfer(dossier), known.proposal.effective_on
    if transfer is None or transfer.ceased_on is None or not _is_of_a_system(dossier):
        return
    limits = known.limits(act.limits) if act.limits else None
    if limits is None or not limits.knows("transfer-from-ceased-body"):
        yield refusal("transfer-limit-unknown", number=transfer.number)
        return
    due = transfer_from_ceased_body(transfer.ceased_on, transfer.last_day or date.max, limits)
    if not due.kept_by(day):
        yield refusal("transfer-too-late", number=transfer.number, last_day=due.last_day, day=day)


def _transfer(dossier: Application) -> Transfer | None:
    return dossier.submitted.transfer if dossier.submitted else None


def _is_of_a_system(dossier: Application) -> bool:
    return dossier.submitted is not None and dossier.submitted.standard == "iso-iec-17021-1"
