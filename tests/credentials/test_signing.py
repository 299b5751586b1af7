"""Keys and signers: files, hardware, elsewhere; one purpose each; what their history says of a moment."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, derive_private_key
from cryptography.x509 import load_der_x509_certificate

from certwright.credentials.documents.sealing import Seal
from certwright.credentials.flaws import Flawed
from certwright.credentials.signing.certificate import self_signed
from certwright.credentials.signing.demonstration import demonstration_keys, demonstration_signer
from certwright.credentials.signing.file_key import made, opened
from certwright.credentials.signing.hardware_key import found
from certwright.credentials.signing.history import KeyHistory, KeyStanding, KeyTerm
from certwright.credentials.signing.public_key import Algorithm, from_jwk, from_multikey, public_key
from certwright.credentials.signing.purpose import Purpose
from certwright.credentials.signing.remote_key import RemoteSigner
from certwright.credentials.signing.signer import held_for
from credentials.keys import ed25519, es256

PASSPHRASE = b"only for this test"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
SOFT_HSM = next(
    (path for path in ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm.so") if Path(path).exists()),
    "",
)


@pytest.mark.parametrize("algorithm", list(Algorithm))
def test_a_key_file_signs_and_only_its_key_verifies(algorithm: Algorithm) -> None:
    signer = opened("credential-1", made(algorithm, PASSPHRASE), PASSPHRASE)
    signature = signer.sign(b"said")
    assert signer.public.algorithm is algorithm
    assert signer.public.verifies(b"said", signature)
    assert not signer.public.verifies(b"sait", signature)
    assert not signer.public.verifies(b"said", signature[:-1])
    assert not opened("credential-1", made(algorithm, PASSPHRASE), PASSPHRASE).public.verifies(b"said", signature)


@pytest.mark.parametrize("algorithm", list(Algorithm))
def test_a_public_key_survives_its_written_forms(algorithm: Algorithm) -> None:
    key = (es256() if algorithm is Algorithm.ES256 else ed25519()).public
    assert from_jwk(key.jwk) == key
    assert from_multikey(key.multikey) == key


def test_the_thumbprint_is_that_of_rfc_8037() -> None:
    """The example of RFC 8037, appendix A.3."""
    key = from_jwk({"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})
    assert key.thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


@pytest.mark.parametrize(
    ("jwk", "says"),
    [
        ({"kty": "OKP", "crv": "Ed25519", "x": "AA", "d": "AA"}, "private-key-shown"),
        ({"kty": "oct", "k": "AA"}, "key-not-supported"),
        ({"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}, "key-not-readable"),
        ({"kty": "OKP", "crv": "Ed25519", "x": "AA"}, "key-not-readable"),
        ({"kty": "OKP", "crv": "Ed25519"}, "key-not-readable"),
    ],
)
def test_a_key_that_is_none_of_ours_is_refused(jwk: dict[str, Any], says: str) -> None:
    with pytest.raises(Flawed, match=says):
        from_jwk(jwk)


def test_a_key_of_another_curve_is_refused() -> None:
    with pytest.raises(Flawed, match="key-not-supported"):
        public_key(derive_private_key(7, SECP384R1()).public_key())


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(Flawed, match="passphrase-too-short"):
        made(Algorithm.ES256, b"elevenchars")
    assert made(Algorithm.ES256, b"twelve chars")


def test_a_wrong_passphrase_opens_nothing() -> None:
    with pytest.raises(Flawed, match="key-not-opened"):
        opened("credential-1", made(Algorithm.ES256, PASSPHRASE), b"something else")


def test_a_file_without_passphrase_is_refused() -> None:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    bare = es256().private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with pytest.raises(Flawed, match="key-not-encrypted"):
        opened("credential-1", bare, PASSPHRASE)


def test_the_private_half_is_not_shown() -> None:
    assert "private" not in repr(es256())


def test_a_remote_signature_is_checked_before_it_is_used() -> None:
    signer = es256()
    assert RemoteSigner("credential-1", signer.public, signer.sign).sign(b"said")
    with pytest.raises(Flawed, match="remote-signature-wrong"):
        RemoteSigner("credential-1", signer.public, es256("credential-2", seed=2).sign).sign(b"said")


def test_a_key_serves_one_purpose() -> None:
    assert held_for(es256("credential-1"), Purpose.CREDENTIAL)
    with pytest.raises(Flawed, match="key-for-another-purpose"):
        held_for(es256("credential-1"), Purpose.STATUS_LIST)


def term(key_id: str, seed: int, first: datetime, **changes: Any) -> KeyTerm:
    return KeyTerm(key_id, es256(key_id, seed).public, first, **changes)


def test_a_key_is_good_from_its_first_moment_to_before_its_end() -> None:
    key = term("credential-1", 1, NOON, valid_until=NOON + DAY)
    second = timedelta(seconds=1)
    assert key.standing(NOON - second) is KeyStanding.NOT_YET
    assert key.standing(NOON) is KeyStanding.GOOD
    assert key.standing(NOON + DAY - second) is KeyStanding.GOOD
    assert key.standing(NOON + DAY) is KeyStanding.RETIRED


def test_a_compromise_counts_from_its_moment_and_not_before() -> None:
    key = term("credential-1", 1, NOON, compromised_on=NOON + DAY)
    assert key.standing(NOON) is KeyStanding.GOOD
    assert key.standing(NOON + DAY) is KeyStanding.COMPROMISED


def test_the_newest_good_key_signs() -> None:
    old, new = term("credential-1", 1, NOON), term("credential-2", 2, NOON + DAY)
    history = KeyHistory((old, new, term("status-list-1", 3, NOON)))
    assert history.current(Purpose.CREDENTIAL, NOON) == old
    assert history.current(Purpose.CREDENTIAL, NOON + DAY) == new
    with pytest.raises(Flawed, match="no-key-now"):
        history.current(Purpose.SEAL, NOON)


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ((term("credential-1", 1, NOON), term("credential-1", 2, NOON)), "key-id-twice"),
        ((term("credential-1", 1, NOON), term("status-list-1", 1, NOON)), "key-twice"),
        ((term("main", 1, NOON),), "key-without-purpose"),
    ],
)
def test_no_key_serves_two_purposes_and_no_id_two_keys(terms: tuple[KeyTerm, ...], says: str) -> None:
    with pytest.raises(Flawed, match=says):
        KeyHistory(terms)


def test_demonstration_keys_are_known_under_any_name() -> None:
    own = term("credential-2", 2, NOON)
    published = KeyTerm("credential-1", demonstration_signer(Purpose.CREDENTIAL).public, NOON)
    assert demonstration_keys(KeyHistory((own, published))) == ("credential-1",)
    assert demonstration_keys(KeyHistory((own,))) == ()


def test_demonstration_keys_are_always_the_same_and_one_for_each_purpose() -> None:
    keys = [demonstration_signer(purpose).public for purpose in Purpose]
    assert keys == [demonstration_signer(purpose).public for purpose in Purpose]
    assert len(set(keys)) == len(Purpose)
    assert demonstration_signer(Purpose.CHECKPOINT).public.algorithm is Algorithm.ED25519


def test_a_seal_key_certifies_itself() -> None:
    signer = demonstration_signer(Purpose.SEAL)
    made = self_signed(signer, "Example Certification", "GB", NOON, NOON + DAY)
    assert Seal(signer, made).certificates == (made,)
    found = load_der_x509_certificate(made)
    found.verify_directly_issued_by(found)
    assert (found.not_valid_before_utc, found.not_valid_after_utc) == (NOON, NOON + DAY)
    for wrong, says in ((es256("credential-1"), "key-for-another-purpose"), (ed25519("seal-1"), "key-not-supported")):
        with pytest.raises(Flawed, match=says):
            self_signed(wrong, "Example Certification", "GB", NOON, NOON + DAY)


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """An open session of a SoftHSM token of its own."""
    pkcs11 = pytest.importorskip("pkcs11")
    if not SOFT_HSM or not shutil.which("softhsm2-util"):
        pytest.skip("SoftHSM is not installed (Debian: softhsm2)")
    folder = tmp_path_factory.mktemp("hsm")
    (folder / "conf").write_text(f"directories.tokendir = {folder}\nobjectstore.backend = file\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "conf")
    command = ["softhsm2-util", "--init-token", "--free", "--label", "test", "--pin", "1234", "--so-pin", "1234"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with pkcs11.lib(SOFT_HSM).get_token(token_label="test").open(user_pin="1234", rw=True) as session:
        yield session
    del os.environ["SOFTHSM2_CONF"]


@pytest.mark.parametrize("algorithm", list(Algorithm))
def test_a_hardware_module_signs(module: Any, algorithm: Algorithm) -> None:
    from pkcs11 import Attribute, KeyType
    from pkcs11.util.ec import encode_named_curve_parameters

    curve, kind = (
        (encode_named_curve_parameters("secp256r1"), KeyType.EC)
        if algorithm is Algorithm.ES256
        else (b"\x13\x0cedwards25519", KeyType.EC_EDWARDS)  # the curve's name as DER, PKCS #11 v3.0 section 2.3.10
    )
    label = f"credential-{algorithm.value}"
    parameters = module.create_domain_parameters(kind, {Attribute.EC_PARAMS: curve}, local=True)
    parameters.generate_keypair(store=True, label=label)
    signer = found(module, label)
    assert signer.public.algorithm is algorithm
    assert signer.public.verifies(b"said", signer.sign(b"said"))


def test_a_key_that_the_module_does_not_hold_is_named(module: Any) -> None:
    with pytest.raises(Flawed, match="key-not-in-module"):
        found(module, "credential-none")
