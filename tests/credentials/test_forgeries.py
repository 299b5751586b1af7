"""The forgeries there are, each sorted right from what is shown and what is at hand, without following any address.

One row each: what the forger did, the verdict, the reason that weighs most. A genuine copy stands beside them, so that
the rows prove something.
"""

import json
import socket
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest

from certwright.core.dossiers.certification import Standing
from certwright.credentials.documents.data import Attached, Marks, document_data
from certwright.credentials.documents.reading import look_at
from certwright.credentials.documents.sealing import sealed
from certwright.credentials.encoding.base64_strict import from_base64url, to_base64url
from certwright.credentials.jose import signed
from certwright.credentials.sentences import in_words, remedy
from certwright.credentials.status.status_credential import LONGEST_LIFE
from certwright.credentials.untp import conformity_credential
from certwright.credentials.verify import AtHand, Expected, Shown, Verdict, verify
from credentials.certificates import helmets, system_certificate
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
class Forgery:
    """What is shown, what the verifier has at hand, what it is shown for; what must come out."""

    shown: Callable[[], Shown]
    verdict: Verdict
    reason: str
    at_hand: Callable[[], AtHand] = lambda: BODY.online
    expected: Expected = NOTHING


def pdf(content: bytes) -> Shown:
    return Shown(document=look_at(content))


def envelope(text: str, proof: str | None = None) -> Shown:
    return Shown(text, proof)


def altered_text() -> Shown:
    """The scope in the payload changed, the signature left."""
    header, payload, signature = BODY.envelope.split(".")
    said = from_base64url(payload).replace(b"Everything the works makes.", b"Everything, rockets too ...")
    return envelope(f"{header}.{to_base64url(said)}.{signature}", BODY.proof)


def unsigned() -> Shown:
    """The header says that there is no signature."""
    header = to_base64url(
        b'{"alg":"none","typ":"vc+jwt","kid":"%s#%s"}' % (DID.encode(), CREDENTIAL_KEY.key_id.encode())
    )
    return envelope(f"{header}.{BODY.envelope.split('.')[1]}.")


def own_key_in_the_header() -> Shown:
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


def rolled_back() -> AtHand:
    """The log the server shows today has fewer entries than this verifier saw before."""
    return BODY.seeing(log_of(300), BODY.seen)


def forked() -> AtHand:
    """The log is long enough, but its past is another."""
    log = Log()
    log.add(*(f"rewritten {at}".encode() for at in range(400)))
    return BODY.seeing(log, BODY.seen)


def look_alike() -> Shown:
    said = conformity_credential(BODY.content, replace(publication(), did=LOOK_ALIKE))
    return envelope(signed(said, FORGER, LOOK_ALIKE))


def of_another_holder() -> Shown:
    """A genuine credential of another holder, put into a document that is sealed by the forger."""
    own = printed("Rocket Works", credential=BODY.envelope, proof=BODY.proof)
    return pdf(sealed(own, seal("Rocket Works", "seal-2025-01", 51), ISSUED))


def proof_of_another() -> Shown:
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
    "old version": Forgery(lambda: BODY.shown, Verdict.SUPERSEDED, "superseded", lambda: World(in_force=2).online),
    "suspended": Forgery(
        lambda: BODY.shown,
        Verdict.SUSPENDED,
        "register-suspended",
        lambda: World(standing=Standing.SUSPENDED, suspended=PLACE_IN_LISTS).online,
    ),
    "suspended, offline": Forgery(
        lambda: BODY.shown, Verdict.SUSPENDED, "suspended", lambda: World(suspended=PLACE_IN_LISTS).offline
    ),
    "withdrawn": Forgery(
        lambda: BODY.shown,
        Verdict.WITHDRAWN,
        "register-withdrawn",
        lambda: replace(World(standing=Standing.WITHDRAWN).online, status_lists=()),
    ),
    "withdrawn, offline": Forgery(
        lambda: BODY.shown, Verdict.WITHDRAWN, "revoked", lambda: World(revoked=PLACE_IN_LISTS).offline
    ),
    "expired": Forgery(
        lambda: BODY.shown,
        Verdict.EXPIRED,
        "expired",
        lambda: replace(BODY.online, now=NOW + timedelta(days=900), register_answer=None, status_lists=()),
    ),
    "rolled-back log": Forgery(lambda: BODY.shown, Verdict.UNCONFIRMED, "log-rolled-back", rolled_back),
    "rewritten log": Forgery(lambda: BODY.shown, Verdict.UNCONFIRMED, "log-forked", forked),
    "cut PDF": Forgery(lambda: pdf(BODY.pdf[:-2_000]), Verdict.ALTERED, "document-cut"),
    "swapped annex": Forgery(lambda: pdf(swapped_annex()), Verdict.ALTERED, "document-continued-after-seal"),
    "altered page, seal taken off": Forgery(
        lambda: pdf(printed("Rocket Works", credential=BODY.envelope, proof=BODY.proof)),
        Verdict.NOT_OURS,
        "document-not-sealed",
    ),
    "look-alike domain": Forgery(look_alike, Verdict.NOT_OURS, "issuer-unknown"),
    "stale status list": Forgery(
        lambda: BODY.shown,
        Verdict.UNCONFIRMED,
        "status-list-stale",
        lambda: World(listed=NOW - LONGEST_LIFE).offline,
    ),
    "status list of somebody else": Forgery(
        lambda: BODY.shown,
        Verdict.UNCONFIRMED,
        "signature-wrong",
        lambda: replace(BODY.offline, status_lists=(BODY.list_of("revocation", frozenset(), STRANGER),)),
    ),
    "credential of another holder": Forgery(of_another_holder, Verdict.NOT_OURS, "seal-of-somebody-else"),
    "shown for another holder": Forgery(
        lambda: BODY.shown, Verdict.NOT_OURS, "another-holder", expected=Expected(holder="Rocket Works")
    ),
    "log proof of another": Forgery(proof_of_another, Verdict.ALTERED, "proof-of-another-version"),
    "back-dated with a stolen key": Forgery(
        lambda: envelope(BODY.envelope),
        Verdict.NOT_OURS,
        "key-compromised",
        lambda: World(compromised=NOW - timedelta(days=1)).online,
    ),
    "document that the register does not know": Forgery(
        lambda: pdf(BODY.pdf), Verdict.ALTERED, "document-not-registered", lambda: World(documents=("00" * 32,)).online
    ),
}


@pytest.fixture(autouse=True)
def _no_address_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever verifies must not be made to fetch anything: an attempt is an error here."""

    def refused(*_: object) -> None:
        raise AssertionError("an address was opened")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)


@pytest.mark.parametrize("shown", [lambda: BODY.shown, lambda: pdf(BODY.pdf)], ids=["credential", "document"])
def test_a_genuine_copy_is_genuine(shown: Callable[[], Shown]) -> None:
    known = World(documents=(look_at(BODY.pdf).digest,)).online
    result = verify(shown(), known, Expected("MS-2025-0001", PUBLIC_ID, "Helmets & Sons"))
    assert (result.verdict, result.reasons) == (Verdict.GENUINE, ())


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_sorted_right(name: str) -> None:
    forgery = FORGERIES[name]
    result = verify(forgery.shown(), forgery.at_hand(), forgery.expected)
    assert result.verdict is forgery.verdict
    assert result.reasons[0].flaw.says == forgery.reason
    assert all(in_words(one.flaw) and remedy(one.flaw) for one in result.reasons)


def test_a_look_alike_is_told_what_it_looks_like() -> None:
    result = verify(look_alike(), BODY.online)
    assert [reason.flaw.says for reason in result.reasons] == ["issuer-unknown", "looks-like"]
    assert result.reasons[1].flaw.evidence["known"] == "certification.example"


def test_no_address_of_the_credential_is_needed() -> None:
    """A verdict takes nothing from where the credential says lists and pages are; only what is at hand counts."""
    elsewhere = replace(publication(), address=f"https://forger.example/c/{PUBLIC_ID}", origin="https://forger.example")
    text = signed(conformity_credential(system_certificate(), elsewhere), FORGER, DID)
    assert verify(envelope(text), BODY.online).verdict is Verdict.ALTERED
