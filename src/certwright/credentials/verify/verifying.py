"""The steps of a verdict, in the order a careful person takes them; each adds reasons, none hides another's."""

from collections.abc import Iterator
from datetime import datetime

from certwright.credentials.flaws import Flawed, flaw
from certwright.credentials.verify.case import Case
from certwright.credentials.verify.document_steps import document_reasons, unpacked
from certwright.credentials.verify.facts import facts_of
from certwright.credentials.verify.log_steps import logged, view_reasons
from certwright.credentials.verify.material import AtHand, Expected, Shown
from certwright.credentials.verify.signature_steps import NotProven, proven
from certwright.credentials.verify.status_steps import status_reasons
from certwright.credentials.verify.verdict import Facts, Reason, Result, Verdict, heaviest_first

_NOTHING = Expected()


def verify(shown: Shown, at_hand: AtHand, expected: Expected = _NOTHING) -> Result:
    """The verdict on what is shown, at ``at_hand.now``."""
    shown = unpacked(shown)
    try:
        case = proven(shown, at_hand)
    except NotProven as found:
        return Result(heaviest_first([*found.reasons, *document_reasons(shown, None)]))
    try:
        facts = facts_of(case.opened, case.issuer)
    except Flawed as found:
        return Result((Reason(Verdict.ALTERED, found.flaw),))
    seen, reasons = logged(case, facts)
    reasons += [
        *document_reasons(shown, case.issuer),
        *_key_reasons(case, None if seen is None else seen.event.at),
        *_time_reasons(case, facts),
        *view_reasons(case, seen),
        *status_reasons(case, facts, shown.document),
        *_expected_reasons(facts, expected),
    ]
    when, witnessed = (seen.event.at, seen.cosigned) if seen else (None, {})
    return Result(heaviest_first(reasons), facts, when, witnessed)


def _key_reasons(case: Case, logged_at: datetime | None) -> Iterator[Reason]:
    """A key that came into other hands counts for what the log holds from before that moment."""
    revoked = case.method.revoked
    if revoked is not None and (logged_at is None or logged_at >= revoked):
        yield Reason(Verdict.NOT_OURS, flaw("key-compromised", key=case.opened.key, since=revoked.isoformat()))


def _time_reasons(case: Case, facts: Facts) -> Iterator[Reason]:
    now = case.at_hand.now
    if now < facts.valid_from:
        yield Reason(Verdict.UNCONFIRMED, flaw("not-yet-valid", first=facts.valid_from.date()))
    if facts.valid_until is not None and facts.valid_until < now:
        yield Reason(Verdict.EXPIRED, flaw("expired", last=facts.valid_until.date()))


def _expected_reasons(facts: Facts, expected: Expected) -> Iterator[Reason]:
    """A genuine credential of something else proves nothing about what it is shown for."""
    if expected.number is not None and expected.number != facts.number:
        yield Reason(Verdict.NOT_OURS, flaw("another-number", asked=expected.number, found=facts.number))
    if expected.id is not None and expected.id != facts.id:
        yield Reason(Verdict.NOT_OURS, flaw("another-certificate", asked=expected.id, found=facts.id))
    if expected.holder is not None and _plain(expected.holder) != _plain(facts.holder):
        yield Reason(Verdict.NOT_OURS, flaw("another-holder", asked=expected.holder, found=facts.holder))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
