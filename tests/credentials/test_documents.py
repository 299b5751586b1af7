"""The document: what its structure is, that it is the same each time, that its seal holds, and what is refused."""

import shutil
import subprocess
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import segno
from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.general import SigningError
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from certwright.credentials.content import CertificateContent, Site
from certwright.credentials.documents.data import Attached, Marks, document_data
from certwright.credentials.documents.public_id import new_id, read_id
from certwright.credentials.documents.qr import qr_svg
from certwright.credentials.documents.reading import look_at
from certwright.credentials.documents.sealing import Seal, sealed
from certwright.credentials.documents.setting import Press
from certwright.credentials.documents.template import Template, shipped
from certwright.credentials.flaws import Flawed
from credentials.certificates import accredited_certificate, helmets, system_certificate
from credentials.keys import ed25519, es256
from credentials.pdf_structure import faults
from credentials.publishing import ADDRESS
from credentials.seals import certificate, seal
from credentials.world import ISSUED, PRESS, World

BODY = World()
SYMBOL = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="#174a7c"/></svg>'
)


NO_MARKS = Marks()


def data(content: CertificateContent, language: str = "en", marks: Marks = NO_MARKS, **attached: str) -> dict[str, Any]:
    return document_data(content, language, ADDRESS, PRESS.template, marks, Attached(**attached))


def text_of(pdf: bytes, folder: Path) -> str:
    """The text a reader sees, by poppler."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")
    (folder / "document.pdf").write_bytes(pdf)
    command = ["pdftotext", "-layout", str(folder / "document.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("make", [system_certificate, accredited_certificate, helmets])
def test_documents_are_pdf_a_and_pdf_ua_in_every_language(
    make: Callable[[], CertificateContent], language: str
) -> None:
    marks = Marks(logo=SYMBOL, symbol=SYMBOL, arrangement=SYMBOL)
    made = PRESS.document(data(make(), language, marks, credential="a.b.c", proof="proof"), ISSUED)
    assert faults(made) == []


def test_a_sealed_document_is_still_pdf_a_and_pdf_ua() -> None:
    assert faults(BODY.pdf) == []


def test_the_checker_sees_what_is_wrong() -> None:
    with pikepdf.open(BytesIO(BODY.unsealed)) as file:
        del file.Root.StructTreeRoot, file.Root.Lang, file.Root.OutputIntents
        file.Root.AF[0].AFRelationship = pikepdf.Name.Strange
        written = BytesIO()
        file.save(written)
    assert len(faults(written.getvalue())) == 5


def test_the_same_content_is_the_same_bytes() -> None:
    first, second = (Press(shipped()).document(data(system_certificate()), ISSUED) for _ in range(2))
    assert first == second
    assert PRESS.document(data(system_certificate()), ISSUED + timedelta(days=1)) != first


def test_a_document_says_what_the_certificate_says(tmp_path: Path) -> None:
    said = text_of(PRESS.document(data(helmets(), "de"), ISSUED), tmp_path)
    for words in ("Konformitätszertifikat", "PC-0001", "Helmets & Sons", "EN 397:2025", "h1-s, h1-l", "1. März 2027"):
        assert words in said
    assert "certification.example/c/7Q2M0ZK4TB" in said


def test_marks_are_shown_where_the_accreditation_lets_them() -> None:
    marks = Marks(symbol=SYMBOL, arrangement=SYMBOL)
    assert data(system_certificate(), marks=marks)["accreditation"] is None
    shown = data(accredited_certificate(), marks=marks)["accreditation"]["marks"]
    assert [mark["alt"] for mark in shown] == ["Example Accreditation, EA-017", "Example Arrangement"]


def test_signature_and_code_stand_on_the_first_page_however_long_the_rest_is(tmp_path: Path) -> None:
    content = replace(helmets(), scope={"en": "Helmets, and what goes with them. " * 150})
    first, *later = text_of(PRESS.document(data(content), ISSUED), tmp_path).split("\f")
    assert ADDRESS in first
    assert "Dora Example" in first
    assert any("h1-s, h1-l" in page and "Products, processes" in page for page in later)


def test_many_sites_go_into_an_annex(tmp_path: Path) -> None:
    content = system_certificate()
    many = tuple(Site(str(at), f"Works {at}", content.sites[0].address) for at in range(60))
    said = text_of(PRESS.document(data(replace(content, sites=many)), ISSUED), tmp_path)
    assert "It is part of this certificate." in said
    assert "Works 59" in said
    assert "Page 3 of 3" in said


@pytest.mark.parametrize("name", ["Zakład Łódź", "Ελληνική Εταιρεία", "Завод «Каска»"])
def test_names_are_set_in_their_script(name: str, tmp_path: Path) -> None:
    content = system_certificate()
    made = PRESS.document(data(replace(content, holder=replace(content.holder, name=name))), ISSUED)
    assert faults(made) == []
    assert name in text_of(made, tmp_path)


def test_a_script_without_font_is_named() -> None:
    content = system_certificate()
    with pytest.raises(Flawed, match="script-without-font") as refused:
        PRESS.document(data(replace(content, holder=replace(content.holder, name="\U00010d40"))), ISSUED)
    assert refused.value.flaw.evidence["text"]


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(Flawed, match="template-not-set"):
        PRESS.document(data(system_certificate(), "xx"), ISSUED)


def test_a_body_has_a_template_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "certificate.typ").write_text(
        "#let data = json(bytes(sys.inputs.data))\n"
        '#set document(title: "Own")\n'
        '#set text(lang: "en", font: data.fonts)\n= Our own look\n#data.holder.name\n'
    )
    press = Press(Template(str(tmp_path)))
    assert "Our own look" in text_of(press.document(data(system_certificate()), ISSUED), tmp_path)
    (picture,) = press.preview(data(system_certificate()))
    assert picture.startswith(b"\x89PNG")


def test_a_template_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "template"
    folder.mkdir()
    (tmp_path / "secret.json").write_text("{}")
    (folder / "certificate.typ").write_text('#let secret = json("../secret.json")\n= Here\n')
    with pytest.raises(Flawed, match="template-not-set"):
        Press(Template(str(folder))).document({}, ISSUED)


def test_the_code_leads_to_the_certificate_and_is_small() -> None:
    assert int(segno.make(ADDRESS, error="q", micro=False).version) <= 4
    assert qr_svg(ADDRESS).startswith("<svg")


def test_ids_are_random_short_and_easily_typed() -> None:
    assert new_id(lambda n: n - 1, 10) == "Z" * 10
    assert read_id("7q2m-ozk4-tb") == "7Q2M0ZK4TB"
    with pytest.raises(ValueError, match="9"):
        new_id(lambda n: 0, 9)
    for typed in ("7Q2M", "U" * 10, "7Q2M0ZK4TB7Q2M", "../../etc"):
        with pytest.raises(Flawed, match="not-an-id"):
            read_id(typed)


# The seal


def test_a_sealed_document_is_found_sealed_with_what_it_brings() -> None:
    found = look_at(BODY.pdf)
    assert found.flaws == ()
    assert found.seal == seal().certificates
    assert (found.envelope, found.proof) == (BODY.envelope, BODY.proof)


def test_another_program_accepts_the_seal(tmp_path: Path) -> None:
    if not shutil.which("pdfsig"):
        pytest.skip("pdfsig is not installed (Debian: poppler-utils)")
    (tmp_path / "document.pdf").write_bytes(BODY.pdf)
    said = subprocess.run(
        ["pdfsig", str(tmp_path / "document.pdf")], capture_output=True, text=True, check=False
    ).stdout
    assert "Signature is Valid." in said
    assert "ETSI.CAdES.detached" in said
    assert "Total document signed" in said


def test_a_time_stamp_is_asked_for_where_a_service_is_given() -> None:
    private = rsa.generate_private_key(65537, 2048)
    written = private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    service = DummyTimeStamper(
        x509.Certificate.load(certificate("Example Time", private.public_key(), 31)),
        keys.PrivateKeyInfo.load(written),
        certs_to_embed=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
        fixed_dt=ISSUED,
    )
    asked: list[bytes] = []

    def ask(request: bytes) -> bytes:
        asked.append(request)
        return bytes(service.request_tsa_response(tsp.TimeStampReq.load(request)).dump())

    found = look_at(sealed(BODY.unsealed, seal(), ISSUED, ask))
    assert asked
    assert found.flaws == ()
    assert found.seal == seal().certificates


def test_a_seal_is_made_with_its_own_certificate_and_a_key_for_seals() -> None:
    with pytest.raises(Flawed, match="seal-certificate-of-another-key"):
        Seal(es256("seal-2", 99), seal().certificate)
    with pytest.raises(Flawed, match="key-for-another-purpose"):
        Seal(es256("credential-1", 21), seal().certificate)
    with pytest.raises(Flawed, match="key-not-supported"):
        Seal(ed25519("seal-1"), seal().certificate)


@given(st.data())
@settings(max_examples=150)
def test_any_byte_changed_in_a_sealed_document_is_found(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(BODY.pdf) - 1))
    changed = bytearray(BODY.pdf)
    changed[at] = data.draw(st.integers(0, 255).filter(lambda value: value != BODY.pdf[at]))
    found = look_at(bytes(changed))
    assert found.flaws or found.seal != seal().certificates


def resaved(change: Callable[[pikepdf.Pdf], Any], pdf: bytes = BODY.unsealed) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as file:
        change(file)
        written = BytesIO()
        file.save(written)
    return written.getvalue()


def script(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def launch(file: pikepdf.Pdf) -> None:
    file.pages[0].Annots = [pikepdf.Dictionary(A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="x"))]


def encrypted(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as file:
        written = BytesIO()
        file.save(written, encryption=pikepdf.Encryption(owner="o", user=""))
    return written.getvalue()


def continued(pdf: bytes) -> bytes:
    """With a further revision, as a program adds one."""
    writer, written = IncrementalPdfFileWriter(BytesIO(pdf)), BytesIO()
    writer.root["/Lang"] = TextStringObject("de")
    writer.update_root()  # type: ignore[no-untyped-call]
    writer.write(written)  # type: ignore[no-untyped-call]
    return written.getvalue()


HOSTILE = {
    "empty": (b"", "not-a-pdf"),
    "no pdf": (b"GIF89a", "not-a-pdf"),
    "cut": (BODY.pdf[:-1_000], "document-cut"),
    "cut in the middle": (BODY.pdf[:20_000], "document-cut"),
    "cut and closed": (BODY.pdf[:20_000] + b"\n%%EOF\n", "document-unreadable"),
    "script": (resaved(script), "document-acts"),
    "launch": (resaved(launch), "document-acts"),
    "encrypted": (encrypted(BODY.unsealed), "document-encrypted"),
    "huge": (b"%PDF-1.7" + bytes(20_000_000) + b"%%EOF", "too-large"),
    "stacked": (b"%PDF-1.7 /Filter [/FlateDecode /FlateDecode] %%EOF", "document-packed-strangely"),
    "junk after it": (BODY.pdf + b"\n% more\n%%EOF\n", "seal-unreadable"),
    "continued": (continued(BODY.pdf), "document-continued-after-seal"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_wrong_with_a_file_is_named(name: str) -> None:
    pdf, says = HOSTILE[name]
    assert [flaw.says for flaw in look_at(pdf).flaws] == [says]


def test_a_bomb_is_not_unpacked() -> None:
    packed = zlib.compress(bytes(200_000_000), 9)
    pdf = BODY.unsealed.replace(b"%%EOF", b"9999 0 obj << >> stream\n" + packed + b"\nendstream endobj\n%%EOF")
    assert [flaw.says for flaw in look_at(pdf).flaws] == ["document-unpacks-too-large"]


def test_a_swarm_of_tiny_streams_costs_little() -> None:
    """Three hundred thousand, each a proper stream: were the rest of the file copied for each, this would hang."""
    tiny = b"stream\n" + zlib.compress(b"")
    pdf = BODY.unsealed.replace(b"%%EOF", tiny * 300_000 + b"\n%%EOF")
    assert [flaw.says for flaw in look_at(pdf).flaws] == ["document-unpacks-too-large"]


def test_a_document_without_seal_is_found_so() -> None:
    found = look_at(BODY.unsealed)
    assert (found.seal, found.flaws, found.envelope) == ((), (), BODY.envelope)


def test_a_second_seal_over_the_first_is_refused() -> None:
    with pytest.raises(SigningError):
        sealed(BODY.pdf, seal("Another", "seal-9", 41), datetime(2026, 3, 2, tzinfo=UTC))
