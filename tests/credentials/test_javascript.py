"""A library of another world (npm ``jose``) verifies what we sign. ``make javascript`` installs it and runs this."""

import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from certwright.credentials.did.document import did_document
from certwright.credentials.jose import signed
from certwright.credentials.signing.history import KeyHistory, KeyTerm
from credentials.keys import ed25519, es256
from credentials.publishing import DID
from credentials.world import World

FOLDER = Path(__file__).parent / "javascript"
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
SIGNERS = (es256("credential-1", 1), ed25519("credential-2", 2))


def verified(*envelopes: str) -> list[dict[str, Any]]:
    """What the library says to each envelope."""
    if not shutil.which("node") or not (FOLDER / "node_modules" / "jose").exists():
        pytest.skip("Node or its package jose is not installed (make javascript)")
    history = KeyHistory(tuple(KeyTerm(one.key_id, one.public, FIRST) for one in SIGNERS))
    asked = json.dumps({"document": did_document(DID, history, ()), "envelopes": envelopes})
    command = ["node", str(FOLDER / "verify.mjs")]
    answers: list[dict[str, Any]] = json.loads(
        subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout
    )
    return answers


def test_our_credentials_are_verified_by_another_library() -> None:
    credential = World().credential
    assert verified(*(signed(credential, signer, DID) for signer in SIGNERS)) == [{"said": credential}] * 2


def test_what_we_refuse_it_refuses_too() -> None:
    envelope = signed(World().credential, SIGNERS[0], DID)
    header, payload, signature = envelope.split(".")
    altered = f"{header}.{payload[:-2]}AA.{signature}"
    strange = signed(World().credential, es256("credential-1", 99), DID)
    unknown = signed(World().credential, es256("credential-9", 99), DID)
    answers = verified(altered, strange, unknown)
    assert [set(answer) for answer in answers] == [{"refused"}] * 3
