"""The signed root: made from the journal as it continues the last one, refused where it does not."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.db import connection

from building import Building, building, found_body, register_client
from certwright.journal import root, triggers
from certwright.journal.models import Envelope, Tail
from certwright.journal.root import Root, RootRefused
from certwright.journal.root_keys import KeyUnusable, key_id, new_key, private_key, public_keys
from certwright.journal.tail import TAIL
from certwright.journal.verifying import verify
from journal.forging import SIGNER, forge, rewrite_from, update

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 18, tzinfo=UTC)
KEYS = {key_id(SIGNER.public_key()): SIGNER.public_key()}


@pytest.fixture
def here(db: None, tmp_path: Path) -> Building:
    made = building(tmp_path)
    found_body(made)
    return made


def test_a_root_says_where_the_journal_stands(here: Building) -> None:
    made = root.make("default", None, DAY, AT)
    tail = Tail.objects.get()
    assert (made.position, made.hash, made.dossiers) == (tail.position, tail.hash, 4)
    assert (made.day, made.made_at) == ("2026-03-02", "2026-03-02T18:00:00.000000+00:00")
    assert datetime.fromisoformat(made.recorded_at) == tail.recorded_at


def test_the_next_root_goes_on_from_the_last_and_agrees_with_one_made_from_the_beginning(here: Building) -> None:
    first = root.make("default", None, DAY, AT)
    assert root.make("default", first, DAY, AT) == first  # nothing new
    register_client(here)
    second = root.make("default", first, DAY, AT)
    assert second.position == first.position + 1
    assert second == root.make("default", None, DAY, AT)


def test_an_empty_journal_is_not_signed(db: None) -> None:
    with pytest.raises(RootRefused, match="Nothing is recorded yet"):
        root.make("default", None, DAY, AT)


def test_a_journal_shorter_than_the_last_root_is_not_signed(here: Building) -> None:
    made = root.make("default", None, DAY, AT)
    with pytest.raises(RootRefused, match=rf"Acts {made.position + 1} to {made.position + 1} are gone"):
        root.make("default", replace(made, position=made.position + 1), DAY, AT)


def test_an_old_backup_with_new_acts_is_not_signed(here: Building) -> None:
    """As many acts as before, but others."""
    triggers.remove(connection)
    made = root.make("default", None, DAY, AT)
    rewrite_from(5, lambda said: said.update(actor="person:mallory"))
    register_client(here)
    for day in (DAY, DAY + timedelta(days=1)):
        with pytest.raises(RootRefused, match="Run “certwright journal verify”"):
            root.make("default", made, day, AT)


def test_an_act_altered_since_the_last_root_is_not_signed(here: Building) -> None:
    triggers.remove(connection)
    made = root.make("default", None, DAY, AT)
    entry = register_client(here)
    update(Envelope, entry.position, text="{}")
    with pytest.raises(RootRefused, match=f"Act {entry.position} is missing or altered"):
        root.make("default", made, DAY, AT)


def test_an_act_replaced_since_the_last_root_is_not_signed(here: Building) -> None:
    triggers.remove(connection)
    made = root.make("default", None, DAY, AT)
    entry = register_client(here)
    forge(entry.position, actor="person:mallory")
    with pytest.raises(RootRefused, match="Run “certwright journal verify”"):
        root.make("default", made, DAY, AT)


def test_a_tail_that_does_not_fit_is_not_signed(here: Building) -> None:
    triggers.remove(connection)
    update(Tail, TAIL, hash="0" * 64)
    with pytest.raises(RootRefused, match="the journal is said to stand at"):
        root.make("default", None, DAY, AT)


def test_days_and_times_that_run_backwards_are_not_signed(here: Building) -> None:
    made = root.make("default", None, DAY, AT)
    with pytest.raises(RootRefused, match="Look at the clock"):
        root.make("default", made, DAY - timedelta(days=1), AT)
    with pytest.raises(RootRefused, match="older than"):
        root.make("default", replace(made, recorded_at="2027-01-01T00:00:00.000000+00:00"), DAY, AT)


class TestFiles:
    def test_a_root_is_written_whole_and_read_back(self, here: Building, tmp_path: Path) -> None:
        made = root.make("default", None, DAY, AT)
        path = root.export(tmp_path / "roots", made, SIGNER)
        assert path.name == f"root-2026-03-02-{made.position}.json"
        assert [item.name for item in (tmp_path / "roots").iterdir()] == [path.name]
        assert [(item.root, item.fault) for item in root.exported(tmp_path / "roots", KEYS)] == [(made, "")]
        assert root.last(root.exported(tmp_path / "roots", KEYS)) == made
        assert verify("default", here.means.attachments, root.exported(tmp_path / "roots", KEYS)).clean

    def test_no_folder_is_no_root(self, tmp_path: Path) -> None:
        assert root.exported(tmp_path / "roots", KEYS) == []
        assert root.last([]) is None

    def test_the_last_root_is_the_one_that_goes_furthest(self, here: Building, tmp_path: Path) -> None:
        first = root.make("default", None, DAY, AT)
        register_client(here)
        second = root.make("default", first, DAY, AT)
        for made in (second, first):
            root.export(tmp_path, made, SIGNER)
        assert root.last(root.exported(tmp_path, KEYS)) == second

    @pytest.mark.parametrize("field", ["day", "position", "hash", "recorded_at", "dossiers", "made_at", "format"])
    def test_a_root_with_one_field_changed_is_not_trusted(self, here: Building, field: str) -> None:
        file = json.loads(root.signed(root.make("default", None, DAY, AT), SIGNER))
        value = file["root"][field]
        file["root"][field] = value + 1 if isinstance(value, int) else value[:-1] + "~"
        assert root.read("r", json.dumps(file), KEYS).fault == "the signature is wrong"

    @pytest.mark.parametrize(
        ("keys", "change", "fault"),
        [
            ({}, {}, f"the key {key_id(SIGNER.public_key())} is not known"),
            (KEYS, {"signature": "00" * 64}, "the signature is wrong"),
            (KEYS, {"signature": "00"}, "the signature is wrong"),
            (KEYS, {"signature": "none"}, "not a root file"),
            (KEYS, {"signature": None}, "not a root file"),
            (KEYS, {"key": ["x"]}, "not a root file"),
            (KEYS, {"root": {"day": "2026-03-02"}}, "not a root file"),
            (KEYS, {"root": []}, "not a root file"),
        ],
    )
    def test_a_file_that_is_no_root_of_ours_says_why(
        self, here: Building, keys: Mapping[str, Ed25519PublicKey], change: dict[str, object], fault: str
    ) -> None:
        file = json.loads(root.signed(root.make("default", None, DAY, AT), SIGNER)) | change
        found = root.read("r", json.dumps(file), keys)
        assert (found.root, found.fault) == (None, fault)

    def test_a_root_of_a_later_format_is_said_to_be_one(self) -> None:
        later = Root("2026-03-02", 1, "x", "x", 1, "x", format=2)
        assert root.read("r", root.signed(later, SIGNER), KEYS).fault == "of a later format"

    @pytest.mark.parametrize("text", ["", "[]", "{", '"root"', "null", "\x00"])
    def test_a_torn_file_stops_the_next_root(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "root-2026-03-02-1.json").write_text(text)
        (torn,) = root.exported(tmp_path, KEYS)
        assert torn.fault == "not a root file"
        with pytest.raises(RootRefused, match=r"root-2026-03-02-1\.json is no root to go on from: not a root file\."):
            root.last([torn])


class TestKeys:
    def test_a_new_key_is_the_owners_alone_and_never_overwritten(self, tmp_path: Path) -> None:
        file = tmp_path / "keys" / "root.pem"
        made = new_key(file)
        assert file.stat().st_mode & 0o777 == 0o600
        assert key_id(private_key(file).public_key()) == made
        assert list(public_keys(file)) == [made]
        kept = file.read_bytes()
        with pytest.raises(FileExistsError):
            new_key(file)
        assert file.read_bytes() == kept

    def test_old_roots_are_checked_by_the_old_public_key(self, here: Building, tmp_path: Path) -> None:
        file = tmp_path / "keys" / "root.pem"
        new_key(file)
        root.export(tmp_path / "roots", root.make("default", None, DAY, AT), private_key(file))
        file.unlink()
        new_key(file)
        assert len(public_keys(file)) == 2
        assert [item.fault for item in root.exported(tmp_path / "roots", public_keys(file))] == [""]

    def test_a_key_made_by_hand_needs_no_public_key_beside_it(self, tmp_path: Path) -> None:
        file = tmp_path / "root.pem"
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", file], check=True, capture_output=True)
        assert list(public_keys(file)) == [key_id(private_key(file).public_key())]

    def test_a_missing_key_says_how_to_make_one(self, tmp_path: Path) -> None:
        with pytest.raises(KeyUnusable, match="openssl genpkey -algorithm ed25519"):
            private_key(tmp_path / "root.pem")
        assert public_keys(tmp_path / "root.pem") == {}

    @pytest.mark.parametrize("name", ["root.pem", "root-old.pub.pem"])
    def test_a_file_that_is_no_key_is_named(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_text("no key")
        with pytest.raises(KeyUnusable, match=name):
            public_keys(tmp_path / "root.pem")

    def test_a_key_of_another_kind_is_named(self, tmp_path: Path) -> None:
        other = X25519PrivateKey.generate()
        (tmp_path / "root.pem").write_bytes(
            other.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        with pytest.raises(KeyUnusable, match="not an Ed25519 key"):
            private_key(tmp_path / "root.pem")
        (tmp_path / "x.pub.pem").write_bytes(
            other.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        )
        (tmp_path / "root.pem").unlink()
        with pytest.raises(KeyUnusable, match="not an Ed25519 key"):
            public_keys(tmp_path / "root.pem")
