"""The example on the page of the journal's format: our code writes these bytes, and ``sha256sum`` agrees with us."""

import json
import re
import shutil
import subprocess
from dataclasses import asdict

import pytest

from architecture.source import CHECKOUT
from certwright.core.acts import read_act
from certwright.journal import root
from certwright.journal.envelope import canonical, read_entry
from certwright.journal.root_keys import key_id
from journal.example import EXAMPLE, ROOT, ROOT_FILE, SIGNER, running

PAGE = (CHECKOUT / "docs" / "reference" / "journal-format.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```console\n\$ (.*)\n(.*)\n```", PAGE)


def test_the_page_shows_what_our_code_writes() -> None:
    told = [answer.removesuffix("  -") for _, answer in COMMANDS]
    first, second, third = EXAMPLE
    assert told == [
        *(first.content_digest, first.hash, second.hash, third.hash, third.content_digest, second.content_digest),
        *running(),
    ]
    for item in EXAMPLE:
        assert f"'{item.envelope}'" in PAGE
        assert f"{item.salt} '{item.content}'" in PAGE


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="there is no sha256sum here")
@pytest.mark.parametrize(("command", "answer"), COMMANDS, ids=range(len(COMMANDS)))
def test_a_reader_who_types_it_sees_the_same(command: str, answer: str) -> None:
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout == f"{answer}\n"


def test_the_root_on_the_page_is_signed_by_the_key_on_the_page() -> None:
    (file,) = re.findall(r"```json\n(.*)\n```", PAGE)
    assert file == ROOT_FILE
    assert SIGNER.public_key().public_bytes_raw().hex() in PAGE
    assert root.read("root.json", file, {key_id(SIGNER.public_key()): SIGNER.public_key()}).root == ROOT
    assert json.loads(file)["root"] == asdict(ROOT)


def test_what_is_on_the_page_can_be_read_again() -> None:
    """Format 1 is read by every release: these bytes never change, and neither does what they say."""
    entries = [read_entry(item.envelope, item.hash, item.content) for item in EXAMPLE]
    assert [entry.form for entry in entries] == [
        "person.register@1",
        "person.state-particulars@1",
        "person.erase-particulars@1",
    ]
    assert entries[1].act == read_act("person.state-particulars@1", {"name": "Zoë Example"})
    assert entries[2].act is not None
    assert entries[2].act.erases() == (entries[1].id,)
    assert [canonical(json.loads(item.envelope)) for item in EXAMPLE] == [item.envelope for item in EXAMPLE]
