"""Is a PDF what it says: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), as far as its structure shows.

This looks at what a program can see without judging the text: identification, tagging, fonts, colours, files brought
along, nothing that acts. veraPDF looks at more; a body that wants its verdict runs it.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

_FORBIDDEN = {"/JavaScript", "/JS", "/Launch", "/Movie", "/Sound", "/ResetForm", "/ImportData", "/XFA", "/Encrypt"}


def faults(pdf: bytes) -> list[str]:
    """What is not as it must be; empty if all is."""
    with pikepdf.open(BytesIO(pdf), attempt_recovery=False) as file:
        return [
            *_identification(file),
            *_tagging(file),
            *_fonts(file),
            *_colours(file),
            *_files(file),
            *_quiet(file),
        ]


def _identification(file: pikepdf.Pdf) -> Iterator[str]:
    with file.open_metadata() as said:
        wanted = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
        yield from (f"{name} is {said.get(name)}" for name, value in wanted.items() if said.get(name) != value)
        if not said.get("dc:title"):
            yield "no title in the metadata"
    if "/Filter" in file.Root.Metadata.stream_dict:
        yield "the metadata is packed (ISO 19005-3 6.6.2.1)"
    if "/ID" not in file.trailer:
        yield "no file identifier (6.1.3)"
    if file.is_encrypted:
        yield "encrypted (6.1.3)"


def _tagging(file: pikepdf.Pdf) -> Iterator[str]:
    root: Any = file.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked as tagged (6.7.2.2)"
    if "/StructTreeRoot" not in root:
        yield "no structure tree (6.7.3.2)"
    if not str(root.get("/Lang", "")):
        yield "no natural language (6.7.4; ISO 14289-1 7.2)"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not displayed (ISO 14289-1 7.1)"
    for page in file.pages:
        if page.obj.get("/Annots") and page.obj.get("/Tabs") not in (None, pikepdf.Name.S):
            yield "annotations are not in the order of the structure (ISO 14289-1 7.18.3)"
    kinds = {str(one.get("/S")) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one}
    if "/H1" not in kinds:
        yield "no heading of the first level"
    for one in file.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == pikepdf.Name.Figure and "/Alt" not in one:
            yield "a figure without alternative text (ISO 14289-1 7.3)"


def _fonts(file: pikepdf.Pdf) -> Iterator[str]:
    for one in file.objects:
        if not isinstance(one, pikepdf.Dictionary) or one.get("/Type") != pikepdf.Name.Font:
            continue
        name = str(one.get("/BaseFont", one.get("/Name", "?")))
        if one.get("/Subtype") in (pikepdf.Name.Type0, pikepdf.Name.TrueType, pikepdf.Name.Type1):
            if "/ToUnicode" not in one:
                yield f"{name} has no map to Unicode (6.2.11.7.2)"
            described = one.DescendantFonts[0] if "/DescendantFonts" in one else one
            descriptor: Any = described.get("/FontDescriptor", {})
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
                yield f"{name} is not embedded (6.2.11.4.1)"


def _colours(file: pikepdf.Pdf) -> Iterator[str]:
    intents: Any = file.Root.get("/OutputIntents", [])
    if not any(one.get("/S") == pikepdf.Name.GTS_PDFA1 and "/DestOutputProfile" in one for one in intents):
        yield "no output intent with a profile (6.2.3)"
    for one in file.objects:
        if isinstance(one, pikepdf.Stream) and bool(one.stream_dict.get("/Interpolate", False)):
            yield "a picture that is interpolated (6.2.8)"


def _files(file: pikepdf.Pdf) -> Iterator[str]:
    associated = list(file.Root.get("/AF", []))
    names = [str(one.UF) for one in associated]
    if len(set(names)) != len(names):
        yield "a file is associated twice"
    for one in associated:
        if str(one.get("/AFRelationship")) not in {"/Alternative", "/Supplement", "/Source", "/Data", "/Unspecified"}:
            yield f"{one.UF} has no relationship (6.8)"
        if "/Subtype" not in one.EF.F.stream_dict:
            yield f"{one.UF} has no media type (6.8)"
    if set(file.attachments.keys()) != set(names):
        yield "a file is brought along that is not associated (6.8)"


def _quiet(file: pikepdf.Pdf) -> Iterator[str]:
    for one in file.objects:
        said: Any = one.stream_dict if isinstance(one, pikepdf.Stream) else one
        if isinstance(said, pikepdf.Dictionary):
            yield from (f"{name} is not allowed (6.5.1)" for name in sorted(_FORBIDDEN & set(said.keys())))
            if str(said.get("/S")) in _FORBIDDEN:
                yield f"{said.S} is not allowed (6.5.1)"
