"""The forgeries there are: what the forger did, the verdict, the reason that weighs most.

Every front door that gives a verdict is held against this table, so each row says what is shown as text and bytes.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from io import BytesIO

import pikepdf

from certwright.core.dossiers.certification import Standing
from certwright.credentials.documents.data import Attached, Marks, document_data
from certwright.credentials.documents.reading import look_at
from certwright.credentials.documents.sealing import sealed
from certwright.credentials.encoding.base64_strict import from_base64url, to_base64url
from certwright.credentials.jose import signed
from certwright.credentials.status.status_credential import LONGEST_LIFE
from certwright.credentials.untp import conformity_credential
from certwright.credentials.verify import AtHand, Expected, Shown, Verdict
from credentials.certificates import helmets
from credentials.keys import es256
from credentials.logs import Log, log_of
from credentials.publishing import ADDRESS, DID, publication
from credentials.seals import seal
from credentials.world import CREDENTIAL_KEY, ISSUED, NOW, PLACE_IN_LISTS, PRESS, PUBLIC_ID, World

BODY = World()
FORGER = es256(CREDENTIAL_KEY.key_id, 666)
STRANGER = es256("status-list-2025-01", 66)
LOOK_ALIKE = "did:web:certificati0n.example"
OTHER_ID = "9RX5YPA1MN"


NOTHING = Expected()


@dataclass(frozen=True)
class Exhibit:
    """What somebody holds out, as it would come in files."""

    envelope: str | None = None
    proof: str | None = None
    pdf: bytes | None = None

    @property
    def shown(self) -> Shown:
        return Shown(self.envelope, self.proof, None if self.pdf is None else look_at(self.pdf))


@dataclass(frozen=True)
class Forgery:
    """What is held out, and for what; the body as it is, and what of it the verifier has; what must come out.

    With ``log``, the verifier sees that log and remembers the body's true one.
    """

    exhibit: Callable[[], Exhibit]
    verdict: Verdict
    reason: str
    body: World = BODY
    has: Callable[[World], AtHand] = lambda body: body.online
    expected: Expected = NOTHING
    log: Callable[[], Log] | None = None

    @property
    def at_hand(self) -> AtHand:
        return self.has(self.body) if self.log is None else self.body.seeing(self.log(), self.body.seen)


def pdf(content: bytes) -> Exhibit:
    return Exhibit(pdf=content)


def envelope(text: str, proof: str | None = None) -> Exhibit:
    return Exhibit(text, proof)


def genuine() -> Exhibit:
    return Exhibit(BODY.envelope, BODY.proof)


def offline(body: World) -> AtHand:
    return body.offline


def altered_text() -> Exhibit:
    """The scope in the payload changed, the signature left."""
    header, payload, signature = BODY.envelope.split(".")
    said = from_base64url(payload).replace(b"Everything the works makes.", b"Everything, rockets too ...")
    return envelope(f"{header}.{to_base64url(said)}.{signature}", BODY.proof)


def unsigned() -> Exhibit:
    """The header says that there is no signature."""
    header = to_base64url(
        b'{"alg":"none","typ":"vc+jwt","kid":"%s#%s"}' % (DID.encode(), CREDENTIAL_KEY.key_id.encode())
    )
    return envelope(f"{header}.{BODY.envelope.split('.')[1]}.")


def own_key_in_the_header() -> Exhibit:
    """A proper signature, whose key comes along in the header."""
    header = {"alg": "ES256", "typ": "vc+jwt", "kid": f"{DID}#{FORGER.key_id}", "jwk": FORGER.public.jwk}
    content = f"{to_base64url(json.dumps(header).encode())}.{BODY.envelope.split('.')[1]}"
    return envelope(f"{content}.{to_base64url(FORGER.sign(content.encode()))}")


def printed(holder: str, scope: str | None = None, **attached: str) -> bytes:
    """A document that looks like the body's, for another holder."""
    content = replace(BODY.content, holder=replace(BODY.content.holder, name=holder))
    content = replace(content, scope={"en": scope}) if scope else content
    return PRESS.document(document_data(content, "en", ADDRESS, PRESS.template, Marks(), Attached(**attached)), ISSUED)


def swapped_annex() -> bytes:
    """The last page of the genuine, sealed document exchanged for one with more sites."""
    with pikepdf.open(BytesIO(BODY.pdf)) as file, pikepdf.open(BytesIO(printed("Helmets & Sons", "Rockets"))) as other:
        file.pages[-1] = other.pages[-1]
        written = BytesIO()
        file.save(written)
    return written.getvalue()


def rewritten() -> Log:
    """A log that is long enough, but whose past is another."""
    log = Log()
    log.add(*(f"rewritten {at}".encode() for at in range(400)))
    return log


def look_alike() -> Exhibit:
    said = conformity_credential(BODY.content, replace(publication(), did=LOOK_ALIKE))
    return envelope(signed(said, FORGER, LOOK_ALIKE))


def of_another_holder() -> Exhibit:
    """A genuine credential of another holder, put into a document that is sealed by the forger."""
    own = printed("Rocket Works", credential=BODY.envelope, proof=BODY.proof)
    return pdf(sealed(own, seal("Rocket Works", "seal-2025-01", 51), ISSUED))


def proof_of_another() -> Exhibit:
    """A genuine credential with the log proof of another certificate."""
    other = World(content=helmets())
    return envelope(BODY.envelope, other.proof)


FORGERIES = {
    "altered text": Forgery(altered_text, Verdict.ALTERED, "signature-wrong"),
    "other key": Forgery(lambda: envelope(signed(BODY.credential, FORGER, DID)), Verdict.ALTERED, "signature-wrong"),
    "own key in the header": Forgery(own_key_in_the_header, Verdict.ALTERED, "brings-its-own-key"),
    "no signature": Forgery(unsigned, Verdict.ALTERED, "algorithm-not-accepted"),
    "key for lists": Forgery(
        lambda: envelope(signed(BODY.credential, es256("status-list-2025-01", 12), DID)),
        Verdict.NOT_OURS,
        "key-for-another-purpose",
    ),
    "copied QR": Forgery(
        lambda: pdf(printed("Rocket Works")),
        Verdict.NOT_OURS,
        "no-credential",
        expected=Expected(id=PUBLIC_ID),
    ),
    "QR of another certificate": Forgery(
        lambda: pdf(BODY.pdf), Verdict.NOT_OURS, "another-certificate", expected=Expected(id=OTHER_ID)
    ),
    "old version": Forgery(genuine, Verdict.SUPERSEDED, "superseded", World(in_force=2)),
    "suspended": Forgery(
        genuine,
        Verdict.SUSPENDED,
        "register-suspended",
        World(standing=Standing.SUSPENDED, suspended=PLACE_IN_LISTS),
    ),
    "suspended, offline": Forgery(genuine, Verdict.SUSPENDED, "suspended", World(suspended=PLACE_IN_LISTS), offline),
    "withdrawn": Forgery(
        genuine,
        Verdict.WITHDRAWN,
        "register-withdrawn",
        World(standing=Standing.WITHDRAWN),
        lambda body: replace(body.online, status_lists=()),
    ),
    "withdrawn, offline": Forgery(genuine, Verdict.WITHDRAWN, "revoked", World(revoked=PLACE_IN_LISTS), offline),
    "expired": Forgery(
        genuine,
        Verdict.EXPIRED,
        "expired",
        has=lambda body: AtHand(NOW + timedelta(days=900), body.online.issuers),
    ),
    # Rolled back: fewer entries than this verifier saw before; rewritten: as many, but with another past.
    "rolled-back log": Forgery(genuine, Verdict.UNCONFIRMED, "log-rolled-back", log=lambda: log_of(300)),
    "rewritten log": Forgery(genuine, Verdict.UNCONFIRMED, "log-forked", log=rewritten),
    "cut PDF": Forgery(lambda: pdf(BODY.pdf[:-2_000]), Verdict.ALTERED, "document-cut"),
    "swapped annex": Forgery(lambda: pdf(swapped_annex()), Verdict.ALTERED, "document-continued-after-seal"),
    "altered page, seal taken off": Forgery(
        lambda: pdf(printed("Rocket Works", credential=BODY.envelope, proof=BODY.proof)),
        Verdict.NOT_OURS,
        "document-not-sealed",
    ),
    "look-alike domain": Forgery(look_alike, Verdict.NOT_OURS, "issuer-unknown"),
    "stale status list": Forgery(
        genuine, Verdict.UNCONFIRMED, "status-list-stale", World(listed=NOW - LONGEST_LIFE), offline
    ),
    "status list of somebody else": Forgery(
        genuine,
        Verdict.UNCONFIRMED,
        "signature-wrong",
        has=lambda body: replace(body.offline, status_lists=(body.list_of("revocation", frozenset(), STRANGER),)),
    ),
    "credential of another holder": Forgery(of_another_holder, Verdict.NOT_OURS, "seal-of-somebody-else"),
    "shown for another holder": Forgery(
        genuine, Verdict.NOT_OURS, "another-holder", expected=Expected(holder="Rocket Works")
    ),
    "log proof of another": Forgery(proof_of_another, Verdict.ALTERED, "proof-of-another-version"),
    "back-dated with a stolen key": Forgery(
        lambda: envelope(BODY.envelope),
        Verdict.NOT_OURS,
        "key-compromised",
        World(compromised=NOW - timedelta(days=1)),
    ),
    "document that the register does not know": Forgery(
        lambda: pdf(BODY.pdf), Verdict.ALTERED, "document-not-registered", World(documents=("00" * 32,))
    ),
}
