"""Is it signed, by a body we know, with a key of that body for credentials?"""

from certwright.credentials.did.web import LONGEST
from certwright.credentials.flaws import Flaw, Flawed, flaw
from certwright.credentials.jose import read
from certwright.credentials.signing.purpose import Purpose
from certwright.credentials.verify.case import Case
from certwright.credentials.verify.look_alike import looked_alike
from certwright.credentials.verify.material import AtHand, Issuer, Shown
from certwright.credentials.verify.verdict import Reason, Verdict


class NotProven(Exception):
    """No signature of a body we know was found to be right. ``reasons`` says why."""

    def __init__(self, verdict: Verdict, *flaws: Flaw) -> None:
        self.reasons = tuple(Reason(verdict, one) for one in flaws)
        super().__init__(", ".join(one.says for one in flaws))


def proven(shown: Shown, at_hand: AtHand) -> Case:
    """The case of what is shown. Raises :class:`NotProven` if its signature is not right, or not a known body's."""
    if shown.envelope is None:
        raise NotProven(Verdict.NOT_OURS, flaw("no-credential"))
    try:
        envelope = read(shown.envelope)
    except Flawed as found:
        raise NotProven(Verdict.ALTERED, found.flaw) from found
    issuer = _issuer(envelope.unproven.get("issuer"), at_hand)
    try:
        method = issuer.document.method(envelope.key, Purpose.CREDENTIAL)
    except Flawed as found:
        raise NotProven(Verdict.NOT_OURS, found.flaw) from found
    try:
        opened = envelope.verified(method.key)
    except Flawed as found:
        raise NotProven(Verdict.ALTERED, found.flaw) from found
    return Case(shown, at_hand, issuer, method, opened)


def _issuer(named: object, at_hand: AtHand) -> Issuer:
    did = named.get("id") if isinstance(named, dict) else named
    if isinstance(did, str) and did in at_hand.issuers:
        return at_hand.issuers[did]
    text = str(did)[:LONGEST]
    flaws = [flaw("issuer-unknown", issuer=text)]
    like = looked_alike(text.removeprefix("did:web:").split(":")[0], [one.domain for one in at_hand.issuers.values()])
    if like is not None:
        flaws.append(flaw("looks-like", issuer=text, known=like))
    raise NotProven(Verdict.NOT_OURS, *flaws)
