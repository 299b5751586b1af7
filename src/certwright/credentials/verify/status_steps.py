"""Does it hold today? From the register's signed answer, or from both status lists; from one list alone never."""

from collections.abc import Iterator

from certwright.core.dossiers.certification import Standing
from certwright.credentials.documents.findings import DocumentFindings
from certwright.credentials.flaws import Flawed, flaw
from certwright.credentials.jose import Opened, read
from certwright.credentials.signing.purpose import Purpose
from certwright.credentials.status.answer import RegisterAnswer, read_answer
from certwright.credentials.status.entry import Entry, entries, suspension_list_of
from certwright.credentials.status.status_credential import StatusList, read_status_list
from certwright.credentials.verify.case import Case
from certwright.credentials.verify.verdict import Facts, Reason, Verdict

_ENDED = {
    Standing.WITHDRAWN: Verdict.WITHDRAWN,
    Standing.TERMINATED: Verdict.WITHDRAWN,
    Standing.EXPIRED: Verdict.EXPIRED,
    Standing.SUSPENDED: Verdict.SUSPENDED,
    Standing.PARTLY_SUSPENDED: Verdict.SUSPENDED,
    Standing.NONE: Verdict.UNCONFIRMED,
}


def status_reasons(case: Case, facts: Facts, document: DocumentFindings | None) -> Iterator[Reason]:
    """What speaks against the certificate holding today, and that nothing at hand tells, if so."""
    answer = _answer(case, facts)
    if isinstance(answer, Reason):
        yield answer
    elif answer is not None:
        yield from _answered(answer, facts, document)
    told = set()
    for text in case.at_hand.status_lists:
        found = _list(case, text)
        if isinstance(found, Reason):
            yield found
            continue
        for entry in _entries(case):
            if (entry.address, entry.purpose) == (found.address, found.purpose):
                told.add(entry.purpose)
                yield from _bit(found, entry)
    missing = {"revocation", "suspension"} - told
    if missing and not isinstance(answer, RegisterAnswer):
        yield Reason(Verdict.UNCONFIRMED, flaw("status-not-known", missing=", ".join(sorted(missing))))


def _entries(case: Case) -> list[Entry]:
    """The entries of the credential, and the suspension list that goes with its revocation list."""
    try:
        named = list(entries(case.opened.credential))
    except Flawed:
        return []
    beside = (Entry("suspension", suspension_list_of(e.address) or "", e.index) for e in named)
    return named if any(e.purpose == "suspension" for e in named) else [*named, *beside]


def _signed(case: Case, text: str) -> Opened:
    """A list or an answer, signed by the same body with a key for lists."""
    envelope = read(text)
    method = case.issuer.document.method(envelope.key, Purpose.STATUS_LIST)
    if method.revoked is not None:
        raise Flawed("key-compromised", key=envelope.key, since=method.revoked.isoformat())
    opened = envelope.verified(method.key)
    if opened.credential.get("issuer") != case.issuer.document.did:
        raise Flawed("key-of-somebody-else", key=envelope.key, did=case.issuer.document.did)
    return opened


def _list(case: Case, text: str) -> StatusList | Reason:
    try:
        found = read_status_list(_signed(case, text).credential)
    except Flawed as refused:
        return Reason(Verdict.UNCONFIRMED, refused.flaw)
    if not found.fresh(case.at_hand.now):
        until = found.valid_until.isoformat()
        return Reason(Verdict.UNCONFIRMED, flaw("status-list-stale", address=found.address, until=until))
    return found


def _bit(found: StatusList, entry: Entry) -> Iterator[Reason]:
    try:
        marked = found.marks(entry.index)
    except Flawed as refused:
        yield Reason(Verdict.UNCONFIRMED, refused.flaw)
        return
    if marked and entry.purpose == "revocation":
        yield Reason(Verdict.WITHDRAWN, flaw("revoked", address=found.address))
    elif marked and entry.purpose == "suspension":
        yield Reason(Verdict.SUSPENDED, flaw("suspended", address=found.address))


def _answer(case: Case, facts: Facts) -> RegisterAnswer | Reason | None:
    if case.at_hand.register_answer is None:
        return None
    try:
        answer = read_answer(_signed(case, case.at_hand.register_answer).credential)
    except Flawed as refused:
        return Reason(Verdict.UNCONFIRMED, refused.flaw)
    if answer.id != facts.id:
        return Reason(Verdict.UNCONFIRMED, flaw("answer-about-another", id=answer.id))
    if not answer.fresh(case.at_hand.now):
        return Reason(Verdict.UNCONFIRMED, flaw("answer-stale", answered=answer.answered.isoformat()))
    return answer


def _answered(answer: RegisterAnswer, facts: Facts, document: DocumentFindings | None) -> Iterator[Reason]:
    verdict = _ENDED.get(answer.standing)
    if verdict is not None:
        says = f"register-{answer.standing.value}"
        yield Reason(verdict, flaw(says, since=answer.since))
    if verdict not in {Verdict.WITHDRAWN, Verdict.EXPIRED} and answer.version > facts.version:
        yield Reason(Verdict.SUPERSEDED, flaw("superseded", version=facts.version, by=answer.version))
    if answer.number != facts.number or answer.version < facts.version:
        yield Reason(Verdict.UNCONFIRMED, flaw("register-differs", number=answer.number, version=answer.version))
    same = answer.version == facts.version
    if document is not None and same and answer.documents and document.digest not in answer.documents:
        yield Reason(Verdict.ALTERED, flaw("document-not-registered", digest=document.digest))
