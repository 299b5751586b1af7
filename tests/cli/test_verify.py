"""``certwright verify``: the verdict from files alone, the table of forgeries, and what is refused."""

import json
import os
import shlex
import socket
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import time_machine

from architecture.source import CHECKOUT
from certwright.cli.layout import harmless
from certwright.credentials.documents.reading import look_at
from certwright.credentials.documents.unpacking import LARGEST
from certwright.credentials.encoding.base64_strict import from_base64url, to_base64url
from certwright.credentials.log import next_checkpoint
from certwright.credentials.verify import AtHand, Expected
from cli.conftest import Answer, Call
from credentials.forgeries import BODY, FORGERIES, NOTHING, Exhibit, envelope, genuine, pdf
from credentials.logs import Log
from credentials.world import CHECKPOINT_KEY, LOG_ORIGIN, NOW, PLACE_IN_LISTS, PUBLIC_ID, World


@pytest.fixture(autouse=True)
def _no_address_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("an address was opened")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


@pytest.fixture(autouse=True)
def _second_of_march() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def log_folder(folder: Path, log: Log) -> Path:
    """The log as files, with its checkpoint of now."""
    folder.mkdir()
    for path, content in log.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    written(folder / "checkpoint", next_checkpoint(None, log.tree(), LOG_ORIGIN, CHECKPOINT_KEY).written)
    return folder


def words(folder: Path, exhibit: Exhibit, body: World, has: AtHand, expected: Expected = NOTHING) -> list[object]:
    """The command that holds the exhibit against what the verifier has, everything in files."""
    shown = exhibit.envelope if exhibit.pdf is None else exhibit.pdf
    assert shown is not None
    given: list[object] = [written(folder / "certificate", shown)]
    given += ["--did", written(folder / "did.json", json.dumps(body.identity))]
    if exhibit.proof is not None:
        given += ["--proof", written(folder / "certificate.tlog-proof", exhibit.proof)]
    for at, text in enumerate(has.status_lists):
        given += ["--status", written(folder / f"status-{at}.jwt", text + "\n")]
    if has.register_answer is not None:
        given += ["--answer", written(folder / "answer.jwt", has.register_answer)]
    for option in ("number", "id", "holder"):
        if value := getattr(expected, option):
            given += [f"--{option}", value]
    return ["verify", *given]


def verdict(answer: Answer) -> tuple[str, list[str]]:
    return answer.json["verdict"], [reason["sentence"] for reason in answer.json["reasons"]]


@pytest.mark.parametrize("exhibit", [genuine(), pdf(BODY.pdf)], ids=["credential", "document"])
def test_a_genuine_copy_is_genuine(call: Call, tmp_path: Path, exhibit: Exhibit) -> None:
    body = World(documents=(look_at(BODY.pdf).digest,))
    expected = Expected("MS-2025-0001", PUBLIC_ID, "Helmets & Sons")
    answer = call(*words(tmp_path, exhibit, body, body.online, expected), "--json")
    assert (answer.status, *verdict(answer)) == (0, "genuine", [])
    said = answer.json["certificate"]
    assert (said["number"], said["holder"], said["domain"]) == (
        "MS-2025-0001",
        "Helmets & Sons",
        "certification.example",
    )
    assert (answer.json["logged"], answer.json["looked"]) == ("2025-04-11T09:00:00+00:00", "2026-03-02T12:00:00+00:00")


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_sorted_right(call: Call, tmp_path: Path, name: str) -> None:
    forgery = FORGERIES[name]
    command = words(tmp_path, forgery.exhibit(), forgery.body, forgery.at_hand, forgery.expected)
    if forgery.log is not None:
        command += ["--log", log_folder(tmp_path / "log", forgery.log())]
    with time_machine.travel(forgery.at_hand.now, tick=False):
        answer = call(*command, "--json")
    assert answer.status == 1
    assert answer.json["verdict"] == forgery.verdict.value
    assert answer.json["reasons"][0]["sentence"] == forgery.reason
    assert all(reason["says"] and reason["remedy"] for reason in answer.json["reasons"])


def test_people_read_the_verdict_its_reasons_and_what_to_compare(call: Call, tmp_path: Path) -> None:
    body = World(suspended=PLACE_IN_LISTS)
    answer = call(*words(tmp_path, genuine(), body, body.offline))
    assert answer.status == 1
    assert answer.out.startswith("Genuine, but suspended: the certification rests")
    assert "- The body's status list marks it as suspended" in answer.out
    assert "Holder       Helmets & Sons" in answer.out
    assert answer.out.endswith("Looked at 2026-03-02 12:00 UTC, with the files given. No address was opened.\n")


def test_without_lists_it_is_not_confirmed_that_it_holds(call: Call, tmp_path: Path) -> None:
    answer = call(*words(tmp_path, genuine(), BODY, AtHand(NOW, {})), "--json")
    assert (answer.status, *verdict(answer)) == (1, "unconfirmed", ["status-not-known"])


def test_the_body_is_found_among_several(call: Call, tmp_path: Path) -> None:
    other = json.dumps(BODY.identity).replace("certification.example", "accreditation.example")
    command = words(tmp_path, genuine(), BODY, BODY.offline)
    answer = call(*command, "--did", written(tmp_path / "other.json", other), "--json")
    assert verdict(answer) == ("genuine", [])


def test_a_log_that_grew_continues_what_the_proof_stands_on(call: Call, tmp_path: Path) -> None:
    log = Log()
    log.add(*BODY.log.entries, *(b"more" for _ in range(300)))
    folder = log_folder(tmp_path / "log", log)
    command = words(tmp_path, genuine(), BODY, BODY.offline)
    assert verdict(call(*command, "--log", folder, "--json")) == ("genuine", [])
    alone = call(*command, "--checkpoint", folder / "checkpoint", "--json")
    assert verdict(alone) == ("genuine", ["log-not-compared"])


def test_a_narrower_file_that_is_gone_is_read_from_the_wider_one(call: Call, tmp_path: Path) -> None:
    """Partial tiles may be taken away once wider ones are there (C2SP tlog-tiles)."""
    log = Log()
    log.add(*BODY.log.entries)
    folder = log_folder(tmp_path / "log", log)
    log.add(*(b"later" for _ in range(3)))
    for name in ("tile/0/001.p", "tile/entries/001.p"):
        (folder / name / "45").unlink()
        (folder / name / "48").write_bytes(log.files[f"{name}/48"])
    command = words(tmp_path, genuine(), BODY, BODY.offline)
    assert verdict(call(*command, "--log", folder, "--json")) == ("genuine", [])


@pytest.mark.parametrize("name", ["tile/0/000", "tile/1/000.p/1", "tile/entries/001.p/45"])
def test_a_damaged_copy_of_the_log_is_refused_and_its_file_named(call: Call, tmp_path: Path, name: str) -> None:
    folder = log_folder(tmp_path / "log", BODY.log)
    content = bytearray((folder / name).read_bytes())
    content[40 % len(content)] ^= 1
    (folder / name).write_bytes(content)
    command = [*words(tmp_path, genuine(), BODY, BODY.offline), "--log", folder]
    answer = call(*command)
    assert answer.status == 2
    assert name in answer.err
    (folder / name).unlink()
    answer = call(*command)
    assert (answer.status, f"The log lacks its file {name}." in answer.err) == (2, True)


def test_a_log_may_have_a_name_of_its_own(call: Call, tmp_path: Path) -> None:
    command = [*words(tmp_path, genuine(), BODY, BODY.offline), "--log-name", "elsewhere.example"]
    assert verdict(call(*command, "--json"))[0] == "altered"
    command[-1] = LOG_ORIGIN
    assert verdict(call(*command, "--json"))[0] == "genuine"


def test_another_number_is_not_the_one_asked_about(call: Call, tmp_path: Path) -> None:
    answer = call(*words(tmp_path, genuine(), BODY, BODY.online, Expected(number="MS-2025-0002")), "--json")
    assert (answer.status, *verdict(answer)) == (1, "not-ours", ["another-number"])


def test_names_keep_what_their_script_needs() -> None:
    """Persian joins no letters over a zero-width non-joiner; a mark that turns direction is no part of a name."""
    assert harmless("می\u200cخواهم\u00a0Ltd") == "می\u200cخواهم Ltd"
    assert harmless("Ltd\u202e") == "Ltd\N{REPLACEMENT CHARACTER}"


def test_a_stranger_cannot_write_to_the_terminal(call: Call, tmp_path: Path) -> None:
    """Half a letter, an escape sequence, text turned round: told, but not obeyed, and never a crash."""
    header, payload, signature = BODY.envelope.split(".")
    said = {**json.loads(from_base64url(payload)), "issuer": "did:web:\x1b[2J\x9b2J\u202egenuine\ud800"}
    text = ".".join((header, to_base64url(json.dumps(said).encode()), signature))
    command = words(tmp_path, envelope(text), BODY, BODY.online)
    answer, document = call(*command), call(*command, "--json")
    assert (answer.status, verdict(document)) == (1, ("not-ours", ["issuer-unknown"]))
    assert "�[2J�2J�genuine�" in answer.out
    assert not set("\x1b\x9b\u202e\ud800") & set(answer.out + document.json["reasons"][0]["says"])


REFUSED = {
    "a picture": (b"\x89PNG\r\n\x1a\n", "neither a PDF nor a signed credential"),
    "nothing": (b"", "neither a PDF nor a signed credential"),
    "something huge": (b"%PDF-" + bytes(LARGEST), "more than 20,000,000 bytes"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_certificate_is_refused_in_words(call: Call, tmp_path: Path, name: str) -> None:
    content, says = REFUSED[name]
    command = words(tmp_path, pdf(content), BODY, BODY.online)
    answer = call(*command)
    assert (answer.status, says in answer.err) == (2, True)


def test_a_file_of_the_largest_size_is_looked_at(call: Call, tmp_path: Path) -> None:
    answer = call(*words(tmp_path, pdf((b"%PDF-").ljust(LARGEST)), BODY, BODY.online), "--json")
    assert verdict(answer) == ("altered", ["document-cut", "no-credential"])


def with_script() -> bytes:
    written = BytesIO()
    with pikepdf.new() as file:
        file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        file.save(written)
    return written.getvalue()


def bomb() -> bytes:
    return b"%PDF-1.7 1 0 obj << >> stream\n" + zlib.compress(bytes(200_000_000), 9) + b"\n%%EOF"


@pytest.mark.parametrize(("content", "reason"), [(with_script, "document-acts"), (bomb, "document-unpacks-too-large")])
def test_a_document_that_would_act_or_burst_is_named(
    call: Call, tmp_path: Path, content: Callable[[], bytes], reason: str
) -> None:
    answer = call(*words(tmp_path, pdf(content()), BODY, BODY.online), "--json")
    assert verdict(answer) == ("altered", [reason, "no-credential"])


def test_what_never_ends_or_is_not_there_is_refused(call: Call, tmp_path: Path) -> None:
    identity = written(tmp_path / "did.json", json.dumps(BODY.identity))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, says in ((pipe, "This is no file."), (tmp_path, "no file"), (tmp_path / "none", "cannot be read")):
        answer = call("verify", path, "--did", identity)
        assert (answer.status, says in answer.err) == (2, True)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"id": "did:key:z6Mk", "verificationMethod": []}', '{"id": 5}', "\xff"]
)
def test_what_is_no_identity_document_is_refused(call: Call, tmp_path: Path, text: str) -> None:
    command = words(tmp_path, genuine(), BODY, BODY.online)
    written(tmp_path / "did.json", text)
    assert call(*command).status == 2


def test_without_a_known_body_there_is_no_verdict(call: Call, tmp_path: Path) -> None:
    answer = call("verify", written(tmp_path / "certificate.jwt", BODY.envelope), "--json")
    assert (answer.status, answer.json["problems"][0]["field"]) == (2, "--did")


@pytest.mark.parametrize(("typed", "status"), [(PUBLIC_ID.lower(), 0), ("7Q2M-0ZK4-TB", 0), ("7Q2M", 2)])
def test_the_id_is_taken_as_people_type_it(call: Call, tmp_path: Path, typed: str, status: int) -> None:
    assert call(*words(tmp_path, genuine(), BODY, BODY.offline), "--id", typed).status == status


def test_the_page_for_verifiers_is_tried(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command of the page, as it stands there, on the files it names."""
    body = World(documents=(look_at(BODY.pdf).digest,))
    contents: dict[str, str | bytes] = {"answer.jwt": body.answer, "did.json": json.dumps(body.identity)}
    contents |= {"certificate.pdf": BODY.pdf, "certificate.vc.jwt": BODY.envelope, "certificate.tlog-proof": BODY.proof}
    contents |= dict(zip(("revocation.jwt", "suspension.jwt"), body.lists, strict=True))
    for name, content in contents.items():
        written(tmp_path / name, content)
    log_folder(tmp_path / "log", BODY.log)
    monkeypatch.chdir(tmp_path)
    page = (CHECKOUT / "docs" / "how-to" / "verify-a-certificate.md").read_text(encoding="utf-8")
    commands = [shlex.split(line)[1:] for line in page.splitlines() if line.startswith("certwright verify")]
    answers = [call(*command, "--json") for command in commands]
    assert [verdict(answer)[0] for answer in answers] == ["unconfirmed", *["genuine"] * 4]
