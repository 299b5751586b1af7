"""A letter on paper: the same bytes each time, with its words in it, and a clear word where no font can print it."""

import re
from datetime import date
from io import BytesIO
from typing import Any, cast

import pikepdf
import pytest

from certwright.core.acts.body import LegalEntity
from certwright.outbox.models import Message
from certwright.outbox.paper import NoFont, missing_script, pdf, plain

BODY = LegalEntity(name="Example Certification", form="Ltd", town="Leeds", country="GB", street="1 High Street")


def letter(**given: object) -> Message:
    plain: dict[str, object] = {
        "pk": 7,
        "dossier": "certification:c",
        "letter": "suspended",
        "version": 1,
        "language": "de",
        "clauses": ["17065:2012 7.11.3", "17065:2012 7.11.4"],
        "on": date(2026, 11, 23),
        "name": "Ülrike Ośmiałowska",
        "postal": "Helme & Söhne\nWeg 1\nYork",
        "subject": "Ausgesetzt",
        "text": "Erster Absatz.\n\n– eins\n– zwei",
    }
    return Message(**plain | given)


def words_of(content: bytes) -> str:
    """The text of a PDF, by what its fonts say each glyph stands for."""
    said = []
    with pikepdf.open(BytesIO(content)) as paper:
        for page in paper.pages:
            fonts = {str(name): _glyphs(font) for name, font in page.Resources.Font.items()}
            known: dict[int, str] = {}
            for operands, operator in cast("list[tuple[Any, Any]]", pikepdf.parse_content_stream(page)):
                if str(operator) == "Tf":
                    known = fonts[str(operands[0])]
                for shown in _strings(operands) if str(operator) in {"Tj", "TJ"} else ():
                    codes = (shown[at : at + 2] for at in range(0, len(shown), 2))
                    said.append("".join(known.get(int.from_bytes(code, "big"), "") for code in codes))
    return "".join(said)


def _strings(operands: Any) -> list[bytes]:
    pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
    return [bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String)]


def _glyphs(font: pikepdf.Object) -> dict[int, str]:
    table = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", table)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def test_the_same_letter_makes_the_same_bytes() -> None:
    assert pdf(letter(), BODY) == pdf(letter(), BODY)
    assert pdf(letter(), BODY) != pdf(letter(text="Anders."), BODY)


def test_the_words_stand_on_the_paper_as_they_were_written() -> None:
    markup = '#set text(red) *nicht fett* $x$ <b> \\ "Zitat" [x] @ref // kein Kommentar'
    found = words_of(pdf(letter(text=f"Erster Absatz.\n\n{markup}"), BODY, ["plan"]))
    for wanted in ("Ülrike Ośmiałowska", "Helme & Söhne", "Guten Tag Ülrike", "Erster Absatz.", "Unser Zeichen"):
        assert wanted in found
    assert "*nicht fett* $x$ <b>" in found
    assert "kein Kommentar" in found
    assert "ISO/IEC 17065:2012 7.11.3 und ISO/IEC 17065:2012 7.11.4" in re.sub(r"\s+", " ", found)
    assert "Example Certification" in found
    assert "Anlagen: plan" in found


def test_the_paper_says_what_it_is() -> None:
    with pikepdf.open(BytesIO(pdf(letter(), BODY))) as paper:
        assert str(paper.docinfo["/Title"]) == "Ausgesetzt"
        assert str(paper.docinfo["/CreationDate"]).startswith("D:20261123")
        assert len(paper.pages) == 1


def test_ten_thousand_characters_go_on_further_pages() -> None:
    with pikepdf.open(BytesIO(pdf(letter(text="lang " * 2_000), BODY))) as paper:
        assert len(paper.pages) > 1


@pytest.mark.parametrize(
    ("name", "script"),
    [("Łódź Œuvre ẞ", ""), ("Ελληνικά", ""), ("Привет", ""), ("רות", "HEBREW"), ("日本", "CJK"), ("محمد", "ARABIC")],
)
def test_a_script_without_font_is_named(name: str, script: str) -> None:
    assert missing_script(name) == script
    if script:
        with pytest.raises(NoFont) as lacks:
            pdf(letter(name=name), BODY)
        assert lacks.value.script == script
    else:
        assert words_of(pdf(letter(name=name), BODY)).count(name) >= 1


def test_a_letter_without_name_or_body_greets_all_the_same() -> None:
    bare = letter(name="", postal="")
    assert plain(bare, None).startswith("Guten Tag,\n")
    assert pdf(bare, None).startswith(b"%PDF")


def test_the_mail_ends_with_who_wrote_it() -> None:
    says = plain(letter(), BODY, ["plan"])
    assert says.startswith("Guten Tag Ülrike Ośmiałowska,\n\nErster Absatz.")
    assert says.endswith("-- \nExample Certification\n1 High Street\nLeeds\nGB\n")
    assert "Anlagen: plan" in says
