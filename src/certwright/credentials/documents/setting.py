"""Setting a document with Typst: PDF/A-3a and PDF/UA-1 in one file, the same bytes for the same content."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import typst

from certwright.credentials.documents.template import Template
from certwright.credentials.flaws import Flawed

STANDARDS: "list[typst.PDFStandard]" = ["a-3a", "ua-1"]
_NO_FONT = re.compile(r"the text [`\"]+(?P<text>.+?)[`\"]+ could not be displayed")


class Press:
    """Sets documents with one template. It keeps the compiler warm and serves one thread at a time."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self._compiler = typst.Compiler(template.main, root=template.folder, font_paths=list(template.font_folders))

    def document(self, data: Mapping[str, Any], at: datetime) -> bytes:
        """The PDF of ``data`` (see :func:`.data.document_data`), dated ``at``.

        Raises :class:`Flawed` if no font has a letter that is needed, or the template does not compile.
        """
        inputs = {"data": json.dumps(data, ensure_ascii=False)}
        try:
            made = self._compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=at)
        except typst.TypstError as why:
            raise _flawed(why) from why
        assert isinstance(made, bytes)
        return made

    def preview(self, data: Mapping[str, Any]) -> tuple[bytes, ...]:
        """Pictures (PNG) of the pages, for whoever changes a template. Raises :class:`Flawed` as above."""
        inputs = {"data": json.dumps(data, ensure_ascii=False)}
        try:
            made = self._compiler.compile(format="png", sys_inputs=inputs, ppi=96)
        except typst.TypstError as why:
            raise _flawed(why) from why
        return tuple(made) if isinstance(made, list) else (made or b"",)


def _flawed(why: typst.TypstError) -> Flawed:
    found = _NO_FONT.search(why.message)
    if found is not None:
        return Flawed("script-without-font", text=found["text"])
    return Flawed("template-not-set", why=why.message)
