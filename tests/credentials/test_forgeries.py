"""The forgeries there are, each sorted right from what is shown and what is at hand, without following any address.

A genuine copy stands beside them, so that the table proves something.
"""

import socket
from collections.abc import Callable
from dataclasses import replace

import pytest

from certwright.credentials.documents.reading import look_at
from certwright.credentials.jose import signed
from certwright.credentials.sentences import in_words, remedy
from certwright.credentials.untp import conformity_credential
from certwright.credentials.verify import Expected, Shown, Verdict, verify
from credentials.certificates import system_certificate
from credentials.forgeries import BODY, FORGER, FORGERIES, Exhibit, genuine, look_alike, pdf
from credentials.publishing import DID, publication
from credentials.world import PUBLIC_ID, World


@pytest.fixture(autouse=True)
def _no_address_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever verifies must not be made to fetch anything: an attempt is an error here."""

    def refused(*_: object) -> None:
        raise AssertionError("an address was opened")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)


@pytest.mark.parametrize("exhibit", [genuine, lambda: pdf(BODY.pdf)], ids=["credential", "document"])
def test_a_genuine_copy_is_genuine(exhibit: Callable[[], Exhibit]) -> None:
    known = World(documents=(look_at(BODY.pdf).digest,)).online
    result = verify(exhibit().shown, known, Expected("MS-2025-0001", PUBLIC_ID, "Helmets & Sons"))
    assert (result.verdict, result.reasons) == (Verdict.GENUINE, ())


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_sorted_right(name: str) -> None:
    forgery = FORGERIES[name]
    result = verify(forgery.exhibit().shown, forgery.at_hand, forgery.expected)
    assert result.verdict is forgery.verdict
    assert result.reasons[0].flaw.says == forgery.reason
    assert all(in_words(one.flaw) and remedy(one.flaw) for one in result.reasons)


def test_a_look_alike_is_told_what_it_looks_like() -> None:
    result = verify(look_alike().shown, BODY.online)
    assert [reason.flaw.says for reason in result.reasons] == ["issuer-unknown", "looks-like"]
    assert result.reasons[1].flaw.evidence["known"] == "certification.example"


def test_no_address_of_the_credential_is_needed() -> None:
    """A verdict takes nothing from where the credential says lists and pages are; only what is at hand counts."""
    elsewhere = replace(publication(), address=f"https://forger.example/c/{PUBLIC_ID}", origin="https://forger.example")
    text = signed(conformity_credential(system_certificate(), elsewhere), FORGER, DID)
    assert verify(Shown(text), BODY.online).verdict is Verdict.ALTERED
